/// A questionnaire as pages whose answers are links, for readers without script.
///
/// A page is a state of the walk: what is left to decide, whatever was answered before. Tick-boxes are asked one by one,
/// numbers and dates by the ranges that matter.
package struct StepGraph: Sendable {
    /// In the order in which a breadth-first walk meets them; the first is where everybody starts.
    package private(set) var pages: [Page] = []

    /// What a page shows.
    package enum Page: Sendable {
        case question(StepQuestion)
        /// For each decision its outcomes, and the facts that their texts show.
        case result(outcomes: [[Int]], values: [ShownFact], paragraphs: [Int])
    }

    /// A question, or one tick-box of it, with what each answer leads to.
    package struct StepQuestion: Sendable {
        /// Among the questions of the questionnaire.
        package let question: Int
        /// The tick-box that is asked about.
        package let option: Int?
        /// In the order of the options or of the values.
        package let choices: [Choice]
        /// Why the choice is the only one; nil where there are several.
        package let only: OnlyReason?
        /// Whether a row of `must` is why some answers are not offered.
        package let isCut: Bool
    }

    /// Why a page has one answer.
    package enum OnlyReason: Sendable, Equatable {
        /// So many boxes have to be ticked, and no more may be left empty.
        case least(Int)
        /// The other answers do not go together with earlier ones.
        case earlier
    }

    /// One answer as a link.
    package struct Choice: Sendable {
        /// As the diagram knows it; the words are for the page to find.
        package let label: Label
        /// The number of a page.
        package let page: Int
    }

    /// What an answer is called.
    package enum Label: Sendable, Hashable {
        case option(Int)
        case yes
        case no
        /// Ranges of a number or a date: blocks of a variable of the diagram.
        case blocks(variable: Int, [Int])
    }

    /// - Parameter limit: how many pages there may be.
    /// - Returns: nil beyond the limit.
    package init?(_ diagram: DecisionDiagram, limit: Int) {
        let steps = Steps(diagram: diagram)
        var numbers: [Steps.State: Int] = [:]
        var states: [Steps.State] = []
        func number(of state: Steps.State) -> Int {
            if let known = numbers[state] { return known }
            numbers[state] = states.count
            states.append(state)
            return states.count - 1
        }
        _ = number(of: steps.start)
        while pages.count < states.count {
            guard states.count <= limit else { return nil }
            switch steps.step(from: states[pages.count]) {
            case .result(let outcomes, let values, let paragraphs):
                pages.append(.result(outcomes: outcomes, values: values, paragraphs: paragraphs))
            case .question(let question, let option, let branches, let least):
                let choices = branches.map { Choice(label: $0.label, page: number(of: $0.state)) }
                let only = choices.count > 1 ? nil : least.map(OnlyReason.least) ?? .earlier
                let isCut = steps.refuses(states[pages.count].targets, asking: question, option)
                pages.append(.question(StepQuestion(question: question, option: option, choices: choices, only: only, isCut: isCut)))
            }
        }
    }
}

/// Finds what a state asks and where each answer leads.
private struct Steps {
    let diagram: DecisionDiagram

    /// What is left to decide.
    struct State: Hashable {
        var targets: [Target]
        /// Boxes of the question being asked that were left empty, where it asks for a number of ticks; else 0.
        var empty = 0
    }

    enum Step {
        /// With the number of ticks because of which a box may not be left empty.
        case question(Int, option: Int?, branches: [(label: StepGraph.Label, state: State)], least: Int? = nil)
        case result([[Int]], [ShownFact], [Int])
    }

    /// The walk that finds refusals, then those of the decisions.
    var start: State { State(targets: settled(diagram.roots)) }

    /// The same state with those answers passed over that only a text would show.
    private func settled(_ state: [Target]) -> [Target] { state.map { settled($0) } }

    private func settled(_ target: Target) -> Target {
        var target = target
        while case .node(let number) = target, case .asking = diagram.variables[diagram.nodes[number].variable],
            let child = diagram.nodes[number].children.first
        {
            target = child
        }
        return target
    }

    /// What the page of a state asks, with the state behind each answer.
    func step(from state: State) -> Step {
        guard let question = asked(state.targets) else { return result(state.targets) }
        let variables = state.targets.compactMap { variable($0) }.filter { self.question(of: $0) == question }.sorted()
        let options = variables.compactMap {
            if case .tick(_, let option) = diagram.variables[$0] { option } else { nil }
        }
        if let option = options.min() { return ticking(question, option, state) }
        let state = state.targets
        if variables.contains(where: { if case .choice = diagram.variables[$0] { true } else { false } }) {
            return choosing(question, state)
        }
        return .question(question, option: nil, branches: variables.first.map { ranges($0, state) } ?? [])
    }

    /// The question that a state asks; nil for a result.
    private func asked(_ state: [Target]) -> Int? { state.compactMap { variable($0) }.map { question(of: $0) }.min() }

    private func variable(_ target: Target) -> Int? {
        if case .node(let number) = target { diagram.nodes[number].variable } else { nil }
    }

    /// The order of two answers is settled when the later one is given.
    private func question(of variable: Int) -> Int { diagram.variables[variable].questions.max() ?? 0 }

    /// The state after every root that tests one of some variables took its way; nil where that is closed.
    private func moved(_ state: [Target], by child: (DiagramVariable) -> Int?) -> [Target]? {
        var result: [Target] = []
        for target in state {
            guard case .node(let number) = target, let block = child(diagram.variables[diagram.nodes[number].variable])
            else {
                result.append(target)
                continue
            }
            let next = diagram.nodes[number].children[block]
            guard next != .closed, !isRefused(next) else { return nil }
            result.append(next)
        }
        return settled(result)
    }

    /// Whether an answer to a question, or to one box of it, is refused for certain.
    func refuses(_ state: [Target], asking question: Int, _ option: Int?) -> Bool {
        state.contains { target in
            guard case .node(let number) = target, self.question(of: diagram.nodes[number].variable) == question else { return false }
            if case .tick(_, let box) = diagram.variables[diagram.nodes[number].variable], box != option { return false }
            return diagram.nodes[number].children.contains(where: isRefused)
        }
    }

    private func isRefused(_ target: Target) -> Bool {
        if case .terminal(let index) = target { diagram.terminals[index] == .refused } else { false }
    }

    /// Each option that is offered.
    private func choosing(_ question: Int, _ state: [Target]) -> Step {
        let branches = diagram.questionnaire.questions[question].options.indices.compactMap { option in
            moved(state) { if case .choice(question, let blocks) = $0 { blocks[option] } else { nil } }
                .map { (StepGraph.Label.option(option), State(targets: $0)) }
        }
        return .question(question, option: nil, branches: branches)
    }

    /// One tick-box as a question of its own with yes and no.
    private func ticking(_ question: Int, _ option: Int, _ state: State) -> Step {
        var branches: [(label: StepGraph.Label, state: State)] = []
        var least: Int?
        for (label, block) in [(StepGraph.Label.yes, 1), (.no, 0)] {
            let next = moved(state.targets) { if case .tick(question, option) = $0 { block } else { nil } }
            guard let next else { continue }
            guard let empty = empty(question, state.empty + 1 - block) else {
                least = self.least(question)
                continue
            }
            // What was left empty counts while the same boxes are asked about.
            branches.append((label, State(targets: next, empty: asked(next) == question ? empty : 0)))
        }
        return .question(question, option: option, branches: branches, least: least)
    }

    /// How many boxes were left empty, if that counts; nil where more have to be ticked.
    private func empty(_ question: Int, _ count: Int) -> Int? {
        guard case .any(let choices, let least, _) = diagram.questionnaire.questions[question].kind, least > 0 else { return 0 }
        return choices.options.count - count < least ? nil : count
    }

    private func least(_ question: Int) -> Int? {
        if case .any(_, let least, _) = diagram.questionnaire.questions[question].kind { least } else { nil }
    }

    /// The blocks of a number, a date or an order of two, those that lead to the same place joined.
    private func ranges(_ number: Int, _ state: [Target]) -> [(label: StepGraph.Label, state: State)] {
        let variable = diagram.variables[number]
        var branches: [(blocks: [Int], state: [Target])] = []
        for block in variable.blocks {
            guard let next = moved(state, by: { $0 == variable ? block : nil }) else { continue }
            if let known = branches.firstIndex(where: { $0.state == next }) {
                branches[known].blocks.append(block)
            } else {
                branches.append(([block], next))
            }
        }
        let merged = MergedBranches(diagram) { settled($0) }.merged(branches, of: number)
        return merged.map { (.blocks(variable: number, $0.blocks), State(targets: $0.state)) }
    }

    /// The outcomes and facts of a state in which every root has come to a terminal.
    private func result(_ state: [Target]) -> Step {
        var outcomes = [[Int]](repeating: [], count: diagram.questionnaire.decisions.count)
        var values: [ShownFact] = []
        var paragraphs: Set<Int> = []
        for (root, target) in zip(diagram.decisionRoots, state.dropFirst()) {
            guard case .terminal(let index) = target, case .outcome(let outcome, let facts, let shown) = diagram.terminals[index] else {
                continue
            }
            outcomes[root.decision].append(outcome)
            values += facts.filter { !values.contains($0) }
            paragraphs.formUnion(shown)
        }
        for (decision, otherwise) in diagram.otherwise.enumerated() where outcomes[decision].isEmpty {
            if let otherwise { outcomes[decision] = [otherwise.outcome] }
        }
        return .result(outcomes, values, paragraphs.sorted())
    }
}
