package import Decision
package import Forms
package import Words

/// Formulas of amounts in words, with names or with a reader's numbers.
package struct FormulaWording: Sendable {
    private let questionnaire: Questionnaire
    private let book: Phrasebook

    /// - Parameter book: the language to say it in.
    package init(_ questionnaire: Questionnaire, _ book: Phrasebook) {
        (self.questionnaire, self.book) = (questionnaire, book)
    }

    /// What a formula names that answers give a value to.
    private enum Name: Hashable { case question(Int), amount(Int), today }

    /// A formula, and how tightly it holds together: what holds less is put in brackets.
    private struct Said {
        let phrasing: Phrasing
        let strength: Strength
    }

    private enum Strength: Int { case words, sum, product, single }

    /// The formula of an amount with the names of what it rests on; another amount is written out in its place.
    package func names(_ amount: Int) -> String {
        let formula = book.text(expanded(amount).phrasing)
        guard case .number(_, let unit?, _, _) = questionnaire.amounts[amount].kind else { return formula }
        // Days from one to another are told as such.
        if case .between = questionnaire.amounts[amount].formula { return formula }
        return book.filled("formulaIn", ["formula": formula, "unit": unit])
    }

    /// The name of an amount and its formula, for where nobody's answers are known.
    package func open(_ amount: Int) -> String {
        book.filled("formulaOpen", ["amount": questionnaire.amounts[amount].label, "formula": names(amount)])
    }

    private func expanded(_ amount: Int) -> Said {
        said(questionnaire.amounts[amount].formula) { name in
            if case .amount(let other) = name { expanded(other) } else { Said(phrasing: .text(words(of: name)), strength: .single) }
        }
    }

    /// What an amount comes to, as readers see it.
    package func value(_ amount: Int, _ answers: [Int: Answer], today: Day) -> String? {
        questionnaire.value(ofAmount: amount, answers, today: today).map { book.text(phrasing($0, of: amount)) }
    }

    private func phrasing(_ value: AmountValue, of amount: Int) -> Phrasing {
        switch (value, questionnaire.amounts[amount].kind) {
        case (.day(let day), _): return .day(day)
        case (.number(let number), .number(let decimals, let unit, let from, let to)):
            let power = powerOfTen(decimals)
            let isPlain = unit == nil && decimals == 0 && from >= 1000 * power && to <= 9999 * power
            return .number(Quantity(units: number.units, decimals: decimals, unit: unit, isPlain: isPlain))
        case (.number(let number), .day):
            return .number(Quantity(units: number.units, decimals: number.decimals, unit: nil))
        }
    }

    /// Why amounts come to what they come to, a line for each, those that others rest on first.
    package func steps(_ amounts: [Int], _ answers: [Int: Answer], today: Day) -> [String] {
        questionnaire.calculated(amounts).compactMap { amount in
            guard let value = value(amount, answers, today: today) else { return nil }
            let formula = questionnaire.amounts[amount].formula
            let named = book.text(said(formula) { Said(phrasing: .text(words(of: $0)), strength: .single) }.phrasing)
            let numbered = book.text(
                said(formula) { Said(phrasing: .text(text(of: $0, answers, today)), strength: .single) }.phrasing)
            let parts = [named, numbered, value].reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
            return book.filled(
                "formulaStep",
                ["amount": questionnaire.amounts[amount].label, "formula": parts.joined(separator: book.filled("formulaEquals"))])
        }
    }

    /// The formula as pieces of text with names between them, for walkers elsewhere to fill in.
    package func parts(_ amount: Int) -> [FormulaPart] {
        // Signs that no text of a language or an author has.
        let mark = "\u{F0000}"
        var named: [Name] = []
        let text = book.text(
            said(questionnaire.amounts[amount].formula) { name in
                named.append(name)
                return Said(phrasing: .text("\(mark)\(named.count - 1)\(mark)"), strength: .single)
            }.phrasing)
        return text.split(separator: mark, omittingEmptySubsequences: false).enumerated().compactMap { index, piece -> FormulaPart? in
            guard index % 2 == 1, let number = Int(piece) else { return piece.isEmpty ? nil : .text(String(piece)) }
            switch named[number] {
            case .question(let question): return .question(question, words: words(of: named[number]))
            case .amount(let other): return .amount(other, words: words(of: named[number]))
            case .today: return .today(words: words(of: named[number]))
            }
        }
    }

    private func words(of name: Name) -> String {
        switch name {
        case .question(let number): questionnaire.questions[number].name
        case .amount(let number): questionnaire.amounts[number].label
        case .today: book.filled("today")
        }
    }

    private func text(of name: Name, _ answers: [Int: Answer], _ today: Day) -> String {
        switch name {
        case .question(let number): answers[number].map { questionnaire.questions[number].words(of: $0, book) } ?? words(of: name)
        case .amount(let number): value(number, answers, today: today) ?? words(of: name)
        case .today: book.days.text(today)
        }
    }
}

extension FormulaWording {
    private func said(_ formula: Formula, _ name: @escaping (Name) -> Said) -> Said {
        switch formula {
        case .number(let number):
            let units = Phrasing.number(Quantity(units: number.units, decimals: number.decimals, unit: nil))
            return Said(phrasing: units, strength: number.units < 0 ? .sum : .single)
        case .day(let number): return Said(phrasing: Day(number: number).map(Phrasing.day) ?? .text(""), strength: .single)
        case .today: return name(.today)
        case .question(let number): return name(.question(number))
        case .amount(let number): return name(.amount(number))
        case .sum(let left, let right): return joined("formulaPlus", left, right, .sum, name)
        case .difference(let left, let right): return joined("formulaMinus", left, right, .sum, name)
        case .product(let left, let right): return joined("formulaTimes", left, right, .product, name)
        case .quotient(let left, let right): return joined("formulaOver", left, right, .product, name)
        case .shifted(let day, let count, let unit): return shifted(day, count, unit, name)
        default: return Said(phrasing: function(formula, name), strength: .words)
        }
    }

    private func joined(
        _ pattern: String, _ left: Formula, _ right: Formula, _ strength: Strength, _ name: @escaping (Name) -> Said
    ) -> Said {
        let last = bracketed(said(right, name), isLoose: { $0.rawValue <= strength.rawValue })
        let first = bracketed(said(left, name), isLoose: { $0.rawValue < strength.rawValue })
        return Said(phrasing: .pattern(pattern, ["first": first, "last": last]), strength: strength)
    }

    private func bracketed(_ said: Said, isLoose: (Strength) -> Bool) -> Phrasing {
        isLoose(said.strength) ? .pattern("ruleGroup", ["condition": said.phrasing]) : said.phrasing
    }

    /// A date some time later, or earlier.
    private func shifted(_ day: Formula, _ count: Formula, _ unit: Span.Unit, _ name: @escaping (Name) -> Said) -> Said {
        let first = bracketed(said(day, name), isLoose: { $0.rawValue < Strength.sum.rawValue })
        if case .number(let number) = count {
            let span = Phrasing.counted(abs(number.units), unit.span)
            return Said(
                phrasing: .pattern(number.units < 0 ? "formulaMinus" : "formulaPlus", ["first": first, "last": span]), strength: .sum)
        }
        var (amount, pattern) = (count, "formulaPlus")
        if case .difference(.number(let zero), let inner) = count, zero.units == 0 { (amount, pattern) = (inner, "formulaMinus") }
        let many = bracketed(said(amount, name), isLoose: { $0.rawValue <= Strength.sum.rawValue })
        let span = Phrasing.pattern(unit.formula, ["count": many])
        return Said(phrasing: .pattern(pattern, ["first": first, "last": span]), strength: .sum)
    }

    /// What is called by a name rather than a sign.
    private func function(_ formula: Formula, _ name: @escaping (Name) -> Said) -> Phrasing {
        let inner = { (part: Formula) in bracketed(said(part, name), isLoose: { $0 != .single }) }
        switch formula {
        case .least(let list): return .pattern("formulaLeast", ["list": .list(list.map(inner), "listAnd")])
        case .greatest(let list): return .pattern("formulaGreatest", ["list": .list(list.map(inner), "listAnd")])
        case .rounded(let part, let rounding, let digits):
            let step =
                digits < 0 ? Quantity(units: powerOfTen(-digits), decimals: 0, unit: nil) : Quantity(units: 1, decimals: digits, unit: nil)
            let pattern = rounding == .round ? "formulaRound" : rounding == .floor ? "formulaFloor" : "formulaCeil"
            return .pattern(pattern, ["number": inner(part), "step": .number(step)])
        case .between(let first, let last, let unit):
            return .pattern(unit.between, ["first": inner(first), "last": inner(last)])
        case .date(let year, let month, let day):
            return .pattern("formulaDate", ["year": inner(year), "month": inner(month), "day": inner(day)])
        case .part(let part, let day):
            return .pattern(part == .year ? "formulaYear" : part == .month ? "formulaMonth" : "formulaDay", ["day": inner(day)])
        case .endOfMonth(let day): return .pattern("formulaEndOfMonth", ["day": inner(day)])
        default: return said(formula, name).phrasing
        }
    }
}

extension Span.Unit {
    /// So many of it, counted.
    fileprivate var span: String {
        switch self {
        case .days: "spanDay"
        case .weeks: "spanWeek"
        case .months: "spanMonth"
        case .years: "spanYear"
        }
    }

    /// So many of it, of which the number is calculated.
    fileprivate var formula: String {
        switch self {
        case .days: "formulaDays"
        case .weeks: "formulaWeeks"
        case .months: "formulaMonths"
        case .years: "formulaYears"
        }
    }

    /// From one day to another.
    fileprivate var between: String {
        switch self {
        case .days: "formulaDaysFrom"
        case .weeks: "formulaWeeksFrom"
        case .months: "formulaMonthsFrom"
        case .years: "formulaYearsFrom"
        }
    }
}
