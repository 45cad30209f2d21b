import Forms

/// Everywhere that the conditions of a questionnaire tell answers apart.
///
/// Conditions look at numbers and dates only through comparisons. Between two neighbouring values that anything is compared
/// with, all answers are alike: they make one block of a variable, and a question for any number has as few values as its
/// policy tells apart.
package struct Cuts: Sendable {
    /// Sets of options that conditions name, by question.
    private(set) var choices: [Int: Set<[Int]>] = [:]
    /// Questions whose every option is a value of its own, as a fact takes it over.
    private(set) var separate: Set<Int> = []
    /// Cuts at numbers and days, by question.
    var fixed: [Int: Set<Chain.Cut>] = [:]
    /// Cuts that move with today, by question.
    var today: [Int: Set<Chain.Cut>] = [:]
    /// By subject and base; both in units of the finer of the two questions.
    private(set) var between: [[Int]: Set<Chain.Cut>] = [:]
    /// Where the ranges of what is calculated begin, in units of its last digit.
    private(set) var calculated: [Calculation: Set<Int>] = [:]
    /// The digits behind the point of each question; 0 for dates.
    let decimals: [Int]
    private let attributes: [[Attribute]]
    /// The last day of the period; nil for one without end.
    private let until: Day?

    /// Goes through every condition of the file: keep what it gives.
    ///
    /// - Parameter withStatements: whether what statements compare is told apart too.
    package init(_ questionnaire: Questionnaire, withStatements: Bool = false) {
        decimals = questionnaire.questions.map(\.kind.decimals)
        until = questionnaire.validity.until
        attributes = questionnaire.questions.map {
            if case .one(let choices) = $0.kind { choices.attributes } else { [] }
        }
        questionnaire.forEachCondition(withStatements: withStatements) { condition in condition.forEachTest { add($0) } }
        for row in questionnaire.facts.flatMap(\.table.rows) {
            switch row.result {
            case .sameAs(.question(let number)): separate.insert(number)
            case .sameAs(.attribute(let number, let index)):
                for value in attributes[number][index].values.indices { add(value: value, of: index, number) }
            case .sameAs(.fact), .sameAs(.decision), .sameAs(.amount), .sameAs(.calculation), .value: break
            }
        }
        cutFirstOfTwo(questionnaire)
        for case .attribute(let number, let index) in questionnaire.outcomes.flatMap(\.allNames).map(\.subject) {
            for value in attributes[number][index].values.indices { add(value: value, of: index, number) }
        }
    }

    /// Tells the options with a value of an attribute from those without.
    private mutating func add(value: Int, of attribute: Int, _ number: Int) {
        let having = attributes[number][attribute].valueOfOption.enumerated().filter { $1 == value }.map(\.offset)
        choices[number, default: []].insert(having)
    }

    /// The cuts of one entry.
    private mutating func add(_ test: Test) {
        switch test.subject {
        case .question(let number):
            test.cell.forEachChoice { choices[number, default: []].insert($0) }
            test.cell.forEachComparison { relation, term in add(number, relation, term) }
        case .attribute(let number, let index):
            // Options without the attribute fit no cell, so that having it is a difference as well.
            let given = attributes[number][index].valueOfOption.enumerated().filter { $1 != nil }.map(\.offset)
            choices[number, default: []].insert(given)
            test.cell.forEachChoice { for value in $0 { add(value: value, of: index, number) } }
        case .calculation(let calculation):
            test.cell.forEachComparison { relation, term in
                let ends = Cuts.ends(calculation, relation, term)
                calculated[calculation, default: []].formUnion([ends.from, ends.below].compactMap { $0 })
            }
        case .fact, .amount, .decision: break
        }
    }

    /// The ends of what a comparison of a calculation accepts: from the first, if there is one, up to but without the second.
    static func ends(_ calculation: Calculation, _ relation: Relation, _ term: Term) -> (from: Int?, below: Int?) {
        guard case .number(let number) = term else { return (nil, nil) }
        let low = number.ceiling(digits: calculation.decimals)
        let high = number.floor(digits: calculation.decimals) + 1
        return relation.ends(low, high)
    }

    /// What is calculated from a question and earlier ones, with the numbers at which it is cut, in an order that is the same for the same
    /// policy.
    func calculations(upTo question: Int) -> [(calculation: Calculation, cuts: [Int])] {
        calculated.filter { $0.key.questions.last == question }.map { ($0.key, $0.value.sorted()) }
            .sorted {
                (CompiledForm.formula($0.calculation.formula).text, $0.calculation.decimals) < (
                    CompiledForm.formula($1.calculation.formula).text, $1.calculation.decimals
                )
            }
    }

    private mutating func add(_ number: Int, _ relation: Relation, _ term: Term) {
        for cut in cuts(number, relation, term) {
            switch term {
            case .number, .bound(.day): fixed[number, default: []].insert(cut)
            case .bound(.today): today[number, default: []].insert(cut)
            case .question(let other, _): between[[number, other], default: []].insert(cut)
            case .amount: break
            }
        }
    }

    /// The ends of what a comparison accepts: from the first, if there is one, up to but without the second.
    package func ends(_ number: Int, _ relation: Relation, _ term: Term) -> (from: Chain.Cut?, below: Chain.Cut?) {
        let (low, high) = edges(number, term)
        return relation.ends(low, high)
    }

    private func cuts(_ number: Int, _ relation: Relation, _ term: Term) -> [Chain.Cut] {
        let ends = ends(number, relation, term)
        return [ends.from, ends.below].compactMap { $0 }
    }

    /// The cut before a value and the cut after it; the same for a number with more digits than answers have.
    private func edges(_ number: Int, _ term: Term) -> (low: Chain.Cut, high: Chain.Cut) {
        switch term {
        case .number(let value):
            let digits = decimals[number]
            return (
                Chain.Cut(months: 0, days: value.ceiling(digits: digits)),
                Chain.Cut(months: 0, days: value.floor(digits: digits) + 1)
            )
        case .bound(.day(let day)):
            return (Chain.Cut(months: 0, days: day.number), Chain.Cut(months: 0, days: day.number + 1))
        case .bound(.today(let shift)), .question(_, let shift):
            return (
                Chain.Cut(months: shift.months, days: shift.days, isTurned: shift.isTurned),
                Chain.Cut(months: shift.months, days: shift.days + 1, isTurned: shift.isTurned)
            )
        case .amount: return (Chain.Cut(months: 0, days: 0), Chain.Cut(months: 0, days: 0))
        }
    }

    /// The questions that a question is compared with, ascending.
    func partners(of number: Int) -> [Int] {
        Set(between.keys.filter { $0.contains(number) }.flatMap { $0 }).subtracting([number]).sorted()
    }

    /// Chains of cuts of the same kind: those in months and those in days may change places from day to day, and so may months with
    /// days behind them.
    private func chains(_ subject: Int, _ base: Chain.Base, _ cuts: Set<Chain.Cut>?) -> [Chain] {
        let sorted = (cuts ?? []).sorted()
        let isPlain = { (cut: Chain.Cut) in (0...1).contains(cut.days) }
        let months = sorted.filter { $0.months != 0 }
        let plain = [false, true].map { isTurned in months.filter { isPlain($0) && $0.isTurned == isTurned } }
        var others: [[Chain.Cut]] = []
        for cut in months where !isPlain(cut) {
            if let last = others.last?.last, last.months == cut.months, last.isTurned == cut.isTurned {
                others[others.count - 1].append(cut)
            } else {
                others.append([cut])
            }
        }
        return ([sorted.filter { $0.months == 0 }] + plain + others).filter { !$0.isEmpty }
            .map { Chain(subject: subject, base: base, cuts: $0) }
    }

    /// The line of one question. Cuts outside its limits are left out, as all its answers are on one side of them.
    func scale(of number: Int, _ limits: AnswerLimits, since: Day) -> Scale {
        let inside = (fixed[number] ?? []).filter { cut in
            (limits.absolute.from.map { cut.days > $0 } ?? true) && (limits.absolute.to.map { cut.days <= $0 } ?? true)
        }
        let chains = chains(number, .zero, inside) + chains(number, .today, today[number])
        return Scale(chains: chains) { limits.within(chains, $0).isReached(since: since, until: until) }
    }

    /// The questions whose answers are cut into more pieces than can be looked up: those compared with dates both fixed
    /// and moving, or with one another, far more often than any policy does.
    func tooFine(_ questions: Range<Int>) -> [Int] {
        questions.filter { number in
            let between = between.filter { $0.key.contains(number) }.map { chains(number, .zero, $0.value) }.flatMap {
                $0
            }
            let own = chains(number, .zero, fixed[number]) + chains(number, .today, today[number])
            let grids = [own, between].map { list in
                list.reduce(1) { size, chain in min(1 << 40, size * (chain.cuts.count + 1)) }
            }
            return (grids.max() ?? 0) > (own.count + between.count > 1 ? 5_000 : 50_000)
        }
    }

    /// The scale of `first - second`, and of both against each other plus months.
    func order(_ first: Int, _ second: Int, _ answerLimits: [AnswerLimits]) -> Scale {
        // first < second + 3 says the same as second > first - 3: days and numbers are kept in one direction.
        let turned = (between[[second, first]] ?? []).filter { $0.months == 0 }.map {
            Chain.Cut(months: 0, days: 1 - $0.days)
        }
        let straight = (between[[first, second]] ?? []).union(turned)
        let back = (between[[second, first]] ?? []).filter { $0.months != 0 }
        let chains = chains(first, .question(second), straight) + chains(second, .question(first), back)
        // Limits that both move with today are left to the words: with them proofs would hold no more than they do.
        let distance = answerLimits[first].distance(to: answerLimits[second]).absolute
        return Scale(chains: chains) { !Chain.difference(chains, $0, first: first).intersection(distance).isEmpty }
    }
}

extension Chain.Span {
    func scaled(_ factor: Int) -> Chain.Span { Chain.Span(from: from.map { $0 * factor }, to: to.map { $0 * factor }) }
}

extension Questionnaire {
    /// Calls `body` with every condition in the file that decides something.
    ///
    /// - Parameter withStatements: whether with the conditions of statements too, after all others.
    package func forEachCondition(withStatements: Bool = false, _ body: (Condition) -> Void) {
        for question in questions {
            if let condition = question.askIf { body(condition) }
            for row in question.must {
                if let condition = row.condition { body(condition) }
                body(row.that)
            }
        }
        for table in facts.map(\.table) + decisions.map(\.table) {
            for row in table.rows {
                for condition in row.guards.flatMap(\.conditions) + row.entries.conditions { body(condition) }
            }
        }
        for item in impossible { body(item.condition) }
        for paragraph in outcomes.flatMap(\.paragraphs) { body(paragraph.condition) }
        if withStatements { for condition in statements.flatMap(\.conditions) { body(condition) } }
    }
}
