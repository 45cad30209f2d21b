import Diagnostics
import Forms

/// `questionnaire/too-large`: the diagram passes its limit; names the questions with the most nodes, and an order of
/// asking that stays small if one is found in a few tries.
func explainTooLarge(_ meaning: Meaning, since: Day, limits: CompileLimits) -> Diagnostic {
    let questionnaire = meaning.questionnaire
    var counts = Array(repeating: 0, count: questionnaire.questions.count)
    for (variable, count) in meaning.store.nodesPerVariable.enumerated() {
        for question in meaning.variables.questions(of: variable) { counts[question] += count }
    }
    let blamed = counts.indices.filter { counts[$0] > 0 }.sorted { (-counts[$0], $0) < (-counts[$1], $1) }.prefix(3).map { $0 }
    var diagnostic = tooLarge(questionnaire, "its questions combine in more ways than can be proved", blamed)
    if let better = betterOrder(questionnaire, blamed, since: since, limits: limits) {
        diagnostic.help =
            "ask in this order: \(better.map { questionnaire.questions[$0].id.description }.joined(separator: ", "))"
    }
    return diagnostic
}

/// The diagnostic alone.
func tooLarge(_ questionnaire: Questionnaire, _ why: String, _ blamed: [Int]) -> Diagnostic {
    let names = blamed.map { number in
        let question = questionnaire.questions[number]
        return switch question.kind {
        case .one(let choices): "\(question.id) (\(choices.options.count) options)"
        case .any(let choices, _, _): "\(question.id) (\(choices.options.count) tick-boxes)"
        case .number, .date: question.id.description
        }
    }
    return Diagnostic(
        "questionnaire/too-large", "the questionnaire is too large: \(why)",
        at: questionnaire.questions.first?.place ?? questionnaire.title.range,
        notes: names.isEmpty ? [] : ["most of it comes from \(listed(names))"],
        help:
            "ask questions that rows use together one after the other, ask for a group instead of many options, skip with `ask-if` what doesn't matter, or split it"
    )
}

/// Moves each blamed question to a few other places (Rudell's sifting, 1993, cut short) and tries the whole with a small limit.
private func betterOrder(_ questionnaire: Questionnaire, _ blamed: [Int], since: Day, limits: CompileLimits) -> [Int]? {
    let count = questionnaire.questions.count
    var small = limits
    small.functionNodes = min(limits.functionNodes / 4, 50_000)
    small.states = min(limits.states / 4, 20_000)
    var tries = 0
    for question in blamed {
        for place in [0, count - 1, question / 2, (question + count) / 2] where place != question && tries < 8 {
            var order = Array(0..<count)
            order.remove(at: question)
            order.insert(question, at: min(place, order.count))
            tries += 1
            guard fits(questionnaire.reordered(order), since: since, limits: small) else { continue }
            return order
        }
    }
    return nil
}

/// Whether the whole is proved and compiled within the limits.
private func fits(_ questionnaire: Questionnaire, since: Day, limits: CompileLimits) -> Bool {
    var proof = Proof(
        Meaning(questionnaire, variables: Variables(questionnaire, since: since), limit: limits.functionNodes),
        wording: NoMessages())
    proof.mostStates = limits.states
    do throws(TooLarge) {
        try proof.run()
        _ = try proof.diagram(limits: limits)
        return true
    } catch {
        return false
    }
}
