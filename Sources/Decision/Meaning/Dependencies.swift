/// Which questions, facts and decisions the parts of a questionnaire name.
struct Dependencies: Sendable {
    /// For each question those that its `ask-if` rests on, through facts and decisions too.
    private(set) var questionsOfAskIf: [Set<Int>] = []
    /// For each question the facts that its `ask-if` rests on, through facts and decisions too.
    private(set) var factsOfAskIf: [Set<Int>] = []
    /// For each question the decisions that its `ask-if` rests on, through facts and decisions too.
    private(set) var decisionsOfAskIf: [Set<Int>] = []
    /// For each fact the questions it rests on, through facts and decisions too.
    private(set) var questionsOfFact: [Set<Int>] = []
    /// For each decision the questions it rests on, through facts and decisions too.
    private(set) var questionsOfDecision: [Set<Int>] = []
    /// For each fact the facts that its rows name.
    private(set) var factsOfFact: [Set<Int>] = []

    /// - Parameter questionnaire: its facts and decisions may rest on one another in a circle, which is reported elsewhere.
    init(_ questionnaire: Questionnaire) {
        let tables = NamedByTables(questionnaire)
        factsOfFact = tables.facts.map(\.facts)
        questionsOfFact = tables.facts.map { tables.all($0).questions }
        questionsOfDecision = tables.decisions.map { tables.all($0).questions }
        for question in questionnaire.questions {
            var named = Named()
            if let condition = question.askIf { named.add(condition) }
            let all = tables.all(named)
            factsOfAskIf.append(all.facts)
            decisionsOfAskIf.append(all.decisions)
            questionsOfAskIf.append(all.questions)
        }
    }

    /// The questions that a condition rests on, through facts and decisions too.
    func questions(of condition: Condition) -> Set<Int> {
        var named = Named()
        named.add(condition)
        let throughFacts = named.facts.reduce(into: named.questions) { $0.formUnion(questionsOfFact[$1]) }
        return named.decisions.reduce(into: throughFacts) { $0.formUnion(questionsOfDecision[$1]) }
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

    /// What the tables of facts and decisions name themselves.
    private struct NamedByTables {
        let facts: [Named]
        let decisions: [Named]

        init(_ questionnaire: Questionnaire) {
            facts = questionnaire.facts.map { Named($0.table) }
            decisions = questionnaire.decisions.map { Named($0.table) }
        }

        /// What is named, and all that this rests on.
        func all(_ named: Named) -> Named {
            var found = named
            var (openFacts, openDecisions) = (named.facts, named.decisions)
            while !openFacts.isEmpty || !openDecisions.isEmpty {
                var next = Named()
                for fact in openFacts { next.form(facts[fact]) }
                for decision in openDecisions { next.form(decisions[decision]) }
                (openFacts, openDecisions) = (next.facts.subtracting(found.facts), next.decisions.subtracting(found.decisions))
                found.form(next)
            }
            return found
        }
    }

    /// What some conditions name.
    struct Named {
        var questions: Set<Int> = []
        var facts: Set<Int> = []
        var decisions: Set<Int> = []

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
            case .decision(let number): decisions.insert(number)
            case .calculation(let calculation): questions.formUnion(calculation.questions)
            case .amount: break
            }
        }

        mutating func form(_ other: Named) {
            questions.formUnion(other.questions)
            facts.formUnion(other.facts)
            decisions.formUnion(other.decisions)
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

extension Questionnaire {
    /// The decisions that some condition names which decides something.
    var namedDecisions: Set<Int> {
        var named = Dependencies.Named()
        forEachCondition { named.add($0) }
        return named.decisions
    }
}
