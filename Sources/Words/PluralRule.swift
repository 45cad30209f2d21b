/// Which form of a counted phrase a language uses for a whole number: the cardinal plural categories of the Unicode CLDR.
///
/// Phrases count whole numbers only; units stand beside fractions too. Browsers choose by
/// `Intl.PluralRules`, which has the same rules: a test compares the two.
package enum PluralRule: String, CaseIterable, Sendable {
    /// One form for all numbers: Japanese, Chinese, Vietnamese.
    case same
    /// One, and all others: English, German, Swedish.
    case one
    /// Nothing and one alike, and all others: French, Portuguese, Hindi.
    case zeroOne = "zero-one"
    /// Numbers that end in 1, 2 to 4, and all others: Russian, Ukrainian.
    case russian
    /// The same endings, where all others take the form of fractions: Croatian, Serbian, Bosnian.
    case croatian
    case polish
    case czech
    case romanian
    case lithuanian
    case latvian
    case slovenian
    case irish
    case welsh
    case arabic
    case hebrew
    case icelandic

    /// A category, as CLDR names it.
    package enum Category: String, CaseIterable, Sendable {
        case zero, one, two, few, many, other

        /// As it ends the name of a phrase: `Few`.
        package var suffix: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
    }

    /// The rule of a language by its tag; that of English for what is not in the table.
    package init(language: String) {
        let main = language.lowercased()
        let known =
            PluralRule.languages.first { $0.tags.contains(main) }
            ?? PluralRule.languages.first { $0.tags.contains(main.split(separator: "-").first.map(String.init) ?? main) }
        self = known?.rule ?? .one
    }

    /// The categories that some whole number has, in CLDR's order.
    package var categories: [Category] {
        let found = Set((0...200).map(category))
        return Category.allCases.filter { found.contains($0) }
    }

    /// The category of numbers such as 1.5, near enough: some languages look at the digits.
    var fraction: Category {
        switch self {
        case .czech, .lithuanian: .many
        case .slovenian, .romanian: .few
        default: .other
        }
    }

    /// Every category whose forms a language may name.
    package var namedCategories: [Category] { categories.contains(fraction) ? categories : categories + [fraction] }

    /// The category of a count, which is not negative.
    package func category(_ count: Int) -> Category {
        let (tens, hundreds) = (count % 10, count % 100)
        switch self {
        case .same: return .other
        case .one: return count == 1 ? .one : .other
        case .zeroOne: return count <= 1 ? .one : .other
        case .russian, .croatian:
            if tens == 1, hundreds != 11 { return .one }
            if (2...4).contains(tens), !(12...14).contains(hundreds) { return .few }
            return self == .russian ? .many : .other
        case .polish:
            if count == 1 { return .one }
            return (2...4).contains(tens) && !(12...14).contains(hundreds) ? .few : .many
        case .czech: return count == 1 ? .one : (2...4).contains(count) ? .few : .other
        case .romanian: return count == 1 ? .one : count == 0 || (1...19).contains(hundreds) ? .few : .other
        case .lithuanian:
            if (11...19).contains(hundreds) { return .other }
            return tens == 1 ? .one : (2...9).contains(tens) ? .few : .other
        case .latvian:
            if tens == 0 || (11...19).contains(hundreds) { return .zero }
            return tens == 1 ? .one : .other
        case .slovenian: return hundreds == 1 ? .one : hundreds == 2 ? .two : (3...4).contains(hundreds) ? .few : .other
        case .irish:
            return count == 1 ? .one : count == 2 ? .two : (3...6).contains(count) ? .few : (7...10).contains(count) ? .many : .other
        case .welsh:
            let named: [Int: Category] = [0: .zero, 1: .one, 2: .two, 3: .few, 6: .many]
            return named[count] ?? .other
        case .arabic:
            if count <= 2 { return [.zero, .one, .two][count] }
            return (3...10).contains(hundreds) ? .few : (11...99).contains(hundreds) ? .many : .other
        case .hebrew: return count == 1 ? .one : count == 2 ? .two : .other
        case .icelandic: return tens == 1 && hundreds != 11 ? .one : .other
        }
    }

    // CLDR 44, "Language Plural Rules".
    private static let languages: [(rule: PluralRule, tags: Set<String>)] = [
        (.same, ["ja", "zh", "ko", "vi", "th", "id", "ms", "lo", "my", "km"]),
        (.one, ["pt-pt"]),
        (.zeroOne, ["fr", "pt", "hi", "fa", "hy", "bn", "gu", "zu"]),
        (.russian, ["ru", "uk", "be"]), (.croatian, ["hr", "sr", "bs"]), (.polish, ["pl"]), (.czech, ["cs", "sk"]),
        (.romanian, ["ro", "mo"]), (.lithuanian, ["lt"]), (.latvian, ["lv"]), (.slovenian, ["sl"]), (.irish, ["ga"]), (.welsh, ["cy"]),
        (.arabic, ["ar"]), (.hebrew, ["he", "iw"]), (.icelandic, ["is", "mk"]),
    ]
}
