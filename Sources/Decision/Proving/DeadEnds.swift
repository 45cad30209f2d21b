import Content
import Diagnostics

extension Proof {
    /// `questionnaire/dead-end`: nobody gets a result, as all answers are impossible or refused.
    ///
    /// - Returns: whether somebody does; nothing else can be proved where nobody does.
    mutating func proveAcceptance() -> Bool {
        guard meaning.accepted == .no else { return true }
        let isImpossible = meaning.possible == .no
        let rows = questionnaire.questions.flatMap(\.must).map(\.place)
        let place = (isImpossible ? questionnaire.impossible.map(\.place) : rows).first
        add(
            Diagnostic(
                "questionnaire/dead-end",
                isImpossible
                    ? "nobody gets a result: `impossible` excludes all answers"
                    : "nobody gets a result: `must` refuses all answers",
                at: place ?? questionnaire.title.range,
                notes: isImpossible || questionnaire.impossible.isEmpty ? [] : ["or they are impossible"],
                help: isImpossible
                    ? "narrow the conditions below `impossible`, or delete one of them"
                    : "narrow the rows of `must`, or delete one of them"))
        return false
    }

    /// `questionnaire/dead-end`: after some answers whatever can follow is refused, and no single row says why.
    mutating func proveDeadEnd() {
        guard let steps = deadEnd else { return }
        let named = Set(steps.flatMap { meaning.variables.questions(of: $0.variable) })
        let open = questionnaire.questions.enumerated().filter { number, question in
            !question.must.isEmpty && !named.contains(number)
        }
        let last = open.first ?? questionnaire.questions.enumerated().first { !$0.element.must.isEmpty }
        let question = last.map { " to \($0.element.id)" } ?? ""
        add(
            Diagnostic(
                "questionnaire/dead-end",
                "no answer\(question) is accepted after these answers: \(wording.example(steps))",
                at: last?.element.must.first?.place ?? questionnaire.title.range,
                severity: isDeadEndDoubtful ? .warning : .error, notes: doubts(about: steps),
                help: "leave an answer that all rows of `must` accept, or refuse these answers with a row of their own"))
    }
}
