import Words
import Content
import Diagnostics
import YAML

extension Theme {
    /// The words for small numbers in a language, from none on; empty for a language that nobody gave some. Read on their own,
    /// as texts need them before the theme is asked for anything.
    ///
    /// - Parameter site: the folder that holds `Content/` and perhaps `Templates/`.
    package static func numberWords(site: String, language: String) -> [String] {
        let main = language.split(separator: "-").first.map(String.init) ?? language
        var words: [String: String] = [:]
        for name in main == language ? [main] : [main, language] {
            let path = "words/\(name).yaml"
            let own = joined(ThemeFile.folder(of: site), path)
            // Mistakes in these files are told when the whole theme is read.
            let site = if case .success(let source) = InputFile.text(own, shown: path) { source } else { nil as SourceFile? }
            for source in [ThemeFile.embedded.first { $0.path == path }?.source, site].compactMap({ $0 }) {
                words.merge(numbers(in: source)) { $1 }
            }
        }
        return (0...).lazy.map { words["number\($0)"] }.prefix { $0 != nil }.compactMap { $0 }
    }

    private static func numbers(in source: SourceFile) -> [String: String] {
        guard case .mapping(let entries) = parse(SourceRange(source, 0..<source.bytes.count)).value?.value else { return [:] }
        var words: [String: String] = [:]
        for entry in entries where entry.key.text.hasPrefix("number") {
            if case .scalar(let scalar) = entry.value.value, !scalar.isEmpty { words[entry.key.text] = scalar.text }
        }
        return words
    }
}
