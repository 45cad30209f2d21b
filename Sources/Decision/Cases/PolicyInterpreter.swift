import Forms

/// A policy read row by row for the answers of one case, without compiling it: a thousand times as quick, and silent where
/// that is not enough to tell.
///
/// Truth is yes, no, or nil for what rests on answers that are not given or on a fact without a value.
struct PolicyInterpreter {
    let questionnaire: Questionnaire
    let answers: [Int: Answer]
    let today: Day
    /// For each question whether it is asked.
    private(set) var asked: [Bool?]
    private var facts: [Int: Int?] = [:]
    /// What decisions lead to that conditions name, for each the rows that decide for certain and those that may.
    private var decisions: [Int: (certain: [Int], possible: [Int])] = [:]

    init(_ questionnaire: Questionnaire, answers: [Int: Answer], today: Day) {
        self.questionnaire = questionnaire
        self.answers = answers
        self.today = today
        asked = questionnaire.questions.map { $0.askIf == nil ? true : nil }
        settleAsking()
    }

    /// Settles which questions are asked, in rounds as long as any becomes settled: conditions may name later questions. What stays open
    /// waits for an answer that nobody gave, or for itself.
    private mutating func settleAsking() {
        var open = asked.indices.filter { asked[$0] == nil }
        var hasChanged = true
        while hasChanged, !open.isEmpty {
            hasChanged = false
            for question in open {
                guard let condition = questionnaire.questions[question].askIf, let truth = truth(condition) else { continue }
                asked[question] = truth
                hasChanged = true
                (facts, decisions) = ([:], [:])
            }
            open = open.filter { asked[$0] == nil }
        }
    }

    // MARK: Tables

    /// For each row whether its own conditions hold, those of `else` aside.
    mutating func rows(of table: RuleTable) -> [Bool?] { table.rows.map { truth($0.condition) } }

    /// The results of rows that decide for certain, and of those that may.
    static func deciding(_ table: RuleTable, _ rows: [Bool?]) -> (certain: [Int], possible: [Int]) {
        var truths = rows
        for index in rows.indices where rows[index] != false {
            guard let rest = table.rows[index].rest else { continue }
            let others = truths[rest]
            if others.contains(true) { truths[index] = false } else if others.contains(nil) { truths[index] = nil }
        }
        var certain: [Int] = []
        var possible: [Int] = []
        for (index, truth) in truths.enumerated() where truth != false {
            if truth == true, table.match != .first || possible.isEmpty { certain.append(index) } else { possible.append(index) }
            if truth == true, table.match == .first { break }
        }
        return (certain, possible)
    }

    /// The value of a fact by index; nil where it has none or that is open.
    mutating func value(of fact: Int) -> Int? {
        if let known = facts[fact] { return known }
        // A fact that rests on itself is an error of the policy; here it has no value.
        facts[fact] = .some(nil)
        let table = questionnaire.facts[fact].table
        let value: Int? = if case .value(let value) = reading(of: fact, table, rows(of: table)) { value } else { nil }
        facts[fact] = .some(value)
        return value
    }

    /// What the rows of a fact give.
    enum Reading: Equatable {
        case value(Int)
        /// No row holds, or several that disagree: an error of the policy where the fact is used.
        case broken
        case open
    }

    /// - Parameter rows: for each row whether its own conditions hold.
    mutating func reading(of fact: Int, _ table: RuleTable, _ rows: [Bool?]) -> Reading {
        let (certain, possible) = Self.deciding(table, rows)
        guard let first = certain.first else { return possible.isEmpty ? .broken : .open }
        guard possible.isEmpty || table.match == .first else { return .open }
        guard let value = value(of: table.rows[first].result, for: fact) else { return .open }
        for other in certain.dropFirst() {
            guard let found = self.value(of: table.rows[other].result, for: fact) else { return .open }
            if found != value { return .broken }
        }
        return .value(value)
    }

    private mutating func value(of result: RowResult, for fact: Int) -> Int? {
        let id: String
        switch result {
        case .value(let value): return value
        case .sameAs(.fact(let other)):
            guard let value = value(of: other) else { return nil }
            id = questionnaire.facts[other].values[value].id
        case .sameAs(.question(let question)):
            guard asked[question] == true, case .option(let option) = answers[question] else { return nil }
            id = questionnaire.questions[question].options[option].id.description
        case .sameAs(.attribute(let question, let index)):
            guard asked[question] == true, case .option(let option) = answers[question],
                let value = attribute(question, index)?.valueOfOption[option],
                let found = attribute(question, index)?.values[value].id
            else { return nil }
            id = found
        case .sameAs(.decision), .sameAs(.amount), .sameAs(.calculation): return nil
        }
        return questionnaire.facts[fact].values.firstIndex { $0.id == id }
    }

    /// Whether some row of `must` is broken for certain.
    var isRefused: Bool {
        mutating get {
            for (number, question) in questionnaire.questions.enumerated() where asked[number] == true {
                for row in question.must where truth(row.that) == false {
                    guard let condition = row.condition else { return true }
                    if truth(condition) == true { return true }
                }
            }
            return false
        }
    }

    /// The outcome of a decision by index; nil where it has none, several, or that is open. Not for `match: many`.
    private mutating func outcome(of decision: Int) -> Int? {
        let table = questionnaire.decisions[decision].table
        let (certain, possible) = deciding(decision)
        guard possible.isEmpty || table.match == .first else { return nil }
        let outcomes = Set(certain.flatMap { table.rows[$0].outcomes })
        return outcomes.count == 1 ? outcomes.first : nil
    }

    private mutating func deciding(_ decision: Int) -> (certain: [Int], possible: [Int]) {
        if let known = decisions[decision] { return known }
        let table = questionnaire.decisions[decision].table
        let found = Self.deciding(table, rows(of: table))
        decisions[decision] = found
        return found
    }

    // MARK: Conditions

    /// Kleene's three-valued logic: a conjunction with one false part is false, whatever else is open.
    mutating func truth(_ condition: Condition) -> Bool? {
        switch condition {
        case .test(let test): return truth(test)
        case .not(let inner): return truth(inner).map { !$0 }
        case .all(let list):
            var result: Bool? = true
            for inner in list {
                guard let truth = truth(inner) else { result = nil; continue }
                if !truth { return false }
            }
            return result
        case .any(let list):
            var result: Bool? = false
            for inner in list {
                guard let truth = truth(inner) else { result = nil; continue }
                if truth { return true }
            }
            return result
        }
    }

    private mutating func truth(_ test: Test) -> Bool? {
        if let lowered = test.lowered { return truth(lowered) }
        switch test.subject {
        case .question(let question): return truth(test.cell, question)
        case .fact(let fact): return value(of: fact).map { Self.fits(test.cell, $0) }
        case .attribute(let question, let index):
            guard let isAsked = asked[question] else { return nil }
            guard isAsked else { return false }
            guard case .option(let option) = answers[question] else { return nil }
            return attribute(question, index)?.valueOfOption[option].map { Self.fits(test.cell, $0) } ?? false
        case .decision(let decision):
            if questionnaire.decisions[decision].table.match == .many { return truth(test.cell, ofMany: decision) }
            return outcome(of: decision).map { Self.fits(test.cell, $0) }
        case .calculation(let calculation): return truth(test.cell, calculation)
        case .amount: return nil
        }
    }

    /// A cell on what several answers come to; false where one of them is not asked.
    private func truth(_ cell: Cell, _ calculation: Calculation) -> Bool? {
        let isAsked = calculation.questions.map { asked[$0] }.allHold
        if isAsked == false { return false }
        switch cell {
        case .compare(let relation, let term):
            guard isAsked == true, case .number(let number) = term,
                let value = questionnaire.value(of: calculation, answers, today: today)
            else { return nil }
            let ends = Cuts.ends(calculation, relation, .number(number))
            return (ends.from.map { $0 <= value } ?? true) && (ends.below.map { value < $0 } ?? true)
        case .all(let list): return list.map { truth($0, calculation) }.allHold
        case .any(let list): return list.map { truth($0, calculation) }.anyHolds
        case .not(let inner): return truth(inner, calculation).map { isAsked == true && !$0 }
        case .oneOf, .has, .asked, .notAsked: return false
        }
    }

    /// A cell on the outcomes of a decision with `match: many`.
    private mutating func truth(_ cell: Cell, ofMany decision: Int) -> Bool? {
        switch cell {
        case .has(let outcome):
            let (certain, possible) = deciding(decision)
            let rows = questionnaire.decisions[decision].table.rows
            if certain.contains(where: { rows[$0].leads(to: outcome) }) { return true }
            return possible.contains { rows[$0].leads(to: outcome) } ? nil : false
        case .all(let list): return list.map { truth($0, ofMany: decision) }.allHold
        case .any(let list): return list.map { truth($0, ofMany: decision) }.anyHolds
        case .not(let inner): return truth(inner, ofMany: decision).map { !$0 }
        case .oneOf, .compare, .asked, .notAsked: return nil
        }
    }

    private func attribute(_ question: Int, _ index: Int) -> Attribute? {
        if case .one(let choices) = questionnaire.questions[question].kind { choices.attributes[index] } else { nil }
    }

    /// A cell on the value of a fact or an attribute, or on the outcome of a decision.
    private static func fits(_ cell: Cell, _ value: Int) -> Bool {
        switch cell {
        case .oneOf(let list): list.contains(value)
        case .not(let inner): !fits(inner, value)
        case .any(let list): list.contains { fits($0, value) }
        case .all, .has, .compare, .asked, .notAsked: false
        }
    }

    /// A cell on the answer to a question; on a question that is not asked only ``Cell/holdsUnasked`` decides.
    private func truth(_ cell: Cell, _ question: Int) -> Bool? {
        let isAsked = asked[question]
        if isAsked == false { return cell.holdsUnasked }
        switch cell {
        case .asked: return isAsked
        case .notAsked: return isAsked.map { !$0 }
        case .all(let list): return list.map { truth($0, question) }.allHold
        case .any(let list): return list.map { truth($0, question) }.anyHolds
        case .not(let inner): return isAsked == true ? truth(inner, question).map { !$0 } : nil
        case .oneOf, .has, .compare: return isAsked == true ? answers[question].flatMap { holds(cell, question, $0) } : nil
        }
    }

    private func holds(_ cell: Cell, _ question: Int, _ answer: Answer) -> Bool? {
        switch (cell, answer) {
        case (.oneOf(let options), .option(let option)): options.contains(option)
        case (.has(let option), .ticked(let ticked)): ticked.contains(option)
        case (.compare(let relation, let term), .number(let number)): compared(number, question, term).map(relation.fits)
        case (.compare(let relation, let term), .day(let day)): compared(day, term).map(relation.fits)
        default: nil
        }
    }

    /// How a number compares with a term: -1, 0 or 1.
    private func compared(_ number: ExactNumber, _ own: Int, _ term: Term) -> Int? {
        let other: ExactNumber
        // The distance, with its digits behind the point.
        var more = (units: 0, digits: 0)
        switch term {
        case .number(let fixed): other = fixed
        case .question(let question, let shift):
            guard asked[question] == true, case .number(let answer) = answers[question] else { return nil }
            other = answer
            let questions = [own, question].map { questionnaire.questions[$0] }
            more = (shift.days, questions.map { AnswerLimits($0).decimals }.max() ?? 0)
        case .bound, .amount: return nil
        }
        let digits = max(more.digits, number.decimals, other.decimals)
        let distance = more.units * powerOfTen(digits - more.digits)
        return (number.floor(digits: digits) - other.floor(digits: digits) - distance).signum()
    }

    private func compared(_ day: Day, _ term: Term) -> Int? {
        switch term {
        case .bound(.day(let other)): return (day.number - other.number).signum()
        case .bound(.today(let shift)): return shift.order(of: day.number, from: today.number)
        case .question(let question, let shift):
            guard asked[question] == true, case .day(let other) = answers[question] else { return nil }
            return shift.order(of: day.number, from: other.number)
        case .number, .amount: return nil
        }
    }
}
