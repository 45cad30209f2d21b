import Content
import Decision
import Diagnostics
import Forms
import Site

/// What `waymark check` says of each `else`, on standard error: it is no fault, and no part of what was asked.
struct ElseLines {
    private let library: Library
    private let site: String

    init(_ library: Library, site: String) {
        self.library = library
        self.site = site
    }

    /// What each `else` takes, so that nobody is forgotten in it without a word.
    func show() {
        let words = words(of: library, site: site)
        for files in library.questionnaires {
            guard let questionnaire = readPolicy(files, of: library).value,
                let cover = ElseCover(questionnaire, since: library.today)
            else { continue }
            let decisions = questionnaire.decisions.enumerated().map { number, decision in
                (decision.table, questionnaire.decisions.count > 1 ? "else of \(decision.id)" : "else", cover.lines(decision: number))
            }
            let facts = questionnaire.facts.enumerated().map { number, fact in (fact.table, "else of \(fact.id)", cover.lines(fact: number))
            }
            var shown: [String] = []
            for (table, name, lines) in decisions + facts {
                for (index, row) in table.rows.enumerated() {
                    guard let found = lines(index, 2, words), !found.lines.isEmpty else { continue }
                    let more = found.more > 0 ? " / \(found.more) more" : ""
                    shown.append("  line \(row.place.start.line), \(name): \(found.lines.joined(separator: " / "))\(more)")
                }
            }
            guard !shown.isEmpty else { continue }
            Output.note("\(questionnaire.name): what `else` takes")
            for line in shown.prefix(10) { Output.note(line) }
            if shown.count > 10 { Output.note("  and \(shown.count - 10) more, all on the page of the policy") }
        }
    }
}
