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
            reader.read(node, guards: [], &findings)
            return reader.drafts
        }
    }
}

/// Goes through the rows of a table and collects their drafts.
private struct RowDraftReader {
    let readCSV: (String) -> InputFile.Outcome<SourceFile>
    var drafts = RowDrafts()

    private static let fields = ["if", "then", "else", "rules", "cites", "from", "until"]

    /// - Parameter guards: the conditions of the groups around the rows.
    mutating func read(_ node: Node, guards: [Node], _ findings: inout Findings) {
        switch node.value {
        case .sequence(let list):
            let start = drafts.rows.count
            for (index, row) in list.enumerated() {
                read(row: row, guards: guards, start: start, isLast: index == list.count - 1, &findings)
            }
        case .mapping(let entries) where entries.count == 1 && entries[0].key.text == "from":
            readFile(entries[0].value, guards: guards, &findings)
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
    private mutating func read(row: Node, guards: [Node], start: Int, isLast: Bool, _ findings: inout Findings) {
        guard case .mapping(let entries) = row.value else {
            findings.add(
                Diagnostic(
                    "yaml/type", "expected a row such as {if: …, then: …}, found \(row.kindInWords)", at: row.range,
                    help: "write each row as `- {if: …, then: …}`"))
            return
        }
        for entry in entries {
            if ["from", "until"].contains(entry.key.text) {
                return findings.notYet("`\(entry.key.text)` on a row", at: entry.key.range)
            }
            guard RowDraftReader.fields.contains(entry.key.text) else {
                return findings.add(
                    Diagnostic(
                        "yaml/unknown-field", "there is no field \"\(entry.key.text)\" here", at: entry.key.range,
                        help: findings.suggester.help(for: entry.key.text, among: RowDraftReader.fields)
                            ?? "a row has if, then, else, rules and cites"))
            }
        }
        if let inner = row["rules"] {
            guard let condition = row["if"], row["then"] == nil, row["else"] == nil, row["cites"] == nil else {
                return findings.add(
                    Diagnostic(
                        "yaml/missing-field", "a group of rows has `if` and `rules`, nothing else", at: row.range,
                        help: "write `if:` with what applies to all rows inside"))
            }
            if case .sequence(let list) = inner.value, list.isEmpty {
                return findings.add(
                    Diagnostic(
                        "yaml/empty", "this group has no rows", at: inner.range, help: "write a row `- {if: …, then: …}`"))
            }
            return read(inner, guards: guards + [condition], &findings)
        }
        // What it cites is looked up when all pages are known; here it only has to be words.
        if let cites = row["cites"], Shape<[Text]>.list(of: .line).read(cites, &findings) == nil { return }
        add(row, guards: guards, start: start, isLast: isLast, &findings)
    }

    /// A single row, not a group.
    private mutating func add(_ row: Node, guards: [Node], start: Int, isLast: Bool, _ findings: inout Findings) {
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
                    guards: guards, rest: start..<drafts.rows.count, result: result, cites: row["cites"], place: row.range))
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
            RowDraft(guards: guards, condition: condition, result: result, cites: row["cites"], place: row.range))
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
    private mutating func readFile(_ node: Node, guards: [Node], _ findings: inout Findings) {
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
            add(csv, then: then, guards: guards, &findings)
        }
    }

    /// Each line of a spreadsheet as a row: the columns `then` and `cites` as in YAML, all others name subjects.
    ///
    /// - Parameter then: the number of the column with results.
    private mutating func add(_ csv: CSV, then: Int, guards: [Node], _ findings: inout Findings) {
        let cites = csv.header.firstIndex { $0.string == "cites" }
        drafts.columns += csv.header.indices.filter { $0 != then && $0 != cites }.map { csv.header[$0] }
        let start = drafts.rows.count
        let subjects = csv.header.indices.filter { $0 != then && $0 != cites }
        for (index, cells) in csv.rows.enumerated() {
            guard let first = cells.first, let last = cells.last else { continue }
            let place = SourceRange(first.range.file, first.range.bytes.lowerBound..<last.range.bytes.upperBound)
            guard cells[then].word != nil else {
                findings.add(
                    Diagnostic(
                        "csv/row", "this row has nothing under \"then\"", at: place, help: "write what it leads to"))
                continue
            }
            var row = RowDraft(guards: guards, result: cells[then], cites: cites.map { cells[$0] }, place: place)
            if let column = subjects.first, cells[column].word?.lowercased() == "else" {
                guard isRest(cells, subjects, isLast: index == csv.rows.count - 1, &findings) else { continue }
                row.rest = start..<drafts.rows.count
            } else {
                row.condition = .cells(
                    zip(csv.header, cells).enumerated().compactMap { column, pair in
                        guard column != then, column != cites, pair.1.word != nil else { return nil }
                        return (pair.0.string, pair.1)
                    })
            }
            drafts.rows.append(row)
        }
    }
}
