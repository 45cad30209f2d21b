package import Diagnostics

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What is in a folder of the site: plain files, by their path below it, in byte order.
package struct Folder {
    /// The plain files, as `entitlement/access.md`.
    package var files: [String] = []
    /// What was left out, and why.
    package var diagnostics: [Diagnostic] = []
    /// Which hidden files are wanted all the same, by their path.
    private let isWanted: (String) -> Bool
    /// The files and folders found so far.
    private var count = 0

    /// Nothing yet.
    package init() { isWanted = { _ in false } }
}

extension Folder {
    /// Lists a folder and the folders in it.
    ///
    /// Only plain files inside the folder are taken: symbolic links may lead anywhere, and reading a pipe or a device
    /// may never end. Hidden files, editors' copies and `node_modules` are passed over in silence. Every name is
    /// checked before anything is opened.
    ///
    /// - Parameters:
    ///   - root: the folder, as the operating system knows it.
    ///   - shown: how messages name it: `Content`.
    ///   - isWanted: which hidden files and folders are taken all the same, by their path.
    package init(listing root: String, shown: String, hidden isWanted: @escaping (String) -> Bool = { _ in false }) {
        self.isWanted = isWanted
        if leadsOut(root) {
            refuse(
                "content/not-a-file", shown, "this is a symbolic link to a place outside the site's folder",
                help: "put the folder itself here, or name the folder that holds it with --site")
            return
        }
        list("", depth: 0, root: root, shown: shown)
        guard count > Limits.entries else { return }
        refuse(
            "content/too-large", shown, "there are more than \(Limits.entries) files", help: "split the site")
    }

    private mutating func list(_ path: String, depth: Int, root: String, shown: String) {
        guard count <= Limits.entries else { return }
        guard depth <= Limits.folderDepth else {
            return refuse(
                "content/too-deep", joined(shown, path), "folders are nested more than \(Limits.folderDepth) deep",
                help: "move the folder up")
        }
        let found = (entries(in: joined(root, path), shown: joined(shown, path)) ?? []).compactMap {
            taken($0, in: path, root: root, shown: shown)
        }
        count += found.count
        guard count <= Limits.entries else { return }
        // Whole paths come in the order of their bytes if a folder counts as its name with the slash after it.
        for entry in found.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            if entry.isFolder {
                list(entry.path, depth: depth + 1, root: root, shown: shown)
            } else {
                files.append(entry.path)
            }
        }
    }

    /// The entry as part of the site; nil, perhaps with a diagnostic, if it is none.
    private mutating func taken(
        _ entry: FolderEntry, in folder: String, root: String, shown: String
    ) -> (key: [UInt8], path: String, isFolder: Bool)? {
        guard let text = String(validating: entry.name, as: UTF8.self) else {
            refuse(
                "content/name", joined(shown, folder), "a file name here is not UTF-8: \(escaped(entry.name))",
                help: "rename the file")
            return nil
        }
        let path = joined(folder, text)
        guard !isPassedOver(text) || isWanted(path) else { return nil }
        if let problem = nameProblem(text) {
            refuse("content/name", escapedText(joined(shown, path)), problem.message, help: problem.help)
            return nil
        }
        switch entry.kind ?? FileKind(of: joined(root, path)) {
        case .file: return (entry.name, path, false)
        case .folder: return (entry.name + [UInt8(ascii: "/")], path, true)
        case nil: refuse("environment/unreadable", joined(shown, path), "cannot be read: \(errorText())", help: nil)
        case .link:
            refuse(
                "content/not-a-file", joined(shown, path), "this is a symbolic link, which may point outside the site",
                help: "put the file itself here")
        case .other:
            refuse(
                "content/not-a-file", joined(shown, path), "this is neither a file nor a folder", help: "delete it")
        }
        return nil
    }

    /// What is in one folder; nil and a diagnostic when it cannot be read.
    private mutating func entries(in folder: String, shown: String) -> [FolderEntry]? {
        guard let directory = unsafe opendir(folder) else {
            let isRoot = shown == "Content"
            // The folder that `--site` names, as it was typed.
            let named = isRoot && folder != shown && !folder.hasPrefix("/") ? "\(folder) " : ""
            refuse(
                "environment/unreadable", shown, "\(named)cannot be read: \(errorText())",
                help: isRoot ? "run Waymark in the folder that holds Content, or name that folder with --site" : nil)
            return nil
        }
        defer { unsafe closedir(directory) }
        var entries: [FolderEntry] = []
        while let entry = unsafe readdir(directory) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: UInt8.self, capacity: 256) { bytes in
                    unsafe Array(UnsafeBufferPointer(start: bytes, count: strlen(pointer)))
                }
            }
            if name != [46], name != [46, 46] {
                entries.append(FolderEntry(name: name, kind: FileKind(type: unsafe Int32(entry.pointee.d_type))))
            }
        }
        return entries
    }

    private mutating func refuse(_ rule: RuleID, _ path: String, _ message: String, help: String?) {
        diagnostics.append(Diagnostic(rule, message, at: nil, path: path, help: help))
    }
}

/// What a folder says of one thing in it.
private struct FolderEntry {
    let name: [UInt8]
    /// Nil where the file system tells it only when the thing itself is looked at.
    let kind: FileKind?
}

extension FileKind {
    /// From the `d_type` of readdir(3).
    fileprivate init?(type: Int32) {
        switch type {
        case Int32(DT_UNKNOWN): return nil
        case Int32(DT_REG): self = .file
        case Int32(DT_DIR): self = .folder
        case Int32(DT_LNK): self = .link
        default: self = .other
        }
    }
}

/// What is wrong with the name of a file or folder that is to be part of a site, and how to fix it; nil if nothing.
package func fileNameProblem(_ name: String) -> (message: String, help: String)? {
    guard !isPassedOver(name) else { return ("files with this name are ignored", "choose another name") }
    return nameProblem(name)
}

/// Files that editors and systems leave behind, and what is not content anywhere.
package func isPassedOver(_ name: String) -> Bool {
    let (first, last) = (name.utf8.first, name.utf8.last)
    return first == UInt8(ascii: ".") || last == UInt8(ascii: "~") || (first == UInt8(ascii: "#") && last == first)
        || strayNames.contains(name)
}

private let strayNames: Set = ["node_modules", "Thumbs.db", "desktop.ini"]

private func escaped(_ bytes: [UInt8]) -> String {
    bytes.map { (33...126).contains($0) ? String(UnicodeScalar($0)) : "\\x" + String($0, radix: 16) }.joined()
}

private func escapedText(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
        scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format
            ? "\\u{\(String(scalar.value, radix: 16))}" : String(scalar)
    }.joined()
}

/// Lists the plain files of a folder of the site other than `Content/`, under the same rules.
package func list(folder: String, shown: String) -> Checked<[String]> {
    let folder = Folder(listing: folder, shown: shown)
    return Checked(folder.files, folder.diagnostics)
}

/// Whether a path is a link to something that is not in the same folder or below it.
private func leadsOut(_ path: String) -> Bool {
    guard FileKind(of: path) == .link else { return false }
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let above = absolute(slash.map { String(path[..<$0]) } ?? ".")
    return !absolute(path).hasPrefix(above + "/")
}
