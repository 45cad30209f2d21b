import Content
import Diagnostics
import Forms
import YAML

/// Puts what a questionnaire uses of shared files into it, before anything of it is read.
///
/// A shared file is read on its own first, so that what is wrong in it is said in its own names, once. Then its names get the prefix of
/// the use, and its questions, sets, facts and amounts come before those of the questionnaire.
struct SharedExpansion {
    private let resolved: ResolvedLibrary
    /// The path of the questionnaire, for messages.
    private let path: String
    private var findings: Findings
    /// The files that are used, beside the questionnaire.
    private(set) var files: [String] = []

    /// - Parameter path: of the questionnaire, for messages.
    init(_ resolved: ResolvedLibrary, path: String) {
        (self.resolved, self.path) = (resolved, path)
        findings = Findings(values: resolved.library.values)
    }

    var diagnostics: [Diagnostic] { findings.diagnostics }

    /// The fields whose entries a shared file gives.
    private static let fields = ["questions", "sets", "facts", "amounts"]

    /// The questionnaire with all that it uses; nil if some of that cannot be read, as the diagnostics say.
    mutating func expanded(_ root: Node) -> Node? {
        guard case .mapping(let entries) = root.value, let use = entries.first(where: { $0.key.text == "use" }) else { return root }
        guard let uses = Shape<[UseDraft]>.list(of: SharedRulesShape.use).read(use.value, &findings), !findings.diagnostics.hasErrors else {
            return nil
        }
        if uses.isEmpty {
            findings.add(
                Diagnostic("yaml/empty", "this list is empty", at: use.value.range, help: "write `- {rules: NAME}`, or delete the line"))
        }
        var prefixes: Set<String> = []
        var added: [String: [Node.Entry]] = [:]
        for use in uses {
            let prefix = (use.prefix ?? use.rules).string
            guard prefixes.insert(prefix).inserted else {
                findings.add(
                    Diagnostic(
                        "questionnaire/name", "\"\(prefix)\" begins the names of another use already", at: (use.prefix ?? use.rules).range,
                        help: "write `as:` with another name"))
                continue
            }
            added.merge(self.entries(of: use, prefix: prefix) ?? [:]) { $0 + $1 }
        }
        guard !findings.diagnostics.hasErrors else { return nil }
        return SharedExpansion.joined(added, entries, at: root.range, key: use.key)
    }

    /// The mapping with more entries at the beginning of some fields.
    private static func joined(_ added: [String: [Node.Entry]], _ entries: [Node.Entry], at range: SourceRange, key: Node.Key) -> Node {
        var joined = entries.map { entry -> Node.Entry in
            guard let more = added[entry.key.text], case .mapping(let own) = entry.value.value else { return entry }
            return Node.Entry(key: entry.key, value: Node(.mapping(more + own), at: entry.value.range))
        }
        for field in fields where !entries.contains(where: { $0.key.text == field }) {
            guard let more = added[field], !more.isEmpty else { continue }
            joined.append(Node.Entry(key: key.named(field), value: Node(.mapping(more), at: key.range)))
        }
        return Node(.mapping(joined), at: range)
    }

    /// What one use gives, by field; nil if it cannot be read.
    private mutating func entries(of use: UseDraft, prefix: String) -> [String: [Node.Entry]]? {
        guard let file = file(use.rules) else { return nil }
        let beside = "shared/\(file.name).yaml"
        if !files.contains(beside) { files.append(beside) }
        var inside = Findings(values: resolved.library.values)
        let found = entries(of: use, file.source, prefix: prefix, &inside)
        findings.add(inside.diagnostics.map { $0.used(by: path + (prefix == file.name.description ? "" : " as \(prefix)")) })
        return inside.diagnostics.hasErrors ? nil : found
    }

    private mutating func file(_ name: Text) -> SharedRules? {
        let library = resolved.library
        if let file = library.sharedRules.first(where: { $0.name.description == name.string }) { return file }
        if let id = Identifier(name.string), library.unread.contains(SharedRules.path(of: id)) {
            findings.add(
                Diagnostic(
                    "questionnaire/unknown-name", "the shared file \"\(id)\" cannot be read", at: name.range,
                    help: "correct Content/\(SharedRules.path(of: id)) first"))
            return nil
        }
        let known = library.sharedRules.map(\.name.description)
        findings.add(
            Diagnostic(
                "questionnaire/unknown-name", "there is no shared file \"\(name.string)\"", at: name.range,
                help: findings.suggester.help(for: name.string, among: known)
                    ?? "write it as Content/\(SharedRules.folder)/\(Identifier.cleaned(name.string)).yaml"))
        return nil
    }

    private func entries(
        of use: UseDraft, _ source: SourceFile, prefix: String, _ findings: inout Findings
    ) -> [String: [Node.Entry]]? {
        let parsed = parse(source, ifEmpty: "start with `kind: rules`, or delete the file")
        let explained = parsed.diagnostics.map(Traps.explained)
        guard let root = parsed.value else {
            findings.add(explained)
            return nil
        }
        findings.add(Traps.commas(in: root, after: explained))
        if let nested = root["use"] {
            findings.add(
                Diagnostic(
                    "questionnaire/type", "a shared file cannot use another one", at: nested.range,
                    help: "use both in the questionnaire, or write one file of them"))
        }
        let parameters = root["with"].map { SharedRulesShape.parameters.read($0, &findings) ?? [] } ?? []
        guard !findings.diagnostics.hasErrors, hasOwnTables(root, &findings),
            let values = SharedUseCheck(parameters: parameters, values: resolved.library.values).values(of: use, in: root, &findings)
        else { return nil }
        let filled = SharedParameters(parameters, values: values).filled(root)
        var reading = Findings(values: resolved.library.values, ownNames: AnswerNames.own(of: filled))
        let parts = SharedRulesShape.whole.read(filled, &reading)
        let scope = parts.flatMap { namesOfParts($0, root: filled, resolved, &reading) }
        findings.add(reading.diagnostics)
        guard let scope, !reading.diagnostics.hasErrors else { return nil }
        let names = SharedNames(prefix: prefix + "-", scope: scope)
        var entries: [String: [Node.Entry]] = [:]
        for field in SharedExpansion.fields { entries[field] = filled[field].map { names.entries(field, $0) } ?? [] }
        return entries
    }

    /// Rows of a spreadsheet name columns that no prefix reaches.
    private func hasOwnTables(_ root: Node, _ findings: inout Findings) -> Bool {
        guard case .mapping(let facts) = root["facts"]?.value else { return true }
        for fact in facts {
            guard let file = fact.value["rules"]?["from"] else { continue }
            findings.add(
                Diagnostic(
                    "questionnaire/type", "the table of a shared file cannot be in a spreadsheet", at: file.range,
                    help: "write its rows here as `- {if: …, then: …}`"))
        }
        return !findings.diagnostics.hasErrors
    }
}
