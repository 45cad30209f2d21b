import Forms

/// Numbers and dates that are compared with each other, so that they have to be counted together.
///
/// All values but one question's are gone through; what that one may be then lies between cuts. Two numbers whose difference is
/// compared are counted without that, as many as they may be.
struct ComparedAnswers: Sendable {
    private let space: JointSpace
    /// The questions, ascending.
    private let questions: [Int]
    /// For each question its line, and the variable that tells multiples apart.
    private let lines: [Int: (line: Int, multiples: Int?)]
    /// The variables that compare two of them.
    private let orders: [Int]
    /// The variables that are calculated from them.
    private let calculations: [Int]

    /// So many combinations of the other values are gone through for one count: some seconds at most.
    private static let mostSteps = 1_000_000
    /// Fewer where something is calculated for each of them.
    private static let mostCalculations = 20_000

    init(_ space: JointSpace, questions: [Int]) {
        self.space = space
        self.questions = questions
        var lines: [Int: (line: Int, multiples: Int?)] = [:]
        var orders: [Int] = []
        var calculations: [Int] = []
        for (index, variable) in space.variables.enumerated() where questions.contains(variable.question) {
            switch variable.weights {
            case .values: lines[variable.question] = (index, nil)
            case .multiples: lines[variable.question]?.multiples = index
            case .order: orders.append(index)
            case .calculation: calculations.append(index)
            case .counts: break
            }
        }
        self.lines = lines
        self.orders = orders
        self.calculations = calculations
    }

    /// How many combinations of their values fulfil some demands; nil where that takes too many steps.
    ///
    /// - Parameter demands: the blocks that are allowed, by variable; what is missing allows all.
    func count(_ demands: [Int: [Int]]) -> BigInteger? {
        let open = questions.map { values(of: $0, demands) }
        guard open.allSatisfy({ !$0.isEmpty }) else { return .zero }
        // The question with the most values is the one that's not gone through.
        let sizes = open.map { $0.reduce(0) { $0 + $1.count } }
        guard let last = sizes.indices.max(by: { sizes[$0] < sizes[$1] }) else { return .one }
        var steps = 1
        for (index, size) in sizes.enumerated() where index != last {
            let (product, isOver) = steps.multipliedReportingOverflow(by: size)
            let most = calculations.contains { demands[$0] != nil } ? ComparedAnswers.mostCalculations : ComparedAnswers.mostSteps
            guard !isOver, product <= most else { return nil }
            steps = product
        }
        var total = BigInteger.zero
        var sum = 0
        visit(questions.indices.filter { $0 != last }[...], open, [:], demands) { others in
            for range in fitting(questions[last], open[last], others, demands) {
                let (next, isOver) = sum.addingReportingOverflow(numberOf(range, questions[last], demands))
                if isOver {
                    total = total + BigInteger(sum)
                    sum = numberOf(range, questions[last], demands)
                } else {
                    sum = next
                }
            }
            return true
        }
        return total + BigInteger(sum)
    }

    /// The first combination that fulfils some demands.
    func example(_ demands: [Int: [Int]]) -> [Int: Int]? {
        let open = questions.map { values(of: $0, demands) }
        let sizes = open.map { $0.reduce(0) { $0 + $1.count } }
        guard let last = sizes.indices.max(by: { sizes[$0] < sizes[$1] }) else { return [:] }
        var found: [Int: Int]?
        visit(questions.indices.filter { $0 != last }[...], open, [:], demands) { others in
            for range in fitting(questions[last], open[last], others, demands) {
                guard let value = first(in: range, questions[last], demands) else { continue }
                found = others.merging([questions[last]: value]) { $1 }
                return false
            }
            return true
        }
        return found
    }

    /// The values that a question may have by itself.
    private func values(of question: Int, _ demands: [Int: [Int]]) -> [ClosedRange<Int>] {
        guard let line = lines[question]?.line, case .values(let values) = space.variables[line].weights else { return [] }
        let blocks = demands[line] ?? Array(values.indices)
        return blocks.map { values[$0] }.sorted { $0.lowerBound < $1.lowerBound }
    }

    /// Whether values have to be multiples of a number, or have to be none; nil for any.
    private func multiples(_ question: Int, _ demands: [Int: [Int]]) -> (step: Int, isMultiple: Bool)? {
        guard let variable = lines[question]?.multiples, let blocks = demands[variable], blocks.count == 1,
            case .multiples(let step) = space.variables[variable].weights
        else { return nil }
        return (step, blocks == [1])
    }

    private func numberOf(_ range: ClosedRange<Int>, _ question: Int, _ demands: [Int: [Int]]) -> Int {
        guard let (step, isMultiple) = multiples(question, demands) else { return range.count }
        let count = floored(range.upperBound, step) - floored(range.lowerBound - 1, step)
        return isMultiple ? count : range.count - count
    }

    private func first(in range: ClosedRange<Int>, _ question: Int, _ demands: [Int: [Int]]) -> Int? {
        guard let (step, isMultiple) = multiples(question, demands) else { return range.lowerBound }
        return range.prefix(step + 1).first { (floored($0, step) * step == $0) == isMultiple }
    }

    /// Goes through all values of some questions, until `body` says that it is enough.
    @discardableResult private func visit(
        _ rest: ArraySlice<Int>, _ open: [[ClosedRange<Int>]], _ values: [Int: Int], _ demands: [Int: [Int]], _ body: ([Int: Int]) -> Bool
    ) -> Bool {
        guard let index = rest.first else { return body(values) }
        let question = questions[index]
        for range in fitting(question, open[index], values, demands) {
            for value in range where numberOf(value...value, question, demands) == 1 {
                guard visit(rest.dropFirst(), open, values.merging([question: value]) { $1 }, demands, body) else { return false }
            }
        }
        return true
    }

    /// What a question may be beside the values of others.
    private func fitting(
        _ question: Int, _ open: [ClosedRange<Int>], _ others: [Int: Int], _ demands: [Int: [Int]]
    ) -> [ClosedRange<Int>] {
        var ranges = open
        for order in orders {
            guard let blocks = demands[order], let scale = space.variables[order].scale,
                case .order(let first, let second) = space.variables[order].weights, [first, second].contains(question),
                let other = others[question == first ? second : first]
            else { continue }
            let allowed = Set(blocks)
            ranges = ranges.flatMap { range in
                pieces(of: range, scale, question, other).filter { allowed.contains(block(scale, question, $0.lowerBound, other)) }
            }
        }
        for index in calculations {
            guard let blocks = demands[index], case .calculation(let calculation, let cuts, let today) = space.variables[index].weights,
                calculation.questions.allSatisfy({ $0 == question || others[$0] != nil })
            else { continue }
            ranges = ranges.flatMap { fitting(calculation, cuts, blocks, today, $0, question, others) }
        }
        return ranges
    }

    /// The parts of a range in which what is calculated beside the values of others lies in some blocks.
    private func fitting(
        _ calculation: Calculation, _ cuts: [Int], _ blocks: [Int], _ today: Int, _ range: ClosedRange<Int>, _ question: Int,
        _ others: [Int: Int]
    ) -> [ClosedRange<Int>] {
        let pieces = CalculatedLine.pieces(of: range, mostSteps: Int.max) { run in
            calculation.range(
                { base in
                    switch base {
                    case .today: today...today
                    case .question(question): run
                    case .question(let number): others[number].map { $0...$0 }
                    }
                }, digits: { space.questions[$0].digits }
            ).map { found in
                (cuts.count { $0 <= found.lowerBound }, cuts.count { $0 <= found.upperBound })
            }
        }
        return pieces.enumerated().compactMap { index, piece in
            let last = index + 1 < pieces.count ? pieces[index + 1].start - 1 : range.upperBound
            return piece.interval.map(blocks.contains) ?? false ? piece.start...last : nil
        }
    }

    /// A range in pieces whose values all compare alike with another value.
    private func pieces(of range: ClosedRange<Int>, _ scale: Scale, _ question: Int, _ other: Int) -> [ClosedRange<Int>] {
        var starts: Set<Int> = [range.lowerBound]
        for chain in scale.chains {
            for cut in chain.cuts {
                let start = start(of: cut, chain, question, other)
                if range.lowerBound < start, start <= range.upperBound { starts.insert(start) }
            }
        }
        let sorted = starts.sorted()
        return sorted.enumerated().map { index, start in
            start...(index + 1 < sorted.count ? sorted[index + 1] - 1 : range.upperBound)
        }
    }

    /// The first value of a question on the other side of a cut.
    private func start(of cut: Chain.Cut, _ chain: Chain, _ question: Int, _ other: Int) -> Int {
        if chain.subject == question { return place(of: cut, from: other, chain) }
        // The other value is the subject, so that the greater this one, the fewer cuts it passes.
        guard cut.months != 0 else { return other - cut.days + 1 }
        var low = other - cut.days - cut.months * 31 - 40
        var high = other - cut.days - cut.months * 28 + 40
        if low > high { swap(&low, &high) }
        while low < high {
            let middle = low + (high - low) / 2
            if place(of: cut, from: middle, chain) > other { high = middle } else { low = middle + 1 }
        }
        return low
    }

    private func place(of cut: Chain.Cut, from base: Int, _ chain: Chain) -> Int {
        cut.months == 0 ? base + cut.days : cut.day(after: base)
    }

    private func block(_ scale: Scale, _ question: Int, _ value: Int, _ other: Int) -> Int {
        var number = 0
        for chain in scale.chains {
            let (subject, base) = chain.subject == question ? (value, other) : (other, value)
            number = number * (chain.cuts.count + 1) + chain.cuts.count { place(of: $0, from: base, chain) <= subject }
        }
        return scale.blockOfTuple[number]
    }

    private func floored(_ number: Int, _ divisor: Int) -> Int { number >= 0 ? number / divisor : -((-number + divisor - 1) / divisor) }
}
