/// The keys that a template may ask a view for, with what is under each.
///
/// Two sets of keys are the same only if they are one object.
package final class ViewKeys: Sendable {
    /// What is under a key.
    package enum Kind: Sendable {
        case text, flag, texts, words
        case object(@Sendable () -> ViewKeys)
        case list(@Sendable () -> ViewKeys)

        /// The keys of what is there, or of each thing in the list.
        package var inner: ViewKeys? {
            switch self {
            case .object(let keys), .list(let keys): keys()
            case .text, .flag, .texts, .words: nil
            }
        }
    }

    struct Entry: Sendable {
        let name: String
        let kind: Kind
    }

    /// Where values are, by key.
    private let slots: [String: Int]
    private let entries: [Entry]
    /// The keys of the view itself, of which these are some.
    private let all: ObjectIdentifier?

    init(_ entries: [Entry]) {
        self.entries = entries
        slots = Dictionary(entries.enumerated().map { ($1.name, $0) }) { first, _ in first }
        all = nil
    }

    private init(_ slots: [String: Int], _ entries: [Entry], all: ObjectIdentifier) {
        (self.slots, self.entries, self.all) = (slots, entries, all)
    }

    /// In the order of the alphabet.
    package var names: [String] { slots.keys.sorted() }

    /// What is under a key; nil if there is no such key.
    package subscript(name: String) -> Kind? { slots[name].map { entries[$0].kind } }

    /// Some of the keys: what one kind of page is given.
    ///
    /// - Parameter inner: keys that have other keys below them than they say.
    package func only(_ names: [String], inner: [String: ViewKeys] = [:]) -> ViewKeys {
        let some = slots.filter { names.contains($0.key) }
        let entries = entries.map { entry in
            guard let keys = inner[entry.name] else { return entry }
            return if case .list = entry.kind { Entry(name: entry.name, kind: .list { keys }) } else {
                Entry(name: entry.name, kind: .object { keys })
            }
        }
        return ViewKeys(some, entries, all: all ?? ObjectIdentifier(self))
    }

    func slot(of name: String) -> Int? { slots[name] }

    /// Whether the values of a view can be asked by these keys.
    func fit(_ keys: ViewKeys) -> Bool { all ?? ObjectIdentifier(self) == ObjectIdentifier(keys) }
}
