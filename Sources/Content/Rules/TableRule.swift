import Diagnostics
import Forms

/// `data/missing-cell`, `data/unknown-id` and what else each kind says of its files: rows have a cell for each column and no
/// others, and the ids that files of a kind refer to are declared in them.
func checkTables(_ library: Library) -> [Diagnostic] {
    library.data.flatMap { file in file.body.problems(WrittenKeys(of: file, library)) }
}

/// `data/missing-cell`, `data/unknown-id`: what is wrong with the cells of one row.
///
/// - Parameter written: cells that cannot be read are there all the same.
func checkCells(
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
