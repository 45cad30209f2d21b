import CommonMark
import Content
import Diagnostics
import Forms

/// Works out what a move changes in which file.
struct ChangeDraft {
    private let reading: ReadSite
    private let relocation: Relocation
    private let root: String
    private var links: LinkEdits
    private(set) var diagnostics: [Diagnostic] = []

    init(_ reading: ReadSite, _ relocation: Relocation, _ site: String) {
        self.reading = reading
        self.relocation = relocation
        root = joined(site, "Content")
        links = LinkEdits(relocation: relocation, library: reading.library)
    }

    /// All changes; nil if some cannot be made.
    mutating func changes() -> [MovePlan.Change]? {
        let edits = edits()
        diagnostics += links.diagnostics
        guard diagnostics.isEmpty else { return nil }
        var changes: [MovePlan.Change] = []
        let moved = reading.library.movableFiles.filter(relocation.moves)
        for path in Set(moved).union(edits.keys).sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            guard let change = change(path, edits[path]) else { continue }
            changes.append(change)
        }
        checkTaken(changes)
        return diagnostics.isEmpty ? changes : nil
    }

    /// The edits by the path of the file in which they are made: a text may be in a file next to the one that names it.
    private mutating func edits() -> [String: (source: SourceFile, edits: [Edit])] {
        var result: [String: (source: SourceFile, edits: [Edit])] = [:]
        func add(_ edits: [Edit], in source: SourceFile) {
            guard !edits.isEmpty, let path = source.path.contentPath else { return }
            let known = result[path]?.edits ?? []
            // A shared file is part of each questionnaire that uses it.
            let new = source.isSharedRules ? edits.filter { edit in !known.contains { $0.run == edit.run } } : edits
            result[path, default: (source, [])].edits += new
        }
        for text in reading.texts { add(links.edits(in: text), in: text.markdown.file) }
        for policy in reading.questionnaires {
            for (file, edit) in relocation.citeEdits(policy) { add([edit], in: file) }
        }
        let settings = reading.library.settings
        if let source = settings.source { add(relocation.navigationEdits(settings, of: reading.library), in: source) }
        for page in reading.library.pages where relocation.moves(page.path.file) {
            add(AliasEdits(page: page, newPath: relocation.path(of: page.path.file)).edits, in: page.source)
        }
        if let names = relocation.names, let files = reading.library.questionnaire(file: relocation.old) {
            add(AliasEdits(questionnaire: files, newName: names.new).edits, in: files.source)
            for page in reading.library.pages { add(relocation.embedEdits(page), in: page.source) }
        }
        return result
    }

    private mutating func change(_ path: String, _ edits: (source: SourceFile, edits: [Edit])?) -> MovePlan.Change? {
        let newPath = relocation.path(of: path)
        guard let edits else { return MovePlan.Change(path: path, newPath: newPath, bytes: [], newBytes: nil, edits: 0) }
        switch InputFile.bytes(joined(root, path), shown: edits.source.path, limit: Limits.textBytes) {
        case .failure(let refusal):
            diagnostics.append(refusal.diagnostic)
            return nil
        case .success(let bytes):
            guard case .success(let now) = InputFile.text(of: bytes, shown: edits.source.path), now.bytes == edits.source.bytes
            else {
                diagnostics.append(
                    Diagnostic(
                        "move/unclear", "the file changed while it was read", at: nil, path: edits.source.path, help: "try again"))
                return nil
            }
            let file = EditedFile(path: path, source: edits.source, bytes: bytes, edits: edits.edits)
            return MovePlan.Change(path: path, newPath: newPath, bytes: bytes, newBytes: file.result, edits: file.edits.count)
        }
    }

    /// Refuses to move onto what is there, unless a move that was broken off has put it there.
    private mutating func checkTaken(_ changes: [MovePlan.Change]) {
        let moved = changes.filter(\.moves)
        let isThere = PathState.of(joined(root, relocation.new))
        guard isThere != .missing else { return }
        let twins = moved.map { change -> Bool? in
            let path = joined(root, change.newPath)
            guard PathState.of(path) != .missing else { return nil }
            guard let bytes = change.newBytes, case .success(let there) = InputFile.bytes(path, shown: path, limit: Limits.textBytes)
            else { return false }
            return bytes == there
        }
        let isFolder = !reading.library.hasFile(relocation.old)
        if !twins.contains(false), twins.contains(true) || (isThere == .emptyFolder && isFolder) { return }
        diagnostics.append(
            Diagnostic(
                "move/taken", "\(relocation.new) already exists", at: nil, path: joined("Content", relocation.new),
                help: isThere == .file
                    ? "choose another name, or delete it first"
                    : "choose another name, or write \(relocation.new)/ to move into this folder"))
    }
}
