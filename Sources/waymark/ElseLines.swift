import Content
import Decision
import Diagnostics
import Forms
import Site
import Wording

/// What `waymark check` says of each `else`, on standard error: it is no fault, and no part of what was asked.
struct ElseLines {
    private let resolved: ResolvedLibrary
    private let site: String

    init(_ resolved: ResolvedLibrary, site: String) {
        self.resolved = resolved
        self.site = site
    }

    /// What each `else` takes, so that nobody is forgotten in it without a word.
    func show() {
        let library = resolved.library
        let words = words(of: library, site: site)
        for files in library.questionnaires {
            guard let questionnaire = readPolicy(files, of: resolved).value?.policy(on: library.today),
                let cover = ElseRegions(questionnaire, since: library.today)
            else { continue }
            var shown: [String] = []
            for (name, table) in questionnaire.tables {
                for (index, row) in table.rows.enumerated() {
                    guard let found = cover.lines(ofRow: index, in: name, limit: 2, words), !found.lines.isEmpty else { continue }
                    let more = found.more > 0 ? " / \(found.more) more" : ""
                    let lines = found.lines.joined(separator: " / ")
                    shown.append("  line \(row.place.start.line), \(label(name, questionnaire)): \(lines)\(more)")
                }
            }
            guard !shown.isEmpty else { continue }
            Output.note("\(questionnaire.name): what `else` takes")
            for line in shown.prefix(10) { Output.note(line) }
            if shown.count > 10 { Output.note("  and \(shown.count - 10) more, all listed on the policy page") }
        }
    }

    /// Which `else` a line is about: there is one in each table.
    private func label(_ table: TableName, _ questionnaire: Questionnaire) -> String {
        switch table {
        case .decision(let number): questionnaire.decisions.count > 1 ? "else of \(questionnaire.decisions[number].id)" : "else"
        case .fact(let number): "else of \(questionnaire.facts[number].id)"
        }
    }
}
