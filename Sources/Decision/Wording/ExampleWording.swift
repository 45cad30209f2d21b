import Forms
import Words

/// Answers that show a problem, for messages to the author.
struct ExampleWording: Sendable {
    private let questionnaire: Questionnaire
    private let variables: Variables
    private let answers: AnswerWording

    init(_ questionnaire: Questionnaire, _ variables: Variables) {
        self.questionnaire = questionnaire
        self.variables = variables
        answers = AnswerWording(questionnaire, since: variables.since)
    }

    /// `Where does it come from? Anyone else; Was it damaged? No`.
    func example(_ example: [(variable: Int, blocks: [Int])]) -> String {
        guard !example.isEmpty else { return "any answers" }
        var parts: [Part] = []
        for (variable, blocks) in example {
            switch variables.list[variable].deciding {
            case .tick(let question, let option): tick(question, option, blocks == [1], &parts)
            case .order: parts.append(.words(words(variable, blocks)))
            case .choice(let question, _), .scale(let question, _, _), .asking(let question):
                parts.append(.words(questionnaire.questions[question].asking + " " + words(variable, blocks)))
            }
        }
        return parts.map { part in
            switch part {
            case .words(let words): words
            case .ticks(let question, let with, let without):
                questionnaire.questions[question].asking + " " + ticked(with, without, of: question)
            }
        }.joined(separator: "; ")
    }

    private enum Part {
        case words(String)
        /// The tick-boxes of a question, in one place.
        case ticks(Int, with: [String], without: [String])
    }

    private func tick(_ question: Int, _ option: Int, _ isTicked: Bool, _ parts: inout [Part]) {
        let label = [questionnaire.questions[question].options[option].label]
        for (index, part) in parts.enumerated() {
            guard case .ticks(question, let with, let without) = part else { continue }
            parts[index] = .ticks(question, with: with + (isTicked ? label : []), without: without + (isTicked ? [] : label))
            return
        }
        parts.append(.ticks(question, with: isTicked ? label : [], without: isTicked ? [] : label))
    }

    private func ticked(_ with: [String], _ without: [String], of question: Int) -> String {
        if with.isEmpty, without.count == questionnaire.questions[question].options.count { return "nothing ticked" }
        let parts = (with.isEmpty ? [] : [listed(with)]) + (without.isEmpty ? [] : ["not \(listed(without, "or"))"])
        return parts.joined(separator: ", ")
    }

    private func words(_ variable: Int, _ blocks: [Int]) -> String {
        Phrasebook.english.text(answers.phrasing(variables.list[variable].deciding, blocks))
    }
}

extension Variables.Variable {
    /// As a diagram holds it.
    var deciding: DecidingVariable {
        switch self {
        case .choice(let question, let blocks): .choice(question: question, blockOfOption: blocks)
        case .tick(let question, let option): .tick(question: question, option: option)
        case .scale(let question, let scale): .scale(question: question, chains: scale.chains, blocks: scale.blockOfTuple)
        case .order(let first, let second, let scale):
            .order(first: first, second: second, chains: scale.chains, blocks: scale.blockOfTuple)
        }
    }
}
