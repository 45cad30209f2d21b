import Diagnostics
import Forms
import YAML

/// The attributes that the groups of a file give.
struct AttributeCheck {
    private let attributes: [Entry<Products.Attribute>]
    private var names: DeclaredIDs
    private var fields: Suggester
    /// By attribute, in their order.
    private var values: [DeclaredIDs]

    init(_ products: Products, _ written: WrittenKeys) {
        attributes = products.attributes
        names = DeclaredIDs(attributes.map(\.id), written: written.keys(under: "attributes"))
        fields = Suggester(names.ids.map(\.description) + ["category", "products"])
        let ofValues = written.keysOfEach(under: "attributes", in: "values")
        values = attributes.map {
            DeclaredIDs($0.value.values.map(\.id), written: ofValues[$0.id.description] ?? [])
        }
    }

    mutating func check(_ group: Entry<Products.Group>) -> [Diagnostic] {
        let given = Dictionary(group.value.attributes.map { ($0.key.text, $0.value) }) { first, _ in first }
        let faulty = group.value.attributes.filter { !names.contains($0.key.text) }
        let meant = names.meant(by: faulty.map(\.key.text))
        let unknown = faulty.map { entry in
            Diagnostic(
                "yaml/unknown-field", "there is no field or attribute \"\(entry.key.text)\"", at: entry.key.range,
                help: fields.help(for: entry.key.text) ?? "declare it under `attributes`")
        }
        return unknown
            + attributes.indices.compactMap { number in
                let attribute = attributes[number].id.description
                guard let value = given[attribute] else {
                    return meant.contains(attribute) ? nil : missing(attribute, in: group)
                }
                let text = Text(value)
                if let text, values[number].contains(text.string) { return nil }
                return values[number].unknown(text ?? Text("", at: value.range), what: "value of \(attribute)")
            }
    }

    private func missing(_ attribute: String, in group: Entry<Products.Group>) -> Diagnostic {
        Diagnostic(
            "data/missing-cell", "the group \"\(group.id)\" says nothing about the attribute \"\(attribute)\"", at: group.place,
            help: "add `\(attribute): …`")
    }
}
