import Diagnostics

/// Which file a link probably means.
enum PathSuggestion {
    /// One of the same name in another folder, or one whose name and folder are both near: two paths in one long folder are
    /// near to each other whatever their names.
    static func nearest(to path: String, among known: [String]) -> String? {
        let (folder, name, ending) = parts(path)
        if let sameName = known.first(where: { parts($0).name == name }) { return sameName }
        let near = known.filter { candidate in
            let other = parts(candidate)
            return other.ending == ending && isNear(stem(name), stem(other.name)) && isNear(folder, other.folder)
        }
        return near.count < 2 ? near.first : Suggestion.nearest(to: path, among: near)
    }

    private static func isNear(_ name: String, _ other: String) -> Bool {
        name == other || Suggestion.nearest(to: name, among: [other]) != nil
    }

    private static func parts(_ path: String) -> (folder: String, name: String, ending: String) {
        let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        let name = slash.map { String(path[path.utf8.index(after: $0)...]) } ?? path
        let ending = name.utf8.lastIndex(of: UInt8(ascii: ".")).map { String(name[$0...]) } ?? ""
        return (slash.map { String(path[..<$0]) } ?? "", name, ending)
    }

    private static func stem(_ name: String) -> String {
        name.utf8.lastIndex(of: UInt8(ascii: ".")).map { String(name[..<$0]) } ?? name
    }
}
