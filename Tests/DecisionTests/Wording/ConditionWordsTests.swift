import Diagnostics
import Forms
import Testing
import Words
@testable import Content
@testable import Decision
@testable import Wording

/// What is said of a condition means what the condition does, whoever reads it.
@Suite struct ConditionWordsTests {
    @Test(arguments: [
        ("{t: {not: {has-all: [p, q]}}}", "Papers? not both Passport and Bill"),
        ("{t: {not: {has-all: [p, q, r]}}}", "Papers? not all of Passport, Bill and Receipt"),
        ("{t: {has-all: [p, q]}}", "Papers? both Passport and Bill"),
        ("{t: {has-all: [p, q, r]}}", "Papers? all of Passport, Bill and Receipt"),
        ("{t: {has-any: [p, q]}}", "Papers? at least one of Passport and Bill"),
        ("{t: {lacks: [p, q]}}", "Papers? neither Passport nor Bill"), ("{t: none}", "Papers? none of them"),
        ("{t: not none}", "Papers? at least one of them"), ("{u: not none}", "Keys? at least one of House and Car"),
        ("{u: none}", "Keys? neither House nor Car"), ("{t: {not: {only: [p, q]}}}", "Papers? including Receipt"),
        ("{t: {only: [p, q]}}", "Papers? without Receipt"), ("{u: {not: {lacks: p}}}", "Keys? including House"),
        ("{u: {only: [p, q]}}", "Keys? any answer"), ("{u: {not: {only: [p, q]}}}", "Keys? (not possible)"),
        ("{t: {has: p, lacks: q}}", "Papers? including Passport, and without Bill"),
        ("{t: {not: {has: p, lacks: q}}}", "Papers? without Passport, or including Bill"),
        ("{t: {not: {has-any: [p, q], lacks: r}}}", "Papers? neither Passport nor Bill, or including Receipt"),
        ("{t: {has-any: [p, q], lacks: r}}", "Papers? at least one of Passport and Bill, and without Receipt"),
        ("{any: [{t: {has: p, lacks: q}}, {t: {has: r}}]}", "Papers? (including Passport, and without Bill), or including Receipt"),
        ("{not: {any: [{t: {has: p}}, {t: {has: q}}]}}", "Papers? neither Passport nor Bill"),
        ("{o: not red}", "Colour? not Red"), ("{o: {not: [red, blue]}}", "Colour? neither Red nor Blue"),
        ("{o: {not: [red, blue, grey]}}", "Colour? none of Red, Blue or Grey"), ("{o: {not: {not: red}}}", "Colour? Red"),
        ("{n: not from 2 to 5}", "Age? under 2, or over 5"), ("{n: {not: [2, 5]}}", "Age? neither 2 nor 5"),
        ("{any: [{sure: no}, {all: [{o: red}, {n: under 3}]}]}", "(Sure? No; or (Colour? Red; Age? under 3))"),
        ("{not: {any: [{sure: no}, {all: [{o: red}, {n: under 3}]}]}}", "Sure? not No; (Colour? not Red; or Age? 3 or more)"),
        ("{any: [{any: [{sure: no}, {o: red}]}, {n: 3}]}", "(Sure? No; or Colour? Red; or Age? 3)"),
    ]) func `conditions are said as people say them`(condition: String, expected: String) throws {
        #expect(try words(ConditionGenerator.text(condition)) == expected)
    }

    @Test(arguments: [
        ("{o: at least green}", "Colour? at least Green"), ("{o: [green, blue, grey]}", "Colour? at least Green"),
        ("{o: not under blue}", "Colour? at least Blue"), ("{o: over blue}", "Colour? Grey"),
        ("{o: at most green}", "Colour? at most Green"),
        ("{o: {not: [green, blue]}}", "Colour? neither Green nor Blue"), ("{o: from green to blue}", "Colour? Green or Blue"),
        ("{o: [red, grey]}", "Colour? Red or Grey"),
    ]) func `options with an order are said as ranges`(condition: String, expected: String) throws {
        #expect(try words(ConditionGenerator.text(condition, isOrdered: true)) == expected)
    }

    @Test(arguments: [
        ("{not: {o: red}}", "Colour? not Red, or (not asked)"), ("{any: [{o: red}, {o: not asked}]}", "Colour? Red, or (not asked)"),
        ("{not: {any: [{o: red}, {o: not asked}]}}", "Colour? not Red"), ("{u: {only: [p, q]}}", "Keys? (answered)"),
        ("{not: {t: {has: p}}}", "Papers? without Passport, or (not asked)"),
    ]) func `a question that is not asked has no answer`(condition: String, expected: String) throws {
        #expect(try words(ConditionGenerator.text(condition, isOptional: true)) == expected)
    }

    private func words(_ text: String) throws -> String {
        let found = read(text)
        let questionnaire = try #require(found.value, "\(lines(found.diagnostics))\n\(text)")
        return RuleWording(questionnaire, .english).words(questionnaire.decisions[0].table.rows[0].entries.condition)
    }

    @Test(arguments: 1...(longRun ? 1500 : 60) as ClosedRange<UInt64>) func `words of conditions decide as the conditions do`(seed: UInt64)
        throws
    {
        var generator = ConditionGenerator(seed: seed)
        let text = generator.text()
        let found = read(text)
        let questionnaire = try #require(found.value, "\(lines(found.diagnostics))\n\(text)")
        let condition = questionnaire.decisions[0].table.rows[0].entries.condition
        let words = RuleWording(questionnaire, .english).words(condition)
        let labels = questionnaire.questions.map { ($0.ask.string, $0.options.map(\.label)) }
        let parser = ConditionParser(questions: Dictionary(labels) { first, _ in first })
        let meaning = try #require(parser.condition(words), "\(words)\n\(text)")
        for given in situations(questionnaire) {
            let expected = Holding(questionnaire: questionnaire, given: given).holds(condition)
            #expect(meaning(given) == expected, "\(words) for \(given)\n\(text)")
            if meaning(given) != expected { return }
        }
    }

    /// Every answer with every other one, numbers at both sides of each.
    private func situations(_ questionnaire: Questionnaire) -> [[String: ConditionParser.Given]] {
        var situations: [[String: ConditionParser.Given]] = [[:]]
        for question in questionnaire.questions {
            let labels = question.options.map(\.label)
            var answers: [ConditionParser.Given] =
                switch question.kind {
                case .one: labels.map { .option($0) }
                case .any:
                    (0..<(1 << labels.count)).map { bits in .ticked(Set(labels.indices.filter { bits >> $0 & 1 == 1 }.map { labels[$0] })) }
                case .number: (0...9).map { .number($0) }
                case .date: []
                }
            if question.askIf != nil { answers.append(.nothing) }
            situations = situations.flatMap { known in answers.map { known.merging([question.ask.string: $0]) { $1 } } }
        }
        return situations
    }
}

/// Decides a condition by what the contract says of it.
private struct Holding {
    let questionnaire: Questionnaire
    let given: [String: ConditionParser.Given]

    func holds(_ condition: Condition) -> Bool {
        switch condition {
        case .all(let list): return list.allSatisfy { holds($0) }
        case .any(let list): return list.contains { holds($0) }
        case .not(let inner): return !holds(inner)
        case .test(let test):
            guard case .question(let number) = test.subject else { return false }
            return holds(test.cell, questionnaire.questions[number])
        }
    }

    private func holds(_ cell: Cell, _ question: Question) -> Bool {
        let answer = given[question.ask.string] ?? .nothing
        switch cell {
        case .asked: return !answer.isNothing
        case .notAsked: return answer.isNothing
        case .all(let list): return list.allSatisfy { holds($0, question) }
        case .any(let list): return list.contains { holds($0, question) }
        case .not(let inner): return !answer.isNothing && !holds(inner, question)
        case .has(let option): return answer.ticked?.contains(question.options[option].label) ?? false
        case .oneOf(let options):
            guard case .option(let label) = answer else { return false }
            return options.contains { question.options[$0].label == label }
        case .compare(let relation, let term):
            guard let number = answer.number, case .number(let other) = term else { return false }
            return relation.fits(number < other.units ? -1 : number == other.units ? 0 : 1)
        }
    }
}
