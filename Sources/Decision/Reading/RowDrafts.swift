import Diagnostics
import Forms
import YAML

/// A row whose conditions are not yet read.
struct RowDraft {
    /// The conditions of the groups around it, outermost first.
    var guards: [Node] = []
    var condition: When = .always
    /// For `else`: the rows that it leaves the rest of.
    var rest: Range<Int>?
    var result: Node
    var cites: Node?
    var place: SourceRange
    /// The days on which it counts, within those of the groups around it.
    var validity = Validity.always

    enum When {
        case always
        case map(Node)
        /// The cells of a line of a spreadsheet that are not empty, each with the name of its column.
        case cells([(column: String, cell: Node)])
    }
}

/// The rows of a table in written order, groups flattened, from the file or from a spreadsheet beside it.
struct RowDrafts {
    fileprivate(set) var rows: [RowDraft] = []
    /// The columns of a spreadsheet that name questions and facts.
    fileprivate(set) var columns: [Text] = []

    fileprivate init() {}

    /// - Parameters:
    ///   - node: a list of rows, or `{from: FILE.csv}`.
    ///   - readCSV: reads a spreadsheet beside the questionnaire, by its name.
    init(_ node: Node, readCSV: (String) -> InputFile.Outcome<SourceFile>, _ findings: inout Findings) {
        self = withoutActuallyEscaping(readCSV) { readCSV in
            var reader = RowDraftReader(readCSV: readCSV)
            reader.read(node, in: RowDraftReader.Group(), &findings)
            return reader.drafts
        }
    }
}

/// Goes through the rows of a table and collects their drafts.
private struct RowDraftReader {
    let readCSV: (String) -> InputFile.Outcome<SourceFile>
    var drafts = RowDrafts()

    /// What the groups around a row say of it.
    struct Group {
        /// Their conditions, outermost first.
        var guards: [Node] = []
        var validity = Validity.always
    }

    private static let fields = ["if", "then", "else", "rules", "cites", "from", "until"]

    /// - Parameter group: what the groups around the rows say.
    mutating func read(_ node: Node, in group: Group, _ findings: inout Findings) {
        switch node.value {
        case .sequence(let list):
            let start = drafts.rows.count
            for (index, row) in list.enumerated() {
                read(row: row, in: group, start: start, isLast: index == list.count - 1, &findings)
            }
        case .mapping(let entries) where entries.count == 1 && entries[0].key.text == "from":
            readFile(entries[0].value, in: group, &findings)
        default:
            findings.add(
                Diagnostic(
                    "yaml/type", "expected a list of rows, found \(node.kindInWords)", at: node.range,
                    help: "write each row as `- {if: …, then: …}`, or `{from: FILE.csv}`"))
        }
    }

    /// A row, or a group of rows under a condition.
    ///
    /// - Parameters:
    ///   - start: how many rows there are before the first of this list: what `else` leaves open begins there.
    ///   - isLast: whether it ends its list, as `else` has to.
    private mutating func read(row: Node, in group: Group, start: Int, isLast: Bool, _ findings: inout Findings) {
        guard case .mapping(let entries) = row.value else {
            findings.add(
                Diagnostic(
                    "yaml/type", "expected a row such as {if: …, then: …}, found \(row.kindInWords)", at: row.range,
                    help: "write each row as `- {if: …, then: …}`"))
            return
        }
        for entry in entries {
            guard RowDraftReader.fields.contains(entry.key.text) else {
                return findings.add(
                    Diagnostic(
                        "yaml/unknown-field", "there is no field \"\(entry.key.text)\" here", at: entry.key.range,
                        help: findings.suggester.help(for: entry.key.text, among: RowDraftReader.fields)
                            ?? "a row has if, then, else, rules, cites, from and until"))
            }
        }
        guard let validity = validity(from: row["from"], until: row["until"], of: row.range, in: group, &findings) else { return }
        if let inner = row["rules"] {
            guard let condition = row["if"], row["then"] == nil, row["else"] == nil, row["cites"] == nil else {
                return findings.add(
                    Diagnostic(
                        "yaml/missing-field", "a group of rows has `if` and `rules`, and perhaps `from` and `until`, nothing else",
                        at: row.range,
                        help: "write `if:` with what applies to all rows inside"))
            }
            if case .sequence(let list) = inner.value, list.isEmpty {
                return findings.add(
                    Diagnostic(
                        "yaml/empty", "this group has no rows", at: inner.range, help: "write a row `- {if: …, then: …}`"))
            }
            return read(inner, in: Group(guards: group.guards + [condition], validity: validity), &findings)
        }
        // What it cites is looked up when all pages are known; here it only has to be words.
        if let cites = row["cites"], Shape<[Text]>.list(of: .line).read(cites, &findings) == nil { return }
        add(row, in: Group(guards: group.guards, validity: validity), start: start, isLast: isLast, &findings)
    }

    /// The days on which a row or group counts; nil with a message where there are none.
    ///
    /// - Parameters:
    ///   - from: what is written under `from`; nil if it is left out.
    ///   - until: the same under `until`.
    ///   - place: of the row.
    ///   - group: what the groups around it say.
    private func validity(
        from: Node?, until: Node?, of place: SourceRange, in group: Group, _ findings: inout Findings
    ) -> Validity? {
        func day(_ node: Node?) -> Validity.PlacedDay?? { node.map { Validity.PlacedDay.shape.read($0, &findings) } }
        let (first, last) = (day(from), day(until))
        if case .some(nil) = first { return nil }
        if case .some(nil) = last { return nil }
        guard let own = Validity(first ?? nil, last ?? nil, of: "this row", rule: "questionnaire/dates", &findings) else { return nil }
        let validity = own.intersection(group.validity)
        guard validity.isEmpty else { return validity }
        findings.add(
            Diagnostic(
                "questionnaire/dates",
                "this row is never in force: it counts \(own.words), and the group around it \(group.validity.words)", at: place,
                help: "correct the dates of the row or those of the group"))
        return nil
    }

    /// A single row, not a group.
    ///
    /// - Parameter group: the conditions of the groups around it, and the days on which it counts itself.
    private mutating func add(_ row: Node, in group: Group, start: Int, isLast: Bool, _ findings: inout Findings) {
        if let result = row["else"] {
            guard isLast, row["if"] == nil, row["then"] == nil else {
                return findings.add(
                    Diagnostic(
                        "questionnaire/type", "`else` must be the last row of its table or group, without `if` or `then`",
                        at: row.range,
                        help: "move it to the end; what it covers is whatever the rows before it leave open"))
            }
            drafts.rows.append(
                RowDraft(
                    guards: group.guards, rest: start..<drafts.rows.count, result: result, cites: row["cites"], place: row.range,
                    validity: group.validity))
            return
        }
        guard let result = row["then"] else {
            return findings.add(
                Diagnostic(
                    "yaml/missing-field", "the field \"then\" is missing here", at: row.range,
                    help: "add `then:` with what the row leads to"))
        }
        let condition: RowDraft.When = if let node = row["if"] { .map(node) } else { .always }
        drafts.rows.append(
            RowDraft(
                guards: group.guards, condition: condition, result: result, cites: row["cites"], place: row.range,
                validity: group.validity))
    }

    /// Whether a row that begins with `else` is the last, and has nothing but its result.
    private func isRest(_ cells: [Node], _ subjects: [Int], isLast: Bool, _ findings: inout Findings) -> Bool {
        let first = cells[subjects[0]]
        let problem: (message: String, place: SourceRange, help: String)
        if let other = subjects.dropFirst().map({ cells[$0] }).first(where: { $0.word != nil }) {
            problem = (
                "a row with `else` covers whatever the rows before it leave open, so it has no condition", other.range,
                "empty this cell, or replace `else` with a condition or nothing"
            )
        } else if first.word != "else" {
            problem = ("`else` must be in lower case", first.range, "write `else`")
        } else if !isLast {
            problem = ("`else` must be the last row of its table", first.range, "move it to the end")
        } else {
            return true
        }
        findings.add(Diagnostic("questionnaire/type", problem.message, at: problem.place, help: problem.help))
        return false
    }

    /// The rows of `{from: FILE.csv}`, which take its place.
    private mutating func readFile(_ node: Node, in group: Group, _ findings: inout Findings) {
        guard let name = node.word else {
            return findings.add(
                Diagnostic(
                    "yaml/type", "expected the name of a CSV file, found \(node.kindInWords)", at: node.range,
                    help: "write `from: rules.csv`"))
        }
        switch readCSV(name) {
        case .failure(let refusal):
            findings.add(refusal.ofCSV(named: name, at: node.range))
        case .success(let file):
            let csv = CSV(file, &findings)
            guard let then = csv.header.firstIndex(where: { $0.string == "then" }) else {
                return findings.add(
                    Diagnostic(
                        "csv/unknown-column", "there is no column \"then\"", at: SourceRange(file, line: 1),
                        help: "name the columns after the questions, and one `then`"))
            }
            add(csv, then: then, in: group, &findings)
        }
    }

    /// Each line of a spreadsheet as a row: the columns `then`, `cites`, `from` and `until` as in YAML, all others name subjects.
    ///
    /// - Parameter then: the number of the column with results.
    private mutating func add(_ csv: CSV, then: Int, in group: Group, _ findings: inout Findings) {
        let fields = ["then", "cites", "from", "until"]
        func column(_ name: String) -> Int? { csv.header.firstIndex { $0.string == name } }
        let (cites, from, until) = (column("cites"), column("from"), column("until"))
        let subjects = csv.header.indices.filter { !fields.contains(csv.header[$0].string) }
        drafts.columns += subjects.map { csv.header[$0] }
        let start = drafts.rows.count
        for (index, cells) in csv.rows.enumerated() {
            guard let first = cells.first, let last = cells.last else { continue }
            let place = SourceRange(first.range.file, first.range.bytes.lowerBound..<last.range.bytes.upperBound)
            guard cells[then].word != nil else {
                findings.add(
                    Diagnostic(
                        "csv/row", "this row has nothing under \"then\"", at: place, help: "write what it leads to"))
                continue
            }
            let days = [from, until].map { column in column.map { cells[$0] }.flatMap { $0.word == nil ? nil : $0 } }
            guard let validity = validity(from: days[0], until: days[1], of: place, in: group, &findings) else { continue }
            var row = RowDraft(
                guards: group.guards, result: cells[then], cites: cites.map { cells[$0] }, place: place, validity: validity)
            if let column = subjects.first, cells[column].word?.lowercased() == "else" {
                guard isRest(cells, subjects, isLast: index == csv.rows.count - 1, &findings) else { continue }
                row.rest = start..<drafts.rows.count
            } else {
                row.condition = .cells(
                    zip(csv.header, cells).enumerated().compactMap { column, pair in
                        guard subjects.contains(column), pair.1.word != nil else { return nil }
                        return (pair.0.string, pair.1)
                    })
            }
            drafts.rows.append(row)
        }
    }
}
