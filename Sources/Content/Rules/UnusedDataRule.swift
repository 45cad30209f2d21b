import CommonMark
import Diagnostics
import Forms
import YAML

/// `data/unused`: a data file that no page shows and no text names. A warning: it may be meant for later.
func checkUnusedData(_ resolved: ResolvedLibrary) -> [Diagnostic] {
    let library = resolved.library
    // What cannot be read may name any of them: its own message comes first.
    guard library.unread.isEmpty, library.pages.allSatisfy(\.isWhole) else { return [] }
    var used = library.namedInDrafts
    for page in resolved.pages {
        for (embed, found) in zip(page.page.body.embeds, page.text.embeds) {
            used.formUnion(found.data.map(\.file.name))
            // What a faulty embed probably means is used: the message about the embed is enough.
            if found.problem != nil { used.formUnion(library.files(probablyMeantBy: embed)) }
        }
    }
    used.formUnion(library.filesNamedByValues)
    let sources = library.questionnaireSources
    for source in sources { used.formUnion(source.namedData) }
    for text in resolved.allTexts {
        for case (_, .listing(let listed)) in text.targets { used.insert(listed.file.name) }
    }
    let references = library.pages.flatMap(\.frontMatter.sources) + library.data.flatMap(\.references)
    used.formUnion(references.compactMap { resolved.directoryEntry($0.document.string)?.file.name })
    if let listed = resolved.reportContact { used.insert(listed.file.name) }
    let destinations = sources.reduce(into: Set<String>()) { $0.formUnion($1.destinations) }
    return library.data.filter { !used.contains($0.name) && !isNamed($0, in: destinations) }.map { file in
        Diagnostic(
            "data/unused", "no page uses this data file", at: file.title.range, severity: .warning,
            help: file.kind == .values
                ? "use its values as {{ \(file.name).ID }}, or delete the file"
                : "put {{ \(file.kind.rawValue) \(file.name) }} into a page, or delete the file")
    }
}

/// Whether a link of a questionnaire names an entry of a directory.
private func isNamed(_ file: DataFile, in destinations: Set<String>) -> Bool {
    guard let directory = file.body as? Directory else { return false }
    return directory.entries.contains { destinations.contains("\($0.value.kind.rawValue):\($0.id)") }
}

extension Page {
    /// The data files that the page names, whether they exist or not.
    var namedData: [Identifier] {
        body.embeds.flatMap { $0.words.dropFirst().prefix(1).compactMap { Identifier($0) } } + body.values.compactMap(\.file)
    }
}

extension ValueReference {
    /// The data file that it names.
    var file: Identifier? { name.split(separator: ".").first.flatMap { Identifier($0) } }
}

extension Library {
    /// The files that make up questionnaires, and those of their cases.
    fileprivate var questionnaireSources: [SourceFile] {
        questionnaires.flatMap { [$0.source] + $0.cases } + sharedRules.map(\.source)
    }
}

extension SourceFile {
    /// The data files that a questionnaire may take options, values or figures from: its conditions and texts are understood
    /// only by the compiler, so every name in the place of a file counts.
    fileprivate var namedData: Set<Identifier> {
        var names: Set<Identifier> = []
        visit { key, text in
            if key == "from", let name = Identifier(text) { names.insert(name) }
            let words = text.split { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "." }
            for (index, word) in words.enumerated() {
                if let point = word.firstIndex(of: "."), let name = Identifier(word[..<point]) { names.insert(name) }
                if word == "count" || DataKind(rawValue: String(word)) != nil, index + 1 < words.count,
                    let name = Identifier(words[index + 1])
                {
                    names.insert(name)
                }
            }
        }
        return names
    }

    /// Where its links may lead: what stands in brackets, in lower case.
    fileprivate var destinations: Set<String> {
        var found: Set<String> = []
        visit { _, text in
            guard text.contains(":") else { return }
            found.formUnion(text.lowercased().split { "()<> \n".contains($0) }.map(String.init))
        }
        return found
    }

    /// Goes through every text of the file, keys included.
    private func visit(_ body: (_ key: String, _ text: String) -> Void) {
        guard let root = parse(whole).value else { return }
        var open = [("", root)]
        while let (key, node) = open.popLast() {
            switch node.value {
            case .scalar(let scalar): body(key, scalar.text)
            case .sequence(let nodes): open += nodes.map { (key, $0) }
            case .mapping(let entries):
                for entry in entries {
                    body("", entry.key.text)
                    open.append((entry.key.text, entry.value))
                }
            }
        }
    }
}
