/// The theme's scripts as they are published: small, and as few files as their use allows.
enum Scripts {
    /// Makes published files of modules.
    ///
    /// - Parameter files: paths below `scripts/` and bytes. One that is not understood is published as it is; then no
    ///   modules are joined, because it could import any.
    static func published(_ files: [RenderedFile]) -> [RenderedFile] {
        let read = files.map { ScriptModule.read(path: $0.path, bytes: $0.bytes) }
        let modules = read.compactMap(\.self)
        let groups = modules.count == files.count ? ScriptGroups.of(modules) : modules.indices.map { [$0] }
        let unread = zip(files, read).filter { $1 == nil }.map(\.0)
        return (groups.flatMap { written($0.map { modules[$0] }) } + unread).sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    /// The file of some modules, or one for each if they cannot be one.
    private static func written(_ modules: [ScriptModule]) -> [RenderedFile] {
        let names = modules.compactMap { ScriptNames($0) }
        if names.count == modules.count, let bytes = ScriptUnit.written(names), let file = modules.last?.path {
            return [RenderedFile(path: file, bytes: bytes)]
        }
        return modules.count > 1 ? modules.flatMap { written([$0]) } : modules.map { RenderedFile(path: $0.path, bytes: squeezed($0)) }
    }

    /// A module without comments and space, with the names that it has.
    private static func squeezed(_ module: ScriptModule) -> [UInt8] {
        var writer = ScriptWriter()
        for token in module.tokens { writer.add(token) }
        return Array(module.notices.map { $0 + "\n" }.joined().utf8) + writer.finished()
    }
}
