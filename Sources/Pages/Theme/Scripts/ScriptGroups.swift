/// Which modules are published together as one file.
///
/// A module `NAME-part.js` goes into `NAME.js`, or into another part that is loaded by itself, when everything that
/// imports it ends up in that one file. What a page may ask for by its address stays a file: `main.js`, what defines an
/// element, what nothing imports, and what a script names otherwise than by `import`.
struct ScriptGroups {
    private let modules: [ScriptModule]
    private let numbers: [String: Int]
    /// What each module imports, by number.
    private let imports: [[Int]]
    /// The modules that are files of their own.
    private var files = Set<Int>()

    /// The modules of each file by their numbers, in the order in which they run; the last one gives the file its name.
    static func of(_ modules: [ScriptModule]) -> [[Int]] {
        var groups = ScriptGroups(modules)
        while let shared = groups.nextFile() { groups.files.insert(shared) }
        return groups.files.sorted().map { groups.members(of: $0) }
    }

    private init(_ modules: [ScriptModule]) {
        let numbers = Dictionary(modules.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
        func number(_ source: String, _ module: ScriptModule) -> Int? { Self.resolved(source, from: module.path).flatMap { numbers[$0] } }
        self.modules = modules
        self.numbers = numbers
        imports = modules.map { module in module.imports.compactMap { number($0.source, module) } }
        for (place, module) in modules.enumerated() {
            if module.hasOtherExports || module.knowsAddress || module.tokens.contains(where: { $0.isWord("define") }) {
                files.insert(place)
            }
            files.formUnion(module.texts.compactMap { number($0, module) })
            for taken in module.imports where taken.names.isEmpty || taken.names.contains(where: { ["*", "default"].contains($0.there) }) {
                if let other = number(taken.source, module) { files.insert(other) }
            }
        }
        if let main = numbers["main.js"] { files.insert(main) }
        files.formUnion(Set(modules.indices).subtracting(imports.joined()))
    }

    /// A module that has no place in one of the files: one whose importers have theirs, if there is any, because it may
    /// then be a part of them.
    private func nextFile() -> Int? {
        let homeless = modules.indices.filter { !files.contains($0) && file(of: $0) == nil }
        return homeless.first { module in !homeless.contains { $0 != module && imports[$0].contains(module) } } ?? homeless.first
    }

    /// The one file that all importers of a module are in; nil if there are several or none, or it is of another component.
    private func file(of module: Int) -> Int? {
        var found = Set<Int>()
        var seen: Set = [module]
        var waiting = [module]
        while let next = waiting.popLast() {
            for importer in imports.indices where imports[importer].contains(next) {
                if files.contains(importer) { found.insert(importer) } else if seen.insert(importer).inserted { waiting.append(importer) }
            }
        }
        guard found.count == 1, let file = found.first, modules[module].path.contains("-"),
            component(module) == component(file)
        else { return nil }
        return file
    }

    /// `search` of `search-engine.js`.
    private func component(_ module: Int) -> Substring { modules[module].path.prefix { $0 != "-" && $0 != "." } }

    private func members(of file: Int) -> [Int] {
        var order: [Int] = []
        var seen = Set<Int>()
        func visit(_ module: Int) {
            guard module == file || !files.contains(module), seen.insert(module).inserted else { return }
            for next in imports[module] { visit(next) }
            order.append(module)
        }
        visit(file)
        return order
    }

    /// The path below `scripts/` that `'./name.js'` means, written with its quotation marks; nil for other addresses.
    static func resolved(_ source: String, from path: String) -> String? {
        let steps = source.dropFirst().dropLast().split(separator: "/", omittingEmptySubsequences: false)
        guard steps.first == "." || steps.first == ".." else { return nil }
        var folder = path.split(separator: "/").dropLast()
        for step in steps {
            if step == ".." { guard folder.popLast() != nil else { return nil } } else if step != "." { folder.append(step) }
        }
        return folder.joined(separator: "/")
    }
}
