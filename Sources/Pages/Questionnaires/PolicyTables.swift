import Content
import Decision
import Forms
import Pictures
import Wording
import Words

// The rules of a policy as tables.
extension QuestionnaireRenderer {
    private var book: Phrasebook { site.theme.phrasebook }

    /// A decision, or some of its rows.
    func decision(_ number: Int, _ cover: ElseRegions?, _ rows: Range<Int>) -> PolicyView.DecisionView {
        let decision = questionnaire.decisions[number]
        let match: String =
            switch decision.table.match {
            case .one: "qMatchOne"
            case .first: "qMatchFirst"
            case .many: "qMatchMany"
            }
        let isOne = questionnaire.decisions.count == 1
        let writer = RowWriter(
            table: decision.table, name: .decision(number), cover: cover, result: book.filled("tableOutcome"), id: decision.rowID)
        return .init(
            id: decision.id.description, title: isOne ? nil : decision.name, match: book.filled(match),
            parts: parts(writer, rows, level: isOne ? 3 : 4) { row in
                row.outcomes.first.map { number in
                    let outcome = questionnaire.outcomes[number]
                    return (outcome.title.string, anchor(of: outcome), outcome.tone.rawValue)
                } ?? ("", nil, nil)
            })
    }

    /// A fact, or some of its rows.
    func fact(_ number: Int, _ cover: ElseRegions?, _ rows: Range<Int>) -> PolicyView.FactView {
        let fact = questionnaire.facts[number]
        let wording = RuleWording(questionnaire, book, isShort: true)
        let writer = RowWriter(table: fact.table, name: .fact(number), cover: cover, result: fact.label) { _ in nil }
        return .init(
            id: fact.id.description, anchor: "fact-\(fact.id)", label: fact.label,
            match: fact.table.match == .first ? book.filled("qMatchFirst") : nil,
            parts: parts(writer, rows, level: 4) { (wording.value(of: $0, fact), nil, nil) })
    }

    /// The table that rows are taken from.
    private struct RowWriter {
        let table: RuleTable
        let name: TableName
        let cover: ElseRegions?
        /// What heads the last column.
        let result: String
        let id: (Row) -> String?
    }

    private typealias RowEnd = (title: String, anchor: String?, tone: String?)

    private func parts(_ writer: RowWriter, _ rows: Range<Int>, level: Int, end: (Row) -> RowEnd) -> [RulePartView] {
        DecisionTable(writer.table, rows: rows, of: questionnaire, book).parts.map { part in
            RulePartView(
                heading: part.title.map { .init(level: min(level + part.depth - 1, 6), title: $0) },
                table: part.lines.isEmpty ? nil : table(part, writer, end))
        }
    }

    private func table(_ part: DecisionTable.Part, _ writer: RowWriter, _ end: (Row) -> RowEnd) -> RuleTableView {
        let sentences = RuleWording(questionnaire, book, isShort: true)
        let numbers = part.lines.map { writer.table.rows[$0.row].number }
        let isOne = numbers.count == 1
        let ends = ["from": String(numbers.first ?? 0), "to": String(numbers.last ?? 0)]
        return RuleTableView(
            caption: caption(book.filled(isOne ? "qRulePart" : "qRulesPart", ends), writer),
            columns: part.columns.map { .init(title: $0.head, anchor: $0.subject.flatMap(place)) }, result: writer.result,
            rows: part.lines.map { line in
                let row = writer.table.rows[line.row]
                let (title, anchor, tone) = end(row)
                return RuleRowView(
                    id: writer.id(row), number: String(row.number),
                    cells: line.cells.map { cell($0, takes: $0.isRest ? takes(writer, line.row) : nil) },
                    condition: sentences.row(row), title: title, anchor: anchor, tone: tone,
                    cites: cites(row.cites, on: policyAddress))
            })
    }

    /// Which rules these are; no two tables of a page are called the same.
    private func caption(_ rules: String, _ writer: RowWriter) -> String {
        switch writer.name {
        case .decision(let number) where questionnaire.decisions.count > 1:
            book.text(.labelled(questionnaire.decisions[number], .text(rules)))
        case .decision: rules
        case .fact: book.text(.pattern("ruleTestNamed", ["subject": .text(writer.result), "cell": .text(rules)]))
        }
    }

    private func cell(_ cell: DecisionTable.Cell, takes: RuleTakesView?) -> RuleCellView {
        var view =
            switch cell.content {
            case .any: RuleCellView(text: nil)
            case .words(let words): RuleCellView(text: words)
            case .rest(let isOfGroup): RuleCellView(text: book.filled(isOfGroup ? "ruleRestOfThese" : "ruleRest"), takes: takes)
            }
        view.height = cell.height > 1 ? String(cell.height) : nil
        view.width = cell.width > 1 ? String(cell.width) : nil
        return view
    }

    /// What an `else` takes, in few lines.
    private func takes(_ writer: RowWriter, _ row: Int) -> RuleTakesView? {
        guard let found = writer.cover?.lines(ofRow: row, in: writer.name, limit: QuestionnaireRenderer.shownTakes, book),
            !found.lines.isEmpty
        else { return nil }
        let more = Quantity(units: found.more, decimals: 0, unit: nil)
        return RuleTakesView(lines: found.lines + (found.more > 0 ? [book.text(.pattern("qMore", ["count": .number(more)]))] : []))
    }

    /// More lines are no answer to what an `else` takes.
    private static let shownTakes = 12

    /// Where a question or fact is described.
    private func place(of subject: Subject) -> String? {
        switch subject {
        case .question(let number): anchor(of: .question(number))
        case .fact(let number): "fact-\(questionnaire.facts[number].id)"
        case .attribute, .amount, .decision, .calculation: nil
        }
    }

    /// Links to the rules that lead to an outcome.
    func rules(leadingTo outcome: Int, _ parts: [RulePart]) -> [PlaceView] {
        parts.indices.flatMap { page in
            parts[page].decisions.flatMap { number, rows in
                let decision = questionnaire.decisions[number]
                let url = Route.relative(from: policyAddress, to: Route.part(page, of: policyAddress))
                return rows.map { decision.table.rows[$0] }.filter { $0.outcomes.contains(outcome) }.map { row in
                    let words = questionnaire.decisions.count == 1 ? "\(row.number)" : "\(decision.name) \(row.number)"
                    return PlaceView(title: words, url: (page == 0 ? "" : url) + "#" + decision.rowID(row))
                }
            }
        }
    }
}

// What is refused.
extension QuestionnaireRenderer {
    /// The rows of `must` and the combinations that are impossible, with what readers are told.
    var refused: PolicyView.RefusedView? {
        let wording = RuleWording(questionnaire, site.theme.phrasebook, isShort: true)
        let book = site.theme.phrasebook
        let requirements = questionnaire.questions.flatMap(\.must).map { row in
            PolicyView.RefusedRowView(
                condition: row.condition.map(wording.words) ?? book.filled("ruleAlways"), requirement: wording.words(row.that),
                message: row.message.string)
        }
        let impossible = questionnaire.impossible.map { item in
            PolicyView.RefusedRowView(
                condition: wording.words(item.condition), requirement: book.filled("qNever"), message: item.because.string)
        }
        let rows = requirements + impossible
        return rows.isEmpty ? nil : .init(rows: rows)
    }
}

// What is guaranteed.
extension QuestionnaireRenderer {
    /// What the proof of the statements shows, in words.
    var guaranteed: PolicyView.GuaranteedView? {
        let wording = RuleWording(questionnaire, book, isShort: true)
        let statements = questionnaire.statements.map { statement in
            PolicyView.StatementView(
                condition: statement.condition.map(wording.words),
                claim: book.filled(statement.claim == .never ? "qNeverTrue" : "qAlwaysTrue"),
                said: wording.words(statement.said), because: statement.because?.string)
        }
        return statements.isEmpty ? nil : .init(statements: statements)
    }
}

extension DecisionTable.Cell {
    /// Whether it is what an `else` leaves open.
    fileprivate var isRest: Bool { if case .rest = content { true } else { false } }
}
