import Diagnostics
import YAML

/// The words of a language, by name: `rangeFrom`, `{from} or more`.
///
/// What readers are told comes from here and from the author, never from code.
package struct Phrasebook: Sendable {
    /// All phrases of the language by name, with `{gaps}` in them.
    package let words: [String: String]
    /// How the language writes numbers.
    package let numbers: NumberStyle
    /// How it writes days.
    package let days: DayStyle
    /// Which form it uses of what is counted.
    package let plurals: PluralRule

    /// - Parameters:
    ///   - language: its tag.
    package init(_ words: [String: String], language: String) {
        self.words = words
        plurals = PluralRule(language: language)
        numbers = NumberStyle(words, plurals)
        days = DayStyle(words)
    }

    /// The words of `Templates/words/en.yaml`, in which messages to authors are written.
    package static let english = Phrasebook(
        ThemeFile.embedded.first { $0.path == "words/en.yaml" }.map(entries) ?? [:], language: "en")

    /// What a language writes otherwise than English, for names that its file of words leaves out.
    package static func facts(of language: String) -> [String: String] { LanguageTable.words(for: language) }

    private static func entries(_ file: ThemeFile) -> [String: String] {
        let root = parse(file.source.whole).value
        guard case .mapping(let entries)? = root?.value else { return [:] }
        let pairs = entries.compactMap { entry -> (String, String)? in
            guard case .scalar(let scalar) = entry.value.value else { return nil }
            return (entry.key.text, scalar.text)
        }
        return Dictionary(pairs) { _, last in last }
    }

    /// A pattern with its gaps filled; the name itself where the language has no such word.
    package func filled(_ name: String, _ slots: [String: String] = [:]) -> String {
        Phrasebook.filled(words[name] ?? name, slots)
    }

    /// Fills the `{gaps}` of a pattern, each once, so that nothing in what fills them is taken for a gap.
    static func filled(_ pattern: String, _ slots: [String: String]) -> String {
        var result = ""
        var rest = pattern[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = String(rest[rest.index(after: open)..<close])
            result += rest[..<open] + (slots[name] ?? "{\(name)}")
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }
}
