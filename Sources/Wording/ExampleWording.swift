package import Decision
import Forms
import Words

/// What messages of the program quote, which are English whatever language the site is in.
package struct EnglishWording: MessageWording {
    /// `Where does it come from? Anyone else; Was it damaged? No`.
    package func example(_ example: ExampleAnswers) -> String { ExampleWording(example).text }

    /// `How old are you? 18`.
    package func answer(_ answer: Answer, to question: Question) -> String { "\(question.asking) \(question.words(of: answer, .english))" }

    /// As readers of an English site are told.
    package func refusal(_ reason: Walk.RefusalReason, to question: Question) -> String { question.words(of: reason, .english) }
}

extension MessageWording where Self == EnglishWording {
    /// What messages of the program quote.
    package static var english: EnglishWording { EnglishWording() }
}

/// Answers that show a problem, for messages to the author.
private struct ExampleWording {
    private let example: ExampleAnswers
    private let answers: AnswerWording

    init(_ example: ExampleAnswers) {
        self.example = example
        answers = AnswerWording(example.questionnaire, since: example.since)
    }

    private var questionnaire: Questionnaire { example.questionnaire }

    /// `Where does it come from? Anyone else; Was it damaged? No`.
    var text: String {
        guard !example.tests.isEmpty else { return "any answers" }
        var parts: [Part] = []
        for test in example.tests {
            switch test.variable {
            case .tick(let question, let option): tick(question, option, test.blocks == [1], &parts)
            case .order: parts.append(.words(words(test)))
            case .calculation(let calculation, _, _):
                parts.append(.words("\(answers.calculations.name(of: calculation)): \(words(test))"))
            case .choice(let question, _), .scale(let question, _, _), .asking(let question):
                parts.append(.words(questionnaire.questions[question].asking + " " + words(test)))
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

    /// Adds a box to the others of its question.
    private func tick(_ question: Int, _ option: Int, _ isTicked: Bool, _ parts: inout [Part]) {
        let label = [questionnaire.questions[question].options[option].label]
        for (index, part) in parts.enumerated() {
            guard case .ticks(question, let with, let without) = part else { continue }
            parts[index] = .ticks(question, with: with + (isTicked ? label : []), without: without + (isTicked ? [] : label))
            return
        }
        parts.append(.ticks(question, with: isTicked ? label : [], without: isTicked ? [] : label))
    }

    /// `A reseller's receipt, not a sales order number`.
    private func ticked(_ with: [String], _ without: [String], of question: Int) -> String {
        if with.isEmpty, without.count == questionnaire.questions[question].options.count { return "nothing ticked" }
        let parts = (with.isEmpty ? [] : [listed(with)]) + (without.isEmpty ? [] : ["not \(listed(without, "or"))"])
        return parts.joined(separator: ", ")
    }

    private func words(_ test: ExampleAnswers.Test) -> String {
        Phrasebook.english.text(answers.phrasing(test.variable, test.blocks))
    }
}

extension Question {
    /// The question as asked in a message, so that an answer can follow.
    var asking: String {
        let ask = ask.string
        return ask.last.map { "?:.!".contains($0) } ?? false ? ask : ask + ":"
    }
}
