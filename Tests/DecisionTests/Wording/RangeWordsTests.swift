import Diagnostics
import Forms
import Testing
import Words
import YAML
@testable import Content
@testable import Decision
@testable import Wording
@testable import Pictures

/// What is said of a range is what the diagram does with it, at every bound and on both sides of it.
@Suite struct RangeWordsTests {
    @Test(arguments: 1...(longRun ? 600 : 20) as ClosedRange<UInt64>) func `words of ranges decide as the diagram does`(seed: UInt64) throws
    {
        var generator = RangeGenerator(seed: seed)
        let text = generator.text()
        let found = compiled(text)
        let diagram = try #require(found.value, "\(lines(found.diagnostics))\n\(text)")
        let wording = AnswerWording(diagram)
        for variable in diagram.variables {
            let sets = variable.blocks.map { [$0] } + [Array(variable.blocks.dropFirst()), variable.blocks]
            for blocks in sets where !blocks.isEmpty {
                let words = Phrasebook.english.text(wording.phrasing(variable, blocks))
                for today in days { try expect(words, blocks, variable, diagram, today, text) }
            }
        }
        try expectRows(diagram, text)
    }

    /// Days whose months have other lengths.
    private let days = ["2026-11-21", "2026-12-31", "2027-02-28", "2028-02-29"].map { day($0) }

    private func expect(
        _ words: String, _ blocks: [Int], _ variable: DiagramVariable, _ diagram: DecisionDiagram, _ today: Day, _ text: String
    ) throws {
        let evaluator = Evaluator(diagram: diagram, today: today)
        for answers in samples(diagram, today) {
            guard let block = evaluator.block(variable, answers) else { continue }
            let parser = RangeParser(questions: diagram.questionnaire.questions, answers: answers, today: today)
            let holds = parser.holds(words, variable.questions[0])
            #expect(holds == blocks.contains(block), "\(words) for \(answers) on \(today)\n\(text)")
            if holds != blocks.contains(block) { return }
        }
    }

    /// The rows in words, against the rows themselves.
    private func expectRows(_ diagram: DecisionDiagram, _ text: String) throws {
        let questionnaire = diagram.questionnaire
        let wording = RuleWording(questionnaire, .english)
        for row in questionnaire.decisions[0].table.rows {
            guard case .test(let test)? = row.entries.conditions.first, case .question(let subject) = test.subject else { continue }
            let words = String(wording.row(row).dropFirst(questionnaire.questions[subject].asking.count + 1))
            for today in days {
                for answers in samples(diagram, today) {
                    let parser = RangeParser(questions: questionnaire.questions, answers: answers, today: today)
                    let isNot = words.hasPrefix("not ")
                    let holds = parser.holds(isNot ? String(words.dropFirst(4)) : words, subject).map { $0 != isNot }
                    let expected = ReferenceCell(questionnaire: questionnaire, answers: answers, today: today).holds(test.cell, subject)
                    #expect(holds == expected, "\(words) for \(answers) on \(today)\n\(text)")
                    if holds != expected { return }
                }
            }
        }
    }

    /// Answers at every cut and beside it, all with all.
    private func samples(_ diagram: DecisionDiagram, _ today: Day) -> [[Int: Answer]] {
        let questions = diagram.questionnaire.questions
        let others = questions.indices.map { values($0, diagram, today, given: [:]) }
        guard questions.count > 1 else { return others[0].map { [0: $0] } }
        return others[1].prefix(12).flatMap { second in
            values(0, diagram, today, given: [1: second]).map { [0: $0, 1: second] }
        }
    }

    private func values(_ question: Int, _ diagram: DecisionDiagram, _ today: Day, given: [Int: Answer]) -> [Answer] {
        let walk = Walk(diagram, today: today)
        let starts = walk.ranges(question, given).flatMap { [$0.run.lowerBound, $0.run.upperBound] }
        let asked = diagram.questionnaire.questions[question]
        let answers = Set(starts.flatMap { [$0 - 1, $0, $0 + 1] }).sorted().compactMap { number -> Answer? in
            switch asked.kind {
            case .number(let range): ExactNumber(decimal(number, decimals: range.decimals)).map(Answer.number)
            case .date: Day(number: number).map(Answer.day)
            case .one, .any: nil
            }
        }
        return answers.filter { asked.fault(of: $0, today: today) == nil }
    }

    @Test(arguments: [
        ("date: {from: 1900-01-01, to: today}", "on or before today - 18 years", ["at least 18 years ago", "less than 18 years ago"]),
        ("date: {from: 1900-01-01, to: today}", "before today - 18 years", ["more than 18 years ago", "no more than 18 years ago"]),
        ("date: {from: 1900-01-01, to: today}", "on or after today - 6 weeks", ["more than 6 weeks ago", "no more than 6 weeks ago"]),
        ("date: {from: 1900-01-01, to: today}", "after today - 24 months", ["at least 24 months ago", "less than 24 months ago"]),
        (
            "date: {from: 1900-01-01, to: today + 1 year}", "before today + 90 days",
            ["earlier than 90 days from today", "90 days from today or later"]
        ),
        ("date: {from: 1900-01-01, to: today}", "after 2020-05-01", ["1 May 2020 or earlier", "after 1 May 2020"]),
        ("date: {from: 1900-01-01, to: today}", "today", ["before today", "today"]),
        ("number: {from: 0, to: 9}", "at least 3", ["under 3", "3 or more"]),
        ("number: {from: 2, to: 9}", "over 2", ["2", "over 2"]),
        ("number: {from: 0, to: 9000, unit: euros}", "at most 1500", ["up to 1,500 euros", "over 1,500 euros"]),
        ("number: {from: 0, to: 9000, decimals: 2, unit: £}", "under 20.5", ["under £20.50", "£20.50 or more"]),
        ("number: {from: 0, to: 9000, decimals: 2, unit: £}", "from 3 to 20", ["under £3, or over £20", "£3 to £20"]),
        ("number: {from: 0, to: 9, unit: hours}", "from 3 to 5", ["under 3 hours, or over 5 hours", "3 to 5 hours"]),
        ("number: {from: 1950, to: 2030}", "at least 2000", ["under 2000", "2000 or more"]),
    ]) func `ranges are said as authors write them`(answers: String, cell: String, expected: [String]) throws {
        let diagram = try #require(
            compiled(
                """
                kind: questionnaire
                title: Test
                questions:
                  q:
                    ask: When or how much?
                    \(answers)
                outcomes: {a: {title: A}, b: {title: B}}
                rules:
                  - {if: {q: \(cell)}, then: a}
                  - {else: b}
                """
            ).value)
        let variable = diagram.variables[0]
        let words = variable.blocks.map { Phrasebook.english.text(AnswerWording(diagram).phrasing(variable, [$0])) }
        #expect(Set(words) == Set(expected))
        // The same in every place.
        let pages = try #require(StepGraph(diagram, limit: 10)).pages
        guard case .question(let step) = pages[0] else { return #expect(Bool(false)) }
        let wording = DiagramWording(diagram)
        let said: (Int, [Int]) -> String = { Phrasebook.english.text(wording.edge($0, $1)) }
        let labels = step.choices.compactMap {
            if case .blocks(let variable, let blocks) = $0.label { said(variable, blocks) } else { nil }
        }
        let regions = [0, 1].flatMap { diagram.regions(of: $0, in: 0) ?? [] }.flatMap(\.conditions)
        let picture = Picture(diagram, root: 0, words: .english)
        #expect(Set(labels) == Set(expected))
        #expect(Set(regions.map { said($0.variable, $0.blocks) }) == Set(expected))
        #expect(Set(picture.arrows.map(\.text)) == Set(expected))
        let row = RuleWording(diagram.questionnaire, .english).row(diagram.questionnaire.decisions[0].table.rows[0])
        #expect(expected.contains(String(row.dropFirst("When or how much? ".count))))
    }

    /// A day of the calendar takes other words than a span: German has an article before it, and none before `heute`.
    @Test(arguments: [
        ("before 2026-05-01", "before 1 May 2026", "vor dem 1. Mai 2026"), ("after 2026-05-01", "after 1 May 2026", "nach dem 1. Mai 2026"),
        ("from 2026-05-01 to 2026-05-09", "from 1 May 2026 to 9 May 2026", "vom 1. Mai 2026 bis zum 9. Mai 2026"),
        ("before today", "before today", "vor heute"),
        ("from 2026-05-01 to today", "from 1 May 2026 to today", "vom 1. Mai 2026 bis heute"),
        ("from today to 2027-05-01", "from today to 1 May 2027", "von heute bis zum 1. Mai 2027"),
    ]) func `days of the calendar are said otherwise than spans`(cell: String, english: String, german: String) throws {
        let questionnaire = try #require(
            read(
                """
                kind: questionnaire
                title: Test
                questions:
                  q: {ask: "When?", date: {from: 2000-01-01, to: 2100-01-01}}
                outcomes: {a: {title: A}, b: {title: B}}
                rules:
                  - {if: {q: \(cell)}, then: a}
                  - {else: b}
                """
            ).value)
        let row = questionnaire.decisions[0].table.rows[0]
        #expect(RuleWording(questionnaire, .english).row(row) == "When? \(english)")
        #expect(RuleWording(questionnaire, try germanWords()).row(row) == "When? \(german)")
    }

    private func germanWords() throws -> Phrasebook {
        let file = try #require(ThemeFile.embedded.first { $0.path == "words/de.yaml" })
        guard case .mapping(let entries)? = parse(file.source.whole).value?.value else { return .english }
        let words = entries.compactMap { entry -> (String, String)? in
            if case .scalar(let scalar) = entry.value.value { (entry.key.text, scalar.text) } else { nil }
        }
        let facts = Phrasebook.facts(of: "de")
        return Phrasebook(facts.merging(words) { _, own in own }, language: "de")
    }

    /// Months and days of opposite sign, which no author writes yet.
    @Test(arguments: [
        (-216, 1, "18 years less a day ago"), (-216, -1, "18 years and 1 day ago"), (216, -3, "18 years less 3 days from today"),
        (-1, 0, "1 month ago"), (0, -14, "14 days ago"), (0, 1, "1 day from today"), (13, 0, "13 months from today"),
    ]) func `months and days together`(months: Int, days: Int, expected: String) throws {
        let questionnaire = try #require(compiled(device, library: deviceLibrary).value).questionnaire
        let range = ValueRange(.equal, .today(Shift(months: months, days: days)))
        let words = RangeWording(questionnaire: questionnaire).phrasing(range, isDate: true)
        #expect(words.map(Phrasebook.english.text) == expected)
    }

    @Test func `boxes hold what is wanted and nothing else`() {
        var random = Random(seed: 7)
        for _ in 0..<200 {
            let sizes = (0..<(1 + random.below(3))).map { _ in 1 + random.below(4) }
            let wanted = (0..<sizes.reduce(1, *)).map { _ in random.chance(60) }
            let boxes = BoxCover.cover(wanted, allowed: wanted, sizes: sizes)
            for place in wanted.indices {
                var rest = place
                var coordinates: [Int] = []
                for size in sizes.reversed() {
                    coordinates.insert(rest % size, at: 0)
                    rest /= size
                }
                #expect(boxes.contains { zip($0, coordinates).allSatisfy { $0.contains($1) } } == wanted[place])
            }
        }
    }
}

/// Decides a cell by what the contract says of it.
private struct ReferenceCell {
    let questionnaire: Questionnaire
    let answers: [Int: Answer]
    let today: Day

    func holds(_ cell: Cell, _ subject: Int) -> Bool? {
        switch cell {
        case .not(let inner): return holds(inner, subject).map { !$0 }
        case .all(let list): return list.allSatisfy { holds($0, subject) == true }
        case .compare(let relation, let term):
            guard let answer = answers[subject].flatMap(units), let other = value(term) else { return nil }
            return relation.fits(answer < other ? -1 : answer == other ? 0 : 1)
        default: return nil
        }
    }

    private func value(_ term: Term) -> Int? {
        switch term {
        case .number(let number): number.floor(digits: 6)
        case .bound(let bound): bound.number(today: today)
        case .question(let other, let shift): answers[other].flatMap(units).map { shift.applied(to: $0) }
        case .amount: nil
        }
    }

    private func units(_ answer: Answer) -> Int? {
        switch answer {
        case .number(let number): number.floor(digits: 6)
        case .day(let day): day.number
        case .option, .ticked: nil
        }
    }
}
