import Content
import Decision
import Diagnostics
package import Forms
import Pages
import Synchronization

/// A row of a questionnaire's tables that decided what a reader sees, for the author.
package struct DecidingRowNote: Sendable, Equatable {
    /// What it decided: `row 9 decided`.
    package let words: String
    /// File, line and column: `Content/questionnaires/access.yaml:243:13`.
    package let place: String
    /// The row as it is written, on one line.
    package let text: String
}

extension PreviewSite {
    /// The rows that decide where some answers lead: those of the decisions, then those of the facts on which they rest.
    ///
    /// - Parameters:
    ///   - name: of the questionnaire.
    ///   - fragment: the answers as the address of a page holds them: `role=partner&admin=me&v=…`.
    ///   - today: the reader's day; nil for the day of the preview.
    /// - Returns: nothing while the answers lead to no result.
    package func decidingRows(_ name: String, answers fragment: String, today: Day?) -> [DecidingRowNote] {
        guard let renderer, let library,
            let diagram = renderer.questionnaires.first(where: { $0.questionnaire.name.description == name })
        else { return [] }
        let day = today ?? library.today
        let position = Walk(diagram, today: day).position(answers(in: fragment, diagram.questionnaire))
        guard case .result(let result) = position.state else { return [] }
        let given = Dictionary(position.path.map { ($0.question, $0.answer) }) { first, _ in first }
        let rows = result.because.map { diagram.questionnaire.decisions[$0.decision].table.rows[$0.row] }
        let facts = factReasons(of: diagram, since: library.today)
        var seen = Set<[Int]>()
        let under = rows.flatMap { facts?.rows(under: $0, given: given, today: day) ?? [] }
            .filter { seen.insert([$0.fact, $0.row]).inserted }
        return zip(result.because, rows).map { deciding, row in
            DecidingRowNote(row, "row \(row.number)\(table(deciding.decision, diagram.questionnaire)) decided")
        }
            + under.map { fact, index in
                let fact = diagram.questionnaire.facts[fact]
                let row = fact.table.rows[index]
                return DecidingRowNote(row, "row \(row.number) of the fact \(fact.id) gave it its value")
            }
    }

    /// The same for a page without script, which many answers lead to: the rows that can have decided.
    func notes(onResultAt address: String, _ renderer: SiteRenderer) -> [String] {
        guard let (diagram, outcomes, _) = renderer.result(at: address) else { return [] }
        let questionnaire = diagram.questionnaire
        return questionnaire.decisions.indices.flatMap { number in
            outcomes[number].map { outcome in
                let rows = questionnaire.decisions[number].table.rows.filter { $0.leads(to: outcome) }
                let places = rows.map { DecidingRowNote($0, "row \($0.number)") }.map { "\($0.words) in \($0.place)" }
                let table = table(number, questionnaire)
                return rows.count == 1 ? "Decided\(table) by \(places[0])" : "Decided\(table) by one of \(listed(places, "or"))"
            }
        }
    }

    /// Answers that are none are left aside, as the page leaves them.
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

    private func table(_ decision: Int, _ questionnaire: Questionnaire) -> String {
        questionnaire.decisions.count > 1 ? " of \(questionnaire.decisions[decision].id)" : ""
    }
}

extension DecidingRowNote {
    fileprivate init(_ row: Row, _ words: String) {
        let start = row.place.start
        self.words = words
        place = "\(row.place.file.path):\(start.line):\(start.column)"
        text = row.place.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
