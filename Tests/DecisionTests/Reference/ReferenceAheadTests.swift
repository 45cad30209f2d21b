@testable import Content
@testable import Decision
import Diagnostics
import Forms
import Testing
import Words

@Suite struct ReferenceAheadTests {
    /// How many are tried: a few in the normal run, thousands where `Tests/long/questionnaires.sh` asks for them.
    static let batches = 0..<(longRun ? 400 : 8)

    @Test("answers given ahead lead where rules 2, 4 and 5 say", arguments: batches)
    func plain(batch: Int) throws {
        try each(batch, from: 500_000, isPlain: true) { questionnaire, reference, walk, text in
            let links = Dependencies(questionnaire)
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
                case (.result(let outcomes), .question(let question, _)):
                    // The only possible answer is asked for where a text shows it, and what comparisons exclude together is
                    // not followed up.
                    let isShown = outcomes.joined().contains { walk.diagram.shownQuestions($0).contains(question) }
                    try #require((isShown || compares(walk)) && given[question] == nil, report)
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

    /// What several comparisons exclude together is not followed up, and what is asked can matter on another day: there a
    /// needless question may be asked, and what excludes an answer may show only with the others. Nothing is decided
    /// otherwise than the tables say.
    @Test("refusals, comparisons and days lead nowhere else than the tables say", arguments: Generator.Focus.allCases.dropFirst(), batches)
    func focused(focus: Generator.Focus, batch: Int) throws {
        let days = focus == .days ? [0, 1, 3].map { day(since.number + $0) } : [since]
        try each(batch, from: 900_000, isPlain: false, focus, days) { questionnaire, reference, walk, text in
            let isLoose = focus != .refusals || compares(walk)
            var random = Random(seed: UInt64(batch))
            for _ in 0..<12 {
                let given = some(of: reference, &random, today: walk.today)
                let expected = reference.state(given)
                let position = walk.position(given)
                let report = Comment(rawValue: text + "\n\(walk.today) \(given)\n\(position)\n\(expected)")
                switch (expected, position.state) {
                case (.refused, .refused): break
                case (.result(let outcomes), .result(let result)):
                    try #require(result.outcomes.map(Set.init) == outcomes, report)
                case (.question, .question(let question, _)): try #require(given[question] == nil, report)
                case (.result(let outcomes), .question(let question, _)):
                    // The only possible answer is asked for where a text shows it.
                    let isShown = outcomes.joined().contains { walk.diagram.shownQuestions($0).contains(question) }
                    try #require((isLoose || isShown) && given[question] == nil, report)
                case (.refused, .question(let question, _)): try #require(isLoose && given[question] == nil, report)
                case (.refused, .result): try #require(isLoose && given.count < questionnaire.questions.count, report)
                default:
                    Issue.record(report)
                    return
                }
            }
            for number in stride(from: batch % 3, to: reference.count, by: 1 + reference.count / 30) {
                try whole(reference, number, walk, text)
            }
        }
    }

    /// Whether answers are compared with one another, or calculated with.
    private func compares(_ walk: Walk) -> Bool { walk.diagram.variables.contains { $0.questions.count > 1 } }

    /// Answers to everything end exactly where the tables say.
    private func whole(_ reference: ReferenceAhead, _ number: Int, _ walk: Walk, _ text: String) throws {
        let answers = reference.answers(number)
        let position = walk.position(Dictionary(uniqueKeysWithValues: answers.enumerated().map { ($0, $1) }))
        let end = reference.whole(number).end
        let report = Comment(rawValue: text + "\n\(walk.today) \(answers)\n\(position)\n\(end)")
        switch (end, position.state) {
        case (.impossible, _), (.refused, .refused): break
        case (.result(let outcomes, _), .result(let result)): try #require(result.outcomes.map(Set.init) == outcomes, report)
        default: Issue.record(report)
        }
    }

    /// Generated questionnaires that compile, with their walks on some days.
    private func each(
        _ batch: Int, from first: Int, isPlain: Bool, _ focus: Generator.Focus = .anything, _ days: [Day] = [since],
        _ body: (Questionnaire, ReferenceAhead, Walk, String) throws -> Void
    ) throws {
        for seed in 0..<40 {
            var generator = Generator(seed: UInt64(first + batch * 1000 + seed), isPlain: isPlain, focus: focus)
            generator.mustChance = 25
            let text = generator.text()
            // One diagram serves every day: with cuts that move, a question is asked that could matter on another day.
            guard focus == .days || !text.contains("today"), let questionnaire = read(text).value,
                let diagram = compile(questionnaire, since: since).value
            else { continue }
            for today in days {
                try body(questionnaire, ReferenceAhead(questionnaire, today: today), Walk(diagram, today: today), text)
            }
        }
    }

    private func some(of reference: ReferenceAhead, _ random: inout Random, today: Day = since) -> [Int: Answer] {
        let answers = reference.answers(random.below(reference.count))
        // What a question does not take is refused when it is asked for, and counts nowhere before.
        let chosen = answers.indices.filter { question in
            random.chance(50)
                && reference.questionnaire.questions[question].fault(of: answers[question], today: today) == nil
        }
        return Dictionary(uniqueKeysWithValues: chosen.map { ($0, answers[$0]) })
    }
}
