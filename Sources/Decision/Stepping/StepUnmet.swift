/// What the nearest better outcome demands, as far as a page without script knows the answers.
package struct StepUnmet: Sendable {
    /// Among the decisions of the questionnaire.
    package let decision: Int
    /// The nearest better outcome.
    package let outcome: Int
    /// In the order of the diagram.
    package let conditions: [Condition]

    /// One answer that speaks against it.
    package struct Condition: Sendable {
        /// The answer that was given.
        package let given: StepTrails.Given
        /// The variable of the diagram, and its blocks that would do.
        package let variable: Int
        /// Of the variable.
        package let blocks: [Int]
    }
}

extension StepGraph {
    /// For each decision of a result that came to nothing possible for the reader, what the nearest better outcome demands, whatever
    /// the answers are that the page doesn't know.
    package func unmet(_ page: Int, after trail: StepTrails.Trail, in diagram: DecisionDiagram) -> [StepUnmet] {
        guard case .result(let outcomes, _) = pages[page] else { return [] }
        let first: Int? = if case .question(let step)? = pages.first { step.question } else { nil }
        return outcomes.enumerated().compactMap { decision, outcomes in
            guard diagram.isNegative(outcomes) else { return nil }
            var search = NearestBetter(diagram, first: first) { trail.answer(to: $0, in: diagram)?.blocks }
            guard let nearest = search.nearest(in: decision) else { return nil }
            let conditions = nearest.unmet.compactMap { unmet in
                trail.answer(to: unmet.variable, in: diagram).map {
                    StepUnmet.Condition(given: $0.given, variable: unmet.variable, blocks: unmet.blocks)
                }
            }
            return StepUnmet(decision: decision, outcome: nearest.outcome, conditions: conditions)
        }
    }
}

extension StepTrails.Trail {
    /// The answer that settles a variable of the diagram, and the blocks that go with it.
    fileprivate func answer(to number: Int, in diagram: DecisionDiagram) -> (given: StepTrails.Given, blocks: [Int])? {
        for given in answers {
            switch (diagram.variables[number], given.label) {
            case (.choice(given.question, let blocks), .option(let option)): return (given, [blocks[option]])
            case (.tick(given.question, let option), .yes) where option == given.option: return (given, [1])
            case (.tick(given.question, let option), .no) where option == given.option: return (given, [0])
            case (_, .blocks(number, let blocks)): return (given, blocks)
            default: continue
            }
        }
        return nil
    }
}
