import Forms

/// All that readers may answer to either of two versions of a questionnaire, each on a day of its own.
///
/// Its points are combinations of answers: one value for every question that either version has, asked or not. Each version is
/// a function on it, so that the two can be compared point by point, in a store that has both.
struct JointSpace: Sendable {
    /// The two versions, the older one first.
    let versions: [DecisionDiagram]
    let matching: JointMatching
    /// The day on which each version is used.
    let days: [Day]
    /// The newer version's questions with its numbers, then those that only the older one has.
    let questions: [JointQuestion]
    /// In the order of asking of the newer version.
    private(set) var variables: [JointVariable] = []
    /// For each version what its questions are numbered here.
    private let numbers: [[Int]]
    /// For each version its variables that decide, by the questions here that settle them, ascending.
    private let own: [[[Int]: [Int]]]
    /// For each version and each of its variables that decides, the variable here, and its own block for each block here.
    private(set) var maps: [[VariableMap?]]

    /// How a variable of one version is seen from here.
    struct VariableMap: Sendable {
        /// Among the variables of the space.
        let variable: Int
        /// The block of the version for each block of the space; 0 where the version takes no such answer, so that any will do.
        let blocks: [Int]
    }

    init(_ old: DecisionDiagram, _ new: DecisionDiagram, matching: JointMatching, days: [Day]) {
        versions = [old, new]
        self.matching = matching
        self.days = days
        questions = zip(matching.questions, matching.options).compactMap { pair, options in
            JointQuestion(
                zip(pair, [old, new]).map { number, version in number.map { version.questionnaire.questions[$0] } }, numbers: pair,
                options: options, days: days)
        }
        maps = versions.map { Array(repeating: nil, count: $0.deciding.variables) }
        let joint = questions
        numbers = versions.enumerated().map { version, diagram in
            var numbers = Array(repeating: 0, count: diagram.questionnaire.questions.count)
            for (number, question) in joint.enumerated() { if let own = question.numbers[version] { numbers[own] = number } }
            return numbers
        }
        let known = numbers
        own = versions.enumerated().map { version, diagram in
            Dictionary(grouping: 0..<diagram.deciding.variables) { index in
                diagram.variables[index].questions.map { known[version][$0] }.sorted()
            }
        }
        addVariables()
    }

    /// A question of a version, numbered as here.
    func question(_ number: Int, of version: Int) -> Int { numbers[version][number] }

    /// The questions and options that only one version has.
    var offers: [OfferChange] {
        questions.enumerated().flatMap { number, question -> [OfferChange] in
            if question.numbers.contains(nil) {
                return [OfferChange(question: number, options: nil, isNew: question.numbers[0] == nil)]
            }
            return [0, 1].compactMap { version in
                let options = question.options.indices.filter { question.options[$0][version] == nil }
                return options.isEmpty ? nil : OfferChange(question: number, options: options, isNew: version == 0)
            }
        }
    }

    /// The questions in the order of asking: questions that only the older version has keep their place in it.
    private var order: [Int] {
        var order = questions.indices.filter { questions[$0].numbers[1] != nil }
        for number in questions.indices where questions[number].numbers[1] == nil {
            let own = questions[number].numbers[0] ?? 0
            let before = order.lastIndex { questions[$0].numbers[0].map { $0 < own } ?? false }
            order.insert(number, at: before.map { $0 + 1 } ?? 0)
        }
        return order
    }

    private mutating func addVariables() {
        var placed: [Int] = []
        for number in order {
            let question = questions[number]
            switch question.question.kind {
            case .one: addChoice(number)
            case .any:
                for option in question.options.indices { addTick(option, of: number) }
            case .number, .date: addLine(number)
            }
            for other in placed { addOrder(other, number) }
            placed.append(number)
            addCalculations(upTo: number, placed)
        }
    }
}

// The variables of each kind of question.
extension JointSpace {
    /// Options that neither version tells apart share a block.
    private mutating func addChoice(_ number: Int) {
        let question = questions[number]
        let own = versions.indices.map { version in
            versionVariables(version, of: [number]) { variable -> [Int]? in
                if case .choice(_, let blocks) = variable { blocks } else { nil }
            }
        }
        var blocks = UniqueTable<[Int]>()
        let blockOfOption = question.options.map { option in
            blocks.index(
                of: versions.indices.flatMap { version -> [Int] in
                    guard let index = option[version] else { return [0] }
                    return [1] + own[version].map { $0.value[index] }
                })
        }
        let firstOf = blocks.values.indices.map { block in blockOfOption.firstIndex(of: block) ?? 0 }
        let sizes = blocks.values.indices.map { block in blockOfOption.count { $0 == block } }
        for version in versions.indices {
            for (index, table) in own[version] {
                map(index, of: version, to: firstOf.map { question.options[$0][version].map { table[$0] } ?? 0 })
            }
        }
        add(
            .choice(question: number, blockOfOption: blockOfOption), question: number, weights: .counts(sizes),
            taken: versions.indices.map { version in
                question.numbers[version] == nil ? nil : firstOf.map { question.options[$0][version] != nil }
            })
    }

    private mutating func addTick(_ option: Int, of number: Int) {
        let question = questions[number]
        for version in versions.indices {
            guard let own = question.options[option][version] else { continue }
            let found = versionVariables(version, of: [number]) { variable -> Bool? in
                if case .tick(_, own) = variable { true } else { nil }
            }
            for (index, _) in found { map(index, of: version, to: [0, 1]) }
        }
        add(
            .tick(question: number, option: option), question: number, weights: .counts([1, 1]),
            taken: versions.indices.map { version in
                question.numbers[version] == nil || question.options[option][version] != nil ? nil : [true, false]
            })
    }

    private mutating func addLine(_ number: Int) {
        let question = questions[number]
        var found: [[(index: Int, value: (chains: [Chain], blocks: [Int]))]] = []
        var all = JointChains()
        for version in versions.indices {
            let own = versionVariables(version, of: [number]) { variable -> (chains: [Chain], blocks: [Int])? in
                guard case .scale(_, let chains, let blocks) = variable else { return nil }
                return (renumbered(chains, version, step: question.steps[version]), blocks)
            }
            for (_, value) in own { all.add(value.chains) }
            addLimits(of: number, version, to: &all)
            found.append(own)
        }
        let line = JointLine(question.range ?? 0...0, all.chains, today: days[1].number)
        for version in versions.indices {
            for (index, value) in found[version] {
                map(index, of: version, to: JointSpace.blocks(line.scale, value.chains, value.blocks))
            }
        }
        add(
            .scale(question: number, chains: line.scale.chains, blocks: line.scale.blockOfTuple), question: number,
            weights: .values(line.values), scale: line.scale,
            taken: versions.indices.map { version in
                guard question.numbers[version] != nil else { return nil }
                return line.values.map { question.ranges[version]?.overlaps($0) ?? false }
            })
        guard let step = question.coarseness else { return }
        add(
            nil, question: number, weights: .multiples(of: step),
            taken: versions.indices.map { question.numbers[$0] != nil && question.steps[$0] > 1 ? [false, true] : nil })
    }

    /// Cuts a line where what a version takes begins and ends.
    private func addLimits(of number: Int, _ version: Int, to all: inout JointChains) {
        guard let own = questions[number].numbers[version], let range = questions[number].ranges[version] else { return }
        switch versions[version].questionnaire.questions[own].kind {
        case .date(let limits):
            for (bound, after) in [(limits.from, 0), (limits.to, 1)] {
                switch bound {
                case .day(let day): all.add(day.number + after, subject: number)
                case .today(let shift):
                    let chain = Chain(
                        subject: number, base: .today,
                        cuts: [Chain.Cut(months: shift.months, days: shift.days + after, isTurned: shift.isTurned)])
                    all.add([onOneDay(chain, version)])
                }
            }
        case .number:
            for value in [range.lowerBound, range.upperBound + 1] { all.add(value, subject: number) }
        case .one, .any: break
        }
    }

    private mutating func addOrder(_ first: Int, _ second: Int) {
        var found: [[(index: Int, value: (chains: [Chain], blocks: [Int]))]] = []
        var all = JointChains()
        for version in versions.indices {
            let own = versionVariables(version, of: [first, second].sorted()) { variable -> (chains: [Chain], blocks: [Int])? in
                guard case .order(let one, let other, let chains, let blocks) = variable else { return nil }
                let questions = [one, other].map { versions[version].questionnaire.questions[$0].kind.decimals }
                let digits = max(self.questions[first].digits, self.questions[second].digits)
                return (renumbered(chains, version, step: powerOfTen(digits - (questions.max() ?? 0))), blocks)
            }
            for (_, value) in own { all.add(value.chains) }
            found.append(own)
        }
        guard !found.allSatisfy(\.isEmpty) else { return }
        let scale = Scale(chains: all.chains) { _ in true }
        for version in versions.indices {
            for (index, value) in found[version] { map(index, of: version, to: JointSpace.blocks(scale, value.chains, value.blocks)) }
        }
        add(
            .order(first: first, second: second, chains: scale.chains, blocks: scale.blockOfTuple), question: second,
            weights: .order(first, second), scale: scale, taken: [nil, nil])
    }
}

// What is calculated from several answers.
extension JointSpace {
    /// A calculation of a version, with the questions of the space.
    private struct Found {
        let version: Int
        let index: Int
        let cuts: [Int]
        let blocks: [Int]
    }

    /// What versions calculate from a question and others before it. The same formula is one variable.
    private mutating func addCalculations(upTo number: Int, _ placed: [Int]) {
        var found: [(key: JointCalculation, calculations: [Found])] = []
        for version in versions.indices {
            for questions in own[version].keys.sorted(by: { $0.lexicographicallyPrecedes($1) })
            where questions.contains(number) && Set(placed).isSuperset(of: questions) {
                for index in own[version][questions] ?? [] {
                    guard case .calculation(let calculation, let cuts, let blocks) = versions[version].variables[index] else { continue }
                    let key = JointCalculation(
                        calculation: calculation.renumbered(numbers[version]),
                        today: calculation.formula.namesToday ? days[version].number : days[1].number)
                    let own = Found(version: version, index: index, cuts: cuts, blocks: blocks)
                    if let known = found.firstIndex(where: { $0.key == key }) {
                        found[known].calculations.append(own)
                    } else {
                        found.append((key, [own]))
                    }
                }
            }
        }
        for (key, calculations) in found {
            let cuts = Set(calculations.flatMap(\.cuts)).sorted()
            for own in calculations {
                let blocks = (0...cuts.count).map { place in
                    own.blocks[place == 0 ? 0 : own.cuts.count { $0 <= cuts[place - 1] }]
                }
                map(own.index, of: own.version, to: blocks)
            }
            add(
                .calculation(key.calculation, cuts: cuts, blocks: Array(0...cuts.count)), question: number,
                weights: .calculation(key.calculation, cuts: cuts, today: key.today), taken: [nil, nil])
        }
    }

    private struct JointCalculation: Hashable {
        let calculation: Calculation
        let today: Int
    }
}

// What all kinds share.
extension JointSpace {
    /// The variables of a version that decide, that some questions settle, and that are wanted.
    private func versionVariables<Value>(
        _ version: Int, of questions: [Int], _ wanted: (DiagramVariable) -> Value?
    ) -> [(index: Int, value: Value)] {
        (own[version][questions] ?? []).compactMap { index in wanted(versions[version].variables[index]).map { (index, $0) } }
    }

    private func renumbered(_ chains: [Chain], _ version: Int, step: Int) -> [Chain] {
        chains.map { onOneDay($0.renumbered({ question($0, of: version) }, units: step), version) }
    }

    /// The chain with its cuts on the calendar, where the versions are used on different days, so that today isn't the same.
    private func onOneDay(_ chain: Chain, _ version: Int) -> Chain {
        guard chain.base == .today, days[0] != days[1] else { return chain }
        return Chain(
            subject: chain.subject, base: .zero,
            cuts: chain.cuts.map { Chain.Cut(months: 0, days: $0.day(after: days[version].number)) })
    }

    private mutating func map(_ index: Int, of version: Int, to blocks: [Int]) {
        maps[version][index] = VariableMap(variable: variables.count, blocks: blocks)
    }

    private mutating func add(
        _ variable: DiagramVariable?, question: Int, weights: JointVariable.Weights, scale: Scale? = nil, taken: [[Bool]?]
    ) {
        variables.append(JointVariable(tested: variable, question: question, weights: weights, scale: scale, taken: taken))
    }

    /// For each block of a scale the block of a version whose cuts are among those of the scale.
    private static func blocks(_ scale: Scale, _ chains: [Chain], _ table: [Int]) -> [Int] {
        // For each chain of the version, and each interval of the chain here, how many of the version's cuts are passed.
        let passed = chains.map { chain -> (chain: Int, counts: [Int]) in
            guard let index = scale.chains.firstIndex(where: { $0.isLike(chain) }) else { return (0, [0]) }
            // Cuts of different months may be on the same day.
            let own = chain.cuts.reduce(into: [:]) { $0[$1, default: 0] += 1 }
            var counts = [0]
            for cut in scale.chains[index].cuts { counts.append(counts[counts.count - 1] + (own[cut] ?? 0)) }
            return (index, counts)
        }
        return scale.blocks.map { tuple in
            var place = 0
            for (chain, own) in zip(chains, passed) { place = place * (chain.cuts.count + 1) + own.counts[tuple[own.chain]] }
            return table[safe: place] ?? 0
        }
    }
}

/// One thing that answers in a space differ in.
struct JointVariable: Sendable {
    /// How many combinations of values a block stands for.
    enum Weights: Sendable {
        case counts([Int])
        case values([ClosedRange<Int>])
        /// Whether the value is one that the coarser version takes: a multiple of this.
        case multiples(of: Int)
        /// How two values compare, so that it has no values of its own.
        case order(Int, Int)
        /// What several values come to, so that it has none of its own: the cuts, and the day from which it is calculated.
        case calculation(Calculation, cuts: [Int], today: Int)
    }

    /// As diagrams test it, with the questions of the space; nil for ``Weights/multiples(of:)``.
    let tested: DiagramVariable?
    /// The question whose answer settles it, of several the later one.
    let question: Int
    let weights: Weights
    /// Of numbers, dates and comparisons of two of them.
    let scale: Scale?
    /// For each version which blocks it takes; nil where it takes all, and where it doesn't have the question.
    let taken: [[Bool]?]

    var compared: ComparedVariable {
        switch (tested, weights) {
        case (let variable?, _): .answers(variable)
        case (nil, .multiples(let step)): .steps(question: question, of: step)
        case (nil, _): .answers(.asking(question: question))
        }
    }

    var arity: Int {
        switch weights {
        case .counts(let counts): counts.count
        case .values(let values): values.count
        case .multiples: 2
        case .order: scale?.blocks.count ?? 1
        case .calculation(_, let cuts, _): cuts.count + 1
        }
    }
}
