import Forms

extension Phrasebook {
    /// A value of a data file as the language writes it: a number with its unit, or a day; nil for anything else. A number
    /// without a unit may be a year, a version or a code, and is left as its author wrote it.
    package func value(_ text: String, unit: String?) -> String? {
        guard let unit else { return Day(text).map(days.text) }
        return Quantity(written: text, unit: unit).map(numbers.text)
    }
}

extension Quantity {
    /// A number as data files hold it: `1500.50`. Nil for words, and for digits that are more than a number, such as `007`.
    package init?(written text: String, unit: String?, isPlain: Bool = false) {
        let isNegative = text.hasPrefix("-")
        let parts = text.dropFirst(isNegative ? 1 : 0).split(separator: ".", omittingEmptySubsequences: false)
        let digits = parts.joined()
        guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty }), digits.count <= 18,
            digits.utf8.allSatisfy({ (48...57).contains($0) }), parts[0] == "0" || !parts[0].hasPrefix("0"), let units = Int(digits)
        else { return nil }
        let decimals = parts.count == 2 ? parts[1].count : 0
        // An amount of money has all its digits or none.
        let isShort = decimals == 1 && unit.map(NumberStyle.isCurrencySign) ?? false
        let exact = isShort ? units * 10 : units
        self.init(units: isNegative ? -exact : exact, decimals: isShort ? 2 : decimals, unit: unit, isPlain: isPlain)
    }
}
