import Forms

/// Evaluates the functions of a diagram, for answers of which some may be missing.
struct Evaluator {
    let diagram: DecisionDiagram
    /// The reader's day, by which cuts that move are found.
    let today: Day

    /// The terminal that answers lead to; nil where they can't be given together, or are too few.
    func terminal(_ root: Target, _ answers: [Int: Answer]) -> Terminal? {
        if case .terminal(let number) = target(root, answers) { diagram.terminals[number] } else { nil }
    }

    /// As far as answers lead: an end, or the node of the first variable that they leave open.
    func target(_ root: Target, _ answers: [Int: Answer]) -> Target {
        var target = root
        while case .node(let number) = target, let block = block(diagram.variables[diagram.nodes[number].variable], answers) {
            target = diagram.nodes[number].children[block]
        }
        return target
    }

    /// Every end that can still be reached from a root, with answers that are missing being anything.
    func terminals(_ root: Target, _ answers: [Int: Answer]) -> Set<Int> {
        var found: Set<Int> = []
        var seen: Set<Int> = []
        var open = [root]
        while let next = open.popLast() {
            switch next {
            case .closed: break
            case .terminal(let number): found.insert(number)
            case .node(let number):
                guard seen.insert(number).inserted else { continue }
                let node = diagram.nodes[number]
                if let block = block(diagram.variables[node.variable], answers) {
                    open.append(node.children[block])
                } else {
                    open += node.children
                }
            }
        }
        return found
    }

    /// The same for a function beside another that is closed where answers are impossible, both tested in written order.
    func terminals(_ root: Target, beside possible: Target, _ answers: [Int: Answer]) -> Set<Int> {
        var found: Set<Int> = []
        var seen: Set<[Target]> = []
        var open = [[root, possible]]
        while let next = open.popLast() {
            guard !next.contains(.closed), seen.insert(next).inserted else { continue }
            let variables = next.map { target in
                if case .node(let number) = target { diagram.nodes[number].variable } else { Int.max }
            }
            guard let variable = variables.min(), variable < Int.max else {
                if case .terminal(let end) = next[0] { found.insert(end) }
                continue
            }
            let children = zip(next, variables).map { target, own -> [Target] in
                if own == variable, case .node(let number) = target { diagram.nodes[number].children } else { [target] }
            }
            let known = block(diagram.variables[variable], answers)
            for block in 0..<(children.map(\.count).max() ?? 0) where known == nil || known == block {
                open.append(children.map { $0.count == 1 ? $0[0] : $0[block] })
            }
        }
        return found
    }

    /// The block in which answers put a variable; nil while one of its questions has no answer.
    func block(_ variable: DiagramVariable, _ answers: [Int: Answer]) -> Int? {
        if case .calculation(let calculation, let cuts, let blocks) = variable {
            return diagram.questionnaire.interval(of: calculation, cuts, answers, today: today).map { blocks[$0] }
        }
        guard let answer = answers[variable.questions[0]] else { return nil }
        switch variable {
        case .calculation: return nil
        case .asking: return 0
        case .choice(_, let blocks):
            guard case .option(let option) = answer else { return nil }
            return blocks[safe: option]
        case .tick(_, let option):
            guard case .ticked(let options) = answer else { return nil }
            return options.contains(option) ? 1 : 0
        case .scale(let question, let chains, let blocks):
            return block(chains, blocks, answers, digits: decimals(question))
        case .order(let first, let second, let chains, let blocks):
            guard answers[second] != nil else { return nil }
            return block(chains, blocks, answers, digits: max(decimals(first), decimals(second)))
        }
    }

    /// The block of a number or date: for each chain the number of cuts that are passed, looked up in the table of combinations.
    private func block(_ chains: [Chain], _ blocks: [Int], _ answers: [Int: Answer], digits: Int) -> Int? {
        var index = 0
        for chain in chains {
            guard let value = answers[chain.subject].flatMap({ number($0, digits) }),
                let base = base(chain.base, answers, digits)
            else { return nil }
            let passed = chain.cuts.count { $0.day(after: base) <= value }
            index = index * (chain.cuts.count + 1) + passed
        }
        return blocks[safe: index]
    }

    /// What the cuts of a chain are counted from; nil while that answer is missing.
    private func base(_ base: Chain.Base, _ answers: [Int: Answer], _ digits: Int) -> Int? {
        switch base {
        case .zero: 0
        case .today: today.number
        case .question(let other): answers[other].flatMap { number($0, digits) }
        }
    }

    /// An answer as a whole number: of days, or of the smallest part of a number.
    private func number(_ answer: Answer, _ digits: Int) -> Int? {
        switch answer {
        case .number(let number): number.floor(digits: digits)
        case .day(let day): day.number
        case .option, .ticked: nil
        }
    }

    private func decimals(_ question: Int) -> Int {
        diagram.questionnaire.questions[question].kind.decimals
    }
}
