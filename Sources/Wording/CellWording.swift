import Decision
import Forms
import Words

/// What a condition demands of one subject, in words of which no two readers make different things.
struct CellWording: Sendable {
    private let questionnaire: Questionnaire
    private let subject: Subject
    private let ranges: RangeWording
    private let style: Style

    init(_ questionnaire: Questionnaire, _ subject: Subject, _ ranges: RangeWording, _ style: Style = Style()) {
        self.questionnaire = questionnaire
        self.subject = subject
        self.ranges = ranges
        self.style = style
    }

    /// How options are named.
    struct Style: Sendable {
        /// In quotation marks where they aren't all that is said, as their labels may hold commas and "or".
        var isQuoted = false
        /// Where few are left, those that fit are named instead of those that don't.
        var isAffirmative = false
    }

    /// What a condition demands, whether or not there is a value.
    func phrasing(_ test: NormalizedTest) -> Phrasing {
        if test.cell == .always { return .word(test.holdsWithout || questionnaire.isCertain(subject) ? "rangeAny" : "cellAsked") }
        if test.cell == .never { return .word(test.holdsWithout ? without : "cellNever") }
        guard test.holdsWithout else { return phrasing(test.cell) }
        let list = if case .any(let list) = test.cell { list } else { [test.cell] }
        return .list(parts(list, isAll: false) + [.word(without)], "cellAny")
    }

    /// The word for a subject that has no value.
    private var without: String { if case .attribute = subject { "cellNoValue" } else { "cellNotAsked" } }

    /// What is demanded of a value that is there.
    private func phrasing(_ cell: NormalizedCell) -> Phrasing {
        switch cell {
        case .all(let list): .list(parts(list, isAll: true), "cellAll")
        case .any(let list): .list(parts(list, isAll: false), "cellAny")
        case .choice, .tick, .comparison: parts([cell], isAll: true)[0]
        }
    }

    /// What is said of the cells of a list; those that are said together lie where the first of them is.
    private func parts(_ list: [NormalizedCell], isAll: Bool) -> [Phrasing] {
        var parts: [Phrasing] = []
        var said: Set<Group> = []
        for cell in list {
            switch cell {
            case .all, .any: parts.append(nested(cell))
            case .choice(let options, let isNot): parts.append(choice(options, isNot))
            case .tick(_, let isNot):
                guard said.insert(isNot ? .unticked : .ticked).inserted else { continue }
                parts.append(ticks(list.compactMap { $0.option(isNot) }, isNot, isAll))
            case .comparison:
                guard said.insert(.compared).inserted else { continue }
                parts += comparisons(list.compactMap { comparison($0) }, isAll)
            }
        }
        return parts
    }

    private enum Group { case ticked, unticked, compared }

    /// Bracketed where it holds several parts.
    private func nested(_ cell: NormalizedCell) -> Phrasing {
        guard case .list(let parts, _) = phrasing(cell) else { return phrasing(cell) }
        return parts.count == 1 ? parts[0] : .pattern("ruleGroup", ["condition": phrasing(cell)])
    }

    /// `red or blue`; `not red`, `neither red nor blue` of what is excluded.
    private func choice(_ options: [Int], _ isNot: Bool) -> Phrasing {
        if let range = orderedRange(options, isNot) { return range }
        guard isNot else { return .list(labels(options), "listOr") }
        if style.isAffirmative {
            let others = questionnaire.choices(of: subject).filter { !options.contains($0) }
            if 1...CellWording.few ~= others.count { return choice(others, false) }
        }
        let labels = labels(options, isAlone: false)
        return labels.count == 1 ? .pattern("cellNot", ["cell": labels[0]]) : none(labels)
    }

    /// So many options are easier to read than those that are excluded.
    private static let few = 3

    /// `at least Silver`, of options that have an order. What is excluded is said by what is left.
    private func orderedRange(_ options: [Int], _ isNot: Bool) -> Phrasing? {
        guard case .question(let number) = subject else { return nil }
        let taken = isNot ? questionnaire.questions[number].options.indices.filter { !options.contains($0) } : options
        return questionnaire.orderedRange(taken, of: number, isQuoted: style.isQuoted)
    }

    /// `neither Passport nor Bill`, `none of Passport, Bill or Receipt`
    private func none(_ parts: [Phrasing]) -> Phrasing {
        parts.count == 2
            ? .pattern("cellNeither", ["first": parts[0], "last": parts[1]]) : .pattern("cellNone", ["answers": .list(parts, "listOr")])
    }

    /// Options that are said together: `with order`, `both a and b`, `at least one of a, b and c`.
    ///
    /// - Parameter isAll: whether all of them are demanded, or any.
    private func ticks(_ options: [Int], _ isNot: Bool, _ isAll: Bool) -> Phrasing {
        let labels = labels(options, isAlone: false)
        if labels.count == 1 { return .pattern(isNot ? "qWithout" : "qWith", ["answer": labels[0]]) }
        let areTwo = labels.count == 2
        if !areTwo, isAll == isNot, case .question(let number) = subject, questionnaire.questions[number].options.count == labels.count {
            return .word(isNot ? "cellNoTick" : "cellAnyTick")
        }
        if isAll, isNot { return none(labels) }
        let answers = Phrasing.list(labels, "listAnd")
        if !isAll, !isNot { return .pattern("cellSome", ["answers": answers]) }
        return areTwo
            ? .pattern(isNot ? "cellNotBoth" : "cellBoth", ["first": labels[0], "last": labels[1]])
            : .pattern(isNot ? "cellNotEvery" : "cellEvery", ["answers": answers])
    }

    /// What pages call some options.
    ///
    /// - Parameter isAlone: whether a single one is all that is said.
    private func labels(_ options: [Int], isAlone: Bool = true) -> [Phrasing] {
        let labels = options.map { questionnaire.label($0, of: subject) }
        return labels.map { style.isQuoted && (labels.count > 1 || !isAlone) ? .quoted($0) : .text($0) }
    }
}

// Numbers and dates.
extension CellWording {
    private typealias Comparison = (relation: Relation, term: Term, isNot: Bool)

    /// "Not at most 3" says over 3, unless neither holds for somebody: the other answer may not be asked for.
    private func comparison(_ cell: NormalizedCell) -> Comparison? {
        guard case .comparison(let relation, let term, let isNot) = cell else { return nil }
        if case .question(let other, _) = term, questionnaire.questions[other].askIf != nil { return (relation, term, isNot) }
        if case .amount(let other, _) = term, !questionnaire.isCertain(.amount(other)) { return (relation, term, isNot) }
        guard isNot, let turned = relation.denied else { return (relation, term, isNot) }
        return (turned, term, false)
    }

    /// Comparisons that are said together: one range if they make one.
    private func comparisons(_ list: [Comparison], _ isAll: Bool) -> [Phrasing] {
        let (denied, wanted) = (list.filter(\.isNot), list.filter { !$0.isNot })
        let deniedRanges = denied.map { range([$0]) }
        let isTogether = isAll && denied.count > 1
        let refused = isTogether ? [none(deniedRanges)] : deniedRanges.map { .pattern("cellNot", ["cell": $0]) }
        guard isAll, let joint = joint(wanted) else { return wanted.map { range([$0]) } + refused }
        return [joint] + refused
    }

    private func range(_ list: [Comparison]) -> Phrasing { joint(list) ?? .word("rangeAny") }

    /// Comparisons of which each gives one end at most, as one range; nil for others.
    private func joint(_ list: [Comparison]) -> Phrasing? {
        let question: Question? = if case .question(let number) = subject { questionnaire.questions[number] } else { nil }
        let amount: Amount? = if case .amount(let number) = subject { questionnaire.amounts[number] } else { nil }
        guard let kind = question?.kind ?? amount?.answerKind, !list.isEmpty else { return nil }
        var range = ValueRange(low: nil, high: nil)
        for (relation, term, _) in list {
            let part = ValueRange(relation, term.value(for: kind))
            guard part.low == nil || range.low == nil, part.high == nil || range.high == nil else { return nil }
            range = ValueRange(low: range.low ?? part.low, high: range.high ?? part.high)
        }
        let isDate = if case .date = kind { true } else { false }
        return ranges.phrasing(range, isDate: isDate, isPast: question?.takesNoLaterThanToday ?? false)
    }
}

extension NormalizedCell {
    /// The option that is ticked, or not.
    fileprivate func option(_ isNot: Bool) -> Int? {
        if case .tick(let option, isNot) = self { option } else { nil }
    }
}

extension Questionnaire {
    /// What an option or value of a subject is called.
    func label(_ option: Int, of subject: Subject) -> String {
        switch subject {
        case .question(let number): return questions[number].options[option].label
        case .fact(let number): return facts[number].values[option].label
        case .amount, .calculation: return ""
        case .decision: return outcomes[option].title.string
        case .attribute(let number, let index):
            guard case .one(let choices) = questions[number].kind else { return "" }
            return choices.attributes[index].values[option].label
        }
    }
}
