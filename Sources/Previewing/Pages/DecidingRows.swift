import Content
import Decision
import Diagnostics
import Forms
import Pages
import Words

/// A row of a questionnaire's tables that decided what a reader sees, for the author.
struct DecidingRow: Sendable, Equatable {
    /// What it decided, in the theme's words: `Row 9 decided`.
    let words: String
    /// File, line and column: `Content/questionnaires/access.yaml:243:13`.
    let place: String
    /// The row as it is written, on one line.
    let text: String

    fileprivate init(_ row: Row, _ words: String) {
        self.words = words
        place = row.shownPlace
        text = row.place.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

extension PreviewSite {
    /// The rows that decide where some answers lead: those of the decisions, then those of the facts on which they rest.
    ///
    /// - Parameters:
    ///   - name: of the questionnaire.
    ///   - fragment: the answers as the address of a page holds them: `role=partner&admin=me&v=…`.
    ///   - today: the reader's day; nil for the day of the preview.
    /// - Returns: nothing while the answers lead to no result.
    func decidingRows(_ name: String, answers fragment: String, today: Day?) -> [DecidingRow] {
        guard let renderer, let library,
            let diagram = renderer.questionnaires.first(where: { $0.questionnaire.name.description == name })
        else { return [] }
        let questionnaire = diagram.questionnaire
        let day = today ?? library.today
        let position = Walk(diagram, today: day).position(answers(in: fragment, questionnaire))
        guard case .result(let result) = position.state else { return [] }
        let given = Dictionary(position.path.map { ($0.question, $0.answer) }) { first, _ in first }
        let because = result.because.sorted { ($0.decision, $0.row) < ($1.decision, $1.row) }
        let rows = because.map { questionnaire.decisions[$0.decision].table.rows[$0.row] }
        let facts = factReasons(of: diagram, since: library.today)
        var seen = Set<[Int]>()
        let under = rows.flatMap { facts?.rows(under: $0, given: given, today: day) ?? [] }
            .filter { seen.insert([$0.fact, $0.row]).inserted }
        let isOneOfMany = questionnaire.decisions.count > 1
        return zip(because, rows).map { deciding, row in
            DecidingRow(
                row, theme.phrase(isOneOfMany ? "previewRowOf" : "previewRow", slots(row, deciding.decision, questionnaire)))
        }
            + under.map { fact, index in
                let fact = questionnaire.facts[fact]
                let row = fact.table.rows[index]
                let slots = ["row": Phrasing.text("\(row.number)"), "fact": .text(fact.label)]
                return DecidingRow(row, theme.phrase("previewFactRow", slots))
            }
    }

    /// The same for a page without script, which many answers lead to: the rows that can have decided.
    func notes(onResultAt address: String, _ renderer: SiteRenderer) -> [PageNote] {
        guard let (diagram, outcomes, _, _) = renderer.result(at: address) else { return [] }
        let questionnaire = diagram.questionnaire
        let isOneOfMany = questionnaire.decisions.count > 1
        return questionnaire.decisions.indices.flatMap { number in
            outcomes[number].map { outcome in
                let places = questionnaire.decisions[number].table.rows.filter { $0.leads(to: outcome) }.map { row in
                    Phrasing.pattern("previewRowIn", ["row": .text("\(row.number)"), "place": .text(row.shownPlace)])
                }
                let rows = places.count == 1 ? places[0] : .pattern("previewAmong", ["rows": .list(places, "listOr")])
                let slots = ["rows": rows, "table": .text(questionnaire.decisions[number].name)]
                return PageNote(text: theme.phrase(isOneOfMany ? "previewDecidedOf" : "previewDecided", slots))
            }
        }
    }

    private func slots(_ row: Row, _ decision: Int, _ questionnaire: Questionnaire) -> [String: Phrasing] {
        ["row": .text("\(row.number)"), "table": .text(questionnaire.decisions[decision].name)]
    }

    /// What is not an answer of the questionnaire is left out, as the page leaves it out.
    private func answers(in fragment: String, _ questionnaire: Questionnaire) -> [Int: Answer] {
        var answers: [Int: Answer] = [:]
        for pair in fragment.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2,
                let number = questionnaire.questions.firstIndex(where: { $0.id.description == parts[0] }),
                case .success(let answer) = questionnaire.questions[number].answer(parts[1])
            else { continue }
            answers[number] = answer
        }
        return answers
    }
}

extension Row {
    /// File, line and column.
    fileprivate var shownPlace: String { "\(place.file.path):\(place.start.line):\(place.start.column)" }
}
