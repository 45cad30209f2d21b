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
        let (diagram, roots) = DecisionDiagram.holding(found.map(\.root), of: builder, meaning)
        return (diagram, zip(found, roots).map { ElseRow(table: $0.table, row: $0.row, root: $1) })
    }

    /// The answers that a row takes, in few regions, which may overlap.
    ///
    /// - Parameter row: its index among the rows of the table.
    /// - Returns: nil for a row that is no `else`, and beyond the limit of regions.
    package func regions(ofRow row: Int, in table: TableName, limit: Int = 200) -> [Region]? {
        guard let root = root(ofRow: row, in: table) else { return nil }
        func isTaken(_ terminal: Terminal) -> Bool { if case .rows = terminal { true } else { false } }
        var search = RegionSearch(diagram: diagram, limit: limit, fits: isTaken)
        guard search.collect(root) else { return nil }
        return RegionCover(diagram, root: root, fits: isTaken).covering(search.regions)
    }

    /// Where the function of an `else` begins.
    func root(ofRow row: Int, in table: TableName) -> Target? { rows.first { $0.table == table && $0.row == row }?.root }
}

extension DecisionDiagram {
    /// A diagram that decides nothing: it holds functions, whose beginnings are given back as they are numbered there.
    static func holding(_ roots: [Target], of builder: DiagramBuilder, _ meaning: borrowing Meaning) -> (DecisionDiagram, [Target]) {
        let (nodes, terminals) = (builder.nodes.values, builder.terminals.values)
        let canonical = CanonicalForm(meaning.variables, nodes: nodes, terminals: terminals, roots: roots)
        let diagram = DecisionDiagram(
            questionnaire: meaning.questionnaire, since: meaning.variables.since, variables: canonical.variables,
            nodes: canonical.nodes, terminals: canonical.terminals,
            decisionRoots: [], refused: .closed, possible: .closed, otherwise: [], refusals: [], reasons: [],
            deciding: .init(variables: 0, nodes: 0, terminals: 0))
        return (diagram, roots.map { canonical.canonical($0) })
    }
}
