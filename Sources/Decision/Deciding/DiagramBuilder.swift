/// Makes the decision diagram of one result: a node for each question that is still worth asking.
///
/// A state is what is left to decide: the result as a function of the answers still open, and whether the questions it
/// may need are asked. The next question is the first in written order that is asked for certain and whose answer can
/// change the result. States that are equal are one, and nodes that lead to the same places are one.
///
/// This differs from the diagrams of the store in one way: there, variables are tested in one order everywhere; here, a
/// question is tested on a path only once it is certain that it is asked. So a reader is never asked what an `ask-if` leaves
/// out, though conditions may look at its answer.
struct DiagramBuilder {
    /// Nodes found so far, over the variables of the meaning and, behind them, one `asking` for each question.
    private(set) var nodes = UniqueTable<DiagramNode>()
    private(set) var terminals = UniqueTable<Terminal>()
    private var known: [State: Target] = [:]
    private var reduced: [Ref: Ref] = [:]
    /// What the terminals of the root that is being built mean.
    private var terminal: (Ref) -> Terminal = { _ in .nothing }
    /// The tests on the way to the state that is being built.
    private var steps: [DiagramStore.Step] = []
    /// Answers after which all that can follow is refused, and no row of `must` is broken for certain.
    private(set) var deadEnd: [DiagramStore.Step]?
    /// The same where no numbers and dates fit the answers.
    private(set) var doubtfulDeadEnd: [DiagramStore.Step]?
    /// How many states there may be.
    let limit: Int

    /// - Parameter limit: how many states a root may lead to.
    init(limit: Int) { self.limit = limit }

    /// What is left to decide.
    private struct State: Hashable {
        var result: Ref
        /// Questions whose answers the result may show, each with where it does; answered ones are left out.
        var shown: [Pending]
        /// Questions that may still matter and are not asked for certain, each with where they are asked.
        var asked: [Pending]
        /// Answered questions that are compared with others.
        var answered: [Int]
        /// The rows of `must`, each with where it is broken; only for the root that finds refusals.
        var rows: [Ref] = []
        /// The variables of the question being answered that come next; -1 between questions.
        var position = -1
        var question = -1
    }

    private struct Pending: Hashable {
        let question: Int
        var ref: Ref
    }

    /// The diagram of a result.
    ///
    /// - Parameters:
    ///   - result: a function to values, `no`, and `impossible`.
    ///   - shown: the questions whose answers it shows, and where.
    ///   - meaning: where the functions live; the builder adds those that it makes.
    ///   - terminal: what its terminals mean.
    mutating func root(
        of result: Ref, shown: [(question: Int, ref: Ref)], in meaning: inout Meaning, terminal: @escaping (Ref) -> Terminal
    ) throws(TooLarge) -> Target {
        known = [:]
        self.terminal = terminal
        let conditional = meaning.asked.indices.filter { meaning.asked[$0] != .yes }
        return try build(
            State(
                result: result, shown: shown.map { Pending(question: $0.question, ref: $0.ref) },
                asked: conditional.map { Pending(question: $0, ref: meaning.asked[$0]) }, answered: []),
            &meaning)
    }

    /// The diagram that asks until it is certain that the answers are accepted, or refused; finds dead ends on the way.
    ///
    /// - Parameter rows: where each row of `must` is broken.
    mutating func refusalRoot(_ refusal: Ref, rows: [Ref], in meaning: inout Meaning) throws(TooLarge) -> Target {
        known = [:]
        terminal = { $0 == .yes ? .refused : .nothing }
        let conditional = meaning.asked.indices.filter { meaning.asked[$0] != .yes }
        return try build(
            State(
                result: refusal, shown: [], asked: conditional.map { Pending(question: $0, ref: meaning.asked[$0]) },
                answered: [], rows: rows),
            &meaning)
    }

    /// Notes the first answers after which a reader would be refused without a reason.
    private mutating func noteDeadEnd(_ state: State, _ meaning: inout Meaning) {
        guard deadEnd == nil, state.result == .yes, !state.rows.isEmpty else { return }
        // Answers that cannot be given together lead anywhere.
        let terminals = state.rows.map { meaning.store.terminals($0).filter { $0 != .impossible } }
        if terminals.contains([.yes]) || terminals.allSatisfy(\.isEmpty) { return }
        if FittingNumbers(meaning).exist(for: steps) { deadEnd = steps } else { doubtfulDeadEnd = doubtfulDeadEnd ?? steps }
    }

    /// A function as nodes that test in written order, to be looked up with whatever answers there are.
    mutating func function(_ ref: Ref, in meaning: Meaning, terminal: (Ref) -> Terminal) -> Target {
        var known: [Ref: Target] = [:]
        return function(ref, meaning, terminal, &known)
    }

    private mutating func function(_ ref: Ref, _ meaning: Meaning, _ terminal: (Ref) -> Terminal, _ known: inout [Ref: Target]) -> Target {
        if ref == .impossible { return .closed }
        if ref.isTerminal { return .terminal(terminals.index(of: terminal(ref))) }
        if let target = known[ref] { return target }
        var children: [Target] = []
        for child in meaning.store.children(ref) { children.append(function(child, meaning, terminal, &known)) }
        let target = Target.node(
            nodes.index(of: DiagramNode(variable: meaning.store.variable(ref), children: children)))
        known[ref] = target
        return target
    }
}

extension DiagramBuilder {
    /// The target for what is left to decide: a terminal if nothing can change it, or a node for the next question.
    private mutating func build(_ given: State, _ meaning: inout Meaning) throws(TooLarge) -> Target {
        var state = given
        state.result = try reduce(state.result, &meaning)
        if state.result == .impossible { return .closed }
        for index in state.shown.indices { state.shown[index].ref = try reduce(state.shown[index].ref, &meaning) }
        state.shown.removeAll { $0.ref == .no || $0.ref == .impossible }
        let candidates = candidates(state, &meaning)
        if candidates.isEmpty {
            noteDeadEnd(state, &meaning)
            return .terminal(terminals.index(of: terminal(state.result)))
        }
        let relevant = relevant(candidates, &state, &meaning)
        if let target = known[state] { return target }
        guard known.count < limit else { throw TooLarge() }
        let target = try ask(next(candidates, relevant, state), state, &meaning)
        known[state] = target
        return target
    }

    /// The questions whose answers can still change the result.
    private func candidates(_ state: State, _ meaning: inout Meaning) -> Set<Int> {
        var bits = meaning.store.support(state.result)
        for pending in state.shown { merge(meaning.store.support(pending.ref), into: &bits) }
        var questions = questions(bits, without: state.answered, meaning.variables)
        questions.formUnion(state.shown.map(\.question))
        return questions
    }

    /// The candidates and the questions that decide whether those are asked; forgets the rest of `asked`.
    private func relevant(_ candidates: Set<Int>, _ state: inout State, _ meaning: inout Meaning) -> Set<Int> {
        guard !state.asked.isEmpty else { return candidates }
        var relevant = candidates
        var grown = true
        while grown {
            grown = false
            for pending in state.asked where relevant.contains(pending.question) {
                let more = questions(meaning.store.support(pending.ref), without: state.answered, meaning.variables)
                if !more.isSubset(of: relevant) {
                    relevant.formUnion(more)
                    grown = true
                }
            }
        }
        state.asked.removeAll { $0.ref == .yes || !relevant.contains($0.question) }
        return relevant
    }

    /// The first question in written order that matters and is asked for certain. Where all that matter wait for others,
    /// the first of those.
    private func next(_ candidates: Set<Int>, _ relevant: Set<Int>, _ state: State) -> Int {
        let waiting = Set(state.asked.map(\.question))
        let ready = candidates.subtracting(waiting).min() ?? relevant.subtracting(waiting).min()
        return ready ?? candidates.min() ?? 0
    }

    /// Asks a question: tests its variables, and those that compare it with questions that were answered before.
    ///
    /// Where its answer tells nothing apart here, but is shown or compared later, an `asking` node makes sure that it is given.
    private mutating func ask(_ question: Int, _ state: State, _ meaning: inout Meaning) throws(TooLarge) -> Target {
        let others = meaning.variables.orders[question].filter { variable in
            meaning.variables.questions(of: variable).allSatisfy { $0 == question || state.answered.contains($0) }
        }
        var inner = state
        inner.question = question
        inner.position = 0
        let isCompared = !meaning.variables.orders[question].isEmpty
        let isShown = state.shown.contains { $0.question == question }
        if isCompared { inner.answered = (state.answered + [question]).sorted() }
        inner.shown.removeAll { $0.question == question }
        inner.asked.removeAll { $0.question == question }
        let variables = meaning.variables.ofQuestion[question] + others
        let isTested = advance(&inner, variables, &meaning)
        let target = try isTested ? test(variables, inner, &meaning) : build(inner, &meaning)
        if case .node(let number) = target, meaning.variables.list.indices.contains(nodes.values[number].variable),
            meaning.variables.questions(of: nodes.values[number].variable).contains(question)
        {
            return target
        }
        let comparesLater = meaning.variables.orders[question].contains {
            !others.contains($0) && meaning.store.depends(state.result, $0)
        }
        guard isShown || comparesLater else { return target }
        return .node(
            nodes.index(of: DiagramNode(variable: meaning.variables.list.count + question, children: [target])))
    }

    /// Goes on to the next variable of the question being answered that is still tested; false if there is none, and the next
    /// question follows.
    private func advance(_ state: inout State, _ variables: [Int], _ meaning: inout Meaning) -> Bool {
        while state.position < variables.count, !isTested(variables[state.position], state, &meaning) { state.position += 1 }
        guard state.position == variables.count else { return true }
        state.position = -1
        state.question = -1
        return false
    }

    /// Tests what an answer settles, one variable after the other, then goes on with the next question.
    ///
    /// A questionnaire may ask a thousand questions one after the other, and the stack holds ``build(_:_:)``, ``ask(_:_:_:)``
    /// and this for each: what isn't needed across the recursion is worked out in functions of its own.
    private mutating func test(_ variables: [Int], _ state: State, _ meaning: inout Meaning) throws(TooLarge) -> Target {
        if let target = known[state] { return target }
        let variable = variables[state.position]
        var children: [Target] = []
        for block in 0..<meaning.variables.arity[variable] {
            var inner = try restricted(state, variable, to: block, &meaning)
            guard inner.result != .impossible else {
                children.append(.closed)
                continue
            }
            steps.append((variable, [block]))
            let isTested = advance(&inner, variables, &meaning)
            children.append(try isTested ? test(variables, inner, &meaning) : build(inner, &meaning))
            steps.removeLast()
        }
        let target = node(variable, children)
        known[state] = target
        return target
    }

    /// What is left to decide when a variable has a block.
    private func restricted(_ state: State, _ variable: Int, to block: Int, _ meaning: inout Meaning) throws(TooLarge) -> State {
        var inner = state
        inner.position += 1
        inner.result = try meaning.store.restrict(state.result, variable, to: block)
        for index in inner.shown.indices {
            inner.shown[index].ref = try meaning.store.restrict(inner.shown[index].ref, variable, to: block)
        }
        for index in inner.asked.indices {
            inner.asked[index].ref = try meaning.store.restrict(inner.asked[index].ref, variable, to: block)
        }
        for index in inner.rows.indices {
            inner.rows[index] = try meaning.store.restrict(inner.rows[index], variable, to: block)
        }
        return inner
    }

    /// A node, unless all answers that are offered lead to the same place.
    private mutating func node(_ variable: Int, _ children: [Target]) -> Target {
        let offered = Set(children).subtracting([.closed])
        guard let first = offered.first else { return .closed }
        return offered.count == 1 ? first : .node(nodes.index(of: DiagramNode(variable: variable, children: children)))
    }

    /// Whether anything that is left depends on a variable.
    private func isTested(_ variable: Int, _ state: State, _ meaning: inout Meaning) -> Bool {
        meaning.store.depends(state.result, variable) || state.shown.contains { meaning.store.depends($0.ref, variable) }
            || state.asked.contains { meaning.store.depends($0.ref, variable) }
            || state.rows.contains { meaning.store.depends($0, variable) }
    }

    private func merge(_ bits: [UInt64], into all: inout [UInt64]) {
        for index in bits.indices { all[index] |= bits[index] }
    }

    /// The questions of a set of variables.
    private func questions(_ bits: [UInt64], without answered: [Int], _ variables: Variables) -> Set<Int> {
        var result: Set<Int> = []
        for word in bits.indices {
            var rest = bits[word]
            while rest != 0 {
                let variable = word * 64 + rest.trailingZeroBitCount
                result.formUnion(variables.questions(of: variable))
                rest &= rest - 1
            }
        }
        return result.subtracting(answered)
    }
}

extension DiagramBuilder {
    /// The function without what it depends on only because some combinations cannot be.
    ///
    /// From the last question to the first, each is dropped if the result can be told from those left; then single
    /// variables of those that stay, so that no tick-box is tested in vain. The first of two compared answers stays cut: it
    /// tells where the other need not be asked.
    private mutating func reduce(_ ref: Ref, _ meaning: inout Meaning) throws(TooLarge) -> Ref {
        if ref.isTerminal { return ref }
        if let known = reduced[ref] { return known }
        var result = ref
        if meaning.store.terminals(ref).contains(.impossible) {
            for question in meaning.questionnaire.questions.indices.reversed() {
                let own = meaning.variables.ofQuestion[question] + meaning.variables.orders[question]
                result = try dropped(own, from: result, &meaning) ?? result
            }
            for question in meaning.questionnaire.questions.indices.reversed() {
                let own = meaning.variables.ofQuestion[question] + meaning.variables.orders[question]
                for variable in own.sorted(by: >) where own.count > 1 && !isComparedLater(variable, question, result, &meaning) {
                    result = try dropped([variable], from: result, &meaning) ?? result
                }
            }
        }
        reduced[ref] = result
        return result
    }

    /// Whether a variable is of one answer that the function compares with one that comes later.
    private func isComparedLater(_ variable: Int, _ question: Int, _ ref: Ref, _ meaning: inout Meaning) -> Bool {
        guard case .scale = meaning.variables.list[variable] else { return false }
        return meaning.variables.orders[question].contains { order in
            meaning.variables.questions(of: order).last != question && meaning.store.depends(ref, order)
        }
    }

    /// The function without some variables; nil where it cannot do without them all.
    private func dropped(_ variables: [Int], from ref: Ref, _ meaning: inout Meaning) throws(TooLarge) -> Ref? {
        var result = ref
        for variable in variables.sorted(by: >) where meaning.store.depends(result, variable) {
            var merged = Ref.impossible
            for block in 0..<meaning.variables.arity[variable] {
                merged = try meaning.store.apply(.agree, merged, meaning.store.restrict(result, variable, to: block))
            }
            if meaning.store.terminals(merged).contains(.clash) { return nil }
            result = merged
        }
        return result
    }
}
