import Content
import Diagnostics
import Forms
import YAML

/// The old address of a page, kept in its front matter, or of a questionnaire, kept in its file.
struct AliasEdits {
    private let source: SourceFile
    private let known: [Text]
    /// A questionnaire's file is YAML as a whole.
    private let isWhole: Bool
    /// The address that it has now, as it is written: `/old/page/`.
    private let alias: String
    /// The address that it will have.
    private let own: String

    init(page: Page, newPath: String) {
        source = page.source
        known = page.frontMatter.aliases
        isWhole = false
        alias = "/" + page.path.address
        own = "/" + PagePath(file: newPath).address
    }

    init(questionnaire: QuestionnaireFiles, newName: String) {
        source = questionnaire.source
        known = questionnaire.aliases
        isWhole = true
        alias = "/" + QuestionnaireFiles.address(of: questionnaire.name)
        own = "/\(QuestionnaireFiles.folder)/\(newName)/"
    }

    /// None for a page whose address stays, such as `a.md` that becomes `a/index.md`.
    var edits: [Edit] {
        guard alias != own else { return [] }
        // Moved back: what was an old address is its address again.
        if let returning = known.first(where: { $0.string == own }) {
            return [Edit(run: returning.range.bytes, text: alias)]
        }
        guard !known.contains(where: { $0.string == alias }) else { return [] }
        if isWhole { return [added(to: parse(source.whole).value, end: bytes.count)] }
        guard let front = frontMatterRange(of: source) else {
            return [Edit(run: 0..<0, text: "---\naliases: [\(alias)]\n---\n")]
        }
        return [added(to: parse(SourceRange(source, front)).value, end: front.upperBound)]
    }

    /// - Parameter end: where the front matter ends.
    private func added(to root: Node?, end: Int) -> Edit {
        guard let root, case .mapping(let entries) = root.value else { return insertion("aliases: [\(alias)]\n", at: end) }
        if let list = root["aliases"] { return added(to: list) }
        if bytes[root.range.bytes.lowerBound] == UInt8(ascii: "{") {
            let last = entries.last?.value.range.bytes.upperBound ?? root.range.bytes.lowerBound + 1
            return insertion((entries.isEmpty ? "" : ", ") + "aliases: [\(alias)]", at: last)
        }
        // In a long file below its title, where one looks for it.
        if isWhole, let title = entries.first(where: { $0.key.text == "title" }) {
            let last = title.value.range.bytes.upperBound
            return insertion("\naliases: [\(alias)]", at: bytes[last...].firstIndex(of: 10) ?? bytes.count)
        }
        let indent = entries.first.map { String(repeating: " ", count: $0.key.range.start.column - 1) } ?? ""
        return insertion(indent + "aliases: [\(alias)]\n", at: end)
    }

    private func added(to list: Node) -> Edit {
        let run = list.range.bytes
        guard case .sequence(let nodes) = list.value else {
            return Edit(run: run, text: "[\(list.range.text), \(alias)]")
        }
        guard let last = nodes.last?.range.bytes else { return insertion(alias, at: run.lowerBound + 1) }
        if bytes[run.lowerBound] == UInt8(ascii: "[") { return insertion(", \(alias)", at: last.upperBound) }
        let lineStart = bytes[..<last.lowerBound].lastIndex(of: 10).map { $0 + 1 } ?? 0
        let mark = String(decoding: bytes[lineStart..<last.lowerBound], as: UTF8.self)
        let lineEnd = bytes[last.upperBound...].firstIndex(of: 10) ?? bytes.count
        return insertion("\n\(mark)\(alias)", at: lineEnd)
    }

    private var bytes: [UInt8] { source.bytes }

    private func insertion(_ text: String, at place: Int) -> Edit { Edit(run: place..<place, text: text) }
}
