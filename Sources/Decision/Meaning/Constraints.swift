/// A row of `must`, worked out.
struct RequirementMeaning {
    let question: Int
    /// Its number among the rows of its question.
    let row: Int
    /// Where the answers break it.
    let broken: Ref
}

extension Meaning {
    /// Works out which answers can be given together and which of them are accepted, once it is settled what is asked.
    ///
    /// - Returns: the rows of `must`.
    mutating func settlePossible() throws(TooLarge) -> [RequirementMeaning] {
        var requirements: [RequirementMeaning] = []
        var excluded: [Ref] = []
        for item in questionnaire.impossible { excluded.append(try plain(condition(item.condition))) }
        for (number, question) in questionnaire.questions.enumerated() {
            for (row, requirement) in question.must.enumerated() {
                let broken = try plain(broken(requirement, number))
                requirements.append(RequirementMeaning(question: number, row: row, broken: broken))
            }
            if case .any(_, let least, _) = question.kind, least > 0 {
                let few = try store.not(atLeast(least, number))
                excluded.append(try store.apply(.and, asked[number], few))
            }
        }
        consistent = try withoutContradictions()
        possible = try store.apply(.and, consistent, store.not(disjunction(excluded)))
        accepted = try store.apply(.and, possible, store.not(disjunction(requirements.map(\.broken))))
        return requirements
    }

    /// Where answers that are asked don't contradict one another.
    private mutating func withoutContradictions() throws(TooLarge) -> Ref {
        var contradictions = try contradictionsOfToday()
        for variable in variables.list.indices { contradictions.append(try contradiction(variable)) }
        contradictions += try contradictionsOfThree()
        contradictions += try contradictionsOfCalculations()
        return try store.not(disjunction(contradictions))
    }

    /// Where answers don't contradict one another, whether or not they are asked: nobody has any others in mind.
    mutating func withoutContradictionsOfAll() throws(TooLarge) -> Ref {
        let known = asked
        asked = asked.map { _ in .yes }
        defer { asked = known }
        return try withoutContradictions()
    }

    /// Refusal as one function: yes where an answer is refused, no where all are accepted, else impossible.
    mutating func refusal() throws(TooLarge) -> Ref {
        try store.apply(.within, possible, store.not(accepted))
    }

    /// The same without tests that only tell what no numbers or dates can be, as no answers ever lead there.
    mutating func refusalOfRealAnswers() throws(TooLarge) -> Ref {
        let excluded = Ref.value(0)
        let known = try store.map(refusal()) { $0 == .impossible ? excluded : $0 }
        let least = try store.minimized(store.apply(.within, consistent, known))
        return try store.map(least) { $0 == excluded ? .impossible : $0 }
    }

    /// Gaps of facts are reported elsewhere; here they exclude nothing.
    private mutating func plain(_ ref: Ref) throws(TooLarge) -> Ref { try store.map(ref) { $0 == .yes ? .yes : .no } }

    /// Where answers break a row; gap where that rests on a fact without a value.
    mutating func broken(_ requirement: Requirement, _ question: Int) throws(TooLarge) -> Ref {
        var applies = asked[question]
        if let condition = requirement.condition { applies = try store.apply(.and, applies, self.condition(condition)) }
        return try store.apply(.and, applies, store.not(condition(requirement.that)))
    }

    /// Where so many options of a question are ticked.
    private mutating func atLeast(_ count: Int, _ question: Int) throws(TooLarge) -> Ref {
        // For each number of ticks before an option: whether enough follow.
        var next = (0...count).map { $0 == count ? Ref.yes : Ref.no }
        for variable in variables.ofQuestion[question].reversed() {
            var current: [Ref] = []
            for ticked in 0...count {
                current.append(try store.node(variable, [next[ticked], next[min(ticked + 1, count)]]))
            }
            next = current
        }
        return next[0]
    }

    /// Where the order of two answers contradicts what they are: 5 is not above 7.
    private mutating func contradiction(_ variable: Int) throws(TooLarge) -> Ref {
        guard case .order(let first, let second, let order) = variables.list[variable],
            case .scale(_, let one) = variables.list[variables.ofQuestion[first][0]],
            case .scale(_, let two) = variables.list[variables.ofQuestion[second][0]]
        else { return .no }
        let left = one.blocks.map { AnswerLimits(questionnaire.questions[first]).within(one.chains, $0) }
        let right = two.blocks.map { AnswerLimits(questionnaire.questions[second]).within(two.chains, $0) }
        let digits = (AnswerLimits(questionnaire.questions[first]).decimals, AnswerLimits(questionnaire.questions[second]).decimals)
        let factors = (powerOfTen(max(0, digits.1 - digits.0)), powerOfTen(max(0, digits.0 - digits.1)))
        let spans = order.blocks.map { Chain.difference(order.chains, $0, first: first) }
        var children: [Ref] = []
        for a in left {
            var inner: [Ref] = []
            for b in right {
                let difference = a.absolute.scaled(factors.0).minus(b.absolute.scaled(factors.1))
                    .intersection(a.fromToday.minus(b.fromToday))
                let apart = zip(spans, order.blocks).map { span, block in
                    span.intersection(difference).isEmpty || order.isEmpty(block, first, a.absolute, b.absolute)
                }
                inner.append(try store.literal(variable, apart))
            }
            children.append(try store.node(variables.ofQuestion[second][0], inner))
        }
        let wrong = try store.node(variables.ofQuestion[first][0], children)
        return try store.apply(.and, store.apply(.and, asked[first], asked[second]), wrong)
    }
}

extension Meaning {
    /// Where two dates would need different todays: one answer lies so far back only from some day on, the other so near
    /// only up to an earlier one. The days that fit a block are a run, so that any number of blocks fit one day if every
    /// two do.
    private mutating func contradictionsOfToday() throws(TooLarge) -> [Ref] {
        // The days on which an answer can lie in each block, for questions where that depends on the day.
        var dates: [(question: Int, days: [Chain.Span])] = []
        for (question, own) in variables.ofQuestion.enumerated() {
            guard let variable = own.first, case .scale(_, let scale) = variables.list[variable] else { continue }
            let days = scale.blocks.map { AnswerLimits(questionnaire.questions[question]).within(scale.chains, $0).days }
            if days.contains(where: { $0 != .all }) { dates.append((question, days)) }
        }
        var result: [Ref] = []
        for (index, first) in dates.enumerated() {
            for second in dates[(index + 1)...] {
                var children: [Ref] = []
                for days in first.days {
                    let apart = second.days.map { $0.intersection(days).isEmpty }
                    children.append(try store.literal(variables.ofQuestion[second.question][0], apart))
                }
                let wrong = try store.node(variables.ofQuestion[first.question][0], children)
                let both = try store.apply(.and, asked[first.question], asked[second.question])
                result.append(try store.apply(.and, both, wrong))
            }
        }
        return result
    }
}

extension Meaning {
    /// Where the orders of three answers contradict one another: a before b and b before c leave no c before a.
    private mutating func contradictionsOfThree() throws(TooLarge) -> [Ref] {
        var orders: [[Int]: Int] = [:]
        for variable in variables.list.indices {
            if case .order(let first, let second, _) = variables.list[variable] { orders[[first, second]] = variable }
        }
        var result: [Ref] = []
        for left in orders.values.sorted() {
            let (first, middle) = (variables.questions(of: left)[0], variables.questions(of: left)[1])
            for last in questionnaire.questions.indices.dropFirst(middle + 1) {
                guard let right = orders[[middle, last]], let whole = orders[[first, last]] else { continue }
                let wrong = try contradiction([left, right, whole])
                let asked = [first, middle, last].map { self.asked[$0] }
                result.append(try store.apply(.and, store.apply(.and, asked[0], asked[1]), store.apply(.and, asked[2], wrong)))
            }
        }
        return result
    }

    /// Where `a - b` and `b - c` cannot add up to `a - c`, of three variables for these.
    private mutating func contradiction(_ orders: [Int]) throws(TooLarge) -> Ref {
        let digits = orders.map { order in
            variables.questions(of: order).map { AnswerLimits(questionnaire.questions[$0]).decimals }.max() ?? 0
        }
        let spans = zip(orders, digits).map { order, own -> [Chain.Span] in
            guard case .order(let first, _, let scale) = variables.list[order] else { return [] }
            let factor = powerOfTen((digits.max() ?? 0) - own)
            return scale.blocks.map { Chain.difference(scale.chains, $0, first: first).scaled(factor) }
        }
        // More are taken as independent: that excludes nothing that can be.
        guard spans.reduce(1, { $0 * $1.count }) <= 10_000 else { return .no }
        let sorted = orders.indices.sorted { orders[$0] < orders[$1] }
        let isApart = { (blocks: [Int]) -> Bool in
            let spans = (0..<3).map { spans[$0][blocks[$0]] }
            return spans[0].plus(spans[1]).intersection(spans[2]).isEmpty
        }
        var blocks = [0, 0, 0]
        var outer: [Ref] = []
        for one in spans[sorted[0]].indices {
            blocks[sorted[0]] = one
            var inner: [Ref] = []
            for two in spans[sorted[1]].indices {
                blocks[sorted[1]] = two
                let wrong = spans[sorted[2]].indices.map { three in
                    blocks[sorted[2]] = three
                    return isApart(blocks)
                }
                inner.append(try store.literal(orders[sorted[2]], wrong))
            }
            outer.append(try store.node(orders[sorted[1]], inner))
        }
        return try store.node(orders[sorted[0]], outer)
    }
}
