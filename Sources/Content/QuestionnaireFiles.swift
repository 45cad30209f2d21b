package import Forms
import YAML
package import Diagnostics

/// The files of one questionnaire, read but not yet understood: that is the decision compiler's work.
package struct QuestionnaireFiles: Sendable {
    /// The name of the file without `.yaml`, by which embeds and links refer to it.
    package let name: Identifier
    /// `NAME.yaml`.
    package let source: SourceFile
    /// `NAME.cases.yaml` and `NAME.*.cases.yaml`, in byte order of their paths.
    package let cases: [SourceFile]
    /// `NAME.said.yaml`, if there is one.
    package let sentences: [SourceFile]
    /// As the file gives it; its name if it gives none.
    package let title: String
    /// Old addresses that lead to it.
    package let aliases: [Text]
    /// The names of the shared files that it uses.
    let uses: [String]
    /// It holds a list, as files of cases do.
    let isList: Bool
    /// It is kept out of the published site.
    package let isDraft: Bool

    /// Reads only what concerns addresses; mistakes are left to the questionnaire's own reader.
    package init(name: Identifier, source: SourceFile, cases: [SourceFile], sentences: [SourceFile] = []) {
        self.name = name
        self.source = source
        self.cases = cases
        self.sentences = sentences
        // What is wrong in the file, its reader says: here it is only asked for what concerns addresses.
        let root = parse(source.whole).value
        var findings = Findings(values: .pending)
        if case .sequence = root?.value { isList = true } else { isList = false }
        title = root?["title"].flatMap { Shape<Text>.line.read($0, &findings)?.string } ?? name.description
        aliases = root?["aliases"].flatMap { Shape<[Text]>.list(of: .oldAddress).read($0, &findings) } ?? []
        uses = if case .sequence(let list) = root?["use"]?.value { list.compactMap { $0["rules"].flatMap(Text.init)?.string } } else { [] }
        isDraft = root?["draft"].flatMap { Shape<Bool>.yesNo.read($0, &findings) } ?? false
    }
}

extension QuestionnaireFiles {
    /// Where a questionnaire is published, below the site's root.
    package static func address(of name: Identifier) -> String { "\(folder)/\(name)/" }

    /// Where its compiled form is published, below the site's root.
    package static func dataPath(of name: Identifier) -> String { "api/questionnaires/\(name).json" }

    /// The path of its file, below `Content/`.
    package static func path(of name: Identifier) -> String { "\(folder)/\(name).yaml" }

    /// Whether a path, as messages have it, is of a questionnaire's file or of those beside it: cases and sentences.
    package static func areOf(_ name: Identifier, _ path: String?) -> Bool { path?.hasPrefix("Content/\(folder)/\(name).") ?? false }

    /// The folder of the sources below `Content/` and of the pages below the site's root.
    package static let folder = "questionnaires"
}
