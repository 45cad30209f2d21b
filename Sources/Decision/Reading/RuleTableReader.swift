import Diagnostics
import Forms
import YAML

/// Turns drafts of rows into a table, when all names are known.
struct RuleTableReader {
    let scope: Scope
    let cites: CiteReader
    private let results: [String]
    private let numbers: [String: Int]
    private let what: String
    private let takesSameAs: Bool

    /// - Parameters:
    ///   - results: what `then` may name.
    ///   - what: what that is called in messages.
    ///   - takesSameAs: facts may take over answers.
    init(scope: Scope, cites: CiteReader, results: [String], what: String, takesSameAs: Bool) {
        self.scope = scope
        self.cites = cites
        self.results = results
        numbers = Dictionary(results.enumerated().map { ($1, $0) }) { first, _ in first }
        self.what = what
        self.takesSameAs = takesSameAs
    }

    private var conditions: ConditionReader { ConditionReader(scope: scope) }

    /// Nil with messages where any row cannot be read: a table with rows missing would have gaps that its author never made.
    func table(_ table: RowDrafts, match: RuleTable.Match, place: SourceRange, _ findings: inout Findings) -> RuleTable? {
        let drafts = table.rows
        for column in table.columns where scope.subject(column.string) == nil {
            scope.unknown(
                column.string, what: scope.kinds, among: scope.names + ["then", "cites", "from", "until"], at: column.range,
                &findings)
        }
        // Groups repeat their condition for every row inside: read once for each place.
        var guards: [Int: Entries] = [:]
        var rows: [Row] = []
        for draft in drafts {
            let number = rows.count + 1
            guard let row = row(draft, number: number, guards: &guards, &findings) else { continue }
            rows.append(row)
        }
        if drafts.isEmpty, findings.diagnostics.isEmpty {
            findings.add(
                Diagnostic("yaml/empty", "the table has no rows", at: place, help: "write a row `- {if: …, then: …}`"))
        }
        return rows.count == drafts.count && !rows.isEmpty ? RuleTable(match: match, rows: rows, place: place) : nil
    }

    /// - Parameter guards: the conditions of groups read so far, by their place in the file.
    private func row(_ draft: RowDraft, number: Int, guards: inout [Int: Entries], _ findings: inout Findings) -> Row? {
        // The values of a day needn't fit rows that are not in force then.
        let isRead = scope.day.map { draft.validity.contains($0) } ?? true
        var outer: [Entries] = []
        for node in isRead ? draft.guards : [] {
            let key = node.range.bytes.lowerBound
            if guards[key] == nil { guards[key] = conditions.entries(node, &findings) }
            guard let entries = guards[key] else { return nil }
            outer.append(entries)
        }
        let entries: Entries? =
            switch isRead ? draft.condition : .always {
            case .always: Entries.none
            case .map(let node): conditions.entries(node, &findings)
            case .cells(let cells): self.entries(cells, &findings)
            }
        guard let result = result(draft.result, &findings), let entries else { return nil }
        return Row(
            number: number, guards: outer, entries: entries, rest: draft.rest, result: result,
            cites: cites.list(draft.cites, &findings), place: draft.place, resultPlace: draft.result.range, validity: draft.validity)
    }

    /// The cells of a line of a spreadsheet, all of which have to hold.
    private func entries(_ cells: [(column: String, cell: Node)], _ findings: inout Findings) -> Entries? {
        var conditions: [Condition] = []
        for (column, cell) in cells {
            // A column of another name was reported with the header.
            guard let subject = scope.subject(column), let text = cell.word,
                let read = CellReader(scope: scope, subject: subject, isTable: true).tableCell(text, at: cell.range, &findings),
                let condition = AmountConditions(scope: scope).test(subject, scope.numbered(read, of: subject), at: cell.range, &findings)
            else { return nil }
            conditions.append(condition)
        }
        return Entries(conditions: conditions)
    }

    /// What `then` or `else` names: an outcome or value by its id, or `{same-as: SUBJECT}` in a fact.
    private func result(_ node: Node, _ findings: inout Findings) -> RowResult? {
        if case .mapping(let entries) = node.value, takesSameAs, entries.count == 1, entries[0].key.text == "same-as" {
            let name = entries[0].value.word ?? ""
            guard let subject = scope.subject(name) else {
                scope.unknown(name, what: "question or fact", among: scope.names, at: entries[0].value.range, &findings)
                return nil
            }
            guard case .choice = CellReader(scope: scope, subject: subject).family, !subject.isDecision else {
                findings.add(
                    Diagnostic(
                        "questionnaire/type", "a fact takes over one of several options, and \(name) is something else",
                        at: entries[0].value.range,
                        help: "name a question with `one-of`, a yes-or-no question or a fact"))
                return nil
            }
            return .sameAs(subject)
        }
        guard let name = node.word else {
            findings.add(
                Diagnostic(
                    "yaml/type", "expected \(what == "value" ? "a" : "an") \(what), found \(node.kindInWords)",
                    at: node.range, help: "write its id"))
            return nil
        }
        if let index = numbers[name] { return .value(index) }
        scope.unknown(name, what: what, among: results, at: node.range, &findings)
        return nil
    }
}
