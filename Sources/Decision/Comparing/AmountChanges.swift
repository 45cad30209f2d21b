import Forms

/// An amount that comes to something else in the newer version, wherever it's shown.
package struct AmountChange: Sendable {
    /// How the two versions' amounts compare.
    package enum Extent: Sendable {
        /// For so many of all values of the questions that it rests on, and by how much: from the least difference to the greatest, as
        /// numbers with so many digits behind the point, or in days.
        case counted(different: Int, of: Int, least: ExactNumber, most: ExactNumber)
        /// One is a day, or has another unit.
        case otherKind
        /// There are too many values to try, and the formulas are different.
        case untried
    }

    /// The amount in each version, the older one first.
    package let numbers: [Int]
    /// The questions that it rests on in either version, among those of the diff.
    package let questions: [Int]
    /// How it differs.
    package let extent: Extent
    /// Where it differs, as ranges of the one question that it rests on; none where there are several.
    package let ranges: [ClosedRange<Int>]
    /// For each version answers with which it differs; nil where that isn't known.
    package let example: [[Int: Answer]]?
}

/// Compares amounts of two versions value by value.
struct AmountComparison {
    private let space: JointSpace

    /// So many combinations of values are tried: some seconds at most.
    private static let mostValues = 200_000

    init(_ space: JointSpace) { self.space = space }

    /// The amounts of the same id that some text shows in both versions, and that come to something else.
    var changes: [AmountChange] {
        let shown = space.versions.map { version in
            Set(version.questionnaire.outcomes.flatMap { $0.amounts(showing: $0.paragraphs.map(\.number)) })
        }
        let (old, new) = (space.versions[0].questionnaire, space.versions[1].questionnaire)
        return shown[1].sorted().compactMap { number in
            guard let before = old.amount(named: "\(new.amounts[number].id)"), shown[0].contains(before) else { return nil }
            return change([before, number])
        }
    }

    private func change(_ numbers: [Int]) -> AmountChange? {
        let amounts = zip(numbers, space.versions).map { $1.questionnaire.amounts[$0] }
        let questions = Set(
            zip(amounts, [0, 1]).flatMap { amount, version in amount.questions.map { space.question($0, of: version) } }
        ).sorted()
        func result(
            _ extent: AmountChange.Extent, _ ranges: [ClosedRange<Int>] = [], _ example: [[Int: Answer]]? = nil
        ) -> AmountChange {
            AmountChange(numbers: numbers, questions: questions, extent: extent, ranges: ranges, example: example)
        }
        guard amounts[0].kind.isLike(amounts[1].kind) else { return result(.otherKind) }
        let runs = questions.map(values)
        guard runs.reduce(1, { $0 > AmountComparison.mostValues ? $0 : $0 * max(1, $1.count) }) <= AmountComparison.mostValues else {
            return isSame(numbers) ? nil : result(.untried)
        }
        let lists = runs.map { run in (0..<run.count).map { run.first + $0 * run.step } }
        var found = Differences()
        visit(lists[...], []) { values in
            let given = [0, 1].map { answers(questions, values, of: $0) }
            let both = [0, 1].map {
                space.versions[$0].questionnaire.value(ofAmount: numbers[$0], given[$0], today: space.days[$0])
            }
            found.add(both[0], both[1], at: values, given)
        }
        guard let least = found.least, let most = found.most else { return nil }
        return result(
            .counted(different: found.count, of: found.all, least: least, most: most), questions.count == 1 ? found.ranges(lists[0]) : [],
            found.example)
    }

    /// Whether the formulas are the same with the same numbers for what they name.
    private func isSame(_ numbers: [Int]) -> Bool {
        let amounts = space.versions.map(\.questionnaire.amounts)
        return amounts[0].map(\.formula) == amounts[1].map(\.formula) && numbers[0] == numbers[1]
            && space.matching.questions.allSatisfy { $0[0] == $0[1] }
    }

    /// The values of a question that both versions take, in units of its last digit, or days: the first, how many, and how far apart.
    private func values(of question: Int) -> (first: Int, count: Int, step: Int) {
        let joint = space.questions[question]
        let used = [0, 1].filter { joint.numbers[$0] != nil }
        let ranges = used.compactMap { joint.ranges[$0] }
        let step = used.map { joint.steps[$0] }.max() ?? 1
        guard ranges.count == used.count, let from = ranges.map(\.lowerBound).max(), let to = ranges.map(\.upperBound).min() else {
            return (0, 0, step)
        }
        // The first multiple of the coarser version's step.
        let first = from + ((-from % step) + step) % step
        return (first, first <= to ? (to - first) / step + 1 : 0, step)
    }

    private func answers(_ questions: [Int], _ values: [Int], of version: Int) -> [Int: Answer] {
        var answers: [Int: Answer] = [:]
        for (question, value) in zip(questions, values) {
            let joint = space.questions[question]
            guard let own = joint.numbers[version] else { continue }
            answers[own] = space.versions[version].questionnaire.questions[own].answer(numbered: value / joint.steps[version])
        }
        return answers
    }

    private func visit(_ rest: ArraySlice<[Int]>, _ values: [Int], _ body: ([Int]) -> Void) {
        guard let list = rest.first else { return body(values) }
        for value in list { visit(rest.dropFirst(), values + [value], body) }
    }
}

/// What was found so far.
private struct Differences {
    private(set) var all = 0
    private(set) var count = 0
    private(set) var least: ExactNumber?
    private(set) var most: ExactNumber?
    private(set) var example: [[Int: Answer]]?
    private var places: Set<Int> = []

    mutating func add(_ old: AmountValue?, _ new: AmountValue?, at values: [Int], _ answers: [[Int: Answer]]) {
        all += 1
        guard let old, let new, old != new, let difference = new.minus(old) else { return }
        guard difference.units != 0 else { return }
        count += 1
        if least.map({ difference.isLess(than: $0) }) ?? true { least = difference }
        if most.map({ $0.isLess(than: difference) }) ?? true { most = difference }
        if example == nil { example = answers }
        if let value = values.first { places.insert(value) }
    }

    /// The runs of values next to one another for which there is a difference.
    func ranges(_ values: [Int]) -> [ClosedRange<Int>] {
        var result: [ClosedRange<Int>] = []
        var isOpen = false
        for value in values {
            guard places.contains(value) else {
                isOpen = false
                continue
            }
            if isOpen, let last = result.popLast() { result.append(last.lowerBound...value) } else { result.append(value...value) }
            isOpen = true
        }
        return result
    }
}

extension AmountValue {
    /// The difference, in the finer digits; nil for a number and a day.
    fileprivate func minus(_ other: AmountValue) -> ExactNumber? {
        switch (self, other) {
        case (.day(let one), .day(let two)): return ExactNumber(units: one.number - two.number, decimals: 0)
        case (.number(let one), .number(let two)):
            let digits = max(one.decimals, two.decimals)
            return ExactNumber(units: one.floor(digits: digits) - two.floor(digits: digits), decimals: digits)
        default: return nil
        }
    }
}

extension ExactNumber {
    fileprivate func isLess(than other: ExactNumber) -> Bool {
        let digits = max(decimals, other.decimals)
        return floor(digits: digits) < other.floor(digits: digits)
    }
}

extension Amount.Kind {
    /// Whether amounts of both can be subtracted: days, or numbers of one unit.
    fileprivate func isLike(_ other: Amount.Kind) -> Bool {
        switch (self, other) {
        case (.day, .day): true
        case (.number(_, let one, _, _), .number(_, let two, _, _)): one == two
        default: false
        }
    }
}
