package import Forms

/// What was shown of a policy, in figures.
package struct PolicyProof: Sendable {
    /// In how many ways the questions can be answered.
    package enum Ways: Sendable, Hashable {
        case exactly(Int)
        /// More than this.
        case moreThan(Int)
        /// Followed, but not counted.
        case uncounted
    }

    /// How many of a kind there are, and how many of them some case reaches.
    package struct Reach: Sendable, Hashable {
        /// Those that a case reaches.
        package let reached: Int
        /// All of the kind.
        package let all: Int
    }

    /// In how many ways the questions can be answered.
    package let ways: Ways
    /// From this day on it holds.
    package let since: Day
    /// The version of the rules.
    package let version: String
    /// How the cases ended; all that were run have passed, or nothing is published.
    package let cases: [CaseResult]
    /// The rules of the decisions.
    package let rules: Reach
    /// The outcomes.
    package let outcomes: Reach

    /// More states are not counted through: a build would wait for a number.
    private static let countedStates = 20_000
    /// More ways are only said to be more.
    private static let mostWays = 1_000_000_000_000_000_000

    /// - Parameters:
    ///   - steps: the states of the questionnaire, if they are known.
    ///   - cases: how the cases ended.
    package init(_ diagram: DecisionDiagram, steps: StepGraph?, cases: [CaseResult]) {
        let counted = (steps ?? StepGraph(diagram, limit: PolicyProof.countedStates))?.wayCount
        ways =
            switch counted {
            case let count? where count <= PolicyProof.mostWays: .exactly(count)
            case _?: .moreThan(PolicyProof.mostWays)
            case nil: .uncounted
            }
        since = diagram.since
        version = diagram.version
        self.cases = cases
        let coverage = Coverage(cases, diagram)
        rules = Reach(reached: coverage.rows.count(where: \.isReached), all: coverage.rows.count)
        outcomes = Reach(reached: coverage.outcomes.count(where: \.isReached), all: coverage.outcomes.count)
    }
}
