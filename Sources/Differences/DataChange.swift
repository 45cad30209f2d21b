import Content
import Diagnostics
import Forms
import YAML

/// A value of a data file that is different, and what shows or uses it.
package struct ValueChange: Sendable {
    /// As texts name it: `figures.warranty`.
    package let name: String
    /// How the older version writes it; nil if it has none of this name.
    package let old: String?
    /// How the newer version writes it; nil if it has none of this name.
    package let new: String?
    /// How many pages say it.
    package let pages: Int
    /// The questionnaires whose rules or texts name it.
    package let questionnaires: [String]
}

/// A data file or the settings, where something in it is different.
package struct DataChange: Sendable {
    /// Below `Content/`.
    package let path: String
    /// Whether the file is new or gone; nil if it is in both versions.
    package let isAdded: Bool?
    /// What is different in it, by key, in the order of the newer version.
    package let entries: [EntryChange]
}

/// One entry of a data file that is different.
package struct EntryChange: Sendable, Hashable {
    /// The keys that lead to it: `groups › a › complexity`.
    package let key: String
    /// How the older version has it; nil if it doesn't.
    package let old: String?
    /// How the newer version has it; nil if it doesn't.
    package let new: String?
}

/// The values that are different, by name.
func valueChanges(_ old: ResolvedLibrary, _ new: ResolvedLibrary) -> [ValueChange] {
    let (before, now) = (old.library.values.values, new.library.values.values)
    let names = Set(before.keys).union(now.keys).filter { before[$0]?.wording != now[$0]?.wording }
    guard !names.isEmpty else { return [] }
    var pages: [String: Int] = [:]
    for number in new.pages.indices {
        for case .value(let name) in new.reads(ofPage: number) where names.contains(name) { pages[name, default: 0] += 1 }
    }
    return names.sorted().map { name in
        let using = new.library.questionnaires.filter { $0.source.names(name) }.map { "\($0.name)" }
        return ValueChange(name: name, old: before[name]?.wording, new: now[name]?.wording, pages: pages[name] ?? 0, questionnaires: using)
    }
}

/// The data files and settings that are different, but for their values.
func dataChanges(_ old: Library, _ new: Library) -> [DataChange] {
    let files = [old, new].map { library in
        var texts = Dictionary(library.data.map { ($0.path, $0.source) }) { first, _ in first }
        if let settings = library.settings.source { texts["site.yaml"] = settings }
        return texts
    }
    let values = Set((old.data + new.data).filter { $0.kind == .values }.map(\.path))
    return Set(files[0].keys).union(files[1].keys).sorted().compactMap { path in
        guard !values.contains(path), files[0][path]?.bytes != files[1][path]?.bytes, !new.unread.contains(path),
            path != "site.yaml" || files[1][path] != nil
        else { return nil }
        guard let before = files[0][path], let now = files[1][path] else {
            return DataChange(path: path, isAdded: files[0][path] == nil, entries: [])
        }
        let (one, other) = (entries(of: before), entries(of: now))
        let texts = Dictionary(one.map { ($0.key, $0.text) }) { first, _ in first }
        let others = Dictionary(other.map { ($0.key, $0.text) }) { first, _ in first }
        let keys = other.map(\.key) + one.map(\.key).filter { others[$0] == nil }
        let changed = keys.filter { texts[$0] != others[$0] }.map { EntryChange(key: $0, old: texts[$0], new: others[$0]) }
        return changed.isEmpty ? nil : DataChange(path: path, isAdded: nil, entries: changed)
    }
}

/// Every text of a YAML file with the keys that lead to it. Entries of lists are told by their ids, names or titles where they have some.
private func entries(of file: SourceFile) -> [(key: String, text: String)] {
    var result: [(key: String, text: String)] = []
    func visit(_ node: Node, _ keys: [String]) {
        switch node.value {
        case .scalar(let scalar): result.append((keys.joined(separator: " › "), scalar.text))
        case .mapping(let entries): for entry in entries { visit(entry.value, keys + [entry.key.text]) }
        case .sequence(let nodes):
            let texts = nodes.compactMap { if case .scalar(let scalar) = $0.value { scalar.text } else { nil } }
            // A list of words is one entry, a line each.
            guard texts.count < nodes.count || nodes.isEmpty else {
                return result.append((keys.joined(separator: " › "), texts.joined(separator: "\n")))
            }
            for (index, node) in nodes.enumerated() {
                let name = ["id", "name", "title", "question", "term"].lazy.compactMap { key -> String? in
                    guard case .scalar(let scalar)? = node[key]?.value else { return nil }
                    return scalar.text
                }.first
                visit(node, keys + [name ?? "\(index + 1)"])
            }
        }
    }
    if let root = parse(file.whole).value { visit(root, []) }
    return result
}

extension SourceFile {
    /// Whether a value is named in it, and not one that its name is a part of.
    fileprivate func names(_ value: String) -> Bool {
        let text = String(decoding: bytes, as: UTF8.self)
        func isPart(_ character: Character?) -> Bool { character.map { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "." } ?? false }
        return text.ranges(of: value).contains { range in
            let before = range.lowerBound > text.startIndex ? text[text.index(before: range.lowerBound)] : nil
            let after = range.upperBound < text.endIndex ? text[range.upperBound] : nil
            return !isPart(before) && !(isPart(after) && after != ".")
        }
    }
}
