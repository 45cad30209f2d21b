package import CommonMark
import Forms

extension Questionnaire {
    /// What `{{ bought }}` says in texts, by name: for each question, attribute and fact.
    package func wordings(_ wording: (Subject) -> NameWording) -> [String: NameWording] {
        var names: [String: NameWording] = [:]
        for (number, question) in questions.enumerated() {
            names[question.id.description] = wording(.question(number))
            guard case .one(let choices) = question.kind else { continue }
            for (index, attribute) in choices.attributes.enumerated() {
                names["\(question.id).\(attribute.id)"] = wording(.attribute(question: number, index: index))
            }
        }
        for (number, fact) in facts.enumerated() { names[fact.id.description] = wording(.fact(number)) }
        return names
    }

    /// Elements that name answers, facts and amounts, for whoever knows them later.
    package var placeholders: [String: NameWording] {
        let element = { (name: String) in NameWording.html("<data value=\"\(name)\">\(name)</data>") }
        var names = wordings { element(name(of: $0)) }
        for amount in amounts { names[amount.id.description] = element(amount.id.description) }
        return names
    }

    /// A subject as texts and conditions name it.
    package func name(of subject: Subject) -> String {
        subject.name(
            { (questions[$0].id, questions[$0].kind) }, fact: { facts[$0].id }, amount: { amounts[$0].id }, decision: { decisions[$0].id })
    }
}

extension Subject {
    /// Whether it is the outcome of a decision.
    var isDecision: Bool { if case .decision = self { true } else { false } }

    /// The name as it is written.
    ///
    /// - Parameters:
    ///   - question: the id and kind of the question of this number.
    ///   - fact: the id of the fact of this number.
    ///   - amount: the id of the amount of this number.
    ///   - decision: the id of the decision of this number.
    func name(
        _ question: (Int) -> (id: Identifier, kind: Question.Kind), fact: (Int) -> Identifier, amount: (Int) -> Identifier,
        decision: (Int) -> Identifier
    ) -> String {
        switch self {
        case .question(let number): return question(number).id.description
        case .fact(let number): return fact(number).description
        case .amount(let number): return amount(number).description
        case .decision(let number): return decision(number).description
        case .calculation: return ""
        case .attribute(let number, let index):
            let (id, kind) = question(number)
            guard case .one(let choices) = kind else { return id.description }
            return "\(id).\(choices.attributes[index].id)"
        }
    }
}
