import Words

/// The form of a word that tells how a language writes numbers and dates, and isn't printed as it is.
struct WordFormat: Sendable {
    /// In words: `one sign, such as "."`.
    let expected: String
    /// A value as it is written in YAML.
    let example: String
    let isValid: @Sendable (String) -> Bool

    /// The form of a word; nil if it may be any text.
    static func of(_ name: String) -> WordFormat? {
        all[name] ?? (UnitForms.isList(name) ? lists("pairs of a unit and its form", "osoby osoba; dni robocze = dzień roboczy") : nil)
    }

    private static let all: [String: WordFormat] = [
        "numberDecimal": WordFormat(expected: "one sign between whole numbers and decimals", example: "\",\"") {
            $0.count == 1 && isSign($0)
        },
        "numberGroup": WordFormat(expected: "one sign between groups of digits, or nothing", example: "\".\"") {
            $0.count <= 1 && isSign($0)
        },
        "numberMinus": WordFormat(expected: "one sign before negative numbers", example: "\"-\"") { $0.count == 1 && isSign($0) },
        "numberGrouping": WordFormat(expected: "the sizes of groups of digits from the right, each from 1 to 9", example: "\"3\"") { text in
            let sizes = text.split(separator: " ", omittingEmptySubsequences: false)
            return !sizes.isEmpty && sizes.allSatisfy { Int($0).map((1...9).contains) ?? false }
        },
        "numberGroupFrom": WordFormat(expected: "the number of digits from which on they are grouped, from 1 to 99", example: "\"4\"") {
            Int($0).map((1...99).contains) ?? false
        },
        "dateOrder": WordFormat(expected: "one or more orders of d, m and y, each written once", example: "dmy mdy") { text in
            let orders = text.split(separator: " ", omittingEmptySubsequences: false)
            return !orders.isEmpty && orders.allSatisfy { $0.sorted() == ["d", "m", "y"] }
        },
        "numberOne": lists("pairs of a unit and what one of it is called", "days day; weeks week"),
        "numberMoneyWords": lists("the sign of each currency with its codes and names", "€ EUR euro euros; £ GBP pound pounds"),
    ]

    /// Groups of two words or more, with `;` between them.
    private static func lists(_ expected: String, _ example: String) -> WordFormat {
        WordFormat(expected: expected, example: "\"\(example)\"") { text in
            text.split(separator: ";", omittingEmptySubsequences: false).allSatisfy { $0.split(separator: " ").count > 1 }
        }
    }

    /// A digit, a letter or a brace would be read as part of a number, or as a placeholder.
    private static func isSign(_ text: String) -> Bool { !text.contains { $0.isNumber || $0.isLetter || "{}".contains($0) } }
}
