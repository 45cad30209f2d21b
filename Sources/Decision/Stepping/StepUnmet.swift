/// What the nearest better outcome demands, as far as a page without script knows the answers.
package struct StepUnmet: Sendable {
    /// Among the decisions of the questionnaire.
    package let decision: Int
    /// The nearest better outcome; nil where it is one of several, as further questions are answered.
    package let outcome: Int?
    /// In the order of the diagram; none where readers who come there need different things.
    package let conditions: [Condition]

    /// One answer that speaks against it.
    package struct Condition: Sendable {
        /// The question, and the tick-box of it.
        package let question: Int
        /// Nil where the question has no boxes.
        package let option: Int?
        /// The answer that was given; nil where readers who come there have given several.
        package let given: StepTrails.Given?
        /// The variable of the diagram, and its blocks that would do.
        package let variable: Int
        /// Of the variable.
        package let blocks: [Int]
    }
}

extension StepGraph {
    /// For each decision of a result that came to nothing possible for the reader, what the nearest better outcome demands of every
    /// reader who may come to the page, whatever their answers are.
    package func unmet(_ page: Int, after trail: StepTrails.Trail, in diagram: DecisionDiagram) -> [StepUnmet] {
        guard case .result(let outcomes, _, _) = pages[page] else { return [] }
        let first: Int? = if case .question(let step)? = pages.first { step.question } else { nil }
        return outcomes.enumerated().compactMap { decision, outcomes in
            guard diagram.isNegative(outcomes) else { return nil }
            var search = NearestBetter(diagram, first: first) { trail.blocks(of: $0, in: diagram) }
            let hasBetter = search.hasBetter(in: decision)
            guard let nearest = search.nearest(in: decision) else {
                return hasBetter && !trail.isWhole ? StepUnmet(decision: decision, outcome: nil, conditions: []) : nil
            }
            let conditions = nearest.unmet.map { unmet in
                let variable = diagram.variables[unmet.variable]
                let option: Int? = if case .tick(_, let option) = variable { option } else { nil }
                return StepUnmet.Condition(
                    question: variable.questions.max() ?? 0, option: option,
                    given: trail.answers.first { $0.blocks(of: unmet.variable, in: diagram) != nil }, variable: unmet.variable,
                    blocks: unmet.blocks)
            }
            return StepUnmet(decision: decision, outcome: nearest.outcome, conditions: conditions)
        }
    }
}

extension StepTrails.Trail {
    /// The blocks of a variable that go with the answers of some reader; nil where nobody has answered what settles it.
    fileprivate func blocks(of number: Int, in diagram: DecisionDiagram) -> [Int]? {
        let variable = diagram.variables[number]
        if case .asking = variable { return nil }
        if let common = answers.lazy.compactMap({ $0.blocks(of: number, in: diagram) }).first { return common }
        var found: Set<Int> = []
        var isAsked = false
        for given in possible {
            if let blocks = given.blocks(of: number, in: diagram) {
                found.formUnion(blocks)
            } else if isPartOf(given, variable) {
                isAsked = true
            }
        }
        // An answer that is known only as far as something else goes may be any.
        if isAsked { return variable.blocks }
        return found.isEmpty ? nil : found.sorted()
    }

    /// Whether an answer counts for a variable that it doesn't settle.
    private func isPartOf(_ given: StepTrails.Given, _ variable: DiagramVariable) -> Bool {
        switch variable {
        case .choice, .tick, .asking: false
        case .scale, .order, .calculation: variable.questions.contains(given.question)
        }
    }
}

extension StepTrails.Given {
    /// The blocks of a variable of the diagram that go with the answer; nil where it doesn't settle it.
    fileprivate func blocks(of number: Int, in diagram: DecisionDiagram) -> [Int]? {
        switch (diagram.variables[number], label) {
        case (.choice(question, let blocks), .option(let option)): [blocks[option]]
        case (.tick(question, let option), .yes) where option == self.option: [1]
        case (.tick(question, let option), .no) where option == self.option: [0]
        case (_, .blocks(number, let blocks)): blocks
        default: nil
        }
    }
}
