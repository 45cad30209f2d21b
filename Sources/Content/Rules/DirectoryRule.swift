import Diagnostics
import Forms

/// `data/duplicate-entry` and `data/no-address`: an entry of a directory or glossary is found by one id, and leads somewhere.
func checkDirectories(_ library: Library) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var owners: [String: DataFile] = [:]
    var terms: [String: DataFile] = [:]
    for file in library.data {
        if let directory = file.body as? Directory {
            var groups = DeclaredIDs(directory.groups.map(\.id), written: WrittenKeys(of: file, library).keys(under: "groups"))
            for entry in directory.entries {
                noteDouble(entry.id, entry.place, file, &owners)
                diagnostics += check(entry, &groups)
            }
        }
        if let glossary = file.body as? Glossary {
            for entry in glossary.terms { noteDouble(entry.id, entry.place, file, &terms) }
        }
    }
    return diagnostics

    func noteDouble(_ id: Identifier, _ place: SourceRange, _ file: DataFile, _ seen: inout [String: DataFile]) {
        if let other = seen[id.description] {
            diagnostics.append(
                Diagnostic(
                    "data/duplicate-entry", "the id \"\(id)\" is also used in \(other.source.path)", at: place,
                    help: "rename one of the two: links find the entries of all files by id"))
        }
        seen[id.description] = file
    }
}

private func check(_ entry: Entry<Directory.Listing>, _ groups: inout DeclaredIDs) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    if entry.value.address == nil, !entry.value.hasFaultyAddress {
        diagnostics.append(
            Diagnostic(
                "data/no-address", "\"\(entry.id)\" has no address", at: entry.place,
                help: "add `url`, `email` or `phone`"))
    }
    if let group = entry.value.group, !groups.contains(group.string) {
        diagnostics.append(groups.unknown(group, what: "group"))
    }
    return diagnostics
}
