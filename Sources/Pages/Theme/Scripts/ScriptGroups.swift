/// Which modules are published together as one file: those that the same files need.
///
/// What a page may ask for by its address is an entry and gives a file its name: `main.js`, what defines an element, what
/// nothing imports, and what a script names otherwise than by `import`. Everything else is loaded because of entries.
/// What one entry needs goes into its file, also if another needs it that only the first one loads; what the same several
/// need becomes one file that they share.
struct ScriptGroups {
    private let modules: [ScriptModule]
    /// What each module imports, by number.
    private let imports: [[Int]]
    private var entries = Set<Int>()
    /// The modules that load an entry otherwise than by `import`, of entries that nothing else asks for.
    private var named: [Int: [Int]] = [:]

    /// The modules of each file by their numbers, in the order in which they run; the last one gives the file its name.
    static func of(_ modules: [ScriptModule]) -> [[Int]] {
        let groups = ScriptGroups(modules)
        return groups.members.flatMap { members in
            ScriptJoin.obstacle(to: members.map { modules[$0] }) == nil ? [members] : members.map { [$0] }
        }
    }

    /// Why modules that belong together are published apart.
    static func obstacles(in modules: [ScriptModule]) -> [String] {
        ScriptGroups(modules).members.compactMap { members in ScriptJoin.obstacle(to: members.map { modules[$0] }) }
    }

    private init(_ modules: [ScriptModule]) {
        let numbers = Dictionary(modules.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
        func number(_ source: String, _ module: ScriptModule) -> Int? {
            Self.resolved(source, from: module.path).flatMap { numbers[$0] }
        }
        self.modules = modules
        imports = modules.map { module in module.imports.compactMap { number($0.source, module) } }
        for (place, module) in modules.enumerated() {
            if !module.hasPlainExports || module.knowsAddress || module.definesElement { entries.insert(place) }
            for late in module.namedSources.compactMap({ number($0, module) }) { named[late, default: []].append(place) }
            entries.formUnion(module.imports.filter { $0.names == nil }.compactMap { number($0.source, module) })
        }
        if let main = numbers["main.js"] { entries.insert(main) }
        // Pages may ask for these by their address.
        for entry in entries { named[entry] = nil }
        entries.formUnion(Set(modules.indices).subtracting(imports.joined()))
        entries.formUnion(named.keys)
        // A circle that nothing else imports is reached by its first module.
        while let lost = modules.indices.first(where: { neededBy($0).isEmpty }) { entries.insert(lost) }
    }

    /// The entries whose files cannot run without a module: itself, or those that import it through modules between.
    private func neededBy(_ module: Int) -> Set<Int> {
        guard !entries.contains(module) else { return [module] }
        var found = Set<Int>()
        var seen: Set = [module]
        var waiting = [module]
        while let next = waiting.popLast() {
            for importer in imports.indices where imports[importer].contains(next) {
                if entries.contains(importer) { found.insert(importer) } else if seen.insert(importer).inserted { waiting.append(importer) }
            }
        }
        return found
    }

    private var members: [[Int]] {
        let needed = modules.indices.map(neededBy)
        let present = presentBefore(needed)
        // What an entry needs that comes only when another one is there, is there already if that one needs it too.
        let keys = needed.map { entries in entries.filter { present[$0, default: []].isDisjoint(with: entries) } }
        return Dictionary(grouping: inOrder) { keys[$0].isEmpty ? needed[$0] : keys[$0] }.values.sorted { $0.last ?? 0 < $1.last ?? 0 }
    }

    /// For each entry that only scripts load: the entries that are certain to be there by then. The greatest sets that hold:
    /// whichever module loads it, whichever entry brought that module.
    private func presentBefore(_ needed: [Set<Int>]) -> [Int: Set<Int>] {
        var present = named.mapValues { _ in entries }
        while true {
            let next = Dictionary(
                uniqueKeysWithValues: named.map { late, loaders in
                    let ways = Set(loaders.flatMap { needed[$0] }).map { present[$0, default: []].union([$0]) }
                    return (late, ways.dropFirst().reduce(ways.first ?? []) { $0.intersection($1) }.subtracting([late]))
                })
            if next == present { return present }
            present = next
        }
    }

    /// All modules, each after those that it imports.
    private var inOrder: [Int] {
        var order: [Int] = []
        var seen = Set<Int>()
        func visit(_ module: Int) {
            guard seen.insert(module).inserted else { return }
            for next in imports[module] { visit(next) }
            order.append(module)
        }
        modules.indices.forEach(visit)
        return order
    }

    /// The path below `scripts/` that `./name.js` means in a module; nil for other addresses.
    static func resolved(_ source: String, from path: String) -> String? {
        let steps = source.split(separator: "/", omittingEmptySubsequences: false)
        guard steps.first == "." || steps.first == ".." else { return nil }
        var folder = path.split(separator: "/").dropLast()
        for step in steps {
            if step == ".." { guard folder.popLast() != nil else { return nil } } else if step != "." { folder.append(step) }
        }
        return folder.joined(separator: "/")
    }
}
