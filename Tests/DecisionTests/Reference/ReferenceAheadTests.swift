@testable import Content
@testable import Decision
import Diagnostics
import Testing
import Words

@Suite struct ReferenceAheadTests {
    /// How many are tried: a few in the normal run, thousands where `Tests/long/questionnaires.sh` asks for them.
    static let batches = 0..<(longRun ? 400 : 8)

    @Test("answers given ahead lead where rules 2, 4 and 5 say", arguments: batches)
    func plain(batch: Int) throws {
        try each(batch, from: 500_000, isPlain: true) { questionnaire, reference, walk, text in
            let links = Links(questionnaire)
            let isInOrder = questionnaire.questions.indices.allSatisfy { question in
                links.questionsOfAskIf[question].allSatisfy { $0 < question }
            }
            var random = Random(seed: UInt64(batch))
            for _ in 0..<12 {
                let given = some(of: reference, &random)
                let expected = reference.state(given)
                let position = walk.position(given)
                let report = Comment(rawValue: text + "\n\(given)\n\(position)\n\(expected)")
                switch (expected, position.state) {
                case (.question(let wanted), .question(let question, _)):
                    try #require(!isInOrder || wanted == question, report)
                case (.refused, .refused): break
                case (.result(let outcomes), .result(let result)):
                    try #require(result.outcomes.map(Set.init) == outcomes, report)
                default:
                    Issue.record(report)
                    return
                }
            }
        }
    }

    @Test("whatever is given ahead, nothing is asked for or refused without need", arguments: batches)
    func impossible(batch: Int) throws {
        try each(batch, from: 700_000, isPlain: false) { questionnaire, reference, walk, text in
            var random = Random(seed: UInt64(batch))
            for _ in 0..<12 {
                let given = some(of: reference, &random)
                let expected = reference.state(given)
                let position = walk.position(given)
                let report = Comment(rawValue: text + "\n\(given)\n\(position)\n\(expected)")
                switch (expected, position.state) {
                case (.refused, .refused): break
                case (.result(let outcomes), .result(let result)):
                    try #require(result.outcomes.map(Set.init) == outcomes, report)
                case (.question, .question(let question, let closed)):
                    try #require(given[question] == nil, report)
                    try expect(closed, reference, given, question, report)
                default:
                    Issue.record(report)
                    return
                }
            }
        }
    }

    /// Options that are not offered are exactly those that lead only to what is impossible.
    private func expect(
        _ closed: [Int], _ reference: ReferenceAhead, _ given: [Int: Answer], _ question: Int, _ report: Comment
    ) throws {
        guard case .one(let choices) = reference.questionnaire.questions[question].kind else { return }
        let open = (0..<reference.count).filter { number in
            reference.whole(number).end != .impossible
                && given.allSatisfy { reference.answers(number)[$0.key] == $0.value }
        }
        let possible = Set(open.map { reference.answers($0)[question] })
        let expected = choices.options.indices.filter { !possible.contains(.option($0)) }
        try #require(closed == expected, report)
    }

    /// Generated questionnaires that compile, with their walks on a day.
    private func each(
        _ batch: Int, from first: Int, isPlain: Bool,
        _ body: (Questionnaire, ReferenceAhead, Walk, String) throws -> Void
    ) throws {
        for seed in 0..<40 {
            var generator = Generator(seed: UInt64(first + batch * 1000 + seed), isPlain: isPlain)
            generator.mustChance = 25
            let text = generator.text()
            // One diagram serves every day: with cuts that move, a question is asked that could matter on another day.
            guard !text.contains("today"), let questionnaire = read(text).value,
                let diagram = compile(questionnaire, since: since).value
            else { continue }
            try body(questionnaire, ReferenceAhead(questionnaire, today: since), Walk(diagram, today: since), text)
        }
    }

    private func some(of reference: ReferenceAhead, _ random: inout Random) -> [Int: Answer] {
        let answers = reference.answers(random.below(reference.count))
        // What a question does not take is refused when it is asked for, and counts nowhere before.
        let chosen = answers.indices.filter { question in
            random.chance(50)
                && reference.questionnaire.questions[question].problem(with: answers[question], today: since, .english) == nil
        }
        return Dictionary(uniqueKeysWithValues: chosen.map { ($0, answers[$0]) })
    }
}
