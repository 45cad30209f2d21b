import Diagnostics

/// What a questionnaire means: each of its parts as a function of the answers.
///
/// The functions look at what a reader would answer to every question; whether a question is asked is itself such a
/// function, and an answer to a question that is not asked makes no difference to any of them.
///
/// Truth has four values: yes, no, `open` for what waits for a question that is still being settled, and `gap` for what rests
/// on a fact without a value. ``Operation`` combines them as Kleene's strong logic does, so that a gap matters only where it
/// could change the result, and is reported only there.
struct Meaning {
    let questionnaire: Questionnaire
    /// What the functions test.
    let variables: Variables
    /// Where the values of numbers and dates are cut into blocks.
    let cuts: Cuts
    /// What names what.
    let dependencies: Dependencies
    /// The questions with an `ask-if` that name only settled ones, each after those it names.
    var order: [Int] = []
    /// Holds all functions; a ``Ref`` means nothing without it.
    var store: DiagramStore
    /// For each question whether it is asked.
    var asked: [Ref]
    /// Questions that for some answers could be asked only because of one another, and so are not.
    var unfounded: Set<Int> = []
    /// For each fact its value; nil while it is not worked out, or waits for questions that are not.
    var facts: [FactMeaning?]
    /// What decisions lead to that conditions name, as far as it is worked out.
    var decisions: [Int: DecisionMeaning] = [:]
    /// Where numbers and dates do not contradict one another: all answers that readers can give.
    var consistent: Ref = .yes
    /// Where no answers contradict one another, asked or not, as far as whether questions are asked has to know it.
    var thinkable: Ref = .yes
    /// Questions whose answers are calculated with together; known once it is settled what is possible.
    var groups: [CalculatedGroup]?
    /// The answers that can be given together.
    var possible: Ref = .yes
    /// The possible answers that no row of `must` refuses.
    var accepted: Ref = .yes

    /// How many nodes the results of a decision may take for a diagram to have few enough states, where everything is asked
    /// and accepted; nil while that is not known.
    var mostNodes: Int?

    /// How many nodes may tell which rows of a table hold together.
    let nodesOfRowSets: Int

    init(_ questionnaire: Questionnaire, variables: Variables, limit: Int, nodesOfRowSets: Int = 100_000) {
        self.questionnaire = questionnaire
        self.nodesOfRowSets = nodesOfRowSets
        self.variables = variables
        cuts = Cuts(questionnaire)
        dependencies = Dependencies(questionnaire)
        store = DiagramStore(arity: variables.arity, limit: limit)
        asked = questionnaire.questions.map { $0.askIf == nil ? .yes : .open }
        facts = Array(repeating: nil, count: questionnaire.facts.count)
    }
}

/// A fact, worked out.
struct FactMeaning {
    /// Its value; gap where no row holds or a gap was used, clash where rows disagree.
    let value: Ref
    /// The rows that hold.
    let table: TableMeaning
}

extension Meaning {
    /// Where a condition holds.
    mutating func condition(_ condition: Condition) throws(TooLarge) -> Ref {
        switch condition {
        case .all(let list): return try conjunction(list)
        case .any(let list):
            var refs: [Ref] = []
            for inner in list { refs.append(try self.condition(inner)) }
            return try disjunction(refs)
        case .not(let inner): return try store.not(self.condition(inner))
        case .test(let test):
            if let lowered = test.lowered { return try self.condition(lowered) }
            return try self.test(test)
        }
    }

    /// Where all of the conditions hold.
    mutating func conjunction(_ list: [Condition]) throws(TooLarge) -> Ref {
        var refs: [Ref] = []
        for inner in list { refs.append(try condition(inner)) }
        // From the last variable to the first, so that each step only puts a node on top.
        refs.sort { store.variable($0) > store.variable($1) }
        var result = Ref.yes
        for ref in refs { result = try store.apply(.and, ref, result) }
        return result
    }

    /// Where one of them is yes; halves are joined first, so that small functions meet small ones.
    mutating func disjunction(_ refs: [Ref]) throws(TooLarge) -> Ref { try join(refs[...], .or, empty: .no) }

    /// All of them combined by an associative operation.
    mutating func join(_ refs: ArraySlice<Ref>, _ operation: Operation, empty: Ref) throws(TooLarge) -> Ref {
        guard refs.count > 1 else { return refs.first ?? empty }
        let middle = refs.startIndex + refs.count / 2
        let left = try join(refs[..<middle], operation, empty: empty)
        return try store.apply(operation, left, join(refs[middle...], operation, empty: empty))
    }

    /// Where an entry holds.
    mutating func test(_ test: Test) throws(TooLarge) -> Ref {
        switch test.subject {
        case .question(let number): return try cell(test.cell, of: number)
        case .attribute(let number, let index): return try cell(test.cell, ofAttribute: index, number)
        case .fact(let number): return try cell(test.cell, of: fact(number).value)
        case .amount: return .no
        case .calculation(let calculation): return try cell(test.cell, of: calculation)
        case .decision(let number):
            if questionnaire.decisions[number].table.match == .many { return try cell(test.cell, ofMany: number) }
            return try cell(test.cell, of: outcome(of: number))
        }
    }

    /// A cell on a question: false where the question is not asked, but for `not asked`. So `not` is a conjunction with "asked".
    private mutating func cell(_ cell: Cell, of question: Int) throws(TooLarge) -> Ref {
        let asked = asked[question]
        switch cell {
        case .asked: return asked
        case .notAsked: return try store.not(asked)
        case .all(let list):
            var result = Ref.yes
            for inner in list { result = try store.apply(.and, result, self.cell(inner, of: question)) }
            return result
        case .any(let list):
            var refs: [Ref] = []
            for inner in list { refs.append(try self.cell(inner, of: question)) }
            return try disjunction(refs)
        case .not(let inner): return try store.apply(.and, asked, store.not(self.cell(inner, of: question)))
        case .has(let option):
            return try store.apply(.and, asked, store.literal(variables.ofQuestion[question][option], [false, true]))
        case .oneOf(let options): return try store.apply(.and, asked, choice(question, options))
        case .compare(let relation, let term):
            let holds = try compare(question, relation, term)
            guard case .question(let other, _) = term else { return try store.apply(.and, asked, holds) }
            return try store.apply(.and, store.apply(.and, asked, self.asked[other]), holds)
        }
    }

    /// Where one of these options is chosen.
    private mutating func choice(_ question: Int, _ options: [Int]) throws(TooLarge) -> Ref {
        let variable = variables.ofQuestion[question][0]
        guard case .choice(_, let blocks) = variables.list[variable] else { return .no }
        var isIn = Array(repeating: false, count: variables.arity[variable])
        for option in options { isIn[blocks[option]] = true }
        return try store.literal(variable, isIn)
    }

    /// A cell on an attribute: false for options that don't have it, for its negation too.
    private mutating func cell(_ cell: Cell, ofAttribute index: Int, _ question: Int) throws(TooLarge) -> Ref {
        guard case .one(let choices) = questionnaire.questions[question].kind else { return .no }
        let values = choices.attributes[index].valueOfOption
        switch cell {
        case .oneOf(let wanted):
            let options = values.indices.filter { values[$0].map(wanted.contains) ?? false }
            return try store.apply(.and, asked[question], choice(question, options))
        case .not(let inner):
            let having = try choice(question, values.indices.filter { values[$0] != nil })
            let holds = try store.not(self.cell(inner, ofAttribute: index, question))
            return try store.apply(.and, store.apply(.and, asked[question], having), holds)
        case .any(let list):
            var refs: [Ref] = []
            for inner in list { refs.append(try self.cell(inner, ofAttribute: index, question)) }
            return try disjunction(refs)
        case .all, .has, .compare, .asked, .notAsked: return .no
        }
    }

    /// A cell on the value of a fact or the outcome of a decision. A clash is reported where that is proved, and is a gap for whoever uses it.
    private mutating func cell(_ cell: Cell, of value: Ref) throws(TooLarge) -> Ref {
        switch cell {
        case .oneOf(let wanted):
            let set = Set(wanted)
            return try store.map(value) {
                $0.isValue ? (set.contains($0.index) ? .yes : .no) : $0 == .clash ? .gap : $0
            }
        case .not(let inner): return try store.not(self.cell(inner, of: value))
        case .any(let list):
            var refs: [Ref] = []
            for inner in list { refs.append(try self.cell(inner, of: value)) }
            return try disjunction(refs)
        case .all, .has, .compare, .asked, .notAsked: return .no
        }
    }

    /// A cell on the outcomes of a decision with `match: many`.
    private mutating func cell(_ cell: Cell, ofMany decision: Int) throws(TooLarge) -> Ref {
        switch cell {
        case .has(let outcome): return try holds(outcome, in: decision)
        case .not(let inner): return try store.not(self.cell(inner, ofMany: decision))
        case .all(let list), .any(let list):
            var refs: [Ref] = []
            for inner in list { refs.append(try self.cell(inner, ofMany: decision)) }
            guard case .all = cell else { return try disjunction(refs) }
            var result = Ref.yes
            for ref in refs { result = try store.apply(.and, result, ref) }
            return result
        case .oneOf, .compare, .asked, .notAsked: return .no
        }
    }

    /// Where an answer compares so with a term, whether or not it is asked.
    private mutating func compare(_ question: Int, _ relation: Relation, _ term: Term) throws(TooLarge) -> Ref {
        let ends = cuts.ends(question, relation, term)
        let base: Chain.Base =
            switch term {
            case .number, .bound(.day): .zero
            case .bound(.today): .today
            case .question(let other, _): .question(other)
            case .amount: .zero
            }
        var result = Ref.yes
        if let from = ends.from { result = try store.apply(.and, result, atOrAbove(from, question, base)) }
        if let below = ends.below {
            result = try store.apply(.and, result, store.not(atOrAbove(below, question, base)))
        }
        return result
    }

    /// Where an answer is not below a cut.
    private mutating func atOrAbove(_ cut: Chain.Cut, _ question: Int, _ base: Chain.Base) throws(TooLarge) -> Ref {
        var subject = question
        var base = base
        var cut = cut
        var isTurned = false
        var variable = variables.ofQuestion[question][0]
        if case .question(let other) = base {
            variable = variables.orders[question].first { variables.orders[other].contains($0) } ?? variable
            if other < question, cut.months == 0 {
                (subject, base, cut, isTurned) = (
                    other, .question(question), Chain.Cut(months: 0, days: 1 - cut.days), true
                )
            }
        }
        let scale: Scale
        switch variables.list[variable] {
        case .scale(_, let found), .order(_, _, let found): scale = found
        case .choice, .tick, .calculation: return .no
        }
        guard
            let chain = scale.chains.firstIndex(where: {
                $0.subject == subject && $0.base == base && $0.cuts.contains(cut)
            })
        else {
            // A cut beyond the limits of the question: every answer lies on one side of it.
            let limits = AnswerLimits(questionnaire.questions[question])
            return limits.absolute.from.map { cut.days <= $0 } ?? false ? .yes : .no
        }
        let isAbove = scale.blocks(chain, atOrAbove: cut)
        return try store.literal(variable, isTurned ? isAbove.map { !$0 } : isAbove)
    }
}
