import Diagnostics
import Forms

extension Proof {
    /// `questionnaire/no-value`: a text shows an answer that may not have been asked for; a gap of a fact it shows.
    mutating func proveNames() throws(TooLarge) {
        for (number, outcome) in questionnaire.outcomes.enumerated() {
            guard !outcome.names.isEmpty else { continue }
            let shown = try shown(number)
            for name in outcome.names {
                switch name.subject {
                case .question(let question), .attribute(let question, _):
                    let missing = try meaning.store.apply(.and, shown, meaning.store.not(meaning.asked[question]))
                    try report(name, outcome, missing, questionnaire.questions[question].id.description)
                    if case .attribute(_, let index) = name.subject {
                        try proveAttribute(name, outcome, shown, question, index)
                    }
                case .decision: break
                case .fact(let fact):
                    let value = try meaning.store.map(meaning.fact(fact).value) { $0 == .clash ? .gap : $0 }
                    try proveFacts(in: meaning.store.apply(.select, shown, value), usedBy: "the text of \(outcome.id)")
                }
            }
        }
    }

    /// Where an outcome is part of the result.
    mutating func shown(_ outcome: Int) throws(TooLarge) -> Ref {
        var parts: [Ref] = []
        for (index, decision) in questionnaire.decisions.enumerated() {
            let rows = decision.table.rows
            if decision.table.match == .many {
                for (row, ref) in decisions[index].rows.enumerated() where rows[row].leads(to: outcome) {
                    parts.append(try meaning.store.map(ref) { $0 == .yes ? .yes : .no })
                }
            } else {
                parts.append(
                    try meaning.store.mapRows(decisions[index].deciding) { set in
                        set.contains { rows[$0].leads(to: outcome) }
                    })
            }
        }
        return try meaning.store.apply(.and, meaning.accepted, meaning.disjunction(parts))
    }

    /// Options of the questionnaire itself have no attributes: a text that shows one has nothing to show for them.
    private mutating func proveAttribute(
        _ name: NamedValue, _ outcome: Outcome, _ shown: Ref, _ question: Int, _ index: Int
    ) throws(TooLarge) {
        guard case .one(let choices) = questionnaire.questions[question].kind else { return }
        let every = Array(choices.attributes[index].values.indices)
        let test = Test(subject: .attribute(question: question, index: index), cell: .oneOf(every), place: name.place)
        let asked = meaning.asked[question]
        let without = try meaning.store.apply(.and, asked, meaning.store.not(meaning.test(test)))
        let missing = try meaning.store.apply(.and, shown, without)
        try report(name, outcome, missing, "\(questionnaire.questions[question].id).\(choices.attributes[index].id)")
    }

    /// - Parameter missing: where the outcome is shown and the value is not there.
    private mutating func report(_ name: NamedValue, _ outcome: Outcome, _ missing: Ref, _ what: String)
        throws(TooLarge)
    {
        guard let example = try meaning.store.smallestExample(missing, where: { $0 == .yes }) else { return }
        add(
            Diagnostic(
                "questionnaire/no-value",
                "the text of \(outcome.id) shows \(what), which has no value for these answers: \(words(example))",
                at: name.place, help: "show it in a separate outcome, or ask the question in these cases too"))
    }
}
