import Diagnostics
import Forms
import YAML

/// The ids that a part of a data file declares.
///
/// Those of faulty entries count too: the message about such an entry is enough, and one that says it is not there would be
/// wrong.
struct DeclaredIDs {
    /// Those of sound entries, in written order.
    let ids: [Identifier]
    private let all: Set<String>
    private var suggester: Suggester

    /// - Parameter written: the keys that stand there in the file, if it has mistakes.
    init(_ ids: [Identifier], written: Set<String> = []) {
        let names = ids.map(\.description)
        self.ids = ids
        all = written.union(names)
        suggester = Suggester(names)
    }

    /// Whether an id is declared, be it by a faulty entry.
    func contains(_ id: String) -> Bool { all.contains(id) }

    /// The ids that misspelt ones probably mean: they are not missed, as the messages about the misspelt ones are enough.
    mutating func meant(by names: some Sequence<String>) -> Set<String> {
        Set(names.filter { !contains($0) }.compactMap { suggester.nearest(to: $0) })
    }

    /// `data/unknown-id`: a field names an id that the file does not have.
    mutating func unknown(_ text: Text, what: String) -> Diagnostic {
        Diagnostic(
            "data/unknown-id", "there is no \(what) \"\(text.string)\" in this file", at: text.range,
            help: suggester.help(for: text.string)
                ?? (suggester.names.isEmpty ? "declare it above" : "choose from \(listed(suggester.names))"))
    }
}

/// The keys of a file with mistakes as they are written, whatever stands below them; none of a file that is sound.
package struct WrittenKeys {
    private let root: Node?

    init(of file: DataFile, _ library: Library) {
        root =
            library.isUnread(data: file.name.description)
            ? parse(file.source.whole).value : nil
    }

    /// Whether the file has mistakes.
    var isFaulty: Bool { root != nil }

    /// The keys below some fields.
    func keys(under fields: String...) -> Set<String> {
        var node = root
        for field in fields { node = node?[field] }
        return Set((node?.entries ?? []).map(\.key.text))
    }

    /// For each key below a field the keys that stand in one of its own fields.
    func keysOfEach(under field: String, in inner: String) -> [String: Set<String>] {
        let entries = root?[field]?.entries ?? []
        return Dictionary(entries.map { ($0.key.text, Set(($0.value[inner]?.entries ?? []).map(\.key.text))) }) { first, _ in first }
    }
}

extension Node {
    /// The entries of a map; none of anything else.
    fileprivate var entries: [Node.Entry] { if case .mapping(let entries) = value { entries } else { [] } }
}
