import Forms

/// One question of two versions of a questionnaire, with all that either of them takes as an answer.
struct JointQuestion: Sendable {
    /// As the newer version asks it, or the older one where the newer doesn't, with the options and the range of both.
    let question: Question
    /// Its number in each version, the older one first; nil where a version doesn't have it.
    let numbers: [Int?]
    /// For each option its number in each version.
    let options: [[Int?]]
    /// The digits behind the point that its values are counted in: the finer ones of both versions.
    let digits: Int
    /// For each version how far apart its values are, in units of the last digit.
    let steps: [Int]
    /// For each version the values that it takes on the day; nil where it has no such question, or takes nothing.
    let ranges: [ClosedRange<Int>?]

    /// All values between those of both versions; nil for options, and where neither takes a value.
    var range: ClosedRange<Int>? {
        let taken = ranges.compactMap(\.self)
        guard let least = taken.map(\.lowerBound).min(), let most = taken.map(\.upperBound).max() else { return nil }
        return least...most
    }

    /// How many units the coarser version steps by, where the two differ.
    var coarseness: Int? {
        let used = zip(steps, numbers).compactMap { $1 == nil ? nil : $0 }
        return (used.max() ?? 1) > 1 ? used.max() : nil
    }
}

extension JointQuestion {
    /// Nil if neither version has it.
    ///
    /// - Parameters:
    ///   - versions: the question in each version.
    ///   - options: the options of both that are the same, by number; those of the newer version come first.
    init?(_ versions: [Question?], numbers: [Int?], options: [[Int?]], days: [Day]) {
        guard let question = JointQuestion.joined(versions[0], versions[1], options, days) else { return nil }
        let digits = versions.compactMap { $0?.kind.decimals }.max() ?? 0
        let steps = versions.map { powerOfTen(digits - ($0?.kind.decimals ?? digits)) }
        self.init(
            question: question, numbers: numbers, options: options, digits: digits, steps: steps,
            ranges: versions.indices.map { version in
                let step = steps[version]
                return versions[version]?.limits(today: days[version]).map { $0.lowerBound * step...$0.upperBound * step }
            })
    }

    /// The question with what either version takes, for words alone: conditions of the older version number other questions.
    private static func joined(_ old: Question?, _ new: Question?, _ options: [[Int?]], _ days: [Day]) -> Question? {
        guard let shown = new ?? old else { return nil }
        return Question(
            id: shown.id, place: shown.place, ask: shown.ask, label: shown.label, also: shown.also, hint: shown.hint,
            kind: kind(old, new, options, days) ?? shown.kind, askIf: new?.askIf, must: new?.must ?? [])
    }

    private static func kind(_ old: Question?, _ new: Question?, _ options: [[Int?]], _ days: [Day]) -> Question.Kind? {
        guard let old, let new else { return nil }
        func joined(_ choices: Choices) -> Choices {
            let all = options.compactMap { pair in
                pair[1].flatMap { new.options[safe: $0] } ?? pair[0].flatMap { old.options[safe: $0] }
            }
            let isSame = all.count == new.options.count
            let attributes = choices.attributes.map { attribute in
                Attribute(
                    id: attribute.id, label: attribute.label, values: attribute.values,
                    valueOfOption: options.map { pair in pair[1].flatMap { attribute.valueOfOption[$0] } })
            }
            return Choices(
                options: all, attributes: attributes, isFromData: choices.isFromData, isOrdered: choices.isOrdered && isSame,
                isYesNo: choices.isYesNo)
        }
        switch (old.kind, new.kind) {
        case (.one, .one(let choices)): return .one(joined(choices))
        case (.any, .any(let choices, let least, let none)): return .any(joined(choices), atLeast: least, none: none)
        case (.number(let one), .number(let two)):
            let digits = max(one.decimals, two.decimals)
            let least = min(one.from.ceiling(digits: digits), two.from.ceiling(digits: digits))
            let most = max(one.to.floor(digits: digits), two.to.floor(digits: digits))
            return .number(
                NumberRange(
                    from: ExactNumber(units: least, decimals: digits), to: ExactNumber(units: most, decimals: digits), decimals: digits,
                    unit: two.unit))
        case (.date(let one), .date(let two)):
            func isBefore(_ bound: DateBound, _ other: DateBound) -> Bool { bound.number(today: days[0]) < other.number(today: days[1]) }
            return .date(
                DateRange(from: isBefore(one.from, two.from) ? one.from : two.from, to: isBefore(one.to, two.to) ? two.to : one.to))
        default: return nil
        }
    }
}

extension Question {
    /// Whether the answers of two questions are of one kind, so that they can be the same question.
    func takesAnswers(like other: Question) -> Bool {
        switch (kind, other.kind) {
        case (.one, .one), (.any, .any), (.number, .number), (.date, .date): true
        default: false
        }
    }
}
