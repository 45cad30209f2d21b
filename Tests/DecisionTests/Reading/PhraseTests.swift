@testable import Decision
import Diagnostics
import Testing

/// What authors write of numbers and dates, and what pages and messages print of them.
@Suite struct PhraseTests {
    private static func policy(_ question: String, _ cell: String) -> String {
        """
        kind: questionnaire
        title: T
        questions:
          years: {ask: How long?, number: {from: 0, to: 100, unit: years}}
          n: {ask: How many?, number: {from: 0, to: 2000000}}
          fee: {ask: How much?, number: {from: 0, to: 10000, decimals: 2, unit: GBP}}
          kids: {ask: How many children?, number: {from: 0, to: 20, unit: children}}
          pay: {ask: What is left?, number: {from: -5000, to: 5000, decimals: 2, unit: €}}
          crew: {ask: How many?, number: {from: 0, to: 20, unit: Personen}}
          sent: {ask: When was it sent?, date: {from: 2000-01-01, to: 2040-12-31}}
          got: {ask: When did it arrive?, date: {from: 2000-01-01, to: 2040-12-31}}
          who: {ask: Who are you?, one-of: {staff: I work here, guest: A guest, head: The head}}
          parts: {ask: Which parts?, any-of: {fan: Fan, card: Card, rack: Rack}}
        outcomes: {x: {title: X, text: "{{ years }}"}, y: {title: Y}}
        rules:
          - if:
              \(question): \(cell)
            then: x
          - {else: y}

        """
    }

    private static let read: [(question: String, forms: [String], means: String)] = [
        (
            "n",
            [
                "3 or more", "3+", "'>= 3'", "'≥ 3'", "no less than 3", "not less than 3", "not under 3", "over 2", "minimum 3", "min 3",
                "3 or over", "3 and over", "3 or above", "3 and up", "3 upwards", "from 3", "from 3 on", "from 3 onwards", "at  least 3",
                "At least 3", "more than 2", "above 2", "greater than 2", "greater than or equal to 3", "is at least 3", "3 or greater",
            ], "at least 3"
        ),
        (
            "n",
            [
                "up to 5", "5 or less", "5 or fewer", "5 or under", "5 and below", "no more than 5", "not more than 5", "not over 5",
                "under 6", "less than 6", "fewer than 6", "below 6", "'<= 5'", "maximum 5", "max 5", "until 5", "up to and including 5",
                "less than or equal to 5",
            ], "at most 5"
        ),
        (
            "n",
            [
                "3-5", "3 - 5", "3–5", "3 to 5", "3..5", "between 3 and 5", "from 3 up to 5", "from 3 until before 6",
                "at least 3 and at most 5",
                "over 2 and under 6", "at most 5 and over 2", "3 to 5 inclusive", "3 or 4 or 5", "'3, 4 or 5'", "[3, 4, 5]",
                "over 2, at most 5",
            ], "from 3 to 5"
        ),
        (
            "n", ["over 1500 and at most 3500", "over 1500, but at most 3500", "more than 1500 and up to 3500", "1501 to 3500"],
            "from 1501 to 3500"
        ),
        ("n", ["exactly 7", "'= 7'", "equal to 7", "is 7"], "7"),
        ("n", ["'<> 7'", "'≠ 7'", "'!= 7'", "under 7 or over 7", "at most 6, or 8 or more"], "not 7"),
        ("years", ["10 years or more", "at least 10 years", "10 year or more", "over 9 years", "10+ years"], "at least 10"),
        ("years", ["from 3 to 5 years", "3 to 5 years", "3-5 years", "between 3 years and 5 years"], "from 3 to 5"),
        ("fee", ["£20.50 or more", "at least 20.5 GBP", "at least 20.50 pounds"], "at least 20.50"),
        ("fee", ["£20 to £50", "from £20 to £50"], "from 20 to 50"),
        ("kids", ["up to 1 child", "1 child or less", "under 2 children"], "at most 1"),
        ("crew", ["up to 1 Person", "up to 1 Personen"], "at most 1"),
        ("pay", ["-€100 to €50", "from -€100 to €50", "-100 to 50"], "from -100 to 50"),
        ("pay", ["under -€5", "less than -€5.00", "under -5 euros", "under €-5"], "under -5"),
        (
            "sent",
            [
                "18 years ago or earlier", "18 years ago or longer", "18 years ago or before", "at least 18 years ago",
                "18 years ago or more",
                "not after today - 18 years",
                "no later than 18 years ago", "until today - 18 years", "18 years or older",
                "up to 18 years ago or earlier than 18 years ago",
                "'<= today - 18 years'", "not less than 18 years ago",
            ], "on or before today - 18 years"
        ),
        (
            "sent",
            ["less than 18 years ago", "after 18 years ago", "under 18 years ago", "younger than 18 years", "later than 18 years ago"],
            "after today - 18 years"
        ),
        ("sent", ["more than 18 years ago", "over 18 years ago", "before 18 years ago", "older than 18 years"], "before today - 18 years"),
        (
            "sent", ["90 days ago or later", "since 90 days ago", "at most 90 days ago", "from 90 days ago", "90 days ago or less"],
            "on or after today - 90 days"
        ),
        ("sent", ["in 90 days or later", "90 days from today or later", "from in 90 days on"], "on or after today + 90 days"),
        ("sent", ["before in 90 days", "before 90 days after today"], "before today + 90 days"),
        ("sent", ["today", "on today", "until today and since today"], "from today to today"),
        ("sent", ["after yesterday", "today or later", "since today"], "on or after today"),
        ("sent", ["until before 2026-05-01", "before 2026-05-01", "earlier than 2026-05-01", "until 2026-04-30"], "under 2026-05-01"),
        (
            "sent",
            [
                "from 2026-01-01 until before 2026-05-01", "2026-01-01 to 2026-04-30", "2026-01-01 - 2026-04-30", "2026-01-01–2026-04-30",
                "between 2026-01-01 and 2026-04-30", "since 2026-01-01 and before 2026-05-01", "from 2026-01-01 until 2026-04-30",
            ], "from 2026-01-01 to 2026-04-30"
        ),
        (
            "sent", ["on or before 2026-05-01", "by 2026-05-01", "2026-05-01 or earlier", "up to 2026-05-01", "no later than 2026-05-01"],
            "'<= 2026-05-01'"
        ),
        (
            "got", ["30 days after sent or later", "30 days after “When was it sent?” or later", "from sent + 30 days"],
            "on or after sent + 30 days"
        ),
        ("got", ["before the answer to \"When was it sent?\"", "before “When was it sent?”", "earlier than sent"], "before sent"),
        ("got", ["the same as “When was it sent?”", "on sent"], "sent"),
    ]

    @Test("forms that mean the same", arguments: read)
    func forms(_ question: String, _ forms: [String], _ means: String) throws {
        // What the canonical form means; `under` is refused of dates, so that a test of it cannot be a slip.
        let canonical = means.hasPrefix("under 2") ? "before " + means.dropFirst(6) : means
        let wanted = try #require(Self.meaning(question, canonical))
        for form in forms {
            let found = compiled(Self.policy(question, form))
            #expect(lines(found.diagnostics.filter { $0.severity == .error }) == [], Comment(rawValue: form))
            #expect(Self.meaning(question, form) == wanted, Comment(rawValue: form))
        }
    }

    @Test func `there are many of them`() {
        #expect(Self.read.reduce(0) { $0 + $1.forms.count } + Self.refused.count >= 100)
    }

    private static func meaning(_ question: String, _ cell: String) -> String? {
        compiled(policy(question, cell)).value.map { JSON.object(CompiledForm.deciding($0)).text }
    }

    private static let refused: [(question: String, cell: String, message: String, help: String)] = [
        (
            "n", "10 years or more", "\"10 years or more\" cannot be compared with n: the question has no unit",
            "write `at least 10`, or give the question `unit: years`"
        ),
        (
            "n", "at least 100,000",
            "\"at least 100,000\" cannot be compared with n: numbers are written without marks between their digits",
            "write `at least 100000`"
        ),
        (
            "n", "1.000 or more", "\"1.000 or more\" cannot be compared with n: numbers are written without marks between their digits",
            "write `at least 1000`"
        ),
        (
            "n", "from 1 000 to 2'000",
            "\"from 1 000 to 2'000\" cannot be compared with n: numbers are written without marks between their digits",
            "write `from 1000 to 2000`"
        ),
        (
            "fee", "1,500", "\"1,500\" cannot be compared with fee: numbers are written without marks between their digits",
            "write `1500` or `1.5`"
        ),
        (
            "fee", "under 1500,50", "\"under 1500,50\" cannot be compared with fee: numbers are written with a point",
            "write `under 1500.50`"
        ),
        (
            "fee", "over 1,500.50 GBP",
            "\"over 1,500.50 GBP\" cannot be compared with fee: numbers are written without marks between their digits",
            "write `over 1500.50`"
        ),
        (
            "fee", "over 20 euros", "\"over 20 euros\" cannot be compared with fee: it is counted in gbp",
            "work out the number in that unit and write it alone, as in `over 20`"
        ),
        (
            "pay", "over -€1,500.50",
            "\"over -€1,500.50\" cannot be compared with pay: numbers are written without marks between their digits",
            "write `over -1500.50`"
        ),
        ("n", "not [1, 2]", "a list in brackets cannot be part of a text", "write `n: {not: [1, 2]}`"),
        ("n", "'[1, 2]'", "a list in brackets cannot be part of a text", "write `n: [1, 2]`"),
        (
            "sent", "not [2026-05-01, after 2027-01-01]", "a list in brackets cannot be part of a text",
            "write `sent: {not: [2026-05-01, after 2027-01-01]}`"
        ),
        ("n", "three or more", "\"three or more\" cannot be compared with n: numbers are written in figures", "write `at least 3`"),
        ("n", "before 3", "\"before\" does not fit n, which is a number", "for numbers write `under 3`"),
        ("n", "by 3", "\"by\" does not fit n, which is a number", "for numbers write `at most 3`"),
        ("sent", "at least 2026-05-01", "\"at least\" does not fit sent, which is a date", "for dates write `on or after 2026-05-01`"),
        ("sent", "2026-05-01 or more", "\"or more\" does not fit sent, which is a date", "for dates write `on or after 2026-05-01`"),
        (
            "sent", "within the last 90 days", "\"within the last\" does not say whether the first day counts",
            "write `on or after today - 90 days` if it does, `after today - 90 days` if not"
        ),
        (
            "sent", "before 1 May 2026", "\"before 1 May 2026\" cannot be compared with sent: dates are written with the year first",
            "write `before 2026-05-01`"
        ),
        (
            "sent", "after May 1, 2026", "\"after May 1, 2026\" cannot be compared with sent: dates are written with the year first",
            "write `after 2026-05-01`"
        ),
        (
            "sent", "before 03/04/2026", "\"before 03/04/2026\" cannot be compared with sent: dates are written with the year first",
            "write `before 2026-04-03` or `before 2026-03-04`"
        ),
        (
            "sent", "before 21.11.2026", "\"before 21.11.2026\" cannot be compared with sent: dates are written with the year first",
            "write `before 2026-11-21`"
        ),
        ("who", "staff or guest", "who has no answer \"staff or guest\"", "write `who: [staff, guest]`"),
        ("who", "neither staff nor guest", "who has no answer \"neither staff nor guest\"", "write `who: {not: [staff, guest]}`"),
        ("who", "A guest", "who has no answer \"A guest\"", "write `who: guest`"),
        ("who", "is staff", "who has no answer \"is staff\"", "write `who: staff`"),
        ("who", "other than staff", "who has no answer \"other than staff\"", "write `who: not staff`"),
        (
            "who", "at least 3", "who is neither a number nor a date and cannot be compared by \"at least 3\"",
            "it takes staff, guest or head"
        ),
        ("parts", "{not: fan}", "parts takes several answers, so a plain value is ambiguous", "write `parts: {lacks: fan}`"),
        ("parts", "not fan", "parts takes several answers, so a plain value is ambiguous", "write `parts: {lacks: fan}`"),
        (
            "parts", "{not: [fan, card]}", "parts takes several answers, so a plain value is ambiguous",
            "write `parts: {lacks: [fan, card]}` if none of them may be ticked, or `parts: {not: {has-all: [fan, card]}}` if one of them may be ticked"
        ),
        ("n", "[100,000]", "a comma in brackets ends the number before it", "write `n: 100000`"),
        (
            "parts", "at least 2", "how many options of parts are ticked cannot be compared with \"at least 2\"",
            "name the combinations that count, each in a row or under `any:`, such as `{has-all: [fan, card]}`"
        ),
        (
            "parts", "1 or more", "how many options of parts are ticked cannot be compared with \"1 or more\"",
            "write `{has-any: [fan, card, rack]}`"
        ),
    ]

    @Test("forms that are answered with the line to write", arguments: refused)
    func refusedForms(_ question: String, _ cell: String, _ message: String, _ help: String) throws {
        let errors = compiled(Self.policy(question, cell)).diagnostics.filter { $0.severity == .error }
        #expect(errors.map(\.message) == [message])
        #expect(errors.map(\.help) == [help])
    }

    @Test(
        "bounds",
        arguments: [
            ("number: {from: 0, to: \"1,000\"}", "write `1000`"), ("number: {from: 0, to: 20 euros, unit: EUR}", "write `20`"),
            ("date: {from: 18 years ago, to: today}", "write `today - 18 years`"),
            ("date: {from: 1 May 2026, to: today}", "write `2026-05-01`"),
        ])
    func bounds(_ kind: String, _ help: String) {
        let text = Self.policy("n", "3").replacing("number: {from: 0, to: 2000000}", with: kind)
        let errors = compiled(text).diagnostics.filter { $0.rule == "questionnaire/type" && $0.message.hasPrefix("expected") }
        #expect(errors.map(\.help) == [help])
    }

    @Test func `not before a list in braces`() {
        let text = Self.policy("n", "3").replacing("  - {else: y}", with: "  - {if: {n: not [1, 2], who: staff}, then: y}\n  - {else: y}")
        let errors = compiled(text).diagnostics.filter { $0.severity == .error }
        #expect(errors.map(\.help) == ["write `- {if: {n: {not: [1, 2]}, who: staff}, then: y}`"])
    }

    @Test(
        "commas in braces",
        arguments: [
            ("{n: at least 100,000}", "write `n: at least 100000`"),
            ("{n: 1,000,000}", "write `n: 1000000`"),
            ("{fee: over 2,5}", "write `fee: over 2.5`"),
            ("{n: from 1,000 to 2}", "write `n: from 1000 to 2`"),
        ])
    func commas(_ condition: String, _ help: String) {
        let text = Self.policy("n", "3").replacing("  - {else: y}", with: "  - {if: \(condition), then: y}\n  - {else: y}")
        let errors = compiled(text).diagnostics.filter { $0.severity == .error }
        #expect(errors.map(\.message) == ["a comma in braces ends the number before it"], Comment(rawValue: "\(lines(errors))"))
        #expect(errors.map(\.help) == [help])
    }
}
