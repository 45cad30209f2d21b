@testable import Content
@testable import Decision
import Diagnostics
import Forms
import Testing

@Suite struct ReferenceTests {
    /// Days on which the dates of the generator's questionnaires fall in every order.
    private static let days = (0...6).compactMap { Day(number: since.number + $0) }

    @Test("what is proved agrees with trying every answer", arguments: 0..<(longRun ? 200 : 8))
    func verdicts(batch: Int) throws {
        for seed in 0..<120 {
            var generator = Generator(seed: UInt64(batch * 1000 + seed), isPlain: seed % 2 == 0)
            let text = generator.text()
            let source = read(text)
            guard let questionnaire = source.value else {
                Issue.record("unreadable: \(lines(source.diagnostics))\n\(text)")
                return
            }
            let found = compile(questionnaire, since: since)
            try compare(found, questionnaire, text)
        }
    }

    @Test(
        "what is proved of days and refusals agrees with trying every answer",
        arguments: [Generator.Focus.decisions, .days, .refusals, .paragraphs], 0..<(longRun ? 200 : 4))
    func focused(focus: Generator.Focus, batch: Int) throws {
        for seed in 0..<60 {
            var generator = Generator(seed: UInt64(100_000 + batch * 1000 + seed), isPlain: false, focus: focus)
            let text = generator.text()
            // Whether a question waits for itself may hang on answers that their comparison excludes, which is not followed up.
            if focus == .decisions, text.contains(/(?:least|under|before|after|:) q[0-9]/) { continue }
            let questionnaire = try #require(read(text).value, Comment(rawValue: text))
            try compare(compile(questionnaire, since: since), questionnaire, text)
        }
    }

    @Test("what is proved of amounts agrees with trying every answer", arguments: 0..<(longRun ? 200 : 8))
    func amounts(batch: Int) throws {
        #expect(try compareReadable(90, from: 300_000 + batch * 1000, focus: .amounts) > 40)
    }

    @Test("what is proved of calculations agrees with trying every answer", arguments: 0..<(longRun ? 200 : 8))
    func calculations(batch: Int) throws {
        #expect(try compareReadable(60, from: 400_000 + batch * 1000, focus: .calculations) > 25)
    }

    /// Compares those of a number of generated questionnaires that can be read, and counts them.
    private func compareReadable(_ count: Int, from first: Int, focus: Generator.Focus) throws -> Int {
        let texts = (first..<first + count).map { seed in
            var generator = Generator(seed: UInt64(seed), isPlain: true, focus: focus)
            return generator.text()
        }
        return try texts.count { text in
            guard let questionnaire = try readable(text) else { return false }
            try compare(compile(questionnaire, since: since), questionnaire, text)
            return true
        }
    }

    /// No amount is more than it can be.
    private func readable(_ text: String) throws -> Questionnaire? {
        let source = read(text)
        let faults = source.diagnostics.filter { $0.severity == .error }
        let isFound = faults.allSatisfy {
            $0.message.contains("so no amount") || $0.help == "give both the same unit"
        }
        try #require(isFound, Comment(rawValue: text + "\n" + lines(source.diagnostics).joined(separator: "\n")))
        return source.value
    }

    /// Of three answers that are compared more may be reported than is so, as an order that cannot be is not followed up.
    @Test(
        "nothing passes the proof of compared answers that leaves something open",
        arguments: [Generator.Focus.comparisons, .distances, .calculations],
        0..<(longRun ? 200 : 4))
    func compared(focus: Generator.Focus, batch: Int) throws {
        for seed in 0..<60 {
            var generator = Generator(seed: UInt64(200_000 + batch * 1000 + seed), isPlain: false, focus: focus)
            let text = generator.text()
            guard let questionnaire = try readable(text) else { continue }
            let found = compile(questionnaire, since: since)
            guard found.value != nil else { continue }
            let verdict = ReferenceVerdict(questionnaire, days: [since])
            let report = Comment(rawValue: text + "\n" + lines(found.diagnostics).joined(separator: "\n"))
            try #require(!verdict.hasCycle && !verdict.isDeadEnd && !verdict.usesFactGap && verdict.factConflicts.isEmpty, report)
            try #require(verdict.hasGap.allSatisfy { !$0 } && verdict.conflicts.allSatisfy(\.isEmpty), report)
            try #require(!verdict.showsMissing, report)
        }
    }

    private func calculatesWithItself(_ questionnaire: Questionnaire) -> Bool {
        questionnaire.questions.enumerated().contains { number, question in
            var isOwn = false
            question.askIf?.forEachTest {
                if case .calculation(let calculation) = $0.subject, calculation.questions.contains(number) { isOwn = true }
            }
            return isOwn
        }
    }

    private func compare(_ found: Checked<DecisionDiagram?>, _ questionnaire: Questionnaire, _ text: String) throws {
        let usesDates = text.contains("today")
        let verdict = ReferenceVerdict(questionnaire, days: usesDates ? Self.days : [since])
        let rules = Set(found.diagnostics.map(\.rule.name))
        let report = Comment(rawValue: text + "\n" + lines(found.diagnostics).joined(separator: "\n"))
        // An `ask-if` that calculates with its own answer waits for it, whatever comes of that.
        if calculatesWithItself(questionnaire), rules.contains("questionnaire/cycle") { return }
        // Of a question that waits for an unclear decision either is reported.
        if verdict.hasUnclearDecision, rules.contains("questionnaire/cycle") { return }
        try #require(rules.contains("questionnaire/cycle") == verdict.hasCycle, report)
        if verdict.hasCycle { return }
        let deadEnds = found.diagnostics.filter { $0.rule == "questionnaire/dead-end" }
        try #require(deadEnds.contains { $0.message.hasPrefix("nobody") } == verdict.isDeadEnd, report)
        if verdict.isDeadEnd { return }
        if verdict.hasUnclearDecision {
            try #require(rules.contains("questionnaire/gap") || rules.contains("questionnaire/conflict"), report)
            return
        }
        let gaps = found.diagnostics.filter { $0.rule == "questionnaire/gap" }
        let factGap = gaps.contains { $0.message.hasPrefix("the fact") }
        let hasClash = !verdict.factConflicts.isEmpty
        try #require(
            found.diagnostics.contains { $0.rule == "questionnaire/conflict" && $0.message.contains("give the fact") }
                == hasClash, report)
        if hasClash { return }
        try #require(factGap == verdict.usesFactGap, report)
        // Comparisons of two answers are taken as independent of one another, so that more may be reported.
        for index in questionnaire.decisions.indices {
            let name =
                questionnaire.decisions.count > 1
                ? "no rule of \(questionnaire.decisions[index].id) covers" : "no rule covers"
            try #require(gaps.contains { $0.message.hasPrefix(name) } == verdict.hasGap[index], report)
        }
        if factGap { return }
        let conflicts = found.diagnostics.filter { $0.rule == "questionnaire/conflict" }
        try #require(conflicts.isEmpty == verdict.conflicts.allSatisfy(\.isEmpty), report)
        try #require(rules.contains("questionnaire/no-value") == verdict.showsMissing, report)
        let dead = found.diagnostics.filter { $0.message.contains("can never decide") }.map {
            $0.range?.bytes.lowerBound ?? 0
        }.sorted()
        // What follows from a conflict or a gap is not told as well.
        let deadRows = zip(verdict.deadRows, verdict.conflicts).map { rows, pairs in
            rows.filter { row in !pairs.contains { $0.contains(row) } }
        }
        let expected =
            zip(questionnaire.decisions.map(\.table), deadRows).map { ($0, $1) }
            + zip(questionnaire.facts.map(\.table), verdict.deadFactRows).map { ($0, $1) }
        let places = expected.flatMap { table, rows in rows.map { table.rows[$0].place.bytes.lowerBound } }.sorted()
        try #require(dead == places, report)
        let unreachable = found.diagnostics.count { $0.rule == "questionnaire/unreachable-outcome" }
        try #require(unreachable == (gaps.isEmpty ? verdict.unreachable.count : 0), report)
        try #require((found.value != nil) == !found.diagnostics.hasErrors, report)
    }
}
