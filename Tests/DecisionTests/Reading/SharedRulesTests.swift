@testable import Content
@testable import Decision
import Diagnostics
import Forms
import Testing

/// Files that several questionnaires use: the same as if all of it were written in each.
@Suite struct SharedRulesTests {
    private static let shared = """
        kind: rules
        with:
          limit: number
          start: date
          who: text
        questions:
          role: {ask: "What is {{ who }}?", label: "Role of {{ who }}", one-of: {staff: Staff, guest: Guest, other: "Not {{ who }}"}}
          days: {ask: "For how many days?", number: {from: 0, to: limit, unit: days}}
          most: {ask: "How many at most?", number: {from: 0, to: 60, unit: days}, must: [{that: {most: at least days}, else: "More than {{ limit }}"}]}
          sent:
            ask: When was it sent?
            date: {from: start, to: today}
            ask-if: {role: not in inside, days: under limit}
        sets:
          inside: [staff, guest]
        facts:
          recent: {rules: [{if: {sent: after today - 90 days}, then: yes}, {if: {sent: on or before today - 90 days}, then: no}, {else: no}]}
          known: {rules: [{if: {role: in inside, not: {days: limit}}, then: yes}, {if: {any: [{recent: yes}, {days: at most 3}, {left: under 5}]}, then: yes}, {else: no}]}
          spare: {rules: [{if: {left: over 3}, then: yes}, {else: no}]}
          taken: {rules: [{if: {role: staff}, then: {same-as: recent}}, {else: no}]}
        amounts:
          left: {value: "max(limit - days, 0)", unit: days}
          double: {value: left * 2, unit: days}

        """

    private static let own = """
          paper: {ask: Is it on paper?}
        outcomes:
          yes: {title: Y, text: "{{ PREdouble }} and {{ PREdays }}"}
          no: {title: N}
        match: first
        rules:
          - {if: {PREknown: yes, paper: yes, PREtaken: no}, then: yes}
          - {if: {PREspare: yes, paper: no}, then: yes}
          - {if: {PRErole: in PREinside}, then: no}
          - {else: no}

        """

    private static let using = """
        kind: questionnaire
        title: T
        use: [{rules: loan, as: first, with: {limit: 30, start: 2020-01-01, who: Ann}}]
        questions:

        """ + own.replacing("PRE", with: "first-")

    /// The same with everything in it.
    private static var inlined: String {
        let start = shared.firstRange(of: "questions:\n")?.lowerBound ?? shared.endIndex
        let end = own.firstIndex(of: "\n") ?? own.endIndex
        let plain = { (text: Substring) in text.replacing("PRE", with: "") }
        let body = shared[start...]
            .replacing("{{ limit }}", with: "30").replacing("limit", with: "30").replacing("start", with: "2020-01-01")
            .replacing("{{ who }}", with: "Ann")
        let sections = body.split(separator: /\n(?=sets:)/)
        return "kind: questionnaire\ntitle: T\n\(sections[0])\n\(plain(own[..<end]))\n\(sections[1])\(plain(own[end...]))"
    }

    @Test func `a questionnaire that uses a file decides as if it held all of it`() throws {
        let library = library(shared: ["loan": Self.shared])
        let using = compiled(Self.using, library: library)
        let inlined = compiled(Self.inlined)
        let one = try #require(using.value, "\(lines(using.diagnostics))")
        let other = try #require(inlined.value, "\(lines(inlined.diagnostics))\n\(Self.inlined)")
        #expect(JSON.object(CompiledForm.deciding(one)).text == JSON.object(CompiledForm.deciding(other)).text)
        #expect(one.questionnaire.questions.map(\.id.description) == ["first-role", "first-days", "first-most", "first-sent", "paper"])
        #expect(one.questionnaire.questions.map(\.ask.string) == other.questionnaire.questions.map(\.ask.string))
        #expect(one.questionnaire.questions[0].label?.string == "Role of Ann")
        #expect(one.questionnaire.questions[0].options.map(\.label) == ["Staff", "Guest", "Not Ann"])
        #expect(one.questionnaire.questions[2].must[0].message.string == "More than 30")
        #expect(one.questionnaire.paths == ["questionnaires/q.yaml", "questionnaires/shared/loan.yaml"])
        let formulas = [one, other].map { $0.questionnaire.amounts.map { CompiledForm.formula($0.formula).text } }
        #expect(formulas[0] == formulas[1])
    }

    @Test func `a file can be used twice, with the values of data files`() throws {
        let values = "kind: values\ntitle: V\nvalues:\n  least: {value: 18, unit: years}\n"
        let age = """
            kind: rules
            with: {limit: number, who: text}
            questions: {years: {ask: "How old is {{ who }}? {{ limit }} is enough.", number: {from: 0, to: 120, unit: years}}}
            facts: {old: {rules: [{if: {years: at least limit}, then: yes}, {else: no}]}}
            """
        let text = """
            kind: questionnaire
            title: T
            use:
              - {rules: age, as: mother, with: {limit: figures.least, who: the mother}}
              - {rules: age, as: father, with: {limit: 21, who: the father}}
            outcomes: {yes: {title: Y}, no: {title: N}}
            rules: [{if: {mother-old: yes, father-old: yes}, then: yes}, {else: no}]
            """
        let found = compiled(text, library: library(data: ["figures": values], shared: ["age": age]))
        #expect(lines(found.diagnostics) == [])
        let diagram = try #require(found.value)
        #expect(diagram.questionnaire.questions.map(\.ask.string).last == "How old is the father? 21 is enough.")
        #expect(diagram.questionnaire.questions.map(\.ask.string).first?.contains("figures") == false)
        let walk = Walk(diagram, today: since)
        let answers: [Int: Answer] = [0: .number(ExactNumber(units: 18, decimals: 0)), 1: .number(ExactNumber(units: 20, decimals: 0))]
        guard case .result(let result) = walk.position(answers).state else {
            Issue.record("no result")
            return
        }
        #expect(result.outcomes == [[1]])
    }

    @Test(
        "what is wrong with a use, or in a file that is used, is said where it is",
        arguments: [
            ("limit: 18", "{limit: number}", "{years: at least limit}", []),
            ("limit: 2026-01-01", "{limit: number}", "{years: at least limit}", ["limit takes a number, and \"2026-01-01\" is none"]),
            ("limit: 18", "{limit: date}", "{years: at least 3}", ["limit takes a date, and \"18\" is none"]),
            ("", "{limit: number}", "{years: at least limit}", ["age needs the parameter \"limit\""]),
            ("limit: 18, other: 3", "{limit: number}", "{years: at least limit}", ["age has no parameter \"other\""]),
            ("limit: 18", "{limit: numbr}", "{years: at least limit}", ["expected number, date or text, found \"numbr\""]),
            ("years: 18", "{years: number}", "{years: at least 3}", ["\"years\" is a word of conditions and cannot be a parameter"]),
            ("allowed: 18", "{allowed: number}", "{years: at least 3}", ["\"allowed\" is already used in this file"]),
            ("limit: 18", "{limit: number}", "{new: yes}", ["there is no question or fact \"new\""]),
            ("limit: 18", "{limit: number}", "{age-years: 3}", ["there is no question or fact \"age-years\""]),
        ])
    func faults(given: String, parameters: String, condition: String, expected: [String]) {
        let age = """
            kind: rules
            with: \(parameters)
            questions: {years: {ask: How old?, number: {from: 0, to: 120}}}
            facts: {allowed: {rules: [{if: \(condition), then: yes}, {else: no}]}}
            """
        let text = """
            kind: questionnaire
            title: T
            use: [{rules: age, with: {\(given)}}]
            questions: {new: {ask: New?}}
            outcomes: {yes: {title: Y}, no: {title: N}}
            rules: [{if: {age-allowed: yes, new: yes}, then: yes}, {else: no}]
            """
        let found = compiled(text, library: library(shared: ["age": age])).diagnostics.filter { $0.severity == .error }
        #expect(found.map(\.message) == expected)
        for diagnostic in found where diagnostic.range?.file.isSharedRules ?? false {
            #expect(diagnostic.notes.contains("used by q.yaml"))
        }
    }

    @Test(
        "what a file cannot hold, and uses that collide",
        arguments: [
            ("kind: rules\nuse: [{rules: age}]\n", "a shared file cannot use another one"),
            ("kind: rules\noutcomes: {a: {title: A}}\n", "there is no field \"outcomes\" here"),
            (
                "kind: rules\nquestions: {q: {ask: Q?}}\nfacts: {f: {rules: {from: f.csv}}}\n",
                "the table of a shared file cannot be in a spreadsheet"
            ),
            ("kind: questionnaire\n", "expected rules, found \"questionnaire\""),
            ("kind: rules\nquestions: {q: {ask: Q?, ask-if: {q: yes\n", "unfinished"),
        ])
    func contents(shared: String, message: String) {
        let text = """
            kind: questionnaire
            title: T
            use: [{rules: other}]
            questions: {new: {ask: New?}}
            outcomes: {yes: {title: Y}, no: {title: N}}
            rules: [{if: {new: yes}, then: yes}, {else: no}]
            """
        let found = compiled(text, library: library(shared: ["other": shared, "age": "kind: rules\n"])).diagnostics
        #expect(found.hasErrors)
        if message != "unfinished" { #expect(found.contains { $0.message == message }, "\(lines(found))") }
        #expect(found.allSatisfy { $0.range?.file.isSharedRules ?? false })
    }

    @Test func `names of uses are told apart`() {
        let text = """
            kind: questionnaire
            title: T
            use: [{rules: a}, {rules: b, as: a}]
            questions: {a-q: {ask: New?}}
            outcomes: {yes: {title: Y}, no: {title: N}}
            rules: [{if: {a-q: yes}, then: yes}, {else: no}]
            """
        let shared = ["a": "kind: rules\nquestions: {q: {ask: Q?}}\n", "b": "kind: rules\nquestions: {p: {ask: P?}}\n"]
        let twice = compiled(text, library: library(shared: shared)).diagnostics
        #expect(twice.map(\.message) == ["\"a\" begins the names of another use already"])
        let one = compiled(text.replacing(", {rules: b, as: a}", with: ""), library: library(shared: shared)).diagnostics
        #expect(one.contains { $0.message == "the name \"a-q\" is already used for a question" })
    }

    @Test("what is made at random decides the same in a shared file", arguments: 0..<(longRun ? 100 : 4))
    func generated(batch: Int) throws {
        for seed in 0..<60 {
            let focus = [Generator.Focus.anything, .comparisons, .days, .refusals, .paragraphs][seed % 5]
            var generator = Generator(seed: UInt64(600_000 + batch * 1000 + seed), isPlain: false, focus: focus)
            let text = generator.text()
            let start = try #require(text.firstRange(of: "questions:\n")).lowerBound
            let end = try #require(text.firstRange(of: "outcomes:\n")).lowerBound
            let shared = "kind: rules\n" + text[start..<end]
            let rest = text[end...].replacing(/\b([qf][0-9])\b/) { "s-\($0.1)" }
            let using = "kind: questionnaire\ntitle: Test\nuse: [{rules: parts, as: s}]\n" + rest
            let found = compiled(using, library: library(shared: ["parts": shared]))
            let whole = compiled(text)
            let report = Comment(rawValue: text + "\n" + using + "\n" + lines(found.diagnostics).joined(separator: "\n"))
            try #require(found.diagnostics.map(\.rule.name).sorted() == whole.diagnostics.map(\.rule.name).sorted(), report)
            let diagrams = [found.value, whole.value].map { $0.map { JSON.object(CompiledForm.deciding($0)).text } }
            try #require(diagrams[0] == diagrams[1], report)
        }
    }
}
