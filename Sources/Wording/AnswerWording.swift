package import Decision
import Forms
package import Words

/// Puts the answers that a diagram tells apart into words.
///
/// A diagram knows blocks: classes of answers that lead to the same. For a number or date a block is any set of intervals
/// of its grid. It becomes words in three steps: ``AnswerGrid`` drops the cuts on which nothing rests, ``BoxCover`` covers what
/// is left with few ranges, and ``AuthoredEndpoints`` says their ends as the author wrote them.
package struct AnswerWording: Sendable {
    private let questionnaire: Questionnaire
    private let since: Day
    private let answerLimits: [AnswerLimits]
    private let endpoints: AuthoredEndpoints
    private let ranges: RangeWording
    private let isQuoted: Bool
    let calculations: CalculationWording

    /// Looks through every condition of the questionnaire: keep it while there is more to say.
    package init(_ diagram: DecisionDiagram, isQuoted: Bool = false) {
        self.init(diagram.questionnaire, since: diagram.since, isQuoted: isQuoted)
    }

    /// - Parameter isQuoted: whether options are in quotation marks where there are several.
    init(_ questionnaire: Questionnaire, since: Day, isQuoted: Bool = false) {
        self.isQuoted = isQuoted
        self.questionnaire = questionnaire
        self.since = since
        answerLimits = questionnaire.questions.map { AnswerLimits($0) }
        endpoints = AuthoredEndpoints(questionnaire)
        ranges = RangeWording(questionnaire: questionnaire)
        calculations = CalculationWording(questionnaire)
    }

    /// The answers of some blocks.
    ///
    /// - Parameter asked: the question they are answers to, which is not named again; nil where it is not said nearby.
    package func phrasing(_ variable: DiagramVariable, _ blocks: [Int], asking asked: Int? = nil) -> Phrasing {
        switch variable {
        case .tick: return .word(blocks == [1] ? "yes" : blocks == [0] ? "no" : "rangeAny")
        case .asking: return .word("rangeAny")
        case .choice(let question, let blockOfOption):
            let options = questionnaire.questions[question].options
            let taken = blockOfOption.indices.filter { blocks.contains(blockOfOption[$0]) }
            return questionnaire.orderedRange(taken, of: question, isQuoted: isQuoted)
                ?? AnswerWording.few(taken.map { options[$0].label }, isQuoted: isQuoted)
        case .scale(let question, let chains, let table):
            let grid = AnswerGrid(chains, wanted: table.map(blocks.contains), endpoints: endpoints) {
                answerLimits[question].within(chains, $0).isReached(since: since, until: questionnaire.validity.until)
            }
            return .list(grid.boxes.map { phrasing(grid.chains, $0, isOrder: false, asked) }, "rangesOr")
        case .calculation(let calculation, let cuts, let table):
            return calculations.phrasing(calculation, cuts, table, blocks)
        case .order(let first, let second, let chains, let table):
            let grid = AnswerGrid(chains, wanted: table.map(blocks.contains), endpoints: endpoints) {
                answerLimits[first].meets(answerLimits[second], chains, $0, of: first)
            }
            return .list(grid.boxes.map { phrasing(grid.chains, $0, isOrder: true, asked) }, "rangesOr")
        }
    }

    /// Labels, the first of many.
    static func few(_ texts: [String], isQuoted: Bool = false) -> Phrasing {
        let labels = texts.map { text in
            isQuoted && texts.count > 1 ? Phrasing.quoted(text) : .text(text)
        }
        guard labels.count > 4 else { return .list(labels, "listOr") }
        let rest = Quantity(units: labels.count - 3, decimals: 0, unit: nil)
        return .list(labels.prefix(3) + [.pattern("qMore", ["count": .number(rest)])], "listOr")
    }

    /// What lies in one interval of each chain.
    ///
    /// - Parameter isOrder: an answer is compared with another one, so that both are named.
    private func phrasing(_ chains: [Chain], _ box: [ClosedRange<Int>], isOrder: Bool, _ asked: Int?) -> Phrasing {
        var parts: [Phrasing] = []
        var lows: [Endpoint] = []
        var highs: [Endpoint] = []
        for (chain, places) in zip(chains, box).map({ $0.turned($1, to: asked) }) where !chain.cuts.isEmpty {
            let low = places.lowerBound == 0 ? nil : endpoints.endpoint(at: chain.cuts[places.lowerBound - 1], of: chain)
            let high = places.upperBound == chain.cuts.count ? nil : endpoints.endpoint(at: chain.cuts[places.upperBound], of: chain)
            guard isOrder else {
                lows += [low].compactMap(\.self)
                highs += [high].compactMap(\.self)
                continue
            }
            guard let range = phrasing(ValueRange(low: low, high: high), chain.subject) else { continue }
            parts.append(chain.subject == asked ? range : .test(questionnaire.questions[chain.subject].ask.string, range))
        }
        if let subject = chains.first?.subject, !isOrder {
            // Ends that are told by different things are one range where there is one of each.
            let ranges =
                lows.count < 2 && highs.count < 2
                ? [ValueRange(low: lows.first, high: highs.first)]
                : lows.map { ValueRange(low: $0, high: nil) } + highs.map { ValueRange(low: nil, high: $0) }
            parts = ranges.compactMap { phrasing($0, subject) }
        }
        return parts.isEmpty ? .word("rangeAny") : .list(parts, "rangesAnd")
    }

    /// A range in words; nil where any answer will do.
    private func phrasing(_ range: ValueRange, _ subject: Int) -> Phrasing? {
        let question = questionnaire.questions[subject]
        let isDate = if case .date = question.kind { true } else { false }
        return ranges.phrasing(within(range, question), isDate: isDate, isPast: question.takesNoLaterThanToday)
    }

    /// A range that holds one number of those that the question takes is that number: nobody has under 2 of 1 to 5.
    private func within(_ range: ValueRange, _ question: Question) -> ValueRange {
        if case .date(let limits) = question.kind { return within(range, limits) }
        guard case .number(let limits) = question.kind else { return range }
        let first = limits.from.ceiling(digits: limits.decimals)
        let last = limits.to.floor(digits: limits.decimals)
        var (from, to) = (first, last)
        if case .number(let low)? = range.low?.value { from = max(first, low.units + (range.low?.side == .after ? 1 : 0)) }
        if case .number(let high)? = range.high?.value { to = min(last, high.units - (range.high?.side == .before ? 1 : 0)) }
        let isOpen = range.low == nil || range.high == nil
        let isNumber = [range.low, range.high].compactMap(\.self).allSatisfy { if case .number = $0.value { true } else { false } }
        return isOpen && isNumber && from == to && range != .all ? ValueRange(.equal, .number(limits.quantity(units: from))) : range
    }
}

extension AnswerWording {
    /// Today or later, where no later day is taken, is today.
    private func within(_ range: ValueRange, _ limits: DateRange) -> ValueRange {
        if range.high == nil, range.low == Endpoint(limits.to.value, .before) { return ValueRange(.equal, limits.to.value) }
        if range.low == nil, range.high == Endpoint(limits.from.value, .after) { return ValueRange(.equal, limits.from.value) }
        return range
    }
}

extension Chain {
    /// The same intervals of two answers as seen from the other question, where that is the one asked and no months come in.
    fileprivate func turned(_ places: ClosedRange<Int>, to asked: Int?) -> (Chain, ClosedRange<Int>) {
        guard case .question(let other) = base, other == asked, cuts.allSatisfy({ $0.months == 0 }) else { return (self, places) }
        let turned = Chain(
            subject: other, base: .question(subject), cuts: cuts.reversed().map { Cut(months: 0, days: 1 - $0.days) })
        return (turned, cuts.count - places.upperBound...cuts.count - places.lowerBound)
    }
}

extension ValueRange {
    fileprivate static var all: ValueRange { ValueRange(low: nil, high: nil) }
}
