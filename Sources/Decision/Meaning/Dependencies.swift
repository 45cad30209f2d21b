/// Which questions and facts the parts of a questionnaire name.
struct Dependencies: Sendable {
    /// For each question those that its `ask-if` rests on, through facts too.
    private(set) var questionsOfAskIf: [Set<Int>] = []
    /// For each question the facts that its `ask-if` rests on, through facts too.
    private(set) var factsOfAskIf: [Set<Int>] = []
    /// For each fact the questions it rests on, through facts too.
    private(set) var questionsOfFact: [Set<Int>] = []
    /// For each fact the facts that its rows name.
    private(set) var factsOfFact: [Set<Int>] = []

    /// - Parameter questionnaire: its facts may rest on one another in a circle, which is reported elsewhere.
    init(_ questionnaire: Questionnaire) {
        let direct = questionnaire.facts.map { Named($0.table) }
        factsOfFact = direct.map(\.facts)
        let closures = direct.indices.map { Dependencies.closure(of: [$0], direct) }
        questionsOfFact = closures.map { facts in facts.reduce(into: Set<Int>()) { $0.formUnion(direct[$1].questions) }
        }
        for question in questionnaire.questions {
            var named = Named()
            if let condition = question.askIf { named.add(condition) }
            let facts = Dependencies.closure(of: named.facts, direct)
            factsOfAskIf.append(facts)
            questionsOfAskIf.append(facts.reduce(into: named.questions) { $0.formUnion(direct[$1].questions) })
        }
    }

    /// The questions that a condition rests on, through facts too.
    func questions(of condition: Condition) -> Set<Int> {
        var named = Named()
        named.add(condition)
        return named.facts.reduce(into: named.questions) { $0.formUnion(questionsOfFact[$1]) }
    }

    /// A question, and all others that are asked or not by its answer, directly or through one another.
    func questionsAskedThrough(_ question: Int) -> Set<Int> {
        var found: Set<Int> = [question]
        var count = 0
        while count < found.count {
            count = found.count
            for other in questionsOfAskIf.indices where !questionsOfAskIf[other].isDisjoint(with: found) { found.insert(other) }
        }
        return found
    }

    /// The facts, and all that they rest on.
    private static func closure(of facts: Set<Int>, _ direct: [Named]) -> Set<Int> {
        var found = facts
        var open = Array(facts)
        while let next = open.popLast() {
            for fact in direct[next].facts where found.insert(fact).inserted { open.append(fact) }
        }
        return found
    }

    /// What some conditions name.
    struct Named {
        var questions: Set<Int> = []
        var facts: Set<Int> = []

        init() {}

        init(_ table: RuleTable) {
            for row in table.rows {
                for condition in row.guards.flatMap(\.conditions) + row.entries.conditions { add(condition) }
                if case .sameAs(let subject) = row.result { add(subject) }
            }
        }

        mutating func add(_ condition: Condition) {
            condition.forEachTest { test in
                add(test.subject)
                test.cell.forEachComparison { _, term in
                    if case .question(let other, _) = term { questions.insert(other) }
                }
            }
        }

        mutating func add(_ subject: Subject) {
            switch subject {
            case .question(let number), .attribute(let number, _): questions.insert(number)
            case .fact(let number): facts.insert(number)
            case .decision: break
            }
        }
    }
}

extension Condition {
    /// The questions that it names itself, or by an attribute of their answers.
    package var questions: Set<Int> {
        var named = Dependencies.Named()
        named.add(self)
        return named.questions
    }
}
