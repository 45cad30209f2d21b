package import Forms

/// Which rows of decisions can decide once a question has a certain answer: exact, as it is asked of the functions of the rows.
package struct RowsOfAnswer: Sendable {
    private let diagram: DecisionDiagram
    /// The function of each row, with all branches that nobody takes closed.
    private let functions: [(row: DecidingRow, root: Target)]

    /// - Parameter questionnaire: one that was proved.
    /// - Returns: nil where working it out passes the limits.
    package init?(_ questionnaire: Questionnaire, since: Day, limits: CompileLimits = CompileLimits()) {
        let variables = Variables(questionnaire, since: since)
        do throws(TooLarge) {
            (diagram, functions) = try RowsOfAnswer.compiled(Meaning(questionnaire, variables: variables, limit: limits.functionNodes))
        } catch {
            return nil
        }
    }

    private static func compiled(_ meaning: consuming Meaning) throws(TooLarge) -> (DecisionDiagram, [(row: DecidingRow, root: Target)]) {
        var builder = DiagramBuilder(limit: 0)
        _ = try meaning.settleAsking()
        _ = try meaning.settlePossible()
        var found: [(row: DecidingRow, root: Target)] = []
        for (number, decision) in meaning.questionnaire.decisions.enumerated() {
            for (index, row) in try meaning.rows(decision.table).enumerated() {
                let possible = try meaning.store.apply(.within, meaning.accepted, row)
                let root = builder.function(possible, in: meaning) { $0 == .yes ? .rows([index]) : .nothing }
                found.append((DecidingRow(decision: number, row: index), root))
            }
        }
        let (diagram, roots) = DecisionDiagram.holding(found.map(\.root), of: builder, meaning)
        return (diagram, zip(found, roots).map { ($0.row, $1) })
    }

    /// The rows that can decide for some reader who gives an answer, or isn't asked.
    ///
    /// - Parameter option: one of those of the question; of tick-boxes one that is ticked.
    package func rows(deciding question: Int, _ option: Int) -> Set<DecidingRow> {
        let branches = diagram.variables.map { DiagramVariable.branch(of: $0, question, option) }
        return Set(functions.filter { canDecide($0.root, branches) }.map(\.row))
    }

    private func canDecide(_ root: Target, _ branches: [Int?]) -> Bool {
        diagram.reaches(root, branches: { branches[$0].map { [$0] } }, where: { if case .rows = $0 { true } else { false } })
    }
}

extension DiagramVariable {
    /// The branch that an answer takes at a variable; nil where it can take any.
    fileprivate static func branch(of variable: DiagramVariable, _ question: Int, _ option: Int) -> Int? {
        switch variable {
        case .choice(question, let blocks): blocks[option]
        case .tick(question, option): 1
        case .choice, .tick, .scale, .order, .calculation, .asking: nil
        }
    }
}
