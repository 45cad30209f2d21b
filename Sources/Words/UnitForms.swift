import Diagnostics

/// What units are called beside numbers: for `days`, `day` beside 1; for the Polish `osoby`, `osób` beside 5.
///
/// A language lists them by plural category, `numberOne`, `numberFew` and so on: pairs of a unit as questions write it and its
/// form, `days day`, or `zile lucrătoare = zi lucrătoare` where they have several words.
package struct UnitForms: Sendable {
    private let rule: PluralRule
    private let lists: [PluralRule.Category: [(unit: String, form: String)]]

    init(_ words: [String: String], _ rule: PluralRule) {
        self.rule = rule
        let known = PluralRule.Category.allCases.compactMap { category in
            words[UnitForms.name(of: category)].map { (category, UnitForms.pairs($0)) }
        }
        lists = Dictionary(known) { first, _ in first }
    }

    /// The word of a language that lists the forms of a category: `numberFew`.
    package static func name(of category: PluralRule.Category) -> String { "number\(category.suffix)" }

    /// Whether a word lists forms of units.
    package static func isList(_ name: String) -> Bool { PluralRule.Category.allCases.contains { self.name(of: $0) == name } }

    /// `days day; working days = working day`
    private static func pairs(_ list: String) -> [(unit: String, form: String)] {
        list.split(separator: ";").compactMap { pair in
            let parts = pair.contains("=") ? pair.split(separator: "=") : pair.split(separator: " ")
            let words = parts.map { $0.split(separator: " ").joined(separator: " ") }
            guard words.count >= 2, let unit = words.first, let form = words.last else { return nil }
            return (unit, form)
        }
    }

    /// What a unit is called beside a number; as questions write it where the language says nothing else.
    ///
    /// - Parameters:
    ///   - units: of the last digit, without a sign.
    ///   - decimals: how many digits are behind the point.
    func form(of unit: String, units: UInt, decimals: Int) -> String {
        let one = (0..<decimals).reduce(UInt(1)) { power, _ in power.multipliedReportingOverflow(by: 10).partialValue }
        guard one > 0, units.isMultiple(of: one) else { return form(of: unit, rule.fraction) ?? unit }
        return form(of: unit, rule.category(Int(clamping: units / one))) ?? unit
    }

    /// The form of a category: of the whole unit, of its last word (`working days`), or of its first (`days a week`).
    private func form(of unit: String, _ category: PluralRule.Category) -> String? {
        guard let list = lists[category] else { return nil }
        if let whole = list.first(where: { $0.unit == unit }) { return whole.form }
        let (first, last) = (unit.prefix { $0 != " " }, String(unit.reversed().prefix { $0 != " " }.reversed()))
        if let known = list.first(where: { $0.unit == last }) { return unit.dropLast(last.count) + known.form }
        return list.first { $0.unit == first }.map { $0.form + unit.dropFirst(first.count) }
    }

    /// Everything that a unit is called apart from its own name, which readers may type.
    func others(of unit: String) -> [String] {
        var forms: [String] = []
        for category in rule.categories + [rule.fraction] {
            if let form = form(of: unit, category), form != unit, !forms.contains(form) { forms.append(form) }
        }
        return forms
    }

    /// Ready-made forms for scripts, as JSON: `{"days":{"one":"day"}}`, with `fraction` beside the categories of whole numbers.
    ///
    /// - Returns: nil where each unit has the same form beside all numbers.
    package func json(_ units: [String]) -> String? {
        let known = Set(units).sorted().compactMap { unit -> (String, JSONValue)? in
            let named = rule.categories.map { ($0.rawValue, $0) } + [("fraction", rule.fraction)]
            let forms = named.compactMap { name, category -> (String, JSONValue)? in
                form(of: unit, category).flatMap { $0 == unit ? nil : (name, .string($0)) }
            }
            return forms.isEmpty ? nil : (unit, .object(forms))
        }
        return known.isEmpty ? nil : JSONValue.object(known).text()
    }
}
