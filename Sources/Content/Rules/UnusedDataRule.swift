import CommonMark
import Diagnostics

/// `data/unused`: a data file that no page shows and no text names. A warning: it may be meant for later.
func checkUnusedData(_ library: Library) -> [Diagnostic] {
    var used: Set<Identifier> = []
    for page in library.pages {
        for embed in page.body.embeds {
            switch library.embeddings(of: embed) {
            case .success(let embeddings): used.formUnion(embeddings.map(\.file.name))
            // What a faulty embed probably means is used: the message about the embed is enough.
            case .failure: used.formUnion(library.files(probablyMeantBy: embed))
            }
        }
    }
    used.formUnion(library.filesNamedByValues)
    return library.data.filter { !used.contains($0.name) && !($0.kind == .directory && isNamed($0, library)) }.map {
        file in
        Diagnostic(
            "data/unused", "no page uses this data file", at: file.title.range, severity: .warning,
            help: file.kind == .values
                ? "use its values as {{ \(file.name).ID }}, or delete the file"
                : "put {{ \(file.kind.rawValue) \(file.name) }} into a page, or delete the file")
    }
}

/// Whether some link names an entry of a directory.
private func isNamed(_ file: DataFile, _ library: Library) -> Bool {
    guard case .directory(let directory) = file.body else { return false }
    let names = Set(directory.entries.map { "\($0.value.kind.rawValue):\($0.id)" })
    return library.settings.contact.map { names.contains($0.string) } ?? false
        || library.texts.contains { $0.markdown.links.contains { names.contains($0.destination.lowercased()) } }
}
