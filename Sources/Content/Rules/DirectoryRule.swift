import Diagnostics

/// `data/duplicate-entry` and `data/no-address`: an entry of a directory or glossary is found by one id, and leads somewhere.
func checkDirectories(_ library: Library) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var owners: [String: DataFile] = [:]
    var terms: [String: DataFile] = [:]
    for file in library.data {
        if case .directory(let directory) = file.body {
            for entry in directory.entries {
                noteDouble(entry.id, entry.place, file, &owners)
                diagnostics += check(entry, of: directory)
            }
        }
        if case .glossary(let glossary) = file.body {
            for entry in glossary.terms { noteDouble(entry.id, entry.place, file, &terms) }
        }
    }
    return diagnostics

    func noteDouble(_ id: Identifier, _ place: SourceRange, _ file: DataFile, _ seen: inout [String: DataFile]) {
        if let other = seen[id.description] {
            diagnostics.append(
                Diagnostic(
                    "data/duplicate-entry", "the id \"\(id)\" stands in \(other.source.path) too", at: place,
                    help: "rename one of the two: links name entries of all files by their id"))
        }
        seen[id.description] = file
    }
}

private func check(_ entry: Entry<Directory.Listing>, of directory: Directory) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    if entry.value.address == nil, !entry.value.hasFaultyAddress {
        diagnostics.append(
            Diagnostic(
                "data/no-address", "\"\(entry.id)\" has no address", at: entry.place,
                help: "add `url`, `email` or `phone`"))
    }
    if let group = entry.value.group, !directory.groups.contains(where: { $0.id.description == group.string }) {
        diagnostics.append(unknownID(group, what: "group", among: directory.groups.map(\.id)))
    }
    return diagnostics
}

/// `data/unknown-id`: a field names an id that the file does not have.
func unknownID(_ text: Text, what: String, among ids: [Identifier]) -> Diagnostic {
    let known = ids.map(\.description)
    return Diagnostic(
        "data/unknown-id", "there is no \(what) \"\(text.string)\" in this file", at: text.range,
        help: Suggestion.help(for: text.string, among: known)
            ?? (known.isEmpty ? "declare it above" : "choose from \(listed(known))"))
}
