import Diagnostics
import Words
import YAML

/// The files that say the words of a language, the weaker ones first, and how the language writes numbers and dates between them.
struct WordFiles {
    static let englishPath = "words/en.yaml"

    let language: String
    /// The English words: of the theme and, on a site in another language, of the site, which need not repeat them all.
    let english: [ThemeFile]
    /// Those of the language and its main language: of `pt` before `pt-BR`.
    let own: [ThemeFile]
    /// What the site's own templates say.
    private let templates: [String]

    init(_ files: [ThemeFile], language: String) {
        self.language = language
        let main = WordFiles.main(language)
        let isEnglish = main == "en"
        let siteEnglish = files.filter { $0.isOwn && WordFiles.isSame($0.path, WordFiles.englishPath) }
        english = ThemeFile.embedded.filter { $0.path == WordFiles.englishPath } + (isEnglish ? [] : siteEnglish)
        let names = main == language ? [main] : [main, language]
        // What the site says of a language comes before what the theme says, and need not repeat it.
        own = names.flatMap { name in
            let path = "words/\(name).yaml"
            return name == "en"
                ? siteEnglish : ThemeFile.embedded.filter { $0.path == path } + files.filter { $0.isOwn && WordFiles.isSame($0.path, path) }
        }
        templates = files.filter { $0.isOwn && $0.templateName != nil }.map { String(decoding: $0.source.bytes, as: UTF8.self) }
    }

    /// Tags of languages mean the same in capitals.
    static func isSame(_ path: String, _ other: String) -> Bool { path.lowercased() == other.lowercased() }

    /// `pt` of `pt-BR`.
    static func main(_ language: String) -> String { language.split(separator: "-").first.map(String.init) ?? language }

    func read() -> Checked<[String: String]> {
        var result = Checked<[String: String]>([:])
        for file in english { add(file, to: &result) }
        // Numbers and dates are written as the language does, whoever has translated the rest.
        result.value.merge(Phrasebook.facts(of: language)) { _, facts in facts }
        for file in own { add(file, to: &result) }
        let signs = own.filter(\.isOwn).flatMap { WordFiles.entries(of: $0).value }.filter {
            ["numberDecimal", "numberGroup"].contains($0.key.text)
        }
        result.diagnostics += WordCheck.signProblem(in: result.value, entry: signs.last).map { [$0] } ?? []
        return result
    }

    /// The files of words that a site has for other languages than its own, with which nothing is made.
    func unused(_ files: [ThemeFile]) -> [Diagnostic] {
        let used = (english + own).map { $0.path.lowercased() }
        // Who copies the whole theme keeps its other languages too.
        let copied = ThemeFile.embedded.filter { $0.path.hasPrefix("words/") }.map(\.source.bytes)
        let others = files.filter { file in
            file.isOwn && file.path.hasPrefix("words/") && !used.contains(file.path.lowercased()) && !copied.contains(file.source.bytes)
        }
        return others.map { file in
            Diagnostic(
                "template/unused-words", "the site is in \"\(language)\", so these words are never used", at: nil, severity: .warning,
                path: file.source.path, help: "rename the file to \(language).yaml if it is for this site; otherwise delete it")
        }
    }

    private func add(_ file: ThemeFile, to result: inout Checked<[String: String]>) {
        let entries = WordFiles.entries(of: file)
        result.diagnostics += entries.diagnostics
        let known = result.value
        let suggester = FileSuggester()
        let check = WordCheck(english: Phrasebook.english.words, plurals: PluralRule(language: WordFiles.language(of: file)))
        for entry in entries.value {
            guard case .scalar(let scalar) = entry.value.value, !scalar.isEmpty else {
                result.diagnostics.append(
                    Diagnostic("yaml/type", "expected a line of text", at: entry.value.range, help: "write the word"))
                continue
            }
            let name = entry.key.text
            if file.isOwn, known[name] == nil, !isForm(name, known), !(WordFiles.isSame(file.path, WordFiles.englishPath) && isAsked(name))
            {
                result.diagnostics.append(
                    Diagnostic(
                        "yaml/unknown-field", "the theme has no word \"\(name)\"", at: entry.key.range,
                        help: suggester.help(for: name, among: known.keys.sorted())
                            ?? "delete it, or use it in a template of your own as words.\(name)"))
            }
            if file.isOwn { result.diagnostics += check.problems(of: name, scalar, at: entry.value.range) }
            result.value[name] = scalar.text
        }
    }

    /// `pt-BR` of `words/pt-BR.yaml`.
    static func language(of file: ThemeFile) -> String { String(file.path.dropFirst("words/".count).dropLast(".yaml".count)) }

    /// Whether a name is that of a plural form, such as `countFew`, that this language has and English has not.
    private func isForm(_ name: String, _ known: [String: String]) -> Bool {
        let rule = PluralRule(language: language)
        if rule.namedCategories.contains(where: { UnitForms.name(of: $0) == name }) { return true }
        return rule.categories.contains { category in
            name.hasSuffix(category.suffix) && known[name.dropLast(category.suffix.count) + PluralRule.Category.other.suffix] != nil
        }
    }

    /// Whether a template of the site asks for a word, which the theme itself need not know.
    private func isAsked(_ name: String) -> Bool { templates.contains { $0.contains("words.\(name)") } }

    /// The words that a file says, in its order, without what is no text.
    static func texts(of file: ThemeFile) -> [(name: String, text: String)] {
        entries(of: file).value.compactMap { entry in
            if case .scalar(let scalar) = entry.value.value { (entry.key.text, scalar.text) } else { nil }
        }
    }

    static func entries(of file: ThemeFile) -> Checked<[Node.Entry]> {
        let parsed = parse(file.source.whole)
        guard let root = parsed.value else { return Checked([], parsed.diagnostics) }
        guard case .mapping(let entries) = root.value else {
            let problem = Diagnostic(
                "yaml/type", "expected a map from names to words, found \(root.kindInWords)", at: root.range,
                help: "write `name: word` on each line")
            return Checked([], parsed.diagnostics + [problem])
        }
        return Checked(entries, parsed.diagnostics)
    }
}
