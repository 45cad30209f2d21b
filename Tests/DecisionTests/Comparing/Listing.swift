import CommonMark
import Forms

@testable import Decision

/// Two versions of a questionnaire compared the slow and obvious way: every combination of answers to the questions of both, one after
/// the other, by the reference.
struct Listing {
    /// One combination.
    struct Point {
        /// For each version its answers; nil where one is none of its own.
        let answers: [[Int: Answer]?]
        /// The answers to the questions of the diff.
        let joint: [Int: Answer]
        /// For each version what it says of each decision: by id. Nil where it doesn't take the answers.
        var said: [[String: String]?] = []
        /// For each version which questions it asks, by id.
        var asked: [Set<String>] = []

        /// Whether a reader gives an answer that a version doesn't take, or answers that it excludes together.
        func isNew(to version: Int, _ diff: QuestionnaireDiff) -> Bool {
            guard answers[version] == nil else { return true }
            let own = diff.versions[version].questionnaire
            return joint.contains { number, answer in
                let question = diff.questionnaire.questions[number]
                guard asked[1 - version].contains("\(question.id)"),
                    let same = own.questions.first(where: { $0.id == question.id && $0.takesAnswers(like: question) })
                else { return false }
                return !same.takes(answer, of: question, on: diff.days[version])
            }
        }

        /// Whether the versions say something else; answers that both refuse are refused, whatever decisions there are.
        var isDifferent: Bool {
            let refuse = said.map { $0?.values.contains("refused") ?? false }
            return refuse != [true, true] && said[0] != said[1]
        }
    }

    private(set) var points: [Point] = []

    init(_ versions: [DecisionDiagram], _ diff: QuestionnaireDiff, today: Day) {
        let values = diff.questionnaire.questions.map { question -> [Value] in
            Listing.values(
                of: question,
                versions.map { version in
                    version.questionnaire.questions.firstIndex { $0.id == question.id && $0.takesAnswers(like: question) }
                        .map { ($0, version.questionnaire.questions[$0]) }
                }, today)
        }
        var combinations: [[Value]] = [[]]
        for list in values { combinations = combinations.flatMap { before in list.map { before + [$0] } } }
        points = combinations.map { values in
            var point = Point(
                answers: [0, 1].map { version in
                    var answers: [Int: Answer] = [:]
                    for value in values {
                        guard let own = value.versions[version] else { continue }
                        guard let answer = own.answer else { return nil }
                        answers[own.question] = answer
                    }
                    return answers
                }, joint: Dictionary(uniqueKeysWithValues: values.enumerated().map { ($0.offset, $0.element.joint) }))
            for (version, diagram) in versions.enumerated() {
                let answers = point.answers[version]
                point.said.append(answers.flatMap { Listing.said(diagram.questionnaire, $0, today) })
                point.asked.append(
                    answers.map { answers in
                        Set(Walk(diagram, today: today).position(answers).path.map { "\(diagram.questionnaire.questions[$0.question].id)" })
                    } ?? [])
            }
            return point
        }
    }

    /// A value of a question, and what it is in each version that has the question.
    private struct Value {
        let joint: Answer
        var versions: [(question: Int, answer: Answer?)?]
    }

    private static func values(of question: Question, _ versions: [(Int, Question)?], _ today: Day) -> [Value] {
        switch question.kind {
        case .one:
            return question.options.indices.map { index in
                Value(
                    joint: .option(index),
                    versions: versions.map { own in
                        own.map { number, own in
                            (number, own.options.firstIndex { $0.id == question.options[index].id }.map(Answer.option))
                        }
                    })
            }
        case .any:
            return (0..<(1 << question.options.count)).map { bits in
                let ticked = question.options.indices.filter { bits >> $0 & 1 == 1 }
                return Value(
                    joint: .ticked(ticked),
                    versions: versions.map { own in
                        own.map { number, own in
                            let found = ticked.compactMap { index in own.options.firstIndex { $0.id == question.options[index].id } }
                            return (number, found.count == ticked.count ? .ticked(found.sorted()) : nil)
                        }
                    })
            }
        case .number, .date:
            let digits = versions.compactMap { $0?.1.kind.decimals }.max() ?? 0
            let ranges = versions.map { own -> ClosedRange<Int>? in
                guard let own else { return nil }
                let step = powerOfTen(digits - own.1.kind.decimals)
                return own.1.limits(today: today).map { $0.lowerBound * step...$0.upperBound * step }
            }
            guard let least = ranges.compactMap({ $0?.lowerBound }).min(), let most = ranges.compactMap({ $0?.upperBound }).max() else {
                return []
            }
            return (least...most).map { value in
                Value(
                    joint: {
                        if case .date = question.kind { .day(day(value)) } else { .number(ExactNumber(units: value, decimals: digits)) }
                    }(),
                    versions: zip(versions, ranges).map { own, range in
                        own.map { number, own in
                            let step = powerOfTen(digits - own.kind.decimals)
                            return (number, range?.contains(value) == true && value % step == 0 ? own.answer(numbered: value / step) : nil)
                        }
                    })
            }
        }
    }

    /// What a version says of each decision; nil where the answers can't be given together.
    private static func said(_ questionnaire: Questionnaire, _ answers: [Int: Answer], _ today: Day) -> [String: String]? {
        let reference = Reference(questionnaire: questionnaire, today: today)
        let everything = questionnaire.questions.indices.compactMap { answers[$0] }
        let asked = reference.asked(everything)
        guard reference.isPossible(asked, everything) else { return nil }
        let isRefused = reference.isRefused(asked, everything)
        var said: [String: String] = [:]
        for decision in questionnaire.decisions {
            guard !isRefused else {
                said["\(decision.id)"] = "refused"
                continue
            }
            let holding = ReferenceVerdict.holding(decision.table, reference.rows(decision.table, asked, everything)) ?? []
            let outcomes = Set(holding.map { ReferenceVerdict.outcome(decision.table.rows[$0]) })
            said["\(decision.id)"] = outcomes.sorted().map { number in
                let outcome = questionnaire.outcomes[number]
                let told = reference.told(number, asked, everything)
                let facts = told.names.compactMap { name -> String? in
                    guard case .fact(let fact) = name.subject, case .value(let value) = reference.value(fact, asked, everything) else {
                        return nil
                    }
                    return "\(questionnaire.facts[fact].id)=\(questionnaire.facts[fact].values[value].id)"
                }
                let texts = outcome.paragraphs.filter { told.paragraphs.contains($0.number) }.map(\.text.written)
                return "\(outcome.id) \(Set(facts).sorted()) \(texts)"
            }.joined(separator: "; ")
        }
        return said
    }
}

extension Question {
    /// Whether an answer to the joint question is one of its own.
    fileprivate func takes(_ answer: Answer, of joint: Question, on day: Day) -> Bool {
        switch answer {
        case .option(let option): options.contains { $0.id == joint.options[option].id }
        case .ticked(let ticked): ticked.allSatisfy { index in options.contains { $0.id == joint.options[index].id } }
        case .number(let number):
            limits(today: day)?.contains(number.floor(digits: kind.decimals)) ?? false
                && number.floor(digits: kind.decimals) == number.ceiling(digits: kind.decimals)
        case .day(let answered): limits(today: day)?.contains(answered.number) ?? false
        }
    }
}
