import CommonMark
import Content
import Forms

/// The records of a data file on the page that shows it: one for each entry that has a place of its own.
struct BlockRecords {
    let embedding: Embedding
    let page: PageRecords
    /// The title of the page or section in which the block stands.
    let section: String

    private var file: DataFile { embedding.file }
    private var selection: Selection { embedding.selection }

    func records() -> [SearchRecord] {
        switch file.body {
        case .actions(let actions):
            actions.needs.filter { selection.admits("need", $0.id) }.map { need in
                let paths = need.value.paths.map { line($0.value) }
                return record(.section, need.id, need.value.label.string, [line(need.value.hint)] + paths)
            }
        case .checklist(let checklist):
            checklist.items.map { record(.section, $0.id, line($0.value.item), [line($0.value.why)]) }
        case .comparison(let comparison): comparison.rows.map { record(of: $0, in: comparison) }
        case .directory(let directory):
            directory.entries.filter { directory.admits($0.value, selection) }.map(record)
        case .faq(let faq):
            faq.groups.filter { selection.admits("group", $0.id) }.flatMap { group in
                group.value.questions.map { question in
                    record(.question, question.id, question.value.question.string, [line(question.value.answer)])
                }
            }
        case .glossary(let glossary): glossary.terms.map(record)
        case .products(let products):
            products.groups.filter { products.admits($0.value, selection) }.flatMap { group in
                group.value.products.map { record(of: $0, in: group.value, of: products) }
            }
        case .table, .values: []
        }
    }

    /// The words of what has no place of its own, captions and tables: they belong to the section.
    func looseText() -> String {
        switch file.body {
        case .actions, .comparison: file.title.string + "."
        case .table(let table): file.title.string + ". " + text(of: table)
        case .checklist, .directory, .faq, .glossary, .products, .values: ""
        }
    }

    private func text(of table: Table) -> String {
        let cells = table.rows.map { row in
            zip(table.columns, row.cells).map { line($1, of: $0.value) }.filter { !$0.isEmpty }.joined(separator: ", ")
        }
        return cells.joined(separator: ". ")
    }

    private func record(
        _ kind: SearchRecord.Kind, _ id: Identifier, _ title: String, _ body: [String], names: [String] = []
    ) -> SearchRecord {
        SearchRecord(
            kind: kind, title: title, url: page.url(page.page, id.description), pageTitle: page.page.title,
            names: names, context: section == page.page.title ? [section] : [page.page.title, section],
            body: body.filter { !$0.isEmpty }.joined(separator: " "))
    }
}

// One function for each kind whose entries have parts.
extension BlockRecords {
    /// The heads of the columns are left out: they are the same in every row, and would be found in each.
    private func record(of row: Entry<Comparison.Row>, in comparison: Comparison) -> SearchRecord {
        let cells = comparison.columns.compactMap { column in
            row.value.cells.first { $0.id == column.id }.map { line($0.value.text) }
        }.filter { !$0.isEmpty }
        return record(.section, row.id, line(row.value.label), [cells.joined(separator: " · ")])
    }

    private func record(of entry: Entry<Directory.Listing>) -> SearchRecord {
        let listing = entry.value
        let kind: SearchRecord.Kind =
            switch listing.kind {
            case .tool: .tool
            case .contact: .contact
            case .link: .link
            }
        let addresses = [listing.email?.string, listing.phone?.string].compactMap { $0 }
        return record(kind, entry.id, listing.name.string, [line(listing.purpose)] + addresses)
    }

    private func record(of entry: Entry<Glossary.Term>) -> SearchRecord {
        let term = entry.value
        let names = [term.short?.string].compactMap { $0 } + term.also.map(\.string)
        return record(.term, entry.id, term.term.string, [sentence(names), line(term.definition)], names: names)
    }

    private func record(
        of entry: Entry<Products.Product>, in group: Products.Group, of products: Products
    ) -> SearchRecord {
        let names = entry.value.also.map(\.string)
        let category = products.categories.first { $0.id.description == group.category.string }?.value.string
        let values = products.attributes.compactMap { attribute in
            attribute.value.values.first { $0.id.description == products.value(of: attribute.id, in: group) }?
                .value.string
        }
        let facts = [category].compactMap { $0 } + values
        return record(
            .product, entry.id, entry.value.name.string, [sentence(names), sentence(facts), line(entry.value.note)],
            names: names)
    }

    private func sentence(_ names: [String]) -> String { names.isEmpty ? "" : names.joined(separator: ", ") + "." }
}

// The words of parts.
extension BlockRecords {
    private func line(_ markdown: Markdown?) -> String { page.text.line(markdown, in: file) }

    private func line(_ path: Actions.Path) -> String {
        switch path {
        case .text(let text): line(text)
        case .steps(let steps): steps.map { line($0) }.joined(separator: " ")
        }
    }

    private func line(_ cell: Table.Cell?, of column: Table.Column) -> String {
        switch cell {
        case nil: ""
        case .text(let text), .link(let text): line(text)
        case .number(let number): number.string + (column.unit.map { " " + $0.string } ?? "")
        case .date(let day): day.description
        case .choice(let id): column.options.first { $0.id == id }?.value.string ?? ""
        }
    }
}
