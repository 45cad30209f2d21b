/// What is left of a diagram when answers are put in that were given ahead: branches that they make impossible are
/// removed, and, from the terminals upward, tests whose branches have become the same.
///
/// This is partial evaluation: readers may come with answers to later questions (from a link, or by going back), and must
/// not be asked what those make irrelevant. A full reduction of the diagram for each set of answers would take longer than
/// a reader waits, so that residuals are worked out as the walk needs them, and remembered by node and care set.
///
/// Beside each node goes a care set: which of the answers that can still be given together, as nodes of the second diagram
/// (``DecisionDiagram/possible``) of which one has to lead to a terminal that counts. Answers outside it are don't-cares.
struct Residual {
    /// With all answers that are put in.
    private let evaluator: Evaluator
    private let given: [Int: Answer]
    /// The terminals of the second diagram that count as possible.
    private let isOpen: (Terminal) -> Bool
    private var numbers = UniqueTable<Shape>()
    /// For each residual the questions whose answers its terminals show, or that it compares.
    private var needs: [Set<Int>] = []
    private var known: [Pair: Int] = [:]
    private var opens: [Int: Bool] = [:]
    /// Blocks by variable, as far as they were looked up.
    private var blocks: [Int: Int?] = [:]
    private var wholeCareSet: CareSet?

    private var diagram: DecisionDiagram { evaluator.diagram }

    /// Nodes of the second diagram, one of which has to lead on; nil where everything is possible.
    typealias CareSet = [Int]?

    private struct Pair: Hashable {
        let target: Target
        let careSet: CareSet
    }

    private enum Shape: Hashable {
        case closed
        case terminal(Int)
        case node(Int, [Int])
        /// Answers that are shown but tell nothing apart, and what follows each of them.
        case shown([Int], Int)
    }

    init(_ evaluator: Evaluator, given: [Int: Answer], isOpen: @escaping (Terminal) -> Bool) {
        self.evaluator = evaluator
        self.given = given
        self.isOpen = isOpen
    }

    /// Where a walk is: at a terminal, before a question, or where nothing is possible any more.
    enum Stop {
        case terminal(Terminal)
        case closed
        case question(Int)
    }

    /// Follows answers that were asked for, past tests that can no longer make a difference.
    ///
    /// - Parameter taken: the answers that count already; the others are put in only to see what they leave.
    mutating func stop(_ root: Target, taken: [Int: Answer]) -> Stop {
        var target = root
        var careSet = start
        while case .node(let number) = target {
            let node = diagram.nodes[number]
            let variable = diagram.variables[node.variable]
            if let block = evaluator.block(variable, taken) {
                target = node.children[block]
                continue
            }
            let question = variable.questions.first { taken[$0] == nil } ?? 0
            if given[question] != nil { return .question(question) }
            let rests = node.children.indices.map { rest(node, $0, careSet) }
            let open = rests.indices.filter { rests[$0] != closed }
            guard let first = open.first else { return .closed }
            if isNeeded(variable, rests) { return .question(question) }
            // The first that asks for an answer given ahead: that is what made the test needless.
            let block =
                open.first { block in
                    var seen: Set<Pair> = []
                    return asksForGiven(node.children[block], self.careSet(careSet, after: node.variable, block), taken, &seen)
                } ?? first
            careSet = self.careSet(careSet, after: node.variable, block)
            target = node.children[block]
        }
        if careSet == [] { return .closed }
        if case .terminal(let number) = target { return .terminal(diagram.terminals[number]) }
        return .closed
    }

    /// Whether some possible way on asks a question whose answer was given ahead.
    private mutating func asksForGiven(_ target: Target, _ careSet: CareSet, _ taken: [Int: Answer], _ seen: inout Set<Pair>)
        -> Bool
    {
        guard given.count > taken.count, careSet != [], case .node(let number) = target,
            seen.insert(Pair(target: target, careSet: careSet)).inserted
        else { return false }
        let node = diagram.nodes[number]
        let variable = diagram.variables[node.variable]
        if let block = evaluator.block(variable, taken) {
            return asksForGiven(node.children[block], careSet, taken, &seen)
        }
        if let question = variable.questions.first(where: { taken[$0] == nil }), given[question] != nil { return true }
        for block in node.children.indices
        where asksForGiven(node.children[block], self.careSet(careSet, after: node.variable, block), taken, &seen) {
            return true
        }
        return false
    }

    /// Whether something possible is left.
    var isPossible: Bool { mutating get { start != [] } }

    private var start: CareSet {
        mutating get {
            if let wholeCareSet { return wholeCareSet }
            let careSet = careSet(of: [diagram.possible])
            wholeCareSet = .some(careSet)
            return careSet
        }
    }
    private var closed: Int { mutating get { number(.closed, []) } }

    /// Whether a question has to be answered before the walk goes on: because the answer makes a difference, or because a terminal
    /// that can follow shows it, which may be asked for nowhere else.
    private func isNeeded(_ variable: DiagramVariable, _ rests: [Int]) -> Bool {
        let open = variable.questions.filter { given[$0] == nil }
        if rests.contains(where: { !needs[$0].isDisjoint(with: open) }) { return true }
        if case .asking = variable { return false }
        return Set(rests.filter { numbers.values[$0] != .closed }).count > 1
    }

    // MARK: What is left

    private mutating func rest(_ node: DiagramNode, _ block: Int, _ careSet: CareSet) -> Int {
        let left = self.careSet(careSet, after: node.variable, block)
        return left == [] ? closed : rest(node.children[block], left)
    }

    /// The number of what is left; equal for equal rests.
    private mutating func rest(_ target: Target, _ careSet: CareSet) -> Int {
        let pair = Pair(target: target, careSet: careSet)
        if let number = known[pair] { return number }
        let result: Int
        switch target {
        case .closed: result = closed
        case .terminal(let index): result = number(.terminal(index), shown(diagram.terminals[index]))
        case .node(let number): result = rest(diagram.nodes[number], careSet)
        }
        known[pair] = result
        return result
    }

    private mutating func rest(_ node: DiagramNode, _ careSet: CareSet) -> Int {
        let variable = diagram.variables[node.variable]
        if let block = givenBlock(node.variable) { return rest(node.children[block], careSet) }
        let rests = node.children.indices.map { rest(node, $0, careSet) }
        guard let first = rests.first(where: { $0 != closed }) else { return closed }
        guard isNeeded(variable, rests) else { return first }
        if rests.allSatisfy({ $0 == first || $0 == closed }) {
            // However the answer was tested, and however often, it is the same to ask for it.
            let shape = Shape.shown(variable.questions.filter { given[$0] == nil && needs[first].contains($0) }, first)
            if case .shown(let questions, _) = numbers.values[first], case .shown(questions, _) = shape { return first }
            return number(shape, needs[first])
        }
        let compared: Set<Int> =
            switch variable {
            case .order, .calculation: Set(variable.questions)
            case .choice, .tick, .scale, .asking: []
            }
        return number(.node(node.variable, rests), rests.reduce(compared) { $0.union(needs[$1]) })
    }

    private mutating func number(_ shape: Shape, _ questions: Set<Int>) -> Int {
        let number = numbers.index(of: shape)
        if number == needs.count { needs.append(questions) }
        return number
    }

    private func shown(_ terminal: Terminal) -> Set<Int> {
        if case .outcome(let outcome, _, let paragraphs) = terminal {
            Set(diagram.shownQuestions(outcome, paragraphs: paragraphs))
        } else {
            []
        }
    }

    /// The block in which the answers that are put in have a variable.
    private mutating func givenBlock(_ variable: Int) -> Int? {
        if let known = blocks[variable] { return known }
        let block = evaluator.block(diagram.variables[variable], given)
        blocks[variable] = .some(block)
        return block
    }

    // MARK: What is possible

    /// The care set after a variable was given a block.
    private mutating func careSet(_ careSet: CareSet, after variable: Int, _ block: Int) -> CareSet {
        guard let nodes = careSet else { return nil }
        if case .asking = diagram.variables[variable] { return careSet }
        return self.careSet(of: nodes.map(Target.node), variable, block)
    }

    /// Brings nodes of the second diagram behind a variable; those before it may have any block.
    private mutating func careSet(of targets: [Target], _ variable: Int = -1, _ block: Int = 0) -> CareSet {
        var nodes: Set<Int> = []
        var seen: Set<Int> = []
        var open = targets
        while let next = open.popLast() {
            switch next {
            case .closed: continue
            case .terminal(let index): if isOpen(diagram.terminals[index]) { return nil }
            case .node(let number):
                guard leadsOn(next), seen.insert(number).inserted else { continue }
                let node = diagram.nodes[number]
                if let block = givenBlock(node.variable) {
                    open.append(node.children[block])
                } else if node.variable == variable {
                    open.append(node.children[block])
                } else if node.variable < variable {
                    open += node.children
                } else {
                    nodes.insert(number)
                }
            }
        }
        return nodes.sorted()
    }

    /// Whether a terminal that counts can still be reached.
    private mutating func leadsOn(_ target: Target) -> Bool {
        switch target {
        case .closed: return false
        case .terminal(let index): return isOpen(diagram.terminals[index])
        case .node(let number):
            if let result = opens[number] { return result }
            let node = diagram.nodes[number]
            var result = false
            if let block = givenBlock(node.variable) {
                result = leadsOn(node.children[block])
            } else {
                for child in Set(node.children) where !result { result = leadsOn(child) }
            }
            opens[number] = result
            return result
        }
    }
}
