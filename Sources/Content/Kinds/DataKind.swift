package import Forms

/// The kinds of data files, by the word that comes after `kind:` and in embeds.
package struct DataKind: RawRepresentable, CaseIterable, Hashable, Sendable {
    /// The type that holds what a file of this kind holds.
    package let body: any DataBody.Type

    init(_ body: any DataBody.Type) { self.body = body }

    /// All of them, in the order of their names: the only list of kinds.
    private static let bodies: [any DataBody.Type] = [
        Actions.self, Checklist.self, Comparison.self, Directory.self, FAQ.self, Glossary.self, Products.self, Steps.self,
        Table.self, Values.self,
    ]

    /// In the order of their names.
    package static let allCases = bodies.map(DataKind.init)

    /// The kinds of which an embed shows a whole file.
    static let blocks = allCases.filter { $0.body.isBlock }

    /// The word after `kind:`.
    package var rawValue: String { body.name }

    /// Nil for a word that is not the name of a kind.
    package init?(rawValue: String) {
        guard let known = DataKind.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
        self = known
    }

    /// What a file of this kind holds.
    package var meaning: String { body.meaning }

    /// What the JSON Schema of a file of this kind is made of.
    package var schema: Schema { body.shape.schema }

    package static func == (one: DataKind, other: DataKind) -> Bool { one.rawValue == other.rawValue }

    package func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}
