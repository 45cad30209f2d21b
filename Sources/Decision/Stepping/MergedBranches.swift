import Forms

/// Merges answers to a number or a date that differ only in what they make certain about a later answer.
///
/// Who bought on the first day that a question takes can't name an earlier end of the warranty. A walk knows that at once, but
/// readers of ranges would see a day by itself that means nothing to them: they get the same page as all others.
struct MergedBranches {
    /// Blocks of an answer, and the state that they lead to.
    typealias Branch = (blocks: [Int], state: [Target])

    private let diagram: DecisionDiagram
    private let answerLimits: [AnswerLimits]
    private let settled: (Target) -> Target

    /// - Parameter settled: passes over what no page asks.
    init(_ diagram: DecisionDiagram, settled: @escaping (Target) -> Target) {
        self.diagram = diagram
        self.settled = settled
        answerLimits = diagram.questionnaire.questions.map { AnswerLimits($0) }
    }

    /// The branches out of a question, those joined that lead every reader of them to the same.
    func merged(_ branches: [Branch], of variable: Int) -> [Branch] {
        guard case .scale = diagram.variables[variable], branches.count > 1 else { return branches }
        var groups = branches.map { (members: [$0], state: $0.state) }
        var index = 0
        while index < groups.count {
            let members = groups[index].members
            let host = groups.indices.first { other in
                other != index && members.allSatisfy { leads($0, to: groups[other].state, variable) }
            }
            guard let host else {
                index += 1
                continue
            }
            groups[host].members += members
            groups.remove(at: index)
            index = 0
        }
        return groups.map { ($0.members.flatMap(\.blocks).sorted(), $0.state) }
    }

    /// Whether those who take a branch would be led to the same from another state.
    private func leads(_ branch: Branch, to state: [Target], _ variable: Int) -> Bool {
        var equivalence = Equivalence(of: self, blocks: branch.blocks, variable: variable)
        return zip(branch.state, state).allSatisfy { equivalence.holds($0, $1) }
    }

    /// Compares what follows two states, for the answers in some blocks of a variable.
    private struct Equivalence {
        let owner: MergedBranches
        let blocks: [Int]
        let variable: Int
        private var known: [[Target]: Bool] = [:]
        private var possible: [Int: Set<Int>] = [:]

        init(of owner: MergedBranches, blocks: [Int], variable: Int) {
            self.owner = owner
            self.blocks = blocks
            self.variable = variable
        }

        /// Whether two targets are the same for every reader with an answer in the blocks.
        mutating func holds(_ own: Target, _ other: Target) -> Bool {
            let pair = [owner.settled(own), owner.settled(other)]
            if pair[0] == pair[1] { return true }
            if let answer = known[pair] { return answer }
            let nodes = pair.map { target -> DiagramNode? in
                if case .node(let number) = target { owner.diagram.nodes[number] } else { nil }
            }
            guard let first = nodes.compactMap(\.self).min(by: { $0.variable < $1.variable }) else { return false }
            let open = possibleBlocks(first.variable)
            let answer = first.children.indices.allSatisfy { block in
                guard open?.contains(block) ?? true else { return true }
                let next = zip(pair, nodes).map { $1?.variable == first.variable ? $1?.children[block] ?? $0 : $0 }
                return holds(next[0], next[1])
            }
            known[pair] = answer
            return answer
        }

        /// The blocks of an order that the answers leave open; nil for a variable that they say nothing about.
        private mutating func possibleBlocks(_ number: Int) -> Set<Int>? {
            if let answer = possible[number] { return answer }
            guard case .scale(let question, let chains, let table) = owner.diagram.variables[variable],
                case .order(let one, let two, let between, let orders) = owner.diagram.variables[number],
                [one, two].contains(question)
            else { return nil }
            let sizes = (chains.map { $0.cuts.count + 1 }, between.map { $0.cuts.count + 1 })
            let answerLimits = table.indices.filter { blocks.contains(table[$0]) }
                .map { owner.answerLimits[question].within(chains, MixedRadix.digits(of: $0, sizes: sizes.0)) }
                .filter { $0.isReached(since: owner.diagram.since, until: owner.diagram.questionnaire.validity.until) }
            var found: Set<Int> = []
            for (place, block) in orders.enumerated() where !found.contains(block) {
                let tuple = MixedRadix.digits(of: place, sizes: sizes.1)
                let isMet = answerLimits.contains { limits in
                    let (first, second) = question == one ? (limits, owner.answerLimits[two]) : (owner.answerLimits[one], limits)
                    return first.meets(second, between, tuple, of: one)
                }
                if isMet { found.insert(block) }
            }
            possible[number] = found
            return found
        }
    }
}
