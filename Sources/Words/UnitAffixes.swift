/// What people write around a number: the unit of the question, the sign, code or name of a currency.
struct UnitAffixes {
    private let unit: String?
    private let forms: [String]
    private let moneyWords: [[String]]

    /// - Parameter forms: what the unit is called beside some numbers.
    init(unit: String?, forms: [String], moneyWords: [[String]]) {
        self.unit = unit?.lowercased()
        self.forms = forms.map { $0.lowercased() }
        self.moneyWords = moneyWords
    }

    /// Codes of the currencies that most people use; three other letters may be a unit.
    private static let codes = Set(
        """
        AED BDT BGN BRL CHF CZK DKK EGP HUF IDR ILS ISK KES KRW MAD MYR NGN NOK PHP PKR PLN RON RSD RUB SAR SEK THB TRY UAH VND ZAR
        """.split(separator: " ").map(String.init))

    /// Takes them off; false if a currency is named that is not the question's.
    func strip(_ text: inout Substring) -> Bool {
        // A unit may hold digits: `m2`.
        if let unit, text.lowercased().hasSuffix(unit), text.count > unit.count { text = text.dropLast(unit.count) }
        for _ in 0..<3 {
            text = Substring(text.trimmed)
            // `1500 kr.`, `kr. 1500`
            if text.last == ".", text.dropLast().last?.isLetter == true { text = text.dropLast() }
            let before = text.prefix { !$0.isPartOfNumber }
            let behind = text.dropFirst(before.count).reversed().prefix { !$0.isPartOfNumber }
            guard before.count < text.count else { return true }
            if let first = before.last, first.isLetter, text.dropFirst(before.count).hasPrefix(". ") {
                text = before + text.dropFirst(before.count + 1)
            } else if !before.isEmpty, isKnown(before.trimmed) {
                // `kr.50` may be a half or fifty.
                guard before.last?.isLetter != true || !text.dropFirst(before.count).hasPrefix(".") else { return true }
                guard isOwn(before.trimmed) else { return false }
                text = text.dropFirst(before.count)
            } else if !behind.isEmpty, isKnown(String(behind.reversed()).trimmed) {
                guard isOwn(String(behind.reversed()).trimmed) else { return false }
                text = text.dropLast(behind.count)
            } else {
                return true
            }
        }
        text = Substring(text.trimmed)
        return true
    }

    private func isKnown(_ affix: String) -> Bool { isUnit(affix) || currency(affix) != nil }

    /// The unit of the question, its beginning, or one of it.
    private func isUnit(_ affix: String) -> Bool {
        guard let unit else { return false }
        let affix = affix.lowercased()
        return ([unit, unit + "s", unit + "."] + forms).contains(affix) || affix + "s" == unit || unit.hasPrefix(affix + " ")
            || unit.hasPrefix(affix + "s ") || isOne(affix, of: unit.prefix { $0 != " " })
    }

    /// `Person` of `Personen`, `Tag` of `Tage`: what one is called in languages whose words are not in a list.
    private func isOne(_ affix: String, of unit: Substring) -> Bool {
        affix.count >= 3 && unit.hasPrefix(affix) && unit.count - affix.count <= 2
    }

    /// A currency of another sign or code is not taken for that of the question; a unit in words may mean any.
    private func isOwn(_ affix: String) -> Bool {
        guard !isUnit(affix), let unit, let named = currency(affix) else { return true }
        guard let own = UnitAffixes.isSign(unit) ? currency(unit) : code(unit) else { return true }
        return named == own
    }

    /// The sign of a currency, or its code where it has no sign of its own.
    private func currency(_ text: String) -> String? {
        if UnitAffixes.isSign(text) { return text.last.map(String.init) }
        return code(text) ?? moneyWords.first { $0.contains(text.lowercased()) }?.first
    }

    /// `GBP`, in whatever letters.
    private func code(_ text: String) -> String? {
        let code = text.uppercased()
        return moneyWords.first { $0.contains(code) }?.first ?? (UnitAffixes.codes.contains(code) ? code : nil)
    }

    /// `£`, `US$`
    private static func isSign(_ text: String) -> Bool {
        guard let last = text.last, text.count <= 4 else { return false }
        return NumberStyle.isCurrencySign(String(last)) && text.dropLast().allSatisfy(\.isLetter)
    }
}

extension Character {
    fileprivate var isPartOfNumber: Bool { ("0"..."9").contains(self) || ".,'٫-+".contains(self) }
}

extension StringProtocol {
    fileprivate var trimmed: String {
        var text = self[...].drop { $0 == " " }
        while text.last == " " { text = text.dropLast() }
        return String(text)
    }
}
