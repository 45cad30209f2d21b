package import CommonMark
package import Decision
import Forms
package import Words

extension Walk {
    /// What the texts of a result say in the places of answers, facts and amounts.
    package func wordings(_ result: WalkResult, after path: [GivenAnswer], _ words: Phrasebook) -> [String: NameWording] {
        let questionnaire = diagram.questionnaire
        var names: [String: NameWording] = [:]
        for given in path {
            let question = questionnaire.questions[given.question]
            names[question.id.description] = .text(question.words(of: given.answer, words))
            guard case .one(let choices) = question.kind, case .option(let option) = given.answer else { continue }
            for attribute in choices.attributes {
                guard let value = attribute.valueOfOption[option] else { continue }
                names["\(question.id).\(attribute.id)"] = .text(attribute.values[value].label)
            }
        }
        for shown in result.values {
            let fact = questionnaire.facts[shown.fact]
            names[fact.id.description] = .text(fact.values[shown.value].label)
        }
        let answers = Dictionary(path.map { ($0.question, $0.answer) }) { $1 }
        let formulas = FormulaWording(questionnaire, words)
        for (number, amount) in questionnaire.amounts.enumerated() {
            names[amount.id.description] = formulas.value(number, answers, today: today).map(NameWording.text)
        }
        return names
    }
}
