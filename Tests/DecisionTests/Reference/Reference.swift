import Forms
import Words
@testable import Content
@testable import Decision

/// What a questionnaire means, slow and obvious: every combination of answers, one after the other.
///
/// Written from the section "What it means" of the design alone; shares nothing with the compiler but the value that
/// the reader makes.
struct Reference {
    let questionnaire: Questionnaire
    let today: Day

    /// Truth as far as it is known.
    enum Truth { case no, yes, open, gap }

    /// One raw answer to every question, asked or not.
    typealias Everything = [Answer]

    enum Asked { case no, yes, open }

    /// The value of a fact.
    enum Value: Equatable { case value(Int), gap, open, clash }

    // MARK: Asking

    /// Which questions are asked.
    func asked(_ answers: Everything) -> [Asked] {
        var circles: Set<Int> = []
        return asked(answers, &circles)
    }

    /// - Parameter circles: gets the questions that could be asked only because of one another.
    func asked(_ answers: Everything, _ circles: inout Set<Int>) -> [Asked] {
        var asked: [Asked] = questionnaire.questions.map { $0.askIf == nil ? .yes : .open }
        while true {
            if settleOne(&asked, answers) { continue }
            // Questions that could be asked only because of one another are not asked.
            var circle = Set(asked.indices.filter { asked[$0] == .open })
            while true {
                var trial = asked
                for question in circle { trial[question] = .no }
                let kept = circle.filter { askIf($0, trial, answers) == .no }
                if kept == circle { break }
                circle = kept
            }
            if circle.isEmpty { return asked }
            circles.formUnion(circle)
            for question in circle { asked[question] = .no }
        }
    }

    private func settleOne(_ asked: inout [Asked], _ answers: Everything) -> Bool {
        for question in asked.indices where asked[question] == .open {
            switch askIf(question, asked, answers) {
            case .yes: asked[question] = .yes
            case .no, .gap: asked[question] = .no
            case .open: continue
            }
            return true
        }
        return false
    }

    private func askIf(_ question: Int, _ asked: [Asked], _ answers: Everything) -> Truth {
        guard let condition = questionnaire.questions[question].askIf else { return .yes }
        return truth(condition, asked, answers)
    }

    /// Whether some `ask-if` rests on the answer to its own question.
    func waitsForItself(_ asked: [Asked], _ answers: Everything) -> Bool {
        asked.indices.contains { question in
            var trial = asked
            trial[question] = .open
            return askIf(question, trial, answers) == .open
        }
    }

    // MARK: Conditions

    func truth(_ condition: Condition, _ asked: [Asked], _ answers: Everything) -> Truth {
        switch condition {
        case .all(let list): return all(list.map { truth($0, asked, answers) })
        case .any(let list): return not(all(list.map { not(truth($0, asked, answers)) }))
        case .not(let inner): return not(truth(inner, asked, answers))
        case .test(let test): return truth(test, asked, answers)
        }
    }

    func all(_ list: [Truth]) -> Truth {
        if list.contains(.no) { return .no }
        if list.contains(.open) { return .open }
        return list.contains(.gap) ? .gap : .yes
    }

    func not(_ truth: Truth) -> Truth {
        switch truth {
        case .no: .yes
        case .yes: .no
        case .open, .gap: truth
        }
    }

    private func truth(_ test: Test, _ asked: [Asked], _ answers: Everything) -> Truth {
        if test.lowered != nil {
            return ReferenceAmounts(reference: self, asked: asked, answers: answers).truth(test.cell, of: test.subject)
        }
        switch test.subject {
        case .fact(let fact):
            switch value(fact, asked, answers) {
            case .open: return .open
            case .gap, .clash: return .gap
            case .value(let value): return fits(test.cell) { $0 == value } ? .yes : .no
            }
        case .attribute, .amount, .calculation: return .no
        case .decision(let decision): return truth(test.cell, ofDecision: decision, asked, answers)
        case .question(let question): return truth(test.cell, question, asked, answers)
        }
    }

    /// A cell on the outcomes of a decision: a fact, or for `match: many` tick-boxes.
    private func truth(_ cell: Cell, ofDecision decision: Int, _ asked: [Asked], _ answers: Everything) -> Truth {
        guard questionnaire.decisions[decision].table.match == .many else {
            switch outcome(decision, asked, answers) {
            case .open: return .open
            case .gap, .clash: return .gap
            case .value(let outcome): return fits(cell) { $0 == outcome } ? .yes : .no
            }
        }
        let table = questionnaire.decisions[decision].table
        let truths = rows(table, asked, answers)
        func holds(_ cell: Cell) -> Truth {
            switch cell {
            case .has(let outcome):
                let own = truths.indices.filter { ReferenceVerdict.outcome(table.rows[$0]) == outcome }
                return not(all(own.map { not(truths[$0]) }))
            case .all(let list): return all(list.map(holds))
            case .any(let list): return not(all(list.map { not(holds($0)) }))
            case .not(let inner): return not(holds(inner))
            case .oneOf, .compare, .asked, .notAsked: return .no
            }
        }
        return holds(cell)
    }

    /// The outcome of a decision without `match: many`.
    func outcome(_ decision: Int, _ asked: [Asked], _ answers: Everything) -> Value {
        let table = questionnaire.decisions[decision].table
        let truths = rows(table, asked, answers)
        if table.match == .first {
            guard let first = truths.firstIndex(where: { $0 != .no }) else { return .gap }
            switch truths[first] {
            case .yes: return .value(ReferenceVerdict.outcome(table.rows[first]))
            case .open: return .open
            case .gap, .no: return .gap
            }
        }
        if truths.contains(.open) { return .open }
        if truths.contains(.gap) { return .gap }
        let outcomes = Set(truths.indices.filter { truths[$0] == .yes }.map { ReferenceVerdict.outcome(table.rows[$0]) })
        return outcomes.count > 1 ? .clash : outcomes.first.map(Value.value) ?? .gap
    }

    /// A cell on the value of a fact.
    private func fits(_ cell: Cell, _ isValue: (Int) -> Bool) -> Bool {
        switch cell {
        case .oneOf(let list): list.contains(where: isValue)
        case .not(let inner): !fits(inner, isValue)
        case .any(let list): list.contains { fits($0, isValue) }
        default: false
        }
    }

    private func truth(_ cell: Cell, _ question: Int, _ asked: [Asked], _ answers: Everything) -> Truth {
        let isAsked: Truth =
            switch asked[question] {
            case .yes: .yes
            case .no: .no
            case .open: .open
            }
        switch cell {
        case .asked: return isAsked
        case .notAsked: return not(isAsked)
        case .not(let inner): return all([isAsked, not(truth(inner, question, asked, answers))])
        case .all(let list): return all(list.map { truth($0, question, asked, answers) })
        case .any(let list): return not(all(list.map { not(truth($0, question, asked, answers)) }))
        case .oneOf(let options):
            guard case .option(let option) = answers[question] else { return .no }
            return all([isAsked, options.contains(option) ? .yes : .no])
        case .has(let option):
            guard case .ticked(let ticked) = answers[question] else { return .no }
            return all([isAsked, ticked.contains(option) ? .yes : .no])
        case .compare(let relation, let term):
            var other = Truth.yes
            if case .question(let number, _) = term {
                other = asked[number] == .yes ? .yes : asked[number] == .no ? .no : .open
            }
            return all([isAsked, other, holds(answers[question], relation, term, answers) ? .yes : .no])
        }
    }

    private func holds(_ answer: Answer, _ relation: Relation, _ term: Term, _ answers: Everything) -> Bool {
        let left: (Int, Int)
        let right: (Int, Int)
        switch answer {
        case .number(let number): left = (number.units, number.decimals)
        case .day(let day): left = (day.number, 0)
        default: return false
        }
        switch term {
        case .number(let number): right = (number.units, number.decimals)
        case .bound(.day(let day)): right = (day.number, 0)
        case .bound(.today(let shift)): right = (moved(today.number, shift), 0)
        case .amount: return false
        case .question(let other, let shift):
            switch answers[other] {
            case .number(let number): right = (number.units, number.decimals)
            case .day(let day): right = (moved(day.number, shift), 0)
            default: return false
            }
        }
        let digits = max(left.1, right.1)
        let (a, b) = (left.0 * power(digits - left.1), right.0 * power(digits - right.1))
        return relation.fits(a < b ? -1 : a > b ? 1 : 0)
    }

    private func power(_ exponent: Int) -> Int { (0..<exponent).reduce(1) { power, _ in power * 10 } }

    func moved(_ number: Int, _ shift: Shift) -> Int {
        if shift.months != 0 {
            return day(number).adding(Span(count: shift.months, unit: .months))?.number ?? number
        }
        return number + shift.days
    }

    // MARK: Tables

    /// For each row whether it holds.
    func rows(_ table: RuleTable, _ asked: [Asked], _ answers: Everything) -> [Truth] {
        var result: [Truth] = []
        for row in table.rows {
            var truth = truth(row.condition, asked, answers)
            if let rest = row.rest { truth = all([truth, not(not(all(rest.map { not(result[$0]) })))]) }
            result.append(truth)
        }
        return result
    }

    func value(_ fact: Int, _ asked: [Asked], _ answers: Everything) -> Value {
        let table = questionnaire.facts[fact].table
        let truths = rows(table, asked, answers)
        var values: [Value] = []
        for (index, truth) in truths.enumerated() {
            if table.match == .first {
                if truth == .yes { return value(table.rows[index], fact, asked, answers) }
                if truth == .open { return .open }
                if truth == .gap { return .gap }
            } else if truth == .yes {
                values.append(value(table.rows[index], fact, asked, answers))
            }
        }
        if table.match == .first { return .gap }
        if truths.contains(.open) { return .open }
        if truths.contains(.gap) { return .gap }
        guard let first = values.first else { return .gap }
        return values.allSatisfy { $0 == first } ? first : .clash
    }

    private func value(_ row: Row, _ fact: Int, _ asked: [Asked], _ answers: Everything) -> Value {
        switch row.result {
        case .value(let value): return .value(value)
        case .sameAs(.question(let question)):
            switch asked[question] {
            case .open: return .open
            case .no: return .gap
            case .yes:
                guard case .option(let option) = answers[question] else { return .gap }
                let id = questionnaire.questions[question].options[option].id.description
                return questionnaire.facts[fact].values.firstIndex { $0.id == id }.map(Value.value) ?? .gap
            }
        case .sameAs(.fact(let other)):
            let value = value(other, asked, answers)
            guard case .value(let index) = value else { return value }
            let id = questionnaire.facts[other].values[index].id
            return questionnaire.facts[fact].values.firstIndex { $0.id == id }.map(Value.value) ?? .gap
        case .sameAs(.attribute), .sameAs(.amount), .sameAs(.decision), .sameAs(.calculation): return .gap
        }
    }

    /// Whether each decision has an outcome that no fact without a value keeps from being known.
    func hasClearDecisions(_ asked: [Asked], _ answers: Everything) -> Bool {
        guard !questionnaire.namedDecisions.isEmpty else { return true }
        return questionnaire.decisions.indices.allSatisfy { decision in
            guard questionnaire.decisions[decision].table.match == .many else {
                if case .value = outcome(decision, asked, answers) { return true }
                return false
            }
            let truths = rows(questionnaire.decisions[decision].table, asked, answers)
            return truths.contains(.yes) && !truths.contains(.gap)
        }
    }

    // MARK: Texts

    /// What the texts of an outcome name, its paragraphs included that are shown, and the numbers of those.
    func told(_ outcome: Int, _ asked: [Asked], _ answers: Everything) -> (names: [NamedValue], paragraphs: [Int]) {
        let told = questionnaire.outcomes[outcome]
        let shown = told.paragraphs.filter { truth($0.condition, asked, answers) == .yes }
        return (told.names + shown.flatMap(\.names), shown.map(\.number))
    }

    // MARK: What can be

    /// Whether the answers can be given together.
    func isPossible(_ asked: [Asked], _ answers: Everything) -> Bool {
        for item in questionnaire.impossible where truth(item.condition, asked, answers) == .yes { return false }
        for (number, question) in questionnaire.questions.enumerated() where asked[number] == .yes {
            if case .any(_, let least, _) = question.kind, case .ticked(let ticked) = answers[number],
                ticked.count < least
            {
                return false
            }
            if question.fault(of: answers[number], today: today) != nil { return false }
        }
        return true
    }

    /// Whether an answer breaks a row of `must`.
    func isRefused(_ asked: [Asked], _ answers: Everything) -> Bool {
        questionnaire.questions.enumerated().contains { number, question in
            asked[number] == .yes && question.must.contains { breaks($0, asked, answers) }
        }
    }

    func isAccepted(_ asked: [Asked], _ answers: Everything) -> Bool {
        isPossible(asked, answers) && !isRefused(asked, answers)
    }

    /// Whether what is impossible or refused rests on a fact without a value.
    func excludesByGap(_ asked: [Asked], _ answers: Everything) -> Bool {
        questionnaire.impossible.contains { truth($0.condition, asked, answers) == .gap }
            || questionnaire.questions.enumerated().contains { number, question in
                asked[number] == .yes
                    && question.must.contains { row in
                        all([row.condition.map { truth($0, asked, answers) } ?? .yes, not(truth(row.that, asked, answers))])
                            == .gap
                    }
            }
    }

    func breaks(_ row: Requirement, _ asked: [Asked], _ answers: Everything) -> Bool {
        let applies = row.condition.map { truth($0, asked, answers) } ?? .yes
        return applies == .yes && truth(row.that, asked, answers) == .no
    }

    // MARK: Everything

    /// Every combination of raw answers.
    func combinations() -> [Everything] {
        questionnaire.questions.reduce([[]]) { combinations, question in
            let answers = everyAnswer(question)
            return combinations.flatMap { combination in answers.map { combination + [$0] } }
        }
    }

    func everyAnswer(_ question: Question) -> [Answer] {
        switch question.kind {
        case .one(let choices): return choices.options.indices.map(Answer.option)
        case .any(let choices, _, _):
            return (0..<(1 << choices.options.count)).map { bits in
                .ticked(choices.options.indices.filter { bits >> $0 & 1 == 1 })
            }
        case .number(let range):
            let digits = range.decimals
            return (range.from.ceiling(digits: digits)...range.to.floor(digits: digits)).compactMap { units in
                ExactNumber(decimal(units, decimals: digits)).map(Answer.number)
            }
        case .date(let range):
            let (from, to) = (range.from.number(today: today), range.to.number(today: today))
            return from <= to ? (from...to).map { .day(day($0)) } : [.day(day(from))]
        }
    }
}
