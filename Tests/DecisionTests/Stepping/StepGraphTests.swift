import Diagnostics
import Testing
import Words
@testable import Decision
@testable import Wording

/// Pages without script refuse what the form refuses.
@Suite struct StepGraphTests {
    private func ways(least: Int) throws -> [String] {
        let diagram = try #require(
            compiled(
                """
                kind: questionnaire
                title: Test
                questions:
                  has: {ask: Which do you have?, any-of: {x: X, y: Y}, at-least: \(least)}
                outcomes: {a: {title: A}, b: {title: B}}
                match: many
                rules:
                  - {if: {has: {has: x}}, then: a}
                  - {if: {has: {has: y}}, then: b}
                """
            ).value)
        return try #require(StepGraph(diagram, limit: 20)).pages.enumerated().flatMap { number, page -> [String] in
            guard case .question(let step) = page else { return [] }
            return step.choices.map { "\(number) \($0.label == .yes ? "yes" : "no") \($0.page)" }
        }
    }

    @Test func `boxes that have to be ticked are not all left empty`() throws {
        let one = try ways(least: 1)
        #expect(one == ["0 yes 1", "0 no 2", "1 yes 3", "1 no 4", "2 yes 5"])
    }

    /// The answers of each page that asks a question for a day or a number, in order.
    private func labels(_ questions: String, _ rules: String, asking question: Int) throws -> Set<[String]> {
        let diagram = try #require(
            compiled(
                """
                kind: questionnaire
                title: Test
                questions:
                \(questions)
                outcomes: {a: {title: A}, b: {title: B}}
                rules:
                \(rules)
                """
            ).value)
        let pages = try #require(StepGraph(diagram, limit: 50)).pages
        let wording = DiagramWording(diagram)
        return Set(
            pages.compactMap { page in
                guard case .question(let step) = page, step.question == question else { return nil }
                return step.choices.compactMap { choice in
                    guard case .blocks(let variable, let blocks) = choice.label else { return nil }
                    return Phrasebook.english.text(wording.edge(variable, blocks, asking: question))
                }
            })
    }

    /// The end of a warranty is compared with the day of buying, so that a walk tells the first day that can be given from all others.
    @Test(arguments: [
        ("{from: 1984-12-01, to: today}", "{from: 1984-12-01, to: today + 80 years}"),
        ("{from: 1984-12-01, to: today}", "{from: 1990-01-01, to: today + 80 years}"),
        ("{from: today - 9 years, to: today}", "{from: today - 9 years, to: today + 3 years}"),
        ("{from: 1984-12-01, to: today}", "{from: 1984-12-01, to: today}"),
    ]) func `a day that is first or last alone is no answer by itself`(bought: String, ends: String) throws {
        let questions = """
              bought: {ask: When did you buy it?, date: \(bought)}
              ends:
                ask: When does it end?
                date: \(ends)
                must:
                  - {that: {ends: on or after bought}, else: It ends after you bought it.}
            """
        let rules = """
              - {if: {bought: on or before today - 90 days, ends: before today}, then: a}
              - {else: b}
            """
        #expect(try labels(questions, rules, asking: 0) == [["at least 90 days ago", "less than 90 days ago"]])
    }

    @Test func `a number that is first or last alone is no answer by itself`() throws {
        let questions = """
              people: {ask: How many people?, number: {from: 1, to: 9}}
              children:
                ask: How many children?
                number: {from: 0, to: 9}
                must:
                  - {that: {children: at most people}, else: There are more people.}
            """
        let rules = """
              - {if: {people: at least 3, children: at least 1}, then: a}
              - {else: b}
            """
        #expect(try labels(questions, rules, asking: 0) == [["under 3", "3 or more"]])
        // The order of both is said from the question that is asked.
        #expect(try labels(questions, rules, asking: 1).contains(["up to “How many people?”"]))
    }

    /// A day that is first alone stays an answer where it leads elsewhere.
    @Test func `what a rule tells apart stays apart`() throws {
        let questions = "  bought: {ask: When did you buy it?, date: {from: 1984-12-01, to: today}}"
        let rules = """
              - {if: {bought: 1984-12-01}, then: a}
              - {else: b}
            """
        #expect(try labels(questions, rules, asking: 0) == [["1 December 1984", "after 1 December 1984"]])
    }

    @Test func `a page with one answer says why`() throws {
        let diagram = try #require(
            compiled(
                """
                kind: questionnaire
                title: Test
                questions:
                  has: {ask: Which do you have?, any-of: {x: X, y: Y}, at-least: 1}
                  first: {ask: How many?, number: {from: 1, to: 9}}
                  second: {ask: How many of them?, number: {from: 0, to: 9}, must: [{that: {second: at most first}, else: Fewer.}]}
                outcomes: {a: {title: A}, b: {title: B}}
                match: many
                rules:
                  - {if: {has: {has: x}}, then: a}
                  - {if: {has: {has: y}}, then: b}
                  - {if: {second: at least 2}, then: a}
                """
            ).value)
        let reasons = try #require(StepGraph(diagram, limit: 50)).pages.compactMap { page -> StepGraph.OnlyReason? in
            if case .question(let step) = page { step.only } else { nil }
        }
        #expect(reasons.contains(.least(1)))
        #expect(reasons.contains(.earlier))
    }
}
