package import Content
import Diagnostics
import Forms
import Words
import YAML

extension Theme {
    /// How a language writes values. Read on its own, as texts need it before the theme is asked for anything.
    ///
    /// - Parameter site: the folder that holds `Content/` and perhaps `Templates/`.
    package static func valueStyle(site: String, language: String) -> ValueStyle {
        let main = WordFiles.main(language)
        // Mistakes in these files are told when the whole theme is read.
        let own = Set(["en", main, language]).compactMap { name -> ThemeFile? in
            let path = "words/\(name).yaml"
            guard case .success(let source) = InputFile.text(joined(ThemeFile.folder(of: site), path), shown: path) else { return nil }
            return ThemeFile(path: path, source: source, isOwn: true)
        }
        let files = WordFiles(ThemeFile.embedded + own, language: language)
        let phrasebook = Phrasebook(files.read().value, language: language)
        return ValueStyle(
            smallNumbers: files.smallNumbers, yes: phrasebook.filled("yes"), no: phrasebook.filled("no")
        ) { phrasebook.value($0, unit: $1) }
    }
}

extension WordFiles {
    /// The words for small numbers, from none on; empty for a language that nobody gave some.
    fileprivate var smallNumbers: [String] {
        var words: [String: String] = [:]
        for file in (WordFiles.main(language) == "en" ? english : []) + own {
            for entry in WordFiles.entries(of: file).value {
                if case .scalar(let scalar) = entry.value.value, !scalar.isEmpty { words[entry.key.text] = scalar.text }
            }
        }
        return (0...).lazy.map { words["number\($0)"] }.prefix { $0 != nil }.compactMap { $0 }
    }
}
