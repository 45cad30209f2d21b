import CommonMark
import Content
import Diagnostics
import Forms
import YAML

/// Options that come from a data file: its entries, seen by rules through their attributes.
///
/// A policy about a thousand products has three rows about their attributes. Rules that name an attribute make options with
/// the same value indistinguishable, so that they are one block of a variable and the diagram stays small.
struct OptionSource {
    let options: [Option]
    /// Without the options that the questionnaire itself adds.
    let attributes: [Attribute]

    /// Nil when there is no such file, or its entries cannot be options.
    init?(_ name: Text, library: Library, _ findings: inout Findings) {
        let file = Identifier(name.string).flatMap { library.data(named: $0) }
        switch file?.body {
        case let products as Products: self.init(products)
        case let table as Table:
            guard let made = OptionSource(table, name.string, &findings) else {
                findings.add(
                    Diagnostic(
                        "questionnaire/type",
                        "the table \(name.string) has no column \"id\", so its rows cannot be options",
                        at: name.range,
                        help:
                            "give it a text column `id`; the first other text column is the label, its choices are attributes"
                    ))
                return nil
            }
            self = made
        case nil:
            findings.add(
                Diagnostic(
                    "questionnaire/unknown-name", "there is no data file \"\(name.string)\"", at: name.range,
                    help: findings.suggester.help(for: name.string, among: library.data.map(\.name.description))
                        ?? "put it into Content/data"))
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

    /// Every product is an option. The attributes are those of its group.
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

    /// Rows whose column `id` holds ids, or codes of which ids are made. The first other text column is the label; choices
    /// are attributes.
    private init?(_ table: Table, _ name: String, _ findings: inout Findings) {
        guard let idColumn = table.columns.firstIndex(where: { $0.id.description == "id" }) else { return nil }
        let labelColumn = table.columns.indices.first { $0 != idColumn && table.columns[$0].value.type == .text }
        let choices = table.columns.indices.filter { table.columns[$0].value.type == .choice }
        var options: [Option] = []
        var values: [[Int?]] = Array(repeating: [], count: choices.count)
        var codes: [Identifier: String] = [:]
        for row in table.rows {
            guard let (id, code) = OptionSource.id(row, idColumn, name, &findings) else { continue }
            if let other = codes[id] {
                findings.add(
                    Diagnostic(
                        "questionnaire/name",
                        other == code
                            ? "the option \"\(code)\" appears twice in \(name)"
                            : "\"\(other)\" and \"\(code)\" in \(name) make the same option, \(id)",
                        at: row.range, help: "change the column \"id\" of one of them"))
                continue
            }
            codes[id] = code
            let label = labelColumn.flatMap { OptionSource.text(row.cells[$0]) } ?? code
            let also = code == id.description || code == label ? [] : [code]
            options.append(Option(id: id, label: label, hint: nil, also: also, group: nil, place: row.range))
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

    /// The id of a row, with the code that it was made of; a row without one is reported.
    private static func id(
        _ row: Table.Row, _ column: Int, _ name: String, _ findings: inout Findings
    ) -> (id: Identifier, code: String)? {
        guard let code = text(row.cells[column]), !code.isEmpty else {
            findings.add(
                Diagnostic(
                    "questionnaire/type", "this row of \(name) has no id, so it cannot be an option", at: row.range,
                    help: "write a code under \"id\", such as c9300-48t, or delete the row"))
            return nil
        }
        let isUsable = code.utf8.contains { (48...57).contains($0) || (97...122).contains($0 | 32) }
        guard let id = Identifier(code) ?? (isUsable ? Identifier(Identifier.cleaned(code)) : nil) else {
            findings.add(
                Diagnostic(
                    "questionnaire/type", "no option can be made of \"\(code)\" in \(name)", at: row.range,
                    help: "use letters a to z, digits and hyphens under \"id\"; what readers see belongs in another column"))
            return nil
        }
        return (id, code)
    }

    /// What a cell says in words; nil for those that no id or label can be made of.
    private static func text(_ cell: Table.Cell?) -> String? {
        switch cell {
        case .text(let markdown): markdown.plainText().trimmed
        case .number(let text): text.string
        case .choice(let id): id.description
        case .date, .link, nil: nil
        }
    }
}
