import Content

/// Answers and conditions in the author's own words.
struct Wording: Sendable {
    private let questionnaire: Questionnaire
    private let variables: Variables

    init(_ questionnaire: Questionnaire, _ variables: Variables) {
        self.questionnaire = questionnaire
        self.variables = variables
    }

    /// `Where does it come from? Anyone else; Was it damaged? No`.
    func example(_ example: [(variable: Int, blocks: [Int])]) -> String {
        guard !example.isEmpty else { return "any answers" }
        var parts: [String] = []
        var ticks: [Int: (with: [String], without: [String])] = [:]
        for (variable, blocks) in example {
            switch variables.list[variable] {
            case .choice(let question, _), .scale(let question, _):
                parts.append(asking(question) + " " + words(variable, blocks))
            case .order: parts.append(words(variable, blocks))
            case .tick(let question, let option):
                if ticks[question] == nil { parts.append("\u{0}\(question)") }
                let label = questionnaire.questions[question].options[option].label
                if blocks == [1] {
                    ticks[question, default: ([], [])].with.append(label)
                } else {
                    ticks[question, default: ([], [])].without.append(label)
                }
            }
        }
        return parts.map { part in
            guard part.hasPrefix("\u{0}"), let question = Int(part.dropFirst()), let found = ticks[question] else {
                return part
            }
            return asking(question) + " " + ticked(found, of: question)
        }.joined(separator: "; ")
    }

    private func ticked(_ found: (with: [String], without: [String]), of question: Int) -> String {
        if found.with.isEmpty, found.without.count == questionnaire.questions[question].options.count {
            return "nothing ticked"
        }
        let with = found.with.isEmpty ? [] : [listed(found.with)]
        let without = found.without.isEmpty ? [] : ["not \(listed(found.without, "or"))"]
        return (with + without).joined(separator: ", ")
    }

    /// The question as asked, so that an answer can follow.
    func asking(_ number: Int) -> String {
        let ask = questionnaire.questions[number].ask.string
        return ask.last.map { "?:.!".contains($0) } ?? false ? ask : ask + ":"
    }

    /// The answers of some blocks.
    func words(_ variable: Int, _ blocks: [Int]) -> String {
        switch variables.list[variable] {
        case .choice(let question, let blockOfOption):
            let labels = blockOfOption.indices.filter { blocks.contains(blockOfOption[$0]) }
                .map { questionnaire.questions[question].options[$0].label }
            return labels.count > 4
                ? listed(Array(labels.prefix(3)) + ["\(labels.count - 3) more"], "or") : listed(labels, "or")
        case .tick: return blocks == [1] ? "ticked" : "not ticked"
        case .scale(let question, let scale):
            return runs(scale, blocks).map { interval(scale, $0, of: question) }.joined(separator: ", or ")
        case .order(_, _, let scale):
            return runs(scale, blocks).map { order(scale, $0) }.joined(separator: ", or ")
        }
    }

    /// Blocks joined where they follow one another on the only chain; else one by one.
    private func runs(_ scale: Scale, _ blocks: [Int]) -> [[ClosedRange<Int>]] {
        let tuples = blocks.sorted().map { scale.blocks[$0] }
        guard scale.chains.count == 1 else { return tuples.map { $0.map { $0...$0 } } }
        var result: [[ClosedRange<Int>]] = []
        for place in tuples.map({ $0[0] }) {
            if let last = result.last?.first, last.upperBound + 1 == place {
                result[result.count - 1] = [last.lowerBound...place]
            } else {
                result.append([place...place])
            }
        }
        return result
    }

    private func interval(_ scale: Scale, _ run: [ClosedRange<Int>], of question: Int) -> String {
        var parts: [String] = []
        for (chain, places) in zip(scale.chains, run) {
            let low = places.lowerBound == 0 ? nil : chain.cuts[places.lowerBound - 1]
            let high = places.upperBound == chain.cuts.count ? nil : chain.cuts[places.upperBound]
            parts += part(low, high, chain, questionnaire.questions[question])
        }
        return parts.isEmpty ? "any" : parts.joined(separator: " and ")
    }

    private func part(_ low: Chain.Cut?, _ high: Chain.Cut?, _ chain: Chain, _ question: Question) -> [String] {
        let isDate = if case .date = question.kind { true } else { false }
        let last = high.map { Chain.Cut(months: $0.months, days: $0.days - 1) }
        // "before sent" says it better than "on or before sent - 1 day".
        if case .question(let other) = chain.base {
            let id = questionnaire.questions[other].id.description
            if low == nil, high == Chain.Cut(months: 0, days: 0) { return [(isDate ? "before " : "under ") + id] }
            if high == nil, low == Chain.Cut(months: 0, days: 1) { return [(isDate ? "after " : "over ") + id] }
        }
        switch (low, last) {
        case (nil, nil): return []
        case (let low?, let last?) where low == last: return [value(low, chain, question)]
        case (let low?, let last?): return ["from \(value(low, chain, question)) to \(value(last, chain, question))"]
        case (let low?, nil): return ["\(isDate ? "on or after" : "at least") \(value(low, chain, question))"]
        case (nil, let last?): return ["\(isDate ? "on or before" : "at most") \(value(last, chain, question))"]
        }
    }

    /// A cut as the author would write it: `2026-11-21`, `today - 90 days`, `3.5`.
    func value(_ cut: Chain.Cut, _ chain: Chain, _ question: Question) -> String {
        switch chain.base {
        case .zero:
            if case .number(let range) = question.kind {
                return decimal(cut.days, decimals: range.decimals) + (range.unit.map { " " + $0 } ?? "")
            }
            return Day(number: cut.days)?.description ?? "the end of the calendar"
        case .today: return "today" + span(cut)
        case .question(let number):
            let other = questionnaire.questions[number]
            return other.id.description + span(cut, question, other)
        }
    }

    private func span(_ cut: Chain.Cut) -> String {
        Shift(months: cut.months, days: 0).words + Shift(months: 0, days: cut.days).words
    }

    /// From one answer to another: days between dates, the numbers' own units between numbers.
    private func span(_ cut: Chain.Cut, _ question: Question, _ other: Question) -> String {
        guard case .number(let one) = question.kind, case .number(let two) = other.kind else { return span(cut) }
        guard cut.days != 0 else { return "" }
        return (cut.days < 0 ? " - " : " + ") + decimal(abs(cut.days), decimals: max(one.decimals, two.decimals))
    }

    private func order(_ scale: Scale, _ run: [ClosedRange<Int>]) -> String {
        var parts: [String] = []
        for (chain, places) in zip(scale.chains, run) {
            let low = places.lowerBound == 0 ? nil : chain.cuts[places.lowerBound - 1]
            let high = places.upperBound == chain.cuts.count ? nil : chain.cuts[places.upperBound]
            let subject = questionnaire.questions[chain.subject].id.description
            parts += part(low, high, chain, questionnaire.questions[chain.subject]).map { subject + " is " + $0 }
        }
        return parts.joined(separator: " and ")
    }
}
