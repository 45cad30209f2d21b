import Diagnostics
import Forms

extension Proof {
    /// `questionnaire/no-value`: a text shows an answer that may not have been asked for; a gap of a fact it shows.
    mutating func proveNames() throws(TooLarge) {
        for (number, outcome) in questionnaire.outcomes.enumerated() {
            guard !outcome.names.isEmpty || !outcome.paragraphs.isEmpty else { continue }
            let shown = try shown(number)
            try proveNames(outcome.names, of: Telling(outcome: outcome, isParagraph: false, shown: shown))
            for paragraph in outcome.paragraphs { try prove(paragraph, of: outcome, shown) }
        }
    }

    /// A text, and where it is shown.
    private struct Telling {
        let outcome: Outcome
        let isParagraph: Bool
        let shown: Ref

        /// For messages.
        var words: String { isParagraph ? "a paragraph of \(outcome.id)" : "the text of \(outcome.id)" }
    }

    private mutating func proveNames(_ names: [NamedValue], of text: Telling) throws(TooLarge) {
        for name in names {
            switch name.subject {
            case .question(let question), .attribute(let question, _):
                let missing = try meaning.store.apply(.and, text.shown, meaning.store.not(meaning.asked[question]))
                let id = questionnaire.questions[question].id
                let what = name.amount.map { "\(questionnaire.amounts[$0].id), which rests on \(id)" }
                try report(name, text, missing, what ?? id.description)
                if case .attribute(_, let index) = name.subject { try proveAttribute(name, text, question, index) }
            case .amount, .calculation, .decision: break
            case .fact(let fact):
                let value = try meaning.store.map(meaning.fact(fact).value) { $0 == .clash ? .gap : $0 }
                try proveFacts(in: meaning.store.apply(.select, text.shown, value), usedBy: text.words)
            }
        }
    }

    /// A paragraph shows what has a value there, and is shown to somebody.
    ///
    /// - Parameter outcome: where the outcome is shown.
    private mutating func prove(_ paragraph: Paragraph, of outcome: Outcome, _ given: Ref) throws(TooLarge) {
        let condition = try meaning.condition(paragraph.condition)
        try proveFacts(in: meaning.store.apply(.select, given, condition), usedBy: "a paragraph of \(outcome.id)")
        let shown = try meaning.store.apply(.and, given, meaning.store.map(condition) { $0 == .yes ? .yes : .no })
        // Of an outcome that no answers lead to it is said that they don't.
        guard given != .no else { return }
        guard shown != .no else {
            return add(
                Diagnostic(
                    "questionnaire/dead-rule", "this paragraph of \(outcome.id) is never shown", at: paragraph.place,
                    severity: .warning, help: "correct its `if`, or delete it"))
        }
        try proveNames(paragraph.names, of: Telling(outcome: outcome, isParagraph: true, shown: shown))
        let entries = if case .all(let list) = paragraph.condition { list } else { [paragraph.condition] }
        try prove(Entries(conditions: entries), given: given)
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
        _ name: NamedValue, _ text: Telling, _ question: Int, _ index: Int
    ) throws(TooLarge) {
        guard case .one(let choices) = questionnaire.questions[question].kind else { return }
        let every = Array(choices.attributes[index].values.indices)
        let test = Test(subject: .attribute(question: question, index: index), cell: .oneOf(every), place: name.place)
        let asked = meaning.asked[question]
        let without = try meaning.store.apply(.and, asked, meaning.store.not(meaning.test(test)))
        let missing = try meaning.store.apply(.and, text.shown, without)
        try report(name, text, missing, "\(questionnaire.questions[question].id).\(choices.attributes[index].id)")
    }

    /// - Parameter missing: where the text is shown and the value is not there.
    private mutating func report(_ name: NamedValue, _ text: Telling, _ missing: Ref, _ what: String)
        throws(TooLarge)
    {
        guard let example = try meaning.store.smallestExample(missing, where: { $0 == .yes }) else { return }
        add(
            Diagnostic(
                "questionnaire/no-value",
                "\(text.words) shows \(what), which has no value for these answers: \(words(example))",
                at: name.place, notes: notes(about: example),
                help: text.isParagraph
                    ? "let the `if` of the paragraph make sure of it, or ask the question in these cases too"
                    : "show it in a paragraph with an `if` or in a separate outcome, or ask the question in these cases too"))
    }
}
