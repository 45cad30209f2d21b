/// The theme's scripts as they are published: without comments, and as few files as their use allows.
///
/// They stay readable. A minifier would save a few of the compressed bytes, and costs a parser of the language; whole lines
/// can be told apart by their beginnings.
enum Scripts {
    /// Makes published files of modules.
    ///
    /// - Parameter files: paths below `scripts/` and bytes. A module that isn't understood is published as it is; then no
    ///   modules are joined, because it could import any of them.
    static func published(_ files: [RenderedFile]) -> [RenderedFile] {
        let patterns = ScriptPatterns()
        let read = files.map { ScriptModule(path: $0.path, bytes: $0.bytes, patterns: patterns) }
        let modules = read.compactMap(\.self)
        let groups = modules.count == files.count ? ScriptGroups.of(modules) : modules.indices.map { [$0] }
        let unread = zip(files, read).filter { $1 == nil }.map(\.0)
        return (joined(groups.map { $0.map { modules[$0] } }) + unread).sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    private static func joined(_ groups: [[ScriptModule]]) -> [RenderedFile] {
        var files: [String: String] = [:]
        for group in groups { for module in group { files[module.path] = group.last?.path } }
        var wanted: [String: Set<String>] = [:]
        for module in groups.joined() {
            for taken in module.imports {
                guard let target = ScriptGroups.resolved(taken.source, from: module.path),
                    files[target] != files[module.path]
                else { continue }
                wanted[target, default: []].formUnion(taken.names ?? [])
            }
        }
        return groups.map { group in
            let join = ScriptJoin(modules: group, files: files, wanted: wanted)
            return RenderedFile(path: join.path, bytes: Array(join.text.utf8))
        }
    }
}
