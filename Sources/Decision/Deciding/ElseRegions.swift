package import Forms

/// What each `else` takes: the answers that all other rows leave open.
///
/// Worked out beside the diagram, in which only the outcome is left of them.
package struct ElseRegions: Sendable {
    /// Holds nothing but the functions of where each `else` decides.
    package let diagram: DecisionDiagram
    /// For each decision, then for each fact, its `else` with the function of where it decides.
    private let rows: [ElseRow]

    private struct ElseRow: Sendable {
        let table: TableName
        let row: Int
        let root: Target
    }

    /// - Parameter questionnaire: one that was proved.
    /// - Returns: nil where it has no `else`, or working it out passes the limits.
    package init?(_ questionnaire: Questionnaire, since: Day, limits: CompileLimits = CompileLimits()) {
        guard questionnaire.tables.contains(where: { $0.table.rows.contains { $0.rest != nil } }) else { return nil }
        let variables = Variables(questionnaire, since: since)
        do throws(TooLarge) {
            (diagram, rows) = try ElseRegions.compiled(Meaning(questionnaire, variables: variables, limit: limits.functionNodes))
        } catch {
            return nil
        }
    }

    private static func compiled(_ meaning: consuming Meaning) throws(TooLarge) -> (DecisionDiagram, [ElseRow]) {
        var builder = DiagramBuilder(limit: 0)
        _ = try meaning.settleAsking()
        _ = try meaning.settlePossible()
        var found: [ElseRow] = []
        for (name, table) in meaning.questionnaire.tables {
            for (index, row) in try meaning.rows(table).enumerated() where table.rows[index].rest != nil {
                let possible = try meaning.store.apply(.within, meaning.accepted, row)
                let least = try meaning.store.minimized(possible)
                found.append(
                    ElseRow(table: name, row: index, root: builder.function(least, in: meaning) { $0 == .yes ? .rows([index]) : .nothing }))
            }
        }
        let (nodes, terminals) = (builder.nodes.values, builder.terminals.values)
        let canonical = CanonicalForm(meaning.variables, nodes: nodes, terminals: terminals, roots: found.map(\.root))
        let diagram = DecisionDiagram(
            questionnaire: meaning.questionnaire, since: meaning.variables.since, variables: canonical.variables,
            nodes: canonical.nodes, terminals: canonical.terminals,
            decisionRoots: [], refused: .closed, possible: .closed, otherwise: [], refusals: [], reasons: [],
            deciding: .init(variables: 0, nodes: 0, terminals: 0))
        return (diagram, found.map { ElseRow(table: $0.table, row: $0.row, root: canonical.canonical($0.root)) })
    }

    /// The answers that a row takes.
    ///
    /// - Parameter row: its index among the rows of the table.
    /// - Returns: nil for a row that is no `else`, and beyond the limit of regions.
    package func regions(ofRow row: Int, in table: TableName, limit: Int = 200) -> [Region]? {
        guard let known = rows.first(where: { $0.table == table && $0.row == row }) else { return nil }
        var search = RegionSearch(diagram: diagram, limit: limit) { if case .rows = $0 { true } else { false } }
        return search.collect(known.root) ? search.regions : nil
    }
}
