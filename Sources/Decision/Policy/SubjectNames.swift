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

    /// Elements that name answers and facts, for whoever knows them later.
    package var placeholders: [String: NameWording] {
        wordings { subject in
            let name = name(of: subject)
            return .html("<data value=\"\(name)\">\(name)</data>")
        }
    }

    /// A subject as texts and conditions name it.
    package func name(of subject: Subject) -> String {
        switch subject {
        case .question(let number): return questions[number].id.description
        case .fact(let number): return facts[number].id.description
        case .attribute(let number, let index):
            guard case .one(let choices) = questions[number].kind else { return questions[number].id.description }
            return "\(questions[number].id).\(choices.attributes[index].id)"
        }
    }
}
