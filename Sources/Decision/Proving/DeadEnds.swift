import Diagnostics
import Forms

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
                    ? "narrow the conditions under `impossible`, or delete one of them"
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
                "no answer\(question) is accepted after these answers: \(words(steps))",
                at: last?.element.must.first?.place ?? questionnaire.title.range,
                severity: isDeadEndDoubtful ? .warning : .error, notes: notes(about: steps),
                help: "allow an answer that all rows of `must` accept, or refuse these answers in a row of their own"))
    }
}

extension Proof {
    /// `questionnaire/dead-end`: a row of `must` that no answer to its own question meets, after some answers that are
    /// accepted but for it. It would refuse what was answered before, and its question would never be asked.
    ///
    /// Rows that look at other answers too in `that` are left out: they refuse a combination, at the last of its answers.
    mutating func proveRequirements() throws(TooLarge) {
        for row in requirements where row.broken != .no {
            let requirement = questionnaire.questions[row.question].must[row.row]
            guard meaning.dependencies.questions(of: requirement.that) == [row.question],
                let steps = try meaning.store.smallestExample(unmeetable(row), where: { $0 == .yes })
            else { continue }
            let doubts = doubts(about: steps)
            add(
                Diagnostic(
                    "questionnaire/dead-end",
                    "no answer to \(questionnaire.questions[row.question].id) is accepted after these answers: \(words(steps))",
                    at: requirement.place, severity: doubts.isEmpty ? .error : .warning, notes: notes(about: steps),
                    help: "let `that` accept one of its answers, or refuse these answers under the question that they answer"))
        }
    }

    /// Where every answer to the question of a row breaks it, and some would be accepted without it.
    private mutating func unmeetable(_ row: RequirementMeaning) throws(TooLarge) -> Ref {
        let others = requirements.filter { $0.question != row.question }.map(\.broken)
        let elsewhere = try meaning.store.not(meaning.disjunction(others))
        let asked = try meaning.store.apply(.and, meaning.possible, meaning.asked[row.question])
        let way = try meaning.store.apply(.and, asked, elsewhere)
        let met = try meaning.store.apply(.and, way, meaning.store.not(row.broken))
        let stuck = try meaning.store.not(withSomeAnswer(to: row.question, met))
        return try meaning.store.apply(.and, withSomeAnswer(to: row.question, way), stuck)
    }

    /// Where some answer to a question, and to those that are asked because of it, makes a function yes.
    private mutating func withSomeAnswer(to question: Int, _ ref: Ref) throws(TooLarge) -> Ref {
        var result = ref
        let open = meaning.dependencies.questionsAskedThrough(question)
        let variables = Set(open.flatMap { meaning.variables.ofQuestion[$0] + meaning.variables.orders[$0] })
        for variable in variables.sorted(by: >) {
            var any = Ref.no
            for block in 0..<meaning.variables.arity[variable] {
                any = try meaning.store.apply(.or, any, meaning.store.restrict(result, variable, to: block))
            }
            result = any
        }
        return result
    }
}
