import Content
import Forms
import Pages
package import Site

extension Start {
    /// The words of the theme in another language, each to be translated.
    package static func words(_ tag: String, site: AuthoredFiles, folder: String) throws(Refusal) -> Start {
        try requireSite(site, at: folder)
        guard tag.wholeMatch(of: /[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*/) != nil else {
            throw Refusal(
                message: "\"\(tag)\" is not a language tag",
                help: LanguageTag.tag(named: tag).map { "did you mean \($0)?" } ?? "write a tag such as fr or pt-BR")
        }
        let language = LanguageTag.normalized(tag)
        let file = "Templates/words/\(language).yaml"
        try refuseExisting(file, in: site)
        func line(_ word: (name: String, english: String)) -> String { "# \(word.name): \(Names.yaml(word.english))\n" }
        let lines = Theme.wordsToTranslate(into: language).map(line)
        let units = Theme.unitLists(in: language).map(line)
        var start = Start()
        start.files = [
            AuthoredFiles.File(
                file,
                SchemaFile.comment("words", in: "Templates/words")
                    + "# Translate what follows the colon, and remove the # before the line. {Braces} stay as they are.\n"
                    + lines.joined()
                    + (units.isEmpty
                        ? ""
                        : "## What units are called next to some numbers. For each unit, first the word that questions use, then its form.\n")
                    + units.joined())
        ]
        start.addSchemas(of: ["words"], to: site)
        start.next = [
            "translate the lines of \(joined(folder == "." ? "" : folder, file)); `waymark check` counts those that are left",
            "write `language: \(language)` into Content/site.yaml if it is not there yet",
        ]
        return start
    }
}
