package import Forms

/// Something said, before it is put into the words of a language: made once, printed alike wherever it is read.
package indirect enum Phrasing: Sendable, Hashable {
    /// The author's own words.
    case text(String)
    case number(Quantity)
    case day(Day)
    /// A pattern of the language, with what fills its gaps.
    case pattern(String, [String: Phrasing])
    /// So many of something that is counted: `spanYear`, of which a language has one form for each of its plural
    /// categories: `spanYearOne`, `spanYearOther`.
    case counted(Int, String)
    /// Two or more, in the words of the patterns `NAME` (for the last two) and `NAMEMore` (for those before).
    case list([Phrasing], String)

    /// A pattern without gaps.
    package static func word(_ name: String) -> Phrasing { .pattern(name, [:]) }
}

/// A number with what it counts.
package struct Quantity: Sendable, Hashable {
    /// In units of the last digit.
    package let units: Int
    /// Digits after the point, as many as answers may have.
    package let decimals: Int
    /// What is counted, or the sign of a currency; nil for a bare number.
    package let unit: String?
    /// A year, or another number whose digits are not grouped.
    package let isPlain: Bool

    /// The number `units / 10^decimals`.
    package init(units: Int, decimals: Int, unit: String?, isPlain: Bool = false) {
        self.units = units
        self.decimals = decimals
        self.unit = unit
        self.isPlain = isPlain
    }

    /// The same number where its unit is said nearby.
    package var bare: Quantity { Quantity(units: units, decimals: decimals, unit: nil, isPlain: isPlain) }
}

extension Phrasebook {
    /// The name of the form that a counted phrase has for a number: `countOne`, `countFew`.
    package func form(of name: String, _ count: Int) -> String {
        let form = name + plurals.category(abs(count)).suffix
        return words[form] == nil ? name + PluralRule.Category.other.suffix : form
    }

    /// All forms of a counted phrase, for scripts that count by themselves.
    package func forms(of name: String) -> [(category: PluralRule.Category, text: String)] {
        PluralRule.Category.allCases.compactMap { category in words[name + category.suffix].map { (category, $0) } }
    }

    /// The phrasing in the words of the language.
    package func text(_ phrasing: Phrasing) -> String {
        switch phrasing {
        case .text(let text): return text
        case .number(let quantity): return numbers.text(quantity)
        case .day(let day): return days.text(day)
        case .pattern(let name, let slots): return filled(name, slots.mapValues(text))
        case .counted(let count, let name):
            let number = numbers.text(Quantity(units: count, decimals: 0, unit: nil))
            return filled(form(of: name, count), ["count": number])
        case .list(let parts, let name):
            var rest = parts.map(text)
            guard let last = rest.popLast() else { return "" }
            guard var result = rest.first else { return last }
            for part in rest.dropFirst() { result = filled(name + "More", ["first": result, "last": part]) }
            return filled(name, ["first": result, "last": last])
        }
    }
}
