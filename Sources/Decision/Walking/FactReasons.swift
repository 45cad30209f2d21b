package import Content

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
            diagram = try FactReasons.diagram(Meaning(questionnaire, variables: variables, limit: limits.functionNodes))
        } catch {
            return nil
        }
    }

    private static func diagram(_ meaning: Meaning) throws(TooLarge) -> DecisionDiagram {
        var builder = DiagramBuilder(meaning, limit: 0)
        _ = try builder.meaning.settleAsking()
        _ = try builder.meaning.settlePossible()
        var roots: [Target] = []
        for fact in meaning.questionnaire.facts.indices {
            let rows = try builder.meaning.fact(fact).rows
            let possible = try builder.meaning.store.apply(.within, builder.meaning.accepted, rows)
            let sets = builder.meaning.store.rowSets.values
            let least = try builder.meaning.store.withoutNeedlessTests(possible)
            roots.append(builder.function(least) { .rows($0.isValue ? sets[$0.index].map(Int.init) : []) })
        }
        let (nodes, ends) = (builder.nodes.values, builder.ends.values)
        let final = Coarsening(meaning.variables, nodes: nodes, ends: ends, roots: roots)
        return DecisionDiagram(
            questionnaire: meaning.questionnaire, variables: final.finalVariables, nodes: final.finalNodes, ends: final.finalEnds,
            tracks: [], refused: .closed, possible: .closed, otherwise: [], refusals: [],
            reasons: roots.enumerated().map { Reason(decision: $0, outcome: 0, root: final.final($1)) },
            deciding: .init(variables: 0, nodes: 0, ends: 0))
    }

    /// The rows of facts on which a row rests, through other facts too, each after those that name it: rows that hold
    /// whatever the answers are that nobody gave.
    package func rows(under row: Row, given answers: [Int: Answer], today: Day) -> [(fact: Int, row: Int)] {
        let following = Following(diagram: diagram, today: today)
        var found: [(fact: Int, row: Int)] = []
        var open = facts(of: row)
        var seen = Set(open)
        while !open.isEmpty {
            let fact = open.removeFirst()
            let sets = following.ends(diagram.reasons[fact].root, answers).compactMap { end -> Set<Int>? in
                if case .rows(let rows) = diagram.ends[end] { Set(rows) } else { nil }
            }
            guard let first = sets.first else { continue }
            for index in sets.dropFirst().reduce(first, { $0.intersection($1) }).sorted() {
                found.append((fact, index))
                open += facts(of: diagram.questionnaire.facts[fact].table.rows[index]).filter { seen.insert($0).inserted }
            }
        }
        return found
    }

    private func facts(of row: Row) -> [Int] {
        var named = Links.Named()
        named.add(row.condition)
        return named.facts.sorted()
    }

    /// The rows that give a fact its value, whatever the answers are that nobody gave.
    func rows(of fact: Int, given answers: [Int: Answer], today: Day) -> [Int] {
        let following = Following(diagram: diagram, today: today)
        let sets = following.ends(diagram.reasons[fact].root, answers).compactMap { end -> Set<Int>? in
            if case .rows(let rows) = diagram.ends[end] { Set(rows) } else { nil }
        }
        guard let first = sets.first else { return [] }
        return sets.dropFirst().reduce(first) { $0.intersection($1) }.sorted()
    }

    /// The value of a fact, if these answers settle it.
    func value(of fact: Int, given answers: [Int: Answer], today: Day) -> FactValue? {
        let following = Following(diagram: diagram, today: today)
        let questionnaire = diagram.questionnaire
        let sets = following.ends(diagram.reasons[fact].root, answers).compactMap { end -> Set<Int>? in
            if case .rows(let rows) = diagram.ends[end] { Set(rows) } else { nil }
        }
        let values = Set(sets.flatMap { $0 }).map { row -> FactValue? in
            switch questionnaire.facts[fact].table.rows[row].result {
            case .value(let index): questionnaire.facts[fact].values[index]
            case .sameAs(.fact(let other)): value(of: other, given: answers, today: today)
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

    private func taken(_ number: Int, _ answers: [Int: Answer], _ value: (Int) -> FactValue?) -> FactValue? {
        guard case .option(let option) = answers[number] else { return nil }
        return value(option)
    }
}
