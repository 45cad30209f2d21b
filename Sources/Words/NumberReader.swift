/// Reads numbers as people type them: `£1,500`, `1500,50`, `.5`, `1 500 euros`.
///
/// The browser's twin is `readNumber` in `questionnaire-numbers.js`; both are held to `Tests/Fixtures/numbers.json`.
package struct NumberReader: Sendable {
    private let style: NumberStyle
    private let decimals: Int
    private let unit: String?
    private let range: ClosedRange<Double>

    /// What was typed, understood.
    package enum Reading: Sendable, Hashable {
        /// `-1500.4`: digits and one point, as links and cases write it.
        case exact(String)
        /// Two numbers may be meant; each as it is to be typed so that it means one.
        case either(String, String)
        /// Two numbers may be meant, of which the question takes one: as it is to be typed so that it means that one.
        case perhaps(String)
        /// Another currency than that of the question.
        case currency
        case none
    }

    /// - Parameter range: the answers that a question takes, which tells readings apart where digits may be many.
    package init(_ style: NumberStyle, decimals: Int, unit: String?, range: ClosedRange<Double>) {
        self.style = style
        self.decimals = decimals
        self.unit = unit
        self.range = range
    }

    /// - Parameter typed: whatever a person put into a field.
    package func read(_ typed: String) -> Reading {
        var text = Substring(TypedText.plain(typed))
        var isNegative = sign(&text)
        guard UnitAffixes(unit: unit, forms: unit.map(style.units.others) ?? [], moneyWords: style.moneyWords).strip(&text) else {
            return .currency
        }
        if isNegative == nil { isNegative = sign(&text) }
        // `1500,-` and `1500.–`: whole amounts, as shops write them.
        if let dash = text.firstIndex(of: "-"), text[dash...].allSatisfy({ $0 == "-" }), ".,".contains(text[..<dash].last ?? " ") {
            text = text[..<dash].dropLast()
        }
        let (asDecimal, asGroups) = readings(String(text))
        let prefix = isNegative == true ? "-" : ""
        switch (asDecimal.map { signed(prefix, $0) }, asGroups.map { signed(prefix, $0) }) {
        case (nil, nil): return .none
        case (let one?, nil), (nil, let one?): return .exact(one)
        case (let point?, let groups?): return choice(point, groups, marks: String(text))
        }
    }

    /// The sign before a number, taken off.
    private func sign(_ text: inout Substring) -> Bool? {
        guard let first = text.first, "-+".contains(first) else { return nil }
        text = text.dropFirst().drop { $0 == " " }
        return first == "-"
    }

    private func signed(_ prefix: String, _ digits: String) -> String { digits == "0" ? digits : prefix + digits }

    /// `1.500` or `1,500`: what the language groups by is groups, whatever else stays open.
    ///
    /// Only what the question takes is offered: whoever types it as the message says is understood.
    private func choice(_ point: String, _ groups: String, marks: String) -> Reading {
        if marks.contains(style.group), style.group != style.decimal { return .exact(groups) }
        let isOwn = marks.contains(style.decimal)
        switch (takes(point), takes(groups)) {
        case (true, true): return .either(style.typed(point), style.typed(groups))
        // Three digits are what such a question is asked for; with fewer, a thousand is as likely as too many digits.
        case (true, false): return decimals > 2 && isOwn ? .exact(point) : .perhaps(style.typed(point))
        case (false, true): return .perhaps(style.typed(groups))
        // What is wrong with it is told as with any number.
        case (false, false): return .exact(isOwn ? point : groups)
        }
    }

    /// Whether the question takes a number.
    private func takes(_ exact: String) -> Bool {
        guard let number = Double(exact), (exact.split(separator: ".").dropFirst().first?.count ?? 0) <= decimals else { return false }
        let scale = Double("1e\(decimals)") ?? 1
        let units = (number * scale).rounded()
        return units >= (range.lowerBound * scale).rounded() && units <= (range.upperBound * scale).rounded()
    }

    /// What digits and marks can mean: with the mark as a decimal sign, and with all marks between groups.
    private func readings(_ text: String) -> (decimal: String?, groups: String?) {
        var decimal: String?
        for mark: Character in [".", ",", "٫"] where text.count(where: { $0 == mark }) == 1 {
            let parts = text.split(separator: mark, omittingEmptySubsequences: false)
            let (whole, behind) = (String(parts[0]), String(parts[1]))
            guard NumberReader.isDigits(behind), !(whole.isEmpty && behind.isEmpty) else { continue }
            // `10,0000` in English: digits that are lost or too many between groups, not after a decimal sign.
            guard behind.count <= max(3, decimals) || [style.decimal, "٫"].contains(String(mark)) else { continue }
            if let whole = whole.isEmpty ? "0" : NumberReader.joined(whole, except: mark) { decimal = NumberReader.exact(whole, behind) }
        }
        return (decimal, NumberReader.joined(text, except: nil).map { NumberReader.exact($0, "") })
    }

    /// The digits of a whole number, its groups joined; nil if it is none.
    private static func joined(_ text: String, except decimal: Character?) -> String? {
        guard let mark = text.first(where: { !$0.isDigit }) else { return text.isEmpty ? nil : text }
        guard mark != decimal, " ',.".contains(mark) else { return nil }
        let groups = text.split(separator: mark, omittingEmptySubsequences: false)
        guard groups.allSatisfy({ isDigits(String($0)) }), let first = groups.first, let last = groups.last else { return nil }
        guard first.first != "0", last.count == 3 else { return nil }
        let between = groups.dropFirst().dropLast()
        let isWestern = (1...3).contains(first.count) && between.allSatisfy { $0.count == 3 }
        // `12,34,567`: hundreds of thousands have names of their own in India.
        let isIndian = (1...2).contains(first.count) && !between.isEmpty && between.allSatisfy { $0.count == 2 }
        return isWestern || isIndian ? groups.joined() : nil
    }

    private static func isDigits(_ text: String) -> Bool { text.allSatisfy(\.isDigit) }

    private static func exact(_ whole: String, _ behind: String) -> String {
        let digits = String(whole.drop { $0 == "0" })
        var behind = behind[...]
        while behind.last == "0" { behind.removeLast() }
        return (digits.isEmpty ? "0" : digits) + (behind.isEmpty ? "" : "." + behind)
    }
}

extension Character {
    fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
}
