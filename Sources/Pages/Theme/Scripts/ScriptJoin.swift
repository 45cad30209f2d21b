/// The text of a file made of one or more modules: what they import of one another is in it already, and what they import
/// of other files is said once.
struct ScriptJoin {
    /// In the order in which they run; the last one gives the file its name.
    let modules: [ScriptModule]
    /// The file of each module, by the module's path.
    let files: [String: String]
    /// The names that other files import, by the module's path.
    let wanted: [String: Set<String>]

    var path: String { modules.last?.path ?? "" }

    var text: String {
        let lines = modules.dropLast().flatMap { module in module.lines.map { written($0, of: module) } } + (modules.last?.lines ?? [])
        return (modules.flatMap(\.notices) + importLines + lines).map { $0 + "\n" }.joined()
    }

    private var importLines: [String] {
        var order: [String] = []
        var names: [String: [String]] = [:]
        var lines: [String] = []
        for module in modules {
            for taken in module.imports {
                guard let source = source(of: taken, in: module) else { continue }
                guard let own = taken.names else {
                    lines.append(taken.statement)
                    continue
                }
                if names[source] == nil { order.append(source) }
                names[source, default: []] += own.filter { !names[source, default: []].contains($0) }
            }
        }
        return lines + order.map { "import { \(names[$0, default: []].joined(separator: ", ")) } from '\($0)';" }
    }

    /// What an import names once its module may be in another file; nil if that is this one.
    private func source(of taken: ScriptModule.Import, in module: ScriptModule) -> String? {
        guard let target = ScriptGroups.resolved(taken.source, from: module.path), let file = files[target] else { return taken.source }
        guard file != path else { return nil }
        // Modules of one file are in one folder.
        let folder = taken.source.lastIndex(of: "/").map { taken.source[...$0] } ?? ""
        return String(folder) + String(file.split(separator: "/").last ?? "")
    }

    /// A line without `export` if no other file wants what it declares.
    private func written(_ line: String, of module: ScriptModule) -> String {
        guard let name = module.exports[line], wanted[module.path]?.contains(name) != true else { return line }
        return String(line.dropFirst("export ".count))
    }

    /// Why modules wouldn't mean in one file what they mean in files of their own; nil if they do: no name of the top level is
    /// declared twice, stands for two things, or hides from another module what the browser calls so.
    static func obstacle(to modules: [ScriptModule]) -> String? {
        guard modules.count > 1 else { return nil }
        let own = Dictionary(modules.map { ($0.path, $0.exported) }, uniquingKeysWith: { $1 })
        var known = Dictionary(uniqueKeysWithValues: globals.map { ($0, "the browser") })
        for module in modules {
            guard module.hasPlainExports else { return "\(module.path) exports names elsewhere than where it declares them" }
            if let clash = clash(of: module.declared, in: module, with: known) { return clash }
            for name in module.declared { known[name] = module.path }
        }
        var owners: [String: String] = [:]
        for module in modules {
            for taken in module.imports {
                let target = ScriptGroups.resolved(taken.source, from: module.path) ?? taken.source
                guard let names = taken.names else { return "\(module.path) imports \(target) otherwise than by names" }
                if let exported = own[target] {
                    guard exported.isSuperset(of: names) else { return "\(module.path) imports names that \(target) doesn't export" }
                } else {
                    for name in names where owners.updateValue(target, forKey: name) ?? target != target {
                        return "\(name) comes from two modules, in \(module.path) from \(target)"
                    }
                    if let clash = clash(of: Set(names), in: module, with: known) { return clash }
                }
            }
        }
        return Set(modules.map { $0.path.split(separator: "/").dropLast() }).count == 1 ? nil : "they are in different folders"
    }

    private static func clash(of names: Set<String>, in module: ScriptModule, with known: [String: String]) -> String? {
        names.sorted().first { known[$0] != nil }.flatMap { name in
            known[name].map { "\(module.path) and \($0) both have the top-level name \(name)" }
        }
    }

    /// What browsers declare for every script, as far as it could be the name of a function or value of ours.
    private static let globals = Set(
        """
        alert blur close closed confirm console constructor crypto document escape eval event external fetch find focus \
        frames history length location name navigation navigator open opener origin parent performance print prompt \
        scheduler screen scroll self status stop toolbar top undefined viewport when window
        """.split(separator: " ").map(String.init))
}
