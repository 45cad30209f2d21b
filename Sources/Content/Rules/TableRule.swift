import Diagnostics
import YAML

/// `data/missing-cell`, `data/unknown-id`: rows have a cell for each column and no others, and the ids that files of a
/// kind refer to are declared in them.
func checkTables(_ library: Library) -> [Diagnostic] {
    library.data.flatMap { file -> [Diagnostic] in
        switch file.body {
        case .actions(let actions):
            actions.needs.flatMap {
                cells(
                    $0.value.paths.map { ($0.id, $0.place) }, of: actions.arrangements.map(\.id), row: $0.place,
                    "arrangement")
            }
        case .comparison(let comparison): check(comparison)
        case .products(let products): check(products)
        case .checklist, .directory, .faq, .glossary, .table, .values: []
        }
    }
}

private func cells(
    _ cells: [(id: Identifier, place: SourceRange)], of columns: [Identifier], row: SourceRange, _ what: String
) -> [Diagnostic] {
    let unknown = cells.filter { !columns.contains($0.id) }
    let given = Set(cells.map(\.id.description)).union(meant(by: unknown.map(\.id.description), among: columns))
    let missing = columns.filter { !given.contains($0.description) }
    return missing.map {
        Diagnostic(
            "data/missing-cell", "the row \"\(row.text)\" has no cell for the \(what) \"\($0)\"", at: row,
            help: "add `\($0): …`")
    } + unknown.map { unknownID(Text($0.id.description, at: $0.place), what: what, among: columns) }
}

/// The ids that misspelt ones probably mean: they are not missed, as the messages about the misspelt ones are enough.
private func meant(by unknown: [String], among known: [Identifier]) -> Set<String> {
    let known = known.map(\.description)
    return Set(unknown.filter { !known.contains($0) }.compactMap { Suggestion.nearest(to: $0, among: known) })
}

private func check(_ comparison: Comparison) -> [Diagnostic] {
    let columns = comparison.columns.map(\.id)
    let notes = comparison.notes.map(\.id)
    let named =
        comparison.columns.map(\.value.note)
        + comparison.rows.flatMap { row in [row.value.note] + row.value.cells.map(\.value.note) }
    let used = Set(named.compactMap { $0?.string })
    let unused = comparison.notes.filter { note in
        !used.union(meant(by: Array(used), among: notes)).contains(note.id.description)
    }
    return comparison.rows.flatMap {
        cells($0.value.cells.map { ($0.id, $0.place) }, of: columns, row: $0.place, "column")
    }
        + named.compactMap { $0 }.filter { note in !notes.contains { $0.description == note.string } }
        .map { unknownID($0, what: "note", among: notes) }
        + unused.map {
            Diagnostic(
                "data/unused-note", "nothing refers to the note \"\($0.id)\"", at: $0.place, severity: .warning,
                help: "add `note: \($0.id)` to a column, row or cell, or delete it")
        }
}

private func check(_ products: Products) -> [Diagnostic] {
    let ids = products.groups.flatMap { $0.value.products.map { ($0.id, $0.place) } }
    var seen = Set<Identifier>()
    let doubles = ids.filter { !seen.insert($0.0).inserted }.map {
        Diagnostic(
            "data/duplicate-entry", "the product \"\($0.0)\" stands in another group too", at: $0.1,
            help: "rename or delete one of the two")
    }
    return doubles
        + products.groups.flatMap { group -> [Diagnostic] in
            var diagnostics: [Diagnostic] = []
            if !products.categories.contains(where: { $0.id.description == group.value.category.string }) {
                diagnostics.append(
                    unknownID(group.value.category, what: "category", among: products.categories.map(\.id)))
            }
            return diagnostics + checkAttributes(of: group, products)
        }
}

private func checkAttributes(of group: Entry<Products.Group>, _ products: Products) -> [Diagnostic] {
    let names = products.attributes.map(\.id.description)
    let faulty = group.value.attributes.filter { !names.contains($0.key.text) }
    let meant = meant(by: faulty.map(\.key.text), among: products.attributes.map(\.id))
    let unknown = faulty.map {
        Diagnostic(
            "yaml/unknown-field", "there is no field or attribute \"\($0.key.text)\"", at: $0.key.range,
            help: Suggestion.help(for: $0.key.text, among: names + ["category", "products"])
                ?? "declare it under `attributes`")
    }
    return unknown
        + products.attributes.compactMap { attribute in
            guard let entry = group.value.attributes.first(where: { $0.key.text == attribute.id.description }) else {
                return meant.contains(attribute.id.description)
                    ? nil
                    : Diagnostic(
                        "data/missing-cell",
                        "the group \"\(group.id)\" says nothing about the attribute \"\(attribute.id)\"",
                        at: group.place, help: "add `\(attribute.id): …`")
            }
            let text = Text(entry.value)
            guard let text, attribute.value.values.contains(where: { $0.id.description == text.string }) else {
                return unknownID(
                    text ?? Text("", at: entry.value.range), what: "value of \(attribute.id)",
                    among: attribute.value.values.map(\.id))
            }
            return nil
        }
}
