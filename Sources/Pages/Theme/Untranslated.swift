package import Content
package import Diagnostics
import Forms
import Words
import YAML

extension Theme {
    /// What the theme says in English on a site in another language, as nobody has translated it.
    ///
    /// - Parameter site: the folder that holds `Content/` and perhaps `Templates/`.
    package static func untranslated(site: String, _ settings: SiteSettings) -> [Diagnostic] {
        let main = WordFiles.main(settings.language)
        // Files that cannot be read are told with the theme.
        guard main != "en" || pathExists(ThemeFile.folder(of: site)) else { return [] }
        let all = ThemeFile.all(site: site).value
        let files = WordFiles(all, language: settings.language)
        return files.unused(all) + (main == "en" ? [] : untranslated(files, settings, main))
    }

    private static func untranslated(_ files: WordFiles, _ settings: SiteSettings, _ main: String) -> [Diagnostic] {
        let path = "Templates/words/\(main).yaml"
        guard let file = files.own.last else {
            return [
                Diagnostic(
                    "template/untranslated",
                    "there is no file \(path), so the theme's own words are in English on pages in \"\(settings.language)\"",
                    at: settings.languagePlace, severity: .warning, path: "Content/site.yaml",
                    help: "`waymark new words \(main)` creates it, with every English text to translate")
            ]
        }
        let translated = Set(files.own.flatMap { WordFiles.entries(of: $0).value.map(\.key.text) })
        let missing = wordsToTranslate(into: settings.language).map(\.name).filter { !translated.contains($0) }
        guard !missing.isEmpty else { return [] }
        let isOne = missing.count == 1
        return [
            Diagnostic(
                "template/untranslated",
                isOne ? "the word \(missing[0]) is missing" : "\(missing.count) words are missing: \(some(missing))", at: nil,
                severity: .warning, path: file.source.path,
                help: "translate \(isOne ? "it" : "them"); until then, \(isOne ? "it" : "they") will appear in English")
        ]
    }

    private static func some(_ names: [String]) -> String {
        names.count <= 24 ? listed(names) : names.prefix(20).joined(separator: ", ") + " and \(names.count - 20) more"
    }

    /// The words that a language needs, in the order of the English file; not those that tell how it writes numbers and dates, if
    /// that is known, nor those that it may have none of.
    ///
    /// - Returns: each with what the theme says today: in English, if it has no words in the language.
    package static func wordsToTranslate(into language: String) -> [(name: String, english: String)] {
        let facts = Phrasebook.facts(of: language)
        guard let english = ThemeFile.embedded.first(where: { $0.path == WordFiles.englishPath }) else { return [] }
        let phrases = WordFiles.texts(of: english).compactMap { name, text -> (name: String, english: String)? in
            let isOfNumbers = name.hasPrefix("number") && !["numberPlus", "numberLess"].contains(name)
            return facts[name] != nil || isOfNumbers ? nil : (name, text)
        }
        let categories = PluralRule(language: language).categories
        let names = Set(phrases.map(\.name))
        let needed = phrases.flatMap { forms(of: $0, in: categories, among: names) }
        // What the theme itself says in the language, for sites that want to say it otherwise.
        let known = ThemeFile.embedded.filter { $0.path == "words/\(WordFiles.main(language)).yaml" }.flatMap(WordFiles.texts)
        let said = Dictionary(known) { first, _ in first }
        return needed.map { ($0.name, said[$0.name] ?? $0.english) }
    }

    /// The words that list what units are called beside some numbers, for each plural category of a language; a language may
    /// need none of them.
    ///
    /// - Returns: each with what it lists today, or with the units of the English list to show how it is written.
    package static func unitLists(in language: String) -> [(name: String, english: String)] {
        let words = ThemeFile.embedded.filter { [WordFiles.englishPath, "words/\(WordFiles.main(language)).yaml"].contains($0.path) }
        let said = Dictionary(words.flatMap(WordFiles.texts)) { _, own in own }
        let units = (said[UnitForms.name(of: .one)] ?? "").split(separator: ";").compactMap { $0.split(separator: " ").first }
        return PluralRule(language: language).categories.filter { $0 != .other }.map { category in
            let name = UnitForms.name(of: category)
            return (name, said[name] ?? units.map { "\($0) \($0)" }.joined(separator: "; "))
        }
    }

    /// A phrase once for each plural category of a language, where it counts something; English has one and other.
    private static func forms(of phrase: (name: String, english: String), in categories: [PluralRule.Category], among names: Set<String>)
        -> [(name: String, english: String)]
    {
        let (one, other) = (PluralRule.Category.one.suffix, PluralRule.Category.other.suffix)
        func isForm(_ ending: String, beside partner: String) -> Bool {
            phrase.name.hasSuffix(ending) && names.contains(phrase.name.dropLast(ending.count) + partner)
        }
        if isForm(one, beside: other) { return categories.contains(.one) ? [phrase] : [] }
        guard isForm(other, beside: one) else { return [phrase] }
        return categories.filter { $0 != .one }.map { (phrase.name.dropLast(other.count) + $0.suffix, phrase.english) }
    }
}
