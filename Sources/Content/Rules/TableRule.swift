import Diagnostics
import Forms
import YAML

/// `data/missing-cell`, `data/unknown-id`: rows have a cell for each column and no others, and the ids that files of a
/// kind refer to are declared in them.
func checkTables(_ library: Library) -> [Diagnostic] {
    library.data.flatMap { file -> [Diagnostic] in
        switch file.body {
        case .actions(let actions): return check(actions, WrittenKeys(of: file, library))
        case .comparison(let comparison): return check(comparison, WrittenKeys(of: file, library))
        case .products(let products): return check(products, WrittenKeys(of: file, library))
        case .checklist, .directory, .faq, .glossary, .table, .values: return []
        }
    }
}

private func check(_ actions: Actions, _ written: WrittenKeys) -> [Diagnostic] {
    var columns = DeclaredIDs(actions.arrangements.map(\.id), written: written.keys(under: "arrangements"))
    let ofNeeds = written.keysOfEach(under: "needs", in: "paths")
    return actions.needs.flatMap { need in
        cells(
            need.value.paths.map { ($0.id, $0.place) }, of: &columns, row: need.place, "arrangement",
            written: ofNeeds[need.id.description] ?? [])
    }
}

/// - Parameter written: cells that cannot be read are there all the same.
private func cells(
    _ cells: [(id: Identifier, place: SourceRange)], of columns: inout DeclaredIDs, row: SourceRange, _ what: String,
    written: Set<String>
) -> [Diagnostic] {
    let unknown = cells.filter { !columns.contains($0.id.description) }
    let given = Set(cells.map(\.id.description)).union(columns.meant(by: unknown.map(\.id.description)))
    let missing = columns.ids.filter { !given.contains($0.description) && !written.contains($0.description) }
    return missing.map {
        Diagnostic(
            "data/missing-cell", "the row \"\(row.text)\" has no cell for the \(what) \"\($0)\"", at: row,
            help: "add `\($0): …`")
    } + unknown.map { columns.unknown(Text($0.id.description, at: $0.place), what: what) }
}

private func check(_ comparison: Comparison, _ written: WrittenKeys) -> [Diagnostic] {
    var columns = DeclaredIDs(comparison.columns.map(\.id), written: written.keys(under: "columns"))
    var notes = DeclaredIDs(comparison.notes.map(\.id), written: written.keys(under: "notes"))
    let ofRows = written.keysOfEach(under: "rows", in: "cells")
    let ofCells = comparison.rows.flatMap { row in
        cells(
            row.value.cells.map { ($0.id, $0.place) }, of: &columns, row: row.place, "column",
            written: ofRows[row.id.description] ?? [])
    }
    let named =
        comparison.columns.compactMap(\.value.note)
        + comparison.rows.flatMap { row in [row.value.note].compactMap { $0 } + row.value.cells.compactMap(\.value.note) }
    let names = Set(named.map(\.string))
    let used = names.union(notes.meant(by: names.sorted()))
    // Where something cannot be read, a note may be used there.
    let unused = written.isFaulty ? [] : comparison.notes.filter { !used.contains($0.id.description) }
    return ofCells + named.filter { !notes.contains($0.string) }.map { notes.unknown($0, what: "note") }
        + unused.map {
            Diagnostic(
                "data/unused-note", "nothing refers to the note \"\($0.id)\"", at: $0.place, severity: .warning,
                help: "add `note: \($0.id)` to a column, row or cell, or delete it")
        }
}

private func check(_ products: Products, _ written: WrittenKeys) -> [Diagnostic] {
    let ids = products.groups.flatMap { $0.value.products.map { ($0.id, $0.place) } }
    var seen = Set<Identifier>()
    let doubles = ids.filter { !seen.insert($0.0).inserted }.map {
        Diagnostic(
            "data/duplicate-entry", "the product \"\($0.0)\" stands in another group too", at: $0.1,
            help: "rename or delete one of the two")
    }
    var categories = DeclaredIDs(products.categories.map(\.id), written: written.keys(under: "categories"))
    let unknown = products.groups.map(\.value.category).filter { !categories.contains($0.string) }
        .map { categories.unknown($0, what: "category") }
    var attributes = AttributeCheck(products, written)
    return doubles + unknown + products.groups.flatMap { attributes.check($0) }
}

/// The attributes that the groups of a file give.
private struct AttributeCheck {
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
