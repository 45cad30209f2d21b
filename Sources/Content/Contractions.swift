/// Words written as one that are two: whoever types `can't`, `cant`, `cannot` or `can not` means the same.
///
/// The search and the sentences of questionnaires both read words with it; the build publishes the table for their scripts.
package struct Contractions: Sendable {
    /// Without their apostrophe, each with the word that `not` follows.
    private let full: [String: String]

    /// As it is published: what is before the `t`, apart by spaces. The full word is the same without its `n`, or follows a `>`.
    package let table: String

    private init(_ table: String) {
        self.table = table
        full = Dictionary(
            table.split(separator: " ").map { entry in
                let parts = entry.split(separator: ">").map(String.init)
                return ("\(parts[0])t", parts.count > 1 ? parts[1] : String(parts[0].dropLast()))
            }
        ) { first, _ in first }
    }

    /// Of a language without any.
    package static let none = Contractions("")

    /// Of the only language that has any here.
    package static let english = Contractions(
        """
        aren canno>can can>can couldn didn doesn don hadn hasn haven isn mustn needn shouldn wasn weren won>will wouldn
        """)

    /// The two words of a folded one; nil if it is only one.
    package func words(of word: String) -> [String]? {
        guard word.hasSuffix("t"), !full.isEmpty else { return nil }
        let plain = String(String.UnicodeScalarView(word.unicodeScalars.filter { !Self.isApostrophe($0) }))
        return full[plain].map { [$0, "not"] }
    }

    /// Straight, curly, the letter, and the accents that are typed for it.
    package static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x27, 0x60, 0xB4, 0x2BC, 0x2018, 0x2019: true
        default: false
        }
    }
}
