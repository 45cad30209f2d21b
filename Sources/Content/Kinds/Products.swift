package import CommonMark
package import Diagnostics
package import Forms
package import YAML

/// Products in categories, with attributes that questionnaires and filters see.
package struct Products: Sendable {
    /// By which products can be selected and filtered.
    package let attributes: [Entry<Attribute>]
    /// The labels of the categories.
    package let categories: [Entry<Text>]
    /// In the order of the file.
    package let groups: [Entry<Group>]
    /// What readers are told who do not find theirs.
    package let nothingFound: Markdown?

    /// A property that every product has one of several values of.
    package struct Attribute: Sendable {
        /// What readers see.
        package let label: Text
        /// The labels of the possible values.
        package let values: [Entry<Text>]
    }

    /// Products with the same category and the same values of all attributes.
    package struct Group: Sendable {
        /// The id of a category.
        package let category: Text
        /// For each declared attribute the id of its value, for all products of the group.
        package let attributes: [Node.Entry]
        /// In the order of the file.
        package let products: [Entry<Product>]
        /// What the group is based on.
        package let sources: [SourceReference]
        /// Where the group is written, for messages.
        package let range: SourceRange
    }

    /// One product or family of products.
    package struct Product: Sendable {
        /// What readers see.
        package let name: Text
        /// Other names and codes that customers use.
        package let also: [Text]
        /// What to know about it, on one line.
        package let note: Markdown?
    }

    /// The category of a group and the values that all its products share: `Routers, Low complexity`.
    package func title(of group: Group) -> String {
        let category = categories.first { $0.id.description == group.category.string }
        return ([category?.value] + values(of: group).map(\.value)).compactMap { $0?.string }.joined(separator: ", ")
    }

    /// The id of the value that a group gives an attribute.
    package func value(of attribute: Identifier, in group: Group) -> String? {
        group.attributes.first { $0.key.text == attribute.description }.flatMap { Text($0.value)?.string }
    }

    /// The values that all products of a group share, in the order of the attributes.
    package func values(of group: Group) -> [Entry<Text>] {
        attributes.compactMap { attribute in
            let id = value(of: attribute.id, in: group)
            return attribute.value.values.first { $0.id.description == id }
        }
    }

    static let attribute = Shape<Attribute>.record(
        .required("label", .line, "the name of the attribute"),
        .required("values", .entries(of: Shape<Text>.line), "its possible values, each under an id")
    ) { _, label, values in Attribute(label: label, values: values) }

    static let product = Shape<Product>.text(
        Shape<Text>.line.map { Product(name: $0, also: [], note: nil) },
        orRecord: .record(
            .required("name", .line, "the name"),
            .optional("also", .list(of: .line), default: [], "other names and codes"),
            .optional("note", .inline, "what to know about it")
        ) { _, name, also, note in Product(name: name, also: also, note: note) })

    private static let attributeValue = TextForm(
        "the id of a value of the attribute", pattern: TextForm.id.pattern, mayBeNumber: true)

    static let group = Shape<Group>.open(
        .required("category", .line, "the id of a category"),
        .required("products", .entries(of: product), "the products, each under an id"), SourceReference.field,
        others: MapForm.Others(names: .id, value: .text(attributeValue))
    ) { range, rest, category, products, sources in
        Group(category: category, attributes: rest, products: products, sources: sources, range: range)
    }

    static let attributes = Field.optional(
        "attributes", .entries(of: attribute), default: [], "what tells products apart, each under an id")
    static let categories = Field.required(
        "categories", .entries(of: Shape<Text>.line), "the categories, each under an id")
    static let groups = Field.required("groups", .entries(of: group), "products with the same category and attributes")
    static let nothingFound = Field.optional(
        "nothing-found", Shape<Markdown>.inline, "what to do when the product is not in the list, in a line of Markdown")
}

extension Products: DataBody {
    package static let name = "products"
    package static let meaning = "products in categories, with attributes"

    package static let shape: Shape<DataContent> = .record(
        DataHead.kind(Products.self), DataHead.title, DataHead.summary, DataHead.sources, DataHead.addedBy, attributes, categories, groups,
        nothingFound
    ) { _, _, title, summary, sources, addedBy, attributes, categories, groups, nothingFound in
        DataContent(
            title, summary, sources, addedBy,
            Products(attributes: attributes, categories: categories, groups: groups, nothingFound: nothingFound))
    }

    package var texts: [Markdown?] { groups.flatMap { $0.value.products.map(\.value.note) } + [nothingFound] }

    package var otherWords: [Text] { groups.flatMap(\.value.products).flatMap(\.value.also) }

    package var selectable: [String: Set<String>] {
        Dictionary(
            attributes.map { ($0.id.description, Set($0.value.values.map(\.id.description))) }
                + [("category", Set(categories.map(\.id.description)))]
        ) { first, _ in first }
    }

    package var counted: [EntryGroup] {
        groups.map { group in
            var fields = ["category": group.value.category.string]
            for attribute in attributes { fields[attribute.id.description] = value(of: attribute.id, in: group.value) ?? "" }
            return EntryGroup(fields, count: group.value.products.count)
        }
    }

    /// The groups that a selection wants.
    package func shown(_ selection: Selection) -> [Entry<Group>] {
        if selection == .all { return groups }
        return groups.filter { group in
            selection.admits("category", group.value.category.string)
                && attributes.allSatisfy { selection.admits($0.id.description, value(of: $0.id, in: group.value) ?? "") }
        }
    }

    package func sourced(_ selection: Selection) -> [SourcedEntry]? { shown(selection).map { SourcedEntry($0, $0.value.sources) } }

    package func places(in embedding: Embedding) -> [DataPlace] {
        let groups = shown(embedding.selection)
        return groups.flatMap { $0.value.products.map { DataPlace($0, $0.value.name) } }
            + groups.map { DataPlace($0, id: embedding.ownID($0.id.description), words: title(of: $0.value)) }
    }

    package func content(_ selection: Selection, title: String) -> BlockContent {
        BlockContent(
            shown(selection).flatMap { group in
                let category = categories.first { $0.id.description == group.value.category.string }?.value.string
                let facts = [category].compactMap { $0 } + values(of: group.value).map(\.value.string)
                return group.value.products.map { product in
                    let names = product.value.also.map(\.string)
                    return BlockItem(
                        .product, product.id, .line(product.value.name.string),
                        [BlockPart(names: names), BlockPart(names: facts), BlockPart(product.value.note)], names: names)
                }
            })
    }

    /// Products that are in two groups of one file.
    package static func isKnownDouble(_ second: Embedding, _ first: Embedding) -> Bool {
        first.file.name == second.file.name && first.selection == second.selection
    }

    package func problems(_ written: WrittenKeys) -> [Diagnostic] {
        let ids = groups.flatMap { $0.value.products.map { ($0.id, $0.place) } }
        var seen = Set<Identifier>()
        let doubles = ids.filter { !seen.insert($0.0).inserted }.map {
            Diagnostic(
                "data/duplicate-entry", "the product \"\($0.0)\" is also in another group", at: $0.1,
                help: "rename or delete one of the two")
        }
        var categories = DeclaredIDs(categories.map(\.id), written: written.keys(under: "categories"))
        let unknown = groups.map(\.value.category).filter { !categories.contains($0.string) }
            .map { categories.unknown($0, what: "category") }
        var attributes = AttributeCheck(self, written)
        return doubles + unknown + groups.flatMap { attributes.check($0) }
    }

    package static let start = """
        attributes:                   # what tells products apart; readers filter by it, questionnaires can use it
          size:
            label: Size
            values: {small: Small, large: Large}
        categories:
          printers: Printers
        groups:
          desk:
            category: printers
            size: small
            products:
              p10: P10
              p20: {name: P20, also: [P20 Plus], note: Sold until 2024.}
          office:
            category: printers
            size: large
            products:
              p500: P500

        """
}
