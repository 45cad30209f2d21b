package import Forms

/// Which rows gave the facts their values, for explanations.
///
/// Made apart from the diagram of a questionnaire: no walk needs it, and every published form would grow by it.
package struct FactReasons: Sendable {
    /// Its reasons are about facts where those of other diagrams are about decisions.
    private let diagram: DecisionDiagram

    /// - Parameter questionnaire: one that was proved.
    /// - Returns: nil where that passes the limits.
    package init?(_ questionnaire: Questionnaire, since: Day, limits: CompileLimits = CompileLimits()) {
        let variables = Variables(questionnaire, since: since)
        do throws(TooLarge) {
            diagram = try FactReasons.diagram(
                Meaning(
                    questionnaire, variables: variables, limit: limits.functionNodes, nodesOfRowSets: limits.rowSetNodes))
        } catch {
            return nil
        }
    }

    /// One function to the rows of each fact, minimised: impossible answers are don't-cares.
    private static func diagram(_ meaning: consuming Meaning) throws(TooLarge) -> DecisionDiagram {
        var builder = DiagramBuilder(limit: 0)
        _ = try meaning.settleAsking()
        _ = try meaning.settlePossible()
        var roots: [(fact: Int, root: Target)] = []
        for fact in meaning.questionnaire.facts.indices {
            let table = try meaning.fact(fact).table
            let sets = meaning.store.rowSets.values
            let functions: [(ref: Ref, rows: (Ref) -> [Int])] =
                table.isCoarse
                ? table.rows.enumerated().map { number, ref in (ref, { $0 == .yes ? [number] : [] }) }
                : [(table.deciding, { $0.isValue ? sets[$0.index].map(Int.init) : [] })]
            for function in functions {
                let possible = try meaning.store.apply(.within, meaning.accepted, function.ref)
                let least = try meaning.store.minimized(possible)
                roots.append((fact, builder.function(least, in: meaning) { .rows(function.rows($0)) }))
            }
        }
        let (nodes, terminals) = (builder.nodes.values, builder.terminals.values)
        let canonical = CanonicalForm(meaning.variables, nodes: nodes, terminals: terminals, roots: roots.map(\.root))
        return DecisionDiagram(
            questionnaire: meaning.questionnaire, since: meaning.variables.since, variables: canonical.variables,
            nodes: canonical.nodes, terminals: canonical.terminals,
            decisionRoots: [], refused: .closed, possible: .closed, otherwise: [], refusals: [],
            reasons: roots.map { Reason(decision: $0.fact, outcome: 0, root: canonical.canonical($0.root)) },
            deciding: .init(variables: 0, nodes: 0, terminals: 0))
    }

    /// The rows of facts on which a row rests, through other facts too, each after those that name it: rows that hold
    /// whatever the answers are that nobody gave.
    package func rows(under row: Row, given answers: [Int: Answer], today: Day) -> [(fact: Int, row: Int)] {
        var found: [(fact: Int, row: Int)] = []
        var open = facts(of: row)
        var seen = Set(open)
        while !open.isEmpty {
            let fact = open.removeFirst()
            for index in rows(of: fact, given: answers, today: today) {
                found.append((fact, index))
                open += facts(of: diagram.questionnaire.facts[fact].table.rows[index]).filter { seen.insert($0).inserted }
            }
        }
        return found
    }

    private func facts(of row: Row) -> [Int] {
        var named = Dependencies.Named()
        named.add(row.condition)
        return named.facts.sorted()
    }

    /// The rows that give a fact its value, whatever the answers are that nobody gave.
    func rows(of fact: Int, given answers: [Int: Answer], today: Day) -> [Int] {
        found(fact, answers, today).certain
    }

    private func found(_ fact: Int, _ answers: [Int: Answer], _ today: Day) -> MatchingRows {
        let roots = diagram.reasons.filter { $0.decision == fact }.map(\.root)
        return MatchingRows(Evaluator(diagram: diagram, today: today), roots, answers)
    }

    /// The value of a fact, if these answers settle it.
    func value(of fact: Int, given answers: [Int: Answer], today: Day) -> FactValue? {
        let questionnaire = diagram.questionnaire
        let values = found(fact, answers, today).any.map { row -> FactValue? in
            switch questionnaire.facts[fact].table.rows[row].result {
            case .value(let index): questionnaire.facts[fact].values[index]
            case .sameAs(.fact(let other)): value(of: other, given: answers, today: today)
            case .sameAs(.decision), .sameAs(.amount), .sameAs(.calculation): nil
            case .sameAs(.question(let number)):
                taken(number, answers) { option in
                    let chosen = questionnaire.questions[number].options[option]
                    return FactValue(id: chosen.id.description, label: chosen.label)
                }
            case .sameAs(.attribute(let number, let index)):
                taken(number, answers) { option in
                    guard case .one(let choices) = questionnaire.questions[number].kind else { return nil }
                    return choices.attributes[index].valueOfOption[option].map { choices.attributes[index].values[$0] }
                }
            }
        }
        guard let first = values.first, values.allSatisfy({ $0?.id == first?.id }) else { return nil }
        return first
    }

    /// The value that a fact takes over from the option of a question.
    private func taken(_ number: Int, _ answers: [Int: Answer], _ value: (Int) -> FactValue?) -> FactValue? {
        guard case .option(let option) = answers[number] else { return nil }
        return value(option)
    }
}
