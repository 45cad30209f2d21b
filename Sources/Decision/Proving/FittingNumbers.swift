/// Looks for numbers and dates that fit the ranges of an example.
///
/// The ranges are bounds of differences: of an answer and nothing, of an answer and today, of two answers. They contradict
/// one another exactly where some circle of bounds adds up to less than nothing (Bellman 1958, Ford 1956). Months are taken
/// as a little longer and shorter than they are, so that only what nobody can answer is excluded.
struct FittingNumbers {
    private let meaning: Meaning
    /// `values[to] - values[from] <= most`; the first two values are nothing and today, the others the questions'.
    private var bounds: [(from: Int, to: Int, most: Int)] = []
    /// All values are in units of this many digits behind the point.
    private let digits: Int

    init(_ meaning: Meaning) {
        self.meaning = meaning
        digits = meaning.questionnaire.questions.map(\.kind.decimals).max() ?? 0
    }

    /// Whether there are some for an example, with one of the blocks of each step; true where there are too many to try.
    func exist(for steps: [DiagramStore.Step]) -> Bool {
        guard calculated(steps).allSatisfy({ $0.example != nil }) else { return false }
        let compared = steps.filter { if case .order = meaning.variables.list[$0.variable] { true } else { false } }
        guard !compared.isEmpty, steps.reduce(1, { $0 * $1.blocks.count }) <= 64 else { return true }
        return fits(steps[...])
    }

    /// Whether what an example calculates is certain to be impossible or has answers: for each group that it rests on.
    private func calculated(_ steps: [DiagramStore.Step]) -> [(group: CalculatedGroup, example: [Int: Int]?)] {
        let blocks = Dictionary(steps.map { ($0.variable, $0.blocks) }) { first, _ in first }
        return (meaning.groups ?? []).filter { group in
            group.variables.contains { blocks[$0] != nil && meaning.isCalculated($0) }
        }.map { ($0, $0.example(blocks)) }
    }

    /// One answer to each question that an example calculates with, in the order of the questions; none where it calculates nothing.
    func calculatedAnswers(for steps: [DiagramStore.Step]) -> [(question: Int, value: Int)] {
        let found = calculated(steps).compactMap(\.example).reduce([:]) { $0.merging($1) { first, _ in first } }
        return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private func fits(_ steps: ArraySlice<DiagramStore.Step>) -> Bool {
        guard let step = steps.first else { return !hasCircleBelowNothing }
        return step.blocks.contains { block in
            var inner = self
            inner.add(step.variable, block)
            return inner.fits(steps.dropFirst())
        }
    }

    /// The bounds that a block gives, and the limits of its questions.
    private mutating func add(_ variable: Int, _ block: Int) {
        let scale: Scale
        switch meaning.variables.list[variable] {
        case .scale(_, let found), .order(_, _, let found): scale = found
        case .choice, .tick, .calculation: return
        }
        let questions = meaning.variables.questions(of: variable)
        let own = questions.map { meaning.questionnaire.questions[$0].kind.decimals }.max() ?? 0
        for (chain, interval) in zip(scale.chains, scale.blocks[block]) {
            add(chain.span(interval), own, of: chain.subject + 2, from: Self.value(of: chain.base))
        }
        for question in questions {
            let limits = AnswerLimits(meaning.questionnaire.questions[question])
            let own = meaning.questionnaire.questions[question].kind.decimals
            add(limits.absolute, own, of: question + 2, from: 0)
            add(limits.fromToday, own, of: question + 2, from: 1)
        }
    }

    /// The number of the value that a chain counts from.
    private static func value(of base: Chain.Base) -> Int {
        switch base {
        case .zero: 0
        case .today: 1
        case .question(let other): other + 2
        }
    }

    private mutating func add(_ span: Chain.Span, _ own: Int, of value: Int, from base: Int) {
        let span = span.scaled(powerOfTen(digits - own))
        if let most = span.to { bounds.append((base, value, most)) }
        if let least = span.from { bounds.append((value, base, -least)) }
    }

    /// Bellman and Ford's shortest paths from all values at once: they settle within as many rounds as there are values, unless a circle
    /// of bounds is negative.
    private var hasCircleBelowNothing: Bool {
        var values = Array(repeating: 0, count: meaning.questionnaire.questions.count + 2)
        for _ in values.indices {
            var changed = false
            for bound in bounds where values[bound.from] + bound.most < values[bound.to] {
                values[bound.to] = values[bound.from] + bound.most
                changed = true
            }
            if !changed { return false }
        }
        return true
    }
}

extension Proof {
    /// What is said beside an example that no numbers and dates fit.
    func doubts(about example: [DiagramStore.Step]) -> [String] {
        FittingNumbers(meaning).exist(for: example)
            ? [] : ["it may be impossible: no numbers or dates were found that fit all of them"]
    }

    /// That, or the numbers with which something that is calculated is in its range.
    func notes(about example: [DiagramStore.Step]) -> [String] {
        let doubts = doubts(about: example)
        guard doubts.isEmpty else { return doubts }
        let answers = FittingNumbers(meaning).calculatedAnswers(for: example)
        return answers.isEmpty ? [] : ["for example: \(words(answers))"]
    }
}
