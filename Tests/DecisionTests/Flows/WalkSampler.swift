@testable import Decision
import Content
import Forms

/// Finds walks through a questionnaire that differ in what they come to.
struct WalkSampler {
    let diagram: DecisionDiagram
    private var random: Random

    init(_ diagram: DecisionDiagram, seed: UInt64) {
        self.diagram = diagram
        random = Random(seed: seed)
    }

    /// Every path if there are so few, else so many at random; then some of them cut short, with an answer too much and
    /// with one that is refused.
    mutating func paths(upTo limit: Int) -> [[Int: Answer]] {
        let whole = everyPath(upTo: limit) ?? somePaths(limit)
        var result = whole
        for (index, path) in whole.enumerated() where index % 8 == 0 { result.append(disturbed(path)) }
        return result
    }

    /// Answers to questions asked or not, in and out of their limits.
    mutating func anyAnswers(_ count: Int) -> [[Int: Answer]] {
        var seen: Set<[Int: Answer]> = []
        var result: [[Int: Answer]] = []
        for _ in 0..<(count * 4) where result.count < count {
            var answers: [Int: Answer] = [:]
            for question in diagram.questionnaire.questions.indices where random.chance(85) {
                answers[question] = anyAnswer(question)
            }
            if seen.insert(answers).inserted { result.append(answers) }
        }
        return result
    }

    /// Nil if there are more than that.
    private func everyPath(upTo limit: Int) -> [[Int: Answer]]? {
        var result: [[Int: Answer]] = []
        var open: [[Int: Answer]] = [[:]]
        while let answers = open.popLast() {
            guard result.count + open.count <= limit else { return nil }
            switch Walk(diagram, today: since).position(answers).state {
            case .question(let question, _):
                for sample in samples(question, answers).reversed() {
                    open.append(answers.merging([question: sample]) { $1 })
                }
            case .refused, .result: result.append(answers)
            }
        }
        return result
    }

    private mutating func somePaths(_ limit: Int) -> [[Int: Answer]] {
        var seen: Set<[Int: Answer]> = []
        var result: [[Int: Answer]] = []
        for _ in 0..<(limit * 2) where result.count < limit {
            let path = somePath()
            if seen.insert(path).inserted { result.append(path) }
        }
        return result
    }

    private mutating func somePath() -> [Int: Answer] {
        var answers: [Int: Answer] = [:]
        while case .question(let question, _) = Walk(diagram, today: since).position(answers).state {
            let choice = samples(question, answers)
            guard !choice.isEmpty else { break }
            answers[question] = random.pick(choice)
        }
        return answers
    }

    private func samples(_ question: Int, _ answers: [Int: Answer]) -> [Answer] {
        AnswerSamples(diagram: diagram, today: since).answers(to: question, given: answers)
    }

    private mutating func disturbed(_ path: [Int: Answer]) -> [Int: Answer] {
        var answers = path
        let question = random.below(diagram.questionnaire.questions.count)
        answers[question] = path[question] == nil || random.chance(50) ? anyAnswer(question) : nil
        return answers
    }

    private mutating func anyAnswer(_ number: Int) -> Answer {
        let question = diagram.questionnaire.questions[number]
        switch question.kind {
        case .one(let choices): return .option(random.below(choices.options.count))
        case .any(let choices, _, _): return .ticked(choices.options.indices.filter { _ in random.chance(35) })
        case .number(let range):
            let (low, high) = (range.from.ceiling(digits: range.decimals), range.to.floor(digits: range.decimals))
            let number = low - 1 + random.below(high - low + 3)
            return .number(
                ExactNumber(decimal(number, decimals: range.decimals))
                    ?? ExactNumber(units: number, decimals: range.decimals))
        case .date(let range):
            let (low, high) = (range.from.number(today: since), range.to.number(today: since))
            return .day(Day(number: low - 1 + random.below(high - low + 3)) ?? since)
        }
    }
}
