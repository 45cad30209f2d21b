import Diagnostics
import Forms

/// Which files links probably mean that name none.
struct PathSuggestion {
    /// Of each folder the names of its files, and of each name the first path that ends with it.
    private let namesByFolder: [String: [String]]
    private let pathsByName: [String: String]
    private let folders: [String]
    /// Those that have an index.
    private let indexFolders: [String]
    /// More are not looked for: comparing very many names with very many would take longer than all the rest.
    private var left = 200

    init(_ paths: [String]) {
        namesByFolder = Dictionary(grouping: paths) { PathSuggestion.parts($0).folder }.mapValues { paths in
            paths.map { PathSuggestion.parts($0).name }
        }
        pathsByName = Dictionary(paths.map { (PathSuggestion.parts($0).name, $0) }) { first, _ in first }
        folders = namesByFolder.keys.sorted()
        indexFolders = paths.filter { $0.hasSuffix("/index.md") }.map { PathSuggestion.parts($0).folder }
    }

    /// One of the same name in another folder, or one whose name and folder are both near: two paths in one long folder are
    /// near to each other whatever their names.
    mutating func nearest(to path: String) -> String? {
        let (folder, name) = PathSuggestion.parts(path)
        // Every folder has an index: what tells them apart is the folder.
        if name == "index.md" {
            guard left > 0 else { return nil }
            left -= 1
            let last = folder.split(separator: "/").last
            let meant = indexFolders.first { $0.split(separator: "/").last == last } ?? Suggestion.nearest(to: folder, among: indexFolders)
            return meant.map { joined($0, name) }
        }
        if let sameName = pathsByName[name] { return sameName }
        guard left > 0 else { return nil }
        left -= 1
        guard let near = namesByFolder[folder] == nil ? Suggestion.nearest(to: folder, among: folders) : folder else { return nil }
        // The ending is no part of the name that may be misspelt.
        let ending = PathSuggestion.ending(of: name)
        let stems = (namesByFolder[near] ?? []).filter { PathSuggestion.ending(of: $0) == ending }.map { String($0.dropLast(ending.count)) }
        return Suggestion.nearest(to: String(name.dropLast(ending.count)), among: stems).map { joined(near, $0 + ending) }
    }

    private static func parts(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return ("", path) }
        return (String(path[..<slash]), String(path[path.utf8.index(after: slash)...]))
    }

    private static func ending(of name: String) -> Substring {
        name.utf8.lastIndex(of: UInt8(ascii: ".")).map { name[$0...] } ?? ""
    }
}

/// What is known of pages and other files, made ready once for all links of a site.
struct FileSuggestions {
    private let library: Library
    private var pages: PathSuggestion?
    private var assets: PathSuggestion?
    private var left = [Diagnostic].suggestionLimit

    init(_ library: Library) { self.library = library }

    /// Whether one more name may be looked for; counts it.
    mutating func looks() -> Bool {
        left -= 1
        return left >= 0
    }

    /// The file that a link probably means: another than the one in which it stands.
    mutating func nearest(to path: String, from file: String) -> String? {
        nearest(to: path).flatMap { $0 == file ? nil : $0 }
    }

    private mutating func nearest(to path: String) -> String? {
        if path.hasSuffix(".md") {
            var known = pages ?? PathSuggestion(library.pages.map(\.path.file))
            defer { pages = known }
            return known.nearest(to: path)
        }
        var known = assets ?? PathSuggestion(library.assets.map(\.path))
        defer { assets = known }
        return known.nearest(to: path)
    }
}
