package import Forms
import YAML

extension DataFile {
    /// The fields by which an embed may select, with their values.
    var selectable: [String: Set<String>] {
        switch body {
        case .actions(let actions):
            [
                "need": Set(actions.needs.map(\.id.description)),
                "arrangement": Set(actions.arrangements.map(\.id.description)),
            ]
        case .directory(let directory):
            [
                "group": Set(directory.groups.map(\.id.description)),
                "is": Set(directory.entries.map(\.value.kind.rawValue)),
            ]
        case .faq(let faq): ["group": Set(faq.groups.map(\.id.description))]
        case .products(let products):
            Dictionary(
                products.attributes.map { ($0.id.description, Set($0.value.values.map(\.id.description))) }
                    + [("category", Set(products.categories.map(\.id.description)))]
            ) { first, _ in first }
        case .checklist, .comparison, .glossary, .table, .values: [:]
        }
    }
}

extension Directory {
    package func admits(_ listing: Listing, _ selection: Selection) -> Bool {
        selection.admits("is", listing.kind.rawValue) && selection.admits("group", listing.group?.string ?? "")
    }
}

extension Products {
    package func admits(_ group: Group, _ selection: Selection) -> Bool {
        selection.admits("category", group.category.string)
            && attributes.allSatisfy { selection.admits($0.id.description, value(of: $0.id, in: group) ?? "") }
    }

    /// The id of the value that a group gives an attribute.
    package func value(of attribute: Identifier, in group: Group) -> String? {
        group.attributes.first { $0.key.text == attribute.description }.flatMap { Text($0.value)?.string }
    }
}
