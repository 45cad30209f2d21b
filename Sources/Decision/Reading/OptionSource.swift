import CommonMark
import Content
import Diagnostics
import YAML

/// Options that come from a data file: its entries, seen by rules through their attributes.
struct OptionSource {
    let options: [Option]
    /// Without the options that the questionnaire itself adds.
    let attributes: [Attribute]

    /// Nil when there is no such file, or none that options can be made of.
    init?(_ name: Text, library: Library, _ findings: inout Findings) {
        let file = Identifier(name.string).flatMap { library.data(named: $0) }
        switch file?.body {
        case .products(let products): self.init(products)
        case .table(let table):
            guard let made = OptionSource(table) else {
                findings.add(
                    Diagnostic(
                        "questionnaire/type",
                        "the table \(name.string) has no column \"id\", so that its rows cannot be options",
                        at: name.range,
                        help:
                            "give it a text column `id`; the first other text column is the label, its choices are attributes"
                    ))
                return nil
            }
            self = made
        case nil:
            let known = library.data.map(\.name.description)
            findings.add(
                Diagnostic(
                    "questionnaire/unknown-name", "there is no data file \"\(name.string)\"", at: name.range,
                    help: Suggestion.help(for: name.string, among: known) ?? "put it into Content/data"))
            return nil
        default:
            findings.add(
                Diagnostic(
                    "questionnaire/type", "options come from products or a table, and \(name.string) is something else",
                    at: name.range,
                    help: "write the options here, or name another data file"))
            return nil
        }
    }

    private init(_ products: Products) {
        var options: [Option] = []
        var values: [[Int?]] = Array(repeating: [], count: products.attributes.count)
        for group in products.groups {
            let given = products.attributes.map { attribute -> Int? in
                guard let entry = group.value.attributes.first(where: { $0.key.text == attribute.id.description })
                else { return nil }
                return attribute.value.values.firstIndex { $0.id.description == entry.value.word }
            }
            let title = products.title(of: group.value)
            for product in group.value.products {
                options.append(
                    Option(
                        id: product.id, label: product.value.name.string, hint: product.value.note,
                        also: product.value.also.map(\.string), group: title, place: product.place))
                for (index, value) in given.enumerated() { values[index].append(value) }
            }
        }
        self.options = options
        attributes = zip(products.attributes, values).map { attribute, values in
            Attribute(
                id: attribute.id.description, label: attribute.value.label.string,
                values: attribute.value.values.map { FactValue(id: $0.id.description, label: $0.value.string) },
                valueOfOption: values)
        }
    }

    /// Rows whose column `id` holds ids. The first other text column is the label; choices are attributes.
    private init?(_ table: Table) {
        guard let idColumn = table.columns.firstIndex(where: { $0.id.description == "id" }) else { return nil }
        let labelColumn = table.columns.indices.first { $0 != idColumn && table.columns[$0].value.type == .text }
        let choices = table.columns.indices.filter { table.columns[$0].value.type == .choice }
        var options: [Option] = []
        var values: [[Int?]] = Array(repeating: [], count: choices.count)
        for row in table.rows {
            guard let word = OptionSource.text(row.cells[idColumn]), let id = Identifier(word) else { continue }
            let label = labelColumn.flatMap { OptionSource.text(row.cells[$0]) } ?? word
            options.append(Option(id: id, label: label, hint: nil, also: [], group: nil, place: row.range))
            for (index, column) in choices.enumerated() {
                var value: Int?
                if case .choice(let choice) = row.cells[column] {
                    value = table.columns[column].value.options.firstIndex { $0.id == choice }
                }
                values[index].append(value)
            }
        }
        self.options = options
        attributes = zip(choices, values).map { column, values in
            let entry = table.columns[column]
            return Attribute(
                id: entry.id.description, label: entry.value.label.string,
                values: entry.value.options.map { FactValue(id: $0.id.description, label: $0.value.string) },
                valueOfOption: values)
        }
    }

    private static func text(_ cell: Table.Cell?) -> String? {
        switch cell {
        case .text(let markdown): markdown.plainText().trimmed
        case .number(let text): text.string
        case .choice(let id): id.description
        case .date, .link, nil: nil
        }
    }
}
