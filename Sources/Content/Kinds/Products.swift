package import CommonMark
package import Diagnostics
package import Forms
package import YAML

/// Products in categories, with attributes that questionnaires and filters see.
package struct Products: Sendable {
    package let attributes: [Entry<Attribute>]
    package let categories: [Entry<Text>]
    package let groups: [Entry<Group>]
    /// What readers are told who do not find theirs.
    package let nothingFound: Markdown?

    package struct Attribute: Sendable {
        package let label: Text
        package let values: [Entry<Text>]
    }

    package struct Group: Sendable {
        package let category: Text
        /// For each declared attribute the id of its value, for all products of the group.
        package let attributes: [Node.Entry]
        package let products: [Entry<Product>]
        package let range: SourceRange
    }

    package struct Product: Sendable {
        package let name: Text
        /// Other names and codes that customers use.
        package let also: [Text]
        package let note: Markdown?
    }

    /// The category of a group and the values that all its products share: `Routers, Low complexity`.
    package func title(of group: Group) -> String {
        let category = categories.first { $0.id.description == group.category.string }
        return ([category?.value] + values(of: group).map(\.value)).compactMap { $0?.string }.joined(separator: ", ")
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
        .required("products", .entries(of: product), "the products, each under an id"),
        others: MapForm.Others(names: .id, value: .text(attributeValue))
    ) { range, rest, category, products in
        Group(category: category, attributes: rest, products: products, range: range)
    }

    static let attributes = Field.optional(
        "attributes", .entries(of: attribute), default: [], "what tells products apart, each under an id")
    static let categories = Field.required(
        "categories", .entries(of: Shape<Text>.line), "the categories, each under an id")
    static let groups = Field.required("groups", .entries(of: group), "products with the same category and attributes")
    static let nothingFound = Field.optional(
        "nothing-found", Shape<Markdown>.inline, "what to do when the product is not in the list, in a line of Markdown")
}
