@testable import Content
@testable import Decision
import Diagnostics
import Forms
import Testing

/// Tables whose rows hold together in so many ways that each row is proved by itself.
@Suite struct RowByRowTests {
    private static let rowByRow: CompileLimits = {
        var limits = CompileLimits()
        limits.rowSetNodes = 0
        return limits
    }()

    @Test("row by row the same is proved, decided and explained", arguments: 0..<4)
    func same(batch: Int) throws {
        for seed in 0..<(longRun ? 2000 : 40) {
            var generator = Generator(seed: UInt64(300_000 + batch * 10_000 + seed), isPlain: seed % 2 == 0)
            let text = generator.text()
            let (usual, found) = (compiled(text), compiled(text, limits: Self.rowByRow))
            let report = Comment(rawValue: text + lines(found.diagnostics).joined(separator: "\n"))
            let conflicts = [usual, found].map { $0.diagnostics.contains { $0.rule == "questionnaire/conflict" } }
            try #require(conflicts[0] == conflicts[1], report)
            if conflicts[0] { continue }
            try #require(lines(usual.diagnostics) == lines(found.diagnostics), report)
            guard let one = usual.value, let other = found.value else { continue }
            let forms = [one, other].map { JSON.object(CompiledForm.deciding($0)).text }
            try #require(forms[0] == forms[1], report)
            let walks = [one, other].map { Walk($0, today: since) }
            let facts = [Self.facts(one), Self.facts(other, Self.rowByRow)]
            for answers in Reference(questionnaire: one.questionnaire, today: since).combinations() {
                let given = Dictionary(uniqueKeysWithValues: answers.enumerated().map { ($0, $1) })
                let results = walks.map { Self.result($0, given) }
                try #require(results[0] == results[1], report)
                for fact in one.questionnaire.facts.indices {
                    let rows = facts.map { $0?.rows(of: fact, given: given, today: since) }
                    try #require(rows[0] == rows[1], report)
                }
            }
        }
    }

    private static func facts(_ diagram: DecisionDiagram, _ limits: CompileLimits = CompileLimits()) -> FactReasons? {
        FactReasons(diagram.questionnaire, since: since, limits: limits)
    }

    private static func result(_ walk: Walk, _ answers: [Int: Answer]) -> WalkResult? {
        if case .result(let result) = walk.position(answers).state { result } else { nil }
    }

    @Test("many rows for one outcome over 40 tick-boxes", arguments: [(30, 1), (90, 3)])
    func tickBoxes(rows: Int, outcomes: Int) throws {
        for seed in 0..<(longRun ? 20 : 1) {
            var random = Random(seed: UInt64(rows + seed))
            let text = Self.ticks(rows, outcomes, "match: many", &random)
            let found = compiled(text)
            let diagram = try #require(found.value, Comment(rawValue: lines(found.diagnostics).joined(separator: "\n")))
            try agrees(diagram, &random)
        }
    }

    /// Rows of `match: one` may hold together where they agree.
    @Test func `many rows that agree`() throws {
        var random = Random(seed: 5)
        let found = compiled(Self.ticks(30, 1, "match: one", &random).replacing("- {else: o1}", with: "- {else: o0}"))
        let diagram = try #require(found.value, Comment(rawValue: lines(found.diagnostics).joined(separator: "\n")))
        try agrees(diagram, &random)
    }

    /// What cannot be published says so at once, and what contradicts itself says that.
    @Test func `rows without any order`() {
        var limits = CompileLimits()
        limits.states = 2_000
        limits.functionNodes = 100_000
        var random = Random(seed: 1)
        let questions = (0..<12).map { "  q\($0): {ask: Q?, one-of: {a: A, b: B, c: C, d: D, e: E, f: F}}\n" }
        var rows: [String] = []
        for _ in 0..<100 {
            let cells = Set((0..<3).map { _ in random.below(12) }).sorted()
            let entries = cells.map { "q\($0): \(random.pick(["a", "b", "c", "d", "e", "f"]))" }
            rows.append("  - {if: {\(entries.joined(separator: ", "))}, then: o\(random.below(5))}\n")
        }
        let outcomes = (0..<6).map { "  o\($0): {title: O}\n" }
        let text = { (match: String, count: Int) in
            "kind: questionnaire\ntitle: T\nquestions:\n" + questions.joined() + "outcomes:\n" + outcomes.joined()
                + "match: \(match)\nrules:\n" + rows.prefix(count).joined() + "  - {else: o5}\n"
        }
        let first = compiled(text("first", 100), limits: limits).diagnostics
        #expect(first.map(\.rule.name) == ["questionnaire/too-large"])
        #expect(first.first?.notes.first?.contains("(6 options)") == true)
        limits.rowSetNodes = 500
        let one = compiled(text("one", 25), limits: limits).diagnostics
        #expect(Set(one.map(\.rule.name)) == ["questionnaire/conflict"])
    }

    /// Walks of random answers end where the rows say, one after the other.
    private func agrees(_ diagram: DecisionDiagram, _ random: inout Random) throws {
        let questionnaire = diagram.questionnaire
        let reference = Reference(questionnaire: questionnaire, today: since)
        let table = questionnaire.decisions[0].table
        for _ in 0..<40 {
            let ticks = 1 + random.below(99)
            let answers = questionnaire.questions.map { question in
                Answer.ticked(question.options.indices.filter { _ in random.chance(ticks) })
            }
            let holding = reference.rows(table, [.yes, .yes], answers)
            let position = Walk(diagram, today: since).position([0: answers[0], 1: answers[1]])
            guard case .result(let result) = position.state else {
                Issue.record("no result")
                continue
            }
            let rows = table.rows.indices.filter { holding[$0] == .yes }
            let outcomes = questionnaire.outcomes.indices.filter { outcome in rows.contains { table.rows[$0].leads(to: outcome) } }
            try #require(result.outcomes == [outcomes])
            // All rows that hold, unless the result was certain before the last question.
            if position.path.count == 2 { try #require(result.because.map(\.row).sorted() == rows) }
        }
    }

    /// Conditions of every kind over two questions with tick-boxes.
    static func ticks(
        _ rows: Int, _ outcomes: Int, _ match: String, _ random: inout Random, options count: Int = 20
    ) -> String {
        let options = (0..<count).map { "t\($0): Tick" }.joined(separator: ", ")
        var text = "kind: questionnaire\ntitle: T\nquestions:\n"
        for name in ["ages", "gets"] { text += "  \(name): {ask: Q?, any-of: {\(options)}}\n" }
        text += "outcomes:\n"
        for outcome in 0...outcomes { text += "  o\(outcome): {title: O}\n" }
        text += "\(match)\nrules:\n"
        for row in 0..<rows {
            var cells: [String] = []
            for name in ["ages", "gets"] {
                let (how, most) = random.pick([("has", 1), ("has-any", 2), ("has-any", 3), ("has-all", 2), ("has-all", 3)])
                var picked: Set<Int> = []
                while picked.count < most { picked.insert(random.below(count)) }
                let list = picked.sorted().map { "t\($0)" }.joined(separator: ", ")
                cells.append("\(name): {\(how): \(most == 1 ? list : "[\(list)]")}")
            }
            text += "  - {if: {\(cells.joined(separator: ", "))}, then: o\(row % outcomes)}\n"
        }
        return text + "  - {else: o\(outcomes)}\n"
    }
}
