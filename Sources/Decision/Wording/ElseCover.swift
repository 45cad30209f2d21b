package import Forms
package import Words

/// What each `else` takes: the answers that all other rows leave open, in words.
///
/// Worked out beside the diagram, in which only the outcome is left of them.
package struct ElseCover: Sendable {
    private let diagram: DecisionDiagram
    /// For each decision, then for each fact, its `else` with the function of where it decides.
    private let places: [Place]

    private struct Place: Sendable {
        let isFact: Bool
        let table: Int
        let row: Int
        let root: Target
    }

    /// - Parameter questionnaire: one that was proved.
    /// - Returns: nil where it has no `else`, or working it out passes the limits.
    package init?(_ questionnaire: Questionnaire, since: Day, limits: CompileLimits = CompileLimits()) {
        guard
            (questionnaire.decisions.map(\.table) + questionnaire.facts.map(\.table)).contains(where: {
                $0.rows.contains { $0.rest != nil }
            })
        else { return nil }
        let variables = Variables(questionnaire, since: since)
        do throws(TooLarge) {
            (diagram, places) = try ElseCover.compiled(Meaning(questionnaire, variables: variables, limit: limits.functionNodes))
        } catch {
            return nil
        }
    }

    private static func compiled(_ meaning: Meaning) throws(TooLarge) -> (DecisionDiagram, [Place]) {
        var builder = DiagramBuilder(meaning, limit: 0)
        _ = try builder.meaning.settleAsking()
        _ = try builder.meaning.settlePossible()
        var found: [(isFact: Bool, table: Int, row: Int, root: Target)] = []
        for (isFact, tables) in [(false, meaning.questionnaire.decisions.map(\.table)), (true, meaning.questionnaire.facts.map(\.table))] {
            for (number, table) in tables.enumerated() {
                for (index, row) in try builder.meaning.rows(table).enumerated() where table.rows[index].rest != nil {
                    let possible = try builder.meaning.store.apply(.within, builder.meaning.accepted, row)
                    let least = try builder.meaning.store.withoutNeedlessTests(possible)
                    found.append((isFact, number, index, builder.function(least) { $0 == .yes ? .rows([index]) : .nothing }))
                }
            }
        }
        let (nodes, ends) = (builder.nodes.values, builder.ends.values)
        let final = Coarsening(meaning.variables, nodes: nodes, ends: ends, roots: found.map(\.root))
        let diagram = DecisionDiagram(
            questionnaire: meaning.questionnaire, since: meaning.variables.since, variables: final.finalVariables,
            nodes: final.finalNodes, ends: final.finalEnds,
            tracks: [], refused: .closed, possible: .closed, otherwise: [], refusals: [], reasons: [],
            deciding: .init(variables: 0, nodes: 0, ends: 0))
        return (diagram, found.map { Place(isFact: $0.isFact, table: $0.table, row: $0.row, root: final.final($0.root)) })
    }

    /// The first lines of what an `else` takes, and how many more there are.
    package typealias Lines = (lines: [String], more: Int)

    /// The answers that an `else` of a decision takes, a line for each region: by its row and the most lines; nil for a
    /// row that is no `else`, or takes too many regions.
    package func lines(decision: Int) -> (_ row: Int, _ limit: Int, Phrasebook) -> Lines? {
        { lines(isFact: false, decision, $0, $1, $2) }
    }

    /// The same for a fact.
    package func lines(fact: Int) -> (_ row: Int, _ limit: Int, Phrasebook) -> Lines? {
        { lines(isFact: true, fact, $0, $1, $2) }
    }

    private func lines(
        isFact: Bool, _ table: Int, _ row: Int, _ limit: Int, _ words: Phrasebook
    ) -> Lines? {
        guard let place = places.first(where: { $0.isFact == isFact && $0.table == table && $0.row == row }) else { return nil }
        var search = RegionSearch(diagram: diagram, limit: 200) { if case .rows = $0 { true } else { false } }
        guard search.collect(place.root) else { return nil }
        let lines = search.regions.map { region in
            let conditions = region.conditions.map { $0.phrasing(diagram.questionnaire) }
            return words.text(conditions.isEmpty ? .word("qWhoAll") : .list(conditions, "ruleAll"))
        }
        return (Array(lines.prefix(limit)), max(0, lines.count - limit))
    }
}
