import Forms

/// Questions whose answers are calculated with together, and the blocks in which these answers and what is calculated from them can lie at
/// once.
///
/// Found by halving: a part of all answers in which bounds settle every block is one combination; any other is halved, down to single
/// values. Whatever isn't looked at when the budget is used up counts as possible, so that nothing is missed.
struct CalculatedGroup: Sendable {
    /// Ascending.
    let questions: [Int]
    /// All variables that these questions settle, ascending.
    let variables: [Int]
    /// The blocks of the variables, with answers that lie in them, by question, in units of the last digit or days; nil for what is only taken as
    /// possible.
    private(set) var combinations: [[Int]: [Int: Int]?] = [:]

    /// So many parts are looked at where there are more values than can be tried.
    private static let mostParts = 4_000
    /// So many where there are few.
    private static let mostPartsOfFew = 100_000
    private static let few = 1_000_000
    /// More combinations are left to each calculation by itself.
    private static let mostCombinations = 20_000

    /// Nil where there are too many combinations.
    init?(_ questions: [Int], _ questionnaire: Questionnaire, _ variables: Variables) {
        self.questions = questions
        let own = Set(questions)
        self.variables = variables.list.indices.filter { variable in
            own.isSuperset(of: variables.questions(of: variable))
        }
        let parts = CalculatedParts(questions, self.variables.map { variables.list[$0] }, questionnaire, since: variables.since)
        guard search(parts) else { return nil }
    }

    /// Whether it ended.
    private mutating func search(_ parts: CalculatedParts) -> Bool {
        guard let whole = parts.whole else { return true }
        let size = whole.reduce(1.0) { $0 * Double($1.count) }
        var budget = size <= Double(CalculatedGroup.few) ? CalculatedGroup.mostPartsOfFew : CalculatedGroup.mostParts
        var open = [whole]
        var next = 0
        while next < open.count {
            let part = open[next]
            next += 1
            guard parts.isPossible(part) else { continue }
            note(parts, at: part.map(\.lowerBound))
            note(parts, at: part.map(\.upperBound))
            let choices = parts.blocks(part)
            guard !isKnown(choices) else { continue }
            guard budget > 0, let halves = parts.halves(of: part, undecided: choices) else {
                guard add(choices) else { return false }
                continue
            }
            budget -= 1
            open += halves
            if next > 4096 {
                open.removeFirst(next)
                next = 0
            }
        }
        return true
    }

    /// Keeps the combination of one point, if it can be.
    private mutating func note(_ parts: CalculatedParts, at point: [Int]) {
        let part = point.map { $0...$0 }
        guard parts.isCertain(part) else { return }
        let choices = parts.blocks(part)
        guard choices.allSatisfy({ $0.count == 1 }) else { return }
        let key = choices.map { $0[0] }
        if case .some(.some) = combinations[key] { return }
        combinations[key] = .some(Dictionary(uniqueKeysWithValues: zip(questions, point)))
    }

    /// Whether all combinations of some blocks are known.
    private func isKnown(_ choices: [[Int]]) -> Bool {
        guard choices.reduce(1, { $0 > 64 ? $0 : $0 * $1.count }) <= 64 else { return false }
        return CalculatedGroup.products(choices).allSatisfy { combinations[$0] != nil }
    }

    /// Whether there were few enough.
    private mutating func add(_ choices: [[Int]]) -> Bool {
        let most = CalculatedGroup.mostCombinations
        guard choices.reduce(1, { $0 > most ? $0 : $0 * $1.count }) + combinations.count <= most else { return false }
        for key in CalculatedGroup.products(choices) where combinations[key] == nil { combinations[key] = .some(nil) }
        return true
    }

    private static func products(_ choices: [[Int]]) -> [[Int]] {
        choices.reduce([[]]) { products, blocks in products.flatMap { product in blocks.map { product + [$0] } } }
    }

    /// The combinations of some of the variables, without those of the others.
    func combinations(of some: [Int]) -> Set<[Int]> {
        let places = some.compactMap { variables.firstIndex(of: $0) }
        return Set(combinations.keys.map { key in places.map { key[$0] } })
    }

    /// Answers that lie in some blocks, by question; nil where none were found.
    ///
    /// - Parameter blocks: by variable; any others will do.
    func example(_ blocks: [Int: [Int]]) -> [Int: Int]? {
        let fitting = combinations.filter { key, values in
            values != nil && zip(variables, key).allSatisfy { blocks[$0]?.contains($1) ?? true }
        }
        return fitting.min { $0.key.lexicographicallyPrecedes($1.key) }?.value
    }

    /// Whether some combination of these blocks is possible, as far as is known.
    func allows(_ blocks: [Int: [Int]]) -> Bool {
        combinations.keys.contains { key in zip(variables, key).allSatisfy { blocks[$0]?.contains($1) ?? true } }
    }

    /// For all questions that are calculated with together; where these are too many, for those of each calculation by itself.
    static func all(_ questionnaire: Questionnaire, _ variables: Variables) -> [CalculatedGroup] {
        var sets: [Set<Int>] = []
        let calculations = variables.ofCalculation.sorted { $0.value < $1.value }.map { Set($0.key.questions) }
        for own in calculations {
            let meeting = sets.filter { !$0.isDisjoint(with: own) }
            sets.removeAll { !$0.isDisjoint(with: own) }
            sets.append(meeting.reduce(own) { $0.union($1) })
        }
        return sets.flatMap { set -> [CalculatedGroup] in
            if let group = CalculatedGroup(set.sorted(), questionnaire, variables) { return [group] }
            return Set(calculations.filter(set.isSuperset)).map { $0.sorted() }.sorted { $0.lexicographicallyPrecedes($1) }
                .compactMap { CalculatedGroup($0, questionnaire, variables) }
        }
    }
}

/// Parts of all answers to some questions, and today where anything moves with it: a run of values for each.
struct CalculatedParts {
    typealias Part = [ClosedRange<Int>]

    private let questions: [Int]
    private let variables: [Variables.Variable]
    private let kinds: [Question.Kind]
    private let digits: [Int: Int]
    private let places: [Int: Int]
    private let todays: ClosedRange<Int>
    private let hasToday: Bool

    init(_ questions: [Int], _ variables: [Variables.Variable], _ questionnaire: Questionnaire, since: Day) {
        self.questions = questions
        self.variables = variables
        kinds = questions.map { questionnaire.questions[$0].kind }
        digits = Dictionary(uniqueKeysWithValues: zip(questions, kinds.map(\.decimals)))
        places = Dictionary(uniqueKeysWithValues: questions.enumerated().map { ($1, $0) })
        todays = since.number...max(since.number, CalendarMath.days.upperBound)
        hasToday =
            variables.contains(where: \.movesWithToday)
            || kinds.contains { if case .date(let range) = $0 { range.from.isMoving || range.to.isMoving } else { false } }
    }

    /// All of them; nil where a question takes no answer.
    var whole: Part? {
        var part: Part = []
        for kind in kinds {
            guard let run = CalculatedParts.run(of: kind, todays) else { return nil }
            part.append(run)
        }
        return hasToday ? part + [todays] : part
    }

    private static func run(of kind: Question.Kind, _ todays: ClosedRange<Int>) -> ClosedRange<Int>? {
        let (from, to): (Int, Int)
        switch kind {
        case .number(let range):
            (from, to) = (range.from.ceiling(digits: range.decimals), range.to.floor(digits: range.decimals))
        case .date(let range): (from, to) = (range.from.number(onDay: todays.lowerBound), range.to.number(onDay: todays.upperBound))
        case .one, .any: return nil
        }
        return from <= to ? from...to : nil
    }

    private func today(_ part: Part) -> ClosedRange<Int> { hasToday ? part[questions.count] : todays }

    /// Whether some answers of a part are taken on some of its days.
    func isPossible(_ part: Part) -> Bool {
        zip(kinds, part).allSatisfy { kind, run in
            guard case .date(let range) = kind else { return true }
            let today = today(part)
            return run.upperBound >= range.from.number(onDay: today.lowerBound)
                && run.lowerBound <= range.to.number(onDay: today.upperBound)
        }
    }

    /// Whether all of them are, on all of its days.
    func isCertain(_ part: Part) -> Bool {
        zip(kinds, part).allSatisfy { kind, run in
            guard case .date(let range) = kind else { return true }
            let today = today(part)
            return run.lowerBound >= range.from.number(onDay: today.upperBound)
                && run.upperBound <= range.to.number(onDay: today.lowerBound)
        }
    }

    /// For each variable the blocks in which answers of a part may lie.
    func blocks(_ part: Part) -> [[Int]] {
        variables.map { variable in
            switch variable {
            case .choice, .tick: [0]
            case .scale(let question, let scale): blocks(scale, part, digits[question] ?? 0)
            case .order(let first, let second, let scale): blocks(scale, part, max(digits[first] ?? 0, digits[second] ?? 0))
            case .calculation(let calculation, let scale): blocks(calculation, scale, part)
            }
        }
    }

    private func blocks(_ calculation: Calculation, _ scale: Scale, _ part: Part) -> [Int] {
        let range = calculation.range(
            { base in
                switch base {
                case .today: today(part)
                case .question(let number): places[number].map { part[$0] }
                }
            }, digits: { digits[$0] ?? 0 })
        let cuts = scale.chains[0].cuts
        guard let range else { return Array(scale.blockOfTuple.indices) }
        return Array(cuts.count { $0.days <= range.lowerBound }...cuts.count { $0.days <= range.upperBound })
    }

    private func blocks(_ scale: Scale, _ part: Part, _ digits: Int) -> [Int] {
        var tuples: [Int] = [0]
        for chain in scale.chains {
            guard let subject = run(of: chain.subject, part, digits) else { return Array(scale.blocks.indices) }
            let base: ClosedRange<Int>? =
                switch chain.base {
                case .zero: 0...0
                case .today: today(part)
                case .question(let other): run(of: other, part, digits)
                }
            guard let base else { return Array(scale.blocks.indices) }
            let least = chain.cuts.count { $0.day(after: base.upperBound) <= subject.lowerBound }
            let most = chain.cuts.count { $0.day(after: base.lowerBound) <= subject.upperBound }
            tuples = tuples.flatMap { tuple in (least...max(least, most)).map { tuple * (chain.cuts.count + 1) + $0 } }
        }
        return Set(tuples.map { scale.blockOfTuple[$0] }).sorted()
    }

    /// A question's values in units of more digits.
    private func run(of question: Int, _ part: Part, _ digits: Int) -> ClosedRange<Int>? {
        guard let place = places[question] else { return nil }
        let factor = powerOfTen(digits - (self.digits[question] ?? 0))
        return part[place].lowerBound * factor...part[place].upperBound * factor
    }

    /// Both halves of a part; nil of a single point.
    ///
    /// - Parameter undecided: for each variable the blocks that it may be in.
    func halves(of part: Part, undecided: [[Int]]) -> [Part]? {
        var open: Set<Int> = []
        for (variable, blocks) in zip(variables, undecided) where blocks.count > 1 {
            open.formUnion(variable.placed.compactMap { places[$0] })
            if hasToday, variable.movesWithToday { open.insert(questions.count) }
        }
        // Today, where answers have to fit it.
        if hasToday, !isCertain(part) { open.formUnion(part.indices) }
        let wide = open.filter { part[$0].count > 1 }.sorted { (part[$0].count, $0) < (part[$1].count, $1) }
        guard let first = wide.first ?? part.indices.first(where: { part[$0].count > 1 }) else { return nil }
        // The one that leaves fewest blocks open; of several, the one with fewest values.
        var best = (halves: halves(of: part, at: first), open: Int.max)
        for place in wide where wide.count > 1 {
            let found = halves(of: part, at: place)
            let open = found.reduce(0) { sum, half in sum + (isPossible(half) ? blocks(half).reduce(0) { $0 + $1.count } : 0) }
            if open < best.open { best = (found, open) }
        }
        return best.halves
    }

    private func halves(of part: Part, at place: Int) -> [Part] {
        let run = part[place]
        let middle = split(run, at: place)
        var (low, high) = (part, part)
        low[place] = run.lowerBound...middle
        high[place] = middle + 1...run.upperBound
        return [low, high]
    }

    /// The last value of the first half: before a cut of the question where there is one, as parts on one side of it are alike.
    private func split(_ run: ClosedRange<Int>, at place: Int) -> Int {
        let middle = run.lowerBound + (run.upperBound - run.lowerBound) / 2
        guard place < questions.count else { return middle }
        for case .scale(questions[place], let scale) in variables {
            let cuts = scale.chains.filter { $0.base == .zero }.flatMap { $0.cuts.map { $0.days - 1 } }
            let inside = cuts.filter { run.lowerBound <= $0 && $0 < run.upperBound }
            if let nearest = inside.min(by: { abs($0 - middle) < abs($1 - middle) }) { return nearest }
        }
        return middle
    }
}

extension Variables.Variable {
    /// The questions that settle it.
    fileprivate var placed: [Int] {
        switch self {
        case .choice(let question, _), .tick(let question, _), .scale(let question, _): [question]
        case .order(let first, let second, _): [first, second]
        case .calculation(let calculation, _): calculation.questions
        }
    }

    /// Whether its blocks begin elsewhere on another day.
    fileprivate var movesWithToday: Bool {
        switch self {
        case .choice, .tick: false
        case .scale(_, let scale), .order(_, _, let scale): scale.chains.contains { $0.base == .today }
        case .calculation(let calculation, _): calculation.formula.namesToday
        }
    }
}

extension DateBound {
    fileprivate var isMoving: Bool { if case .today = self { true } else { false } }

    fileprivate func number(onDay today: Int) -> Int {
        switch self {
        case .day(let day): day.number
        case .today(let shift): shift.applied(to: today)
        }
    }
}
