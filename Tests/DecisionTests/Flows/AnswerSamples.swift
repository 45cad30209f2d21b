@testable import Decision
import Forms

/// One answer of every kind that a diagram tells apart.
struct AnswerSamples {
    let diagram: DecisionDiagram
    let today: Day

    /// Answers to a question that lead to every block of its variables, given the others.
    func answers(to question: Int, given: [Int: Answer]) -> [Answer] {
        switch diagram.questionnaire.questions[question].kind {
        case .one(let choices): return firstOfEachBlock(question, choices.options.count)
        case .any(let choices, let least, _): return ticks(question, choices.options.count, least)
        case .number, .date: return Walk(diagram, today: today).ranges(question, given).map(\.answer)
        }
    }

    private func firstOfEachBlock(_ question: Int, _ count: Int) -> [Answer] {
        for case .choice(question, let blocks) in diagram.variables {
            var seen: Set<Int> = []
            return blocks.indices.filter { seen.insert(blocks[$0]).inserted }.map(Answer.option)
        }
        return count > 0 ? [.option(0)] : []
    }

    /// Nothing, each tested option alone, each two, and all.
    private func ticks(_ question: Int, _ count: Int, _ least: Int) -> [Answer] {
        let tested = diagram.variables.compactMap { variable -> Int? in
            if case .tick(question, let option) = variable { option } else { nil }
        }
        var sets: [[Int]] = [[]] + tested.map { [$0] } + [tested]
        for (index, first) in tested.prefix(8).enumerated() {
            for second in tested.prefix(8).dropFirst(index + 1) { sets.append([first, second]) }
        }
        return sets.map { set in
            var ticked = Set(set)
            for option in 0..<count where ticked.count < least { ticked.insert(option) }
            return .ticked(ticked.sorted())
        }
    }
}
