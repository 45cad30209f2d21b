import Diagnostics

/// `questionnaire/unused-fact`: a fact that no condition and no text names.
func unusedFacts(_ questionnaire: Questionnaire) -> [Diagnostic] {
    var used = Dependencies.Named()
    questionnaire.forEachCondition(withStatements: true) { used.add($0) }
    for row in questionnaire.facts.flatMap(\.table.rows) {
        if case .sameAs(let subject) = row.result { used.add(subject) }
    }
    for name in questionnaire.outcomes.flatMap(\.allNames) { used.add(name.subject) }
    return questionnaire.facts.indices.filter { !used.facts.contains($0) }.map { index in
        Diagnostic(
            "questionnaire/unused-fact", "nothing uses the fact \(questionnaire.facts[index].id)",
            at: questionnaire.facts[index].place,
            severity: .warning, help: "delete it")
    }
}

/// `questionnaire/unused-fact`: an amount that no text, no condition and no other amount names.
func unusedAmounts(_ questionnaire: Questionnaire) -> [Diagnostic] {
    var shown = questionnaire.outcomes.flatMap { $0.amounts(showing: $0.paragraphs.map(\.number)) }
    questionnaire.forEachCondition(withStatements: true) { shown += $0.amounts }
    let used = Set(questionnaire.calculated(shown))
    return questionnaire.amounts.indices.filter { !used.contains($0) }.map { index in
        Diagnostic(
            "questionnaire/unused-fact", "nothing uses the amount \(questionnaire.amounts[index].id)",
            at: questionnaire.amounts[index].place,
            severity: .warning, help: "show it in a text, compare it in a condition, or delete it")
    }
}

/// `questionnaire/unreachable-outcome`: an outcome that no answers lead to.
func unreachableOutcomes(_ questionnaire: Questionnaire, reached: Set<Int>) -> [Diagnostic] {
    questionnaire.outcomes.indices.filter { !reached.contains($0) }.map { index in
        let outcome = questionnaire.outcomes[index]
        let named = questionnaire.decisions.flatMap(\.table.rows).contains { $0.leads(to: index) }
        return Diagnostic(
            "questionnaire/unreachable-outcome", "no answers lead to the outcome \(outcome.id)", at: outcome.place,
            severity: .warning,
            help: named
                ? "its rows never decide: correct or delete them" : "no row names it: add one, or delete the outcome")
    }
}

/// `questionnaire/unused-question` and `questionnaire/unused-option`: what never matters.
///
/// - Parameter diagram: the finished diagram, in which only what matters is tested.
func unusedQuestions(_ questionnaire: Questionnaire, _ diagram: DecisionDiagram) -> [Diagnostic] {
    let asked = diagram.askedQuestions
    let ticks = diagram.testedOptions
    var named = Dependencies.Named()
    questionnaire.forEachCondition { named.add($0) }
    var result: [Diagnostic] = []
    for (number, question) in questionnaire.questions.enumerated() {
        guard asked.contains(number) else {
            result.append(
                Diagnostic(
                    "questionnaire/unused-question",
                    "the answer to \(question.id) never matters, so it is never asked",
                    at: question.place, severity: .warning,
                    help: named.questions.contains(number)
                        ? "no condition that names it makes a difference: correct those, show it in a text, or delete it"
                        : "use it in a condition or a text, or delete it"))
            continue
        }
        for (index, option) in question.options.enumerated() where !ticks.contains([number, index]) {
            let isTick = if case .any = question.kind { true } else { false }
            result.append(
                Diagnostic(
                    "questionnaire/unused-option",
                    isTick
                        ? "it never matters whether \(option.id) is ticked"
                        : "the option \(option.id) is never offered, because it leads only to impossible answers",
                    at: option.place, severity: .warning, help: "use it, or delete it"))
        }
    }
    return result
}
