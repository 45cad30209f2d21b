import Forms

/// How many entries a data file has, by the fields that select among them.
struct EntryCount: Sendable, Equatable {
    /// Entries with the same fields.
    private struct Group: Sendable, Equatable {
        let fields: [String: String]
        let count: Int
    }

    private let groups: [Group]
    private let selectable: [String: Set<String>]

    init(of file: DataFile) {
        selectable = file.selectable.filter { $0.key != "arrangement" }
        groups =
            switch file.body {
            case .actions(let actions): actions.needs.map { Group(fields: ["need": $0.id.description], count: 1) }
            case .checklist(let checklist): [Group(fields: [:], count: checklist.items.count)]
            case .comparison(let comparison): [Group(fields: [:], count: comparison.rows.count)]
            case .directory(let directory):
                directory.entries.map {
                    Group(fields: ["is": $0.value.kind.rawValue, "group": $0.value.group?.string ?? ""], count: 1)
                }
            case .faq(let faq):
                faq.groups.map { Group(fields: ["group": $0.id.description], count: $0.value.questions.count) }
            case .glossary(let glossary): [Group(fields: [:], count: glossary.terms.count)]
            case .products(let products): products.groups.map { EntryCount.group(products, $0.value) }
            case .table(let table): [Group(fields: [:], count: table.rows.count)]
            case .values(let values): [Group(fields: [:], count: values.values.count)]
            }
    }

    private static func group(_ products: Products, _ group: Products.Group) -> Group {
        var fields = ["category": group.category.string]
        for attribute in products.attributes {
            fields[attribute.id.description] = products.value(of: attribute.id, in: group) ?? ""
        }
        return Group(fields: fields, count: group.products.count)
    }

    /// The number of entries that some words select, such as `category=low`; of all, without a word.
    func count(selecting words: ArraySlice<String>) -> Result<Int, EmbedProblem> {
        Selection.read(words, known: selectable).map { selection in
            groups.filter { group in group.fields.allSatisfy { selection.admits($0.key, $0.value) } }.reduce(0) { $0 + $1.count }
        }
    }
}
