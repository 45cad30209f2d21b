/// How a language writes numbers and what they count; the browser's twin is `questionnaire-numbers.js`.
package struct NumberStyle: Sendable {
    /// Between whole numbers and decimals.
    package let decimal: String
    /// Between groups of digits.
    package let group: String
    let minus: String
    /// The sizes of the groups from the right; the last one is that of all others.
    let grouping: [Int]
    /// From how many digits on there are groups.
    let groupFrom: Int
    private let money: String
    private let percent: String
    private let quantity: String
    /// What currencies are called: each sign with the words that mean it.
    let moneyWords: [[String]]
    /// What units are called beside numbers.
    package let units: UnitForms

    init(_ words: [String: String], _ plurals: PluralRule) {
        decimal = words["numberDecimal"] ?? "."
        group = words["numberGroup"] ?? ","
        minus = words["numberMinus"] ?? "-"
        let sizes = (words["numberGrouping"] ?? "3").split(separator: " ").compactMap { Int($0) }.filter { $0 > 0 }
        grouping = sizes.isEmpty ? [3] : sizes
        groupFrom = words["numberGroupFrom"].flatMap { Int($0) } ?? 4
        money = words["numberMoney"] ?? "{sign}{number}"
        percent = words["numberPercent"] ?? "{number}%"
        quantity = words["numberUnit"] ?? "{number} {unit}"
        moneyWords = NumberStyle.groups(words["numberMoneyWords"])
        units = UnitForms(words, plurals)
    }

    /// The number with its unit: `£1,500.40`, `3 chassis`.
    package func text(_ number: Quantity) -> String {
        let text = text(units: number.units.magnitude, decimals: number.decimals, isPlain: number.isPlain)
        let sign = number.units < 0 ? minus : ""
        guard let unit = number.unit else { return sign + text }
        if NumberStyle.isCurrencySign(unit) { return sign + Phrasebook.filled(money, ["sign": unit, "number": text]) }
        if unit == "%" { return sign + Phrasebook.filled(percent, ["number": text]) }
        let form = units.form(of: unit, units: number.units.magnitude, decimals: number.decimals)
        return sign + Phrasebook.filled(quantity, ["number": text, "unit": form])
    }

    /// A number of a data file with all the digits that its author wrote; as it is where they are more than a number.
    package func text(written: String, isPlain: Bool) -> String {
        guard let number = Quantity(written: written, unit: nil) else { return written }
        let parts = written.drop { $0 == "-" }.split(separator: ".").map(String.init)
        return (number.units < 0 ? minus : "") + (isPlain ? parts[0] : grouped(parts[0])) + parts.dropFirst().map { decimal + $0 }.joined()
    }

    /// `€ EUR euro; £ GBP pound`
    private static func groups(_ text: String?) -> [[String]] {
        (text ?? "").split(separator: ";").map { $0.split(separator: " ").map(String.init) }
    }

    /// Two decimal places are written both or not at all, as in prices; other numbers have as few as they need.
    private func text(units: UInt, decimals: Int, isPlain: Bool) -> String {
        let digits = String(units)
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        let whole = String(padded.dropLast(decimals))
        var behind = String(padded.suffix(decimals))
        if behind.allSatisfy({ $0 == "0" }) { behind = "" }
        while decimals != 2, behind.last == "0" { behind.removeLast() }
        return (isPlain ? whole : grouped(whole)) + (behind.isEmpty ? "" : decimal + behind)
    }

    private func grouped(_ digits: String) -> String {
        guard digits.count >= groupFrom else { return digits }
        var groups: [Substring] = []
        var rest = digits[...]
        var sizes = grouping
        while rest.count > sizes[0] {
            groups.append(rest.suffix(sizes[0]))
            rest = rest.dropLast(sizes[0])
            if sizes.count > 1 { sizes.removeFirst() }
        }
        return ([rest] + groups.reversed()).joined(separator: group)
    }

    /// `£`, `US$`: a unit that a language writes where it writes the signs of currencies.
    package static func isCurrencySign(_ unit: String) -> Bool {
        unit.unicodeScalars.contains { $0.properties.generalCategory == .currencySymbol }
    }

    /// The number as it is typed: no groups, and one digit more where three of them could be taken for a group.
    ///
    /// - Parameter exact: `-1500.4`, as links and cases write it.
    package func typed(_ exact: String) -> String {
        let parts = exact.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return exact }
        let isLikeGroup = parts[1].count == 3 && parts[0] != "0" && parts[0] != "-0" && parts[0].count <= 4
        return parts[0] + decimal + parts[1] + (isLikeGroup ? "0" : "")
    }
}
