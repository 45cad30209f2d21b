import Content

/// Ranges of numbers and dates in words that a reader can choose from.
struct BlockWording {
    private let questionnaire: Questionnaire
    private let chains: [Chain]
    /// For each combination of intervals, the last chain running fastest, its block.
    private let blockOfTuple: [Int]
    /// Whether an answer is compared with another one, so that both have to be named.
    private let isOrder: Bool

    /// Without chains, as for options, there are no blocks to word.
    init(_ questionnaire: Questionnaire, _ variable: DecidingVariable) {
        self.questionnaire = questionnaire
        switch variable {
        case .scale(_, let chains, let blocks): (self.chains, blockOfTuple, isOrder) = (chains, blocks, false)
        case .order(_, _, let chains, let blocks): (self.chains, blockOfTuple, isOrder) = (chains, blocks, true)
        case .choice, .tick, .asking: (chains, blockOfTuple, isOrder) = ([], [], false)
        }
    }

    /// The blocks in ascending order.
    var blocks: [Int] { Array(Set(blockOfTuple)).sorted() }

    /// The answers of some blocks: `before 1 May 2020, or on or after 2 June 2021`.
    func words(_ blocks: [Int]) -> String {
        let tuples = blockOfTuple.indices.filter { blocks.contains(blockOfTuple[$0]) }.map(tuple)
        guard chains.count == 1 else { return tuples.map { words($0.map { $0...$0 }) }.joined(separator: ", or ") }
        var runs: [ClosedRange<Int>] = []
        for place in tuples.map({ $0[0] }) {
            if let last = runs.last, last.upperBound + 1 == place {
                runs[runs.count - 1] = last.lowerBound...place
            } else {
                runs.append(place...place)
            }
        }
        return runs.map { words([$0]) }.joined(separator: ", or ")
    }

    /// The interval of each chain, from its number.
    private func tuple(_ number: Int) -> [Int] {
        var rest = number
        var tuple: [Int] = []
        for chain in chains.reversed() {
            tuple.append(rest % (chain.cuts.count + 1))
            rest /= chain.cuts.count + 1
        }
        return tuple.reversed()
    }

    private func words(_ intervals: [ClosedRange<Int>]) -> String {
        let parts = zip(chains, intervals).compactMap { chain, places -> String? in
            let low = places.lowerBound == 0 ? nil : chain.cuts[places.lowerBound - 1]
            let high = places.upperBound == chain.cuts.count ? nil : chain.cuts[places.upperBound]
            guard let range = range(from: low, before: high, chain) else { return nil }
            return isOrder ? questionnaire.questions[chain.subject].ask.string + " " + range : range
        }
        return parts.isEmpty ? "any answer" : parts.joined(separator: " and ")
    }

    /// Values from a cut on, up to the last before another one.
    private func range(from low: Chain.Cut?, before high: Chain.Cut?, _ chain: Chain) -> String? {
        let question = questionnaire.questions[chain.subject]
        guard case .number(let numbers) = question.kind else { return dates(from: low, before: high, chain) }
        let value: (Int) -> String = { decimal($0, decimals: numbers.decimals) }
        let unit = numbers.unit.map { " " + $0 } ?? ""
        if case .question(let other) = chain.base { return compared(from: low, before: high, other, numbers.decimals) }
        switch (low, high) {
        case (nil, nil): return nil
        case (nil, let high?): return "under \(value(high.days))\(unit)"
        case (let low?, nil): return "\(value(low.days))\(unit) or more"
        case (let low?, let high?):
            let last = high.days - 1
            return low.days == last ? value(low.days) + unit : "\(value(low.days)) to \(value(last))\(unit)"
        }
    }

    /// A number beside the answer to another question.
    private func compared(from low: Chain.Cut?, before high: Chain.Cut?, _ other: Int, _ decimals: Int) -> String? {
        let others = if case .number(let range) = questionnaire.questions[other].kind { range.decimals } else { 0 }
        let value: (Int) -> String = { cut in
            let span = cut == 0 ? "" : (cut < 0 ? " − " : " + ") + decimal(abs(cut), decimals: max(decimals, others))
            return "“\(questionnaire.questions[other].ask.string)”\(span)"
        }
        switch (low?.days, high?.days) {
        case (nil, nil): return nil
        case (nil, let high?): return "under \(value(high))"
        case (let low?, nil): return low == 1 ? "over \(value(0))" : "\(value(low)) or more"
        case (let low?, let high?): return low == high - 1 ? "the same as \(value(low))" : "\(value(low)) to \(value(high - 1))"
        }
    }

    private func dates(from low: Chain.Cut?, before high: Chain.Cut?, _ chain: Chain) -> String? {
        switch (low, high) {
        case (nil, nil): nil
        case (nil, let high?): "before \(place(high, chain))"
        case (let low?, nil): "\(place(low, chain)) or later"
        case (let low?, let high?): "from \(place(low, chain)) until before \(place(high, chain))"
        }
    }

    /// `2026-11-21`, `90 days ago`, `30 days after When was it bought?`.
    private func place(_ cut: Chain.Cut, _ chain: Chain) -> String {
        let isNegative = cut.months < 0 || (cut.months == 0 && cut.days < 0)
        let parts = [(abs(cut.months), "month"), (abs(cut.days), "day")].filter { $0.0 > 0 }.map { counted($0.0, $0.1) }
        let span = parts.joined(separator: " and ")
        switch chain.base {
        case .zero: return Day(number: cut.days)?.description ?? "the end of the calendar"
        case .today: return span.isEmpty ? "today" : isNegative ? "\(span) ago" : "in \(span)"
        case .question(let other):
            let ask = "“\(questionnaire.questions[other].ask.string)”"
            return span.isEmpty ? ask : "\(span) \(isNegative ? "before" : "after") \(ask)"
        }
    }
}
