@testable import Content
@testable import Decision
import Diagnostics
import Forms
import Testing
import Wording

/// A questionnaire through time, read from text.
func readInTime(_ text: String, csv: [String: String] = [:], library: ResolvedLibrary = emptyLibrary) -> Checked<PolicyInTime?> {
    readPolicyInTime(SourceFile(path: "q.yaml", text: text), name: name("q"), library: library) { file in
        guard let text = csv[file] else {
            return .failure(InputFile.Refusal(diagnostic: Diagnostic("environment/unreadable", "no such file", at: nil, path: file)))
        }
        return .success(SourceFile(path: file, text: text))
    }
}

/// Read and proved for all periods from a day on; the diagnostics of both.
private func compiledInTime(_ text: String, since day: Day = since, csv: [String: String] = [:]) -> Checked<[DecisionDiagram]> {
    readInTime(text, csv: csv).then { policy in
        guard let policy else { return Checked([]) }
        return compile(policy, since: day, wording: .english)
    }
}

/// Two yes-or-no questions; outcomes and tables are the test's.
private func policy(_ rest: String, outcomes: String = "") -> String {
    """
    kind: questionnaire
    title: T
    questions:
      new: {ask: Is it new?}
      old: {ask: Is it old?, ask-if: {new: no}}
    outcomes:
      x: {title: Outcome X}
      y: {title: Outcome Y}
    \(outcomes)
    """ + rest
}

@Suite struct PeriodTests {
    private static let faults = [
        Fault(
            "an end before the beginning",
            policy("rules:\n  - {if: {new: yes}, then: x, from: 2027-01-01, until: 2026-12-31}\n  - {else: y}"),
            "10:56 questionnaire/dates: this row ends on 2026-12-31, before its first day, 2027-01-01 = correct `from` or `until`"
        ),
        Fault(
            "no date", policy("rules:\n  - {if: {new: yes}, then: x, from: next year}\n  - {else: y}"),
            "10:37 yaml/type: expected a date such as 2026-11-21, found \"next year\" = write the year, month and day with hyphens, such as 2026-11-21"
        ),
        Fault(
            "an outcome that ends before it begins",
            policy(
                "rules:\n  - {if: {new: yes}, then: x}\n  - {else: y}", outcomes: "  z: {title: Z, from: 2027-01-01, until: 2026-01-01}\n"),
            "9:42 questionnaire/dates: the outcome ends on 2026-01-01, before its first day, 2027-01-01 = correct `from` or `until`"
        ),
        Fault(
            "never in force in its group",
            policy(
                "rules:\n  - if: {new: yes}\n    until: 2026-12-31\n    rules:\n      - {then: x, from: 2027-01-01}\n      - {then: x}\n  - {else: y}"
            ),
            "13:9 questionnaire/dates: this row is never in force: it counts from 2027-01-01 on, and the group around it until 2026-12-31 = correct the dates of the row or those of the group"
        ),
        Fault(
            "an outcome needed after its end",
            policy("rules:\n  - {if: {new: yes}, then: z}\n  - {else: y}", outcomes: "  z: {title: Z, until: 2026-12-31}\n"),
            "11:28 questionnaire/dates: this row is in force on every day, but the outcome z only until 2026-12-31 = write `until: 2026-12-31` on the row, or change the dates of the outcome"
        ),
        Fault(
            "an outcome needed before its beginning",
            policy(
                "rules:\n  - {if: {new: yes}, then: z, from: 2025-06-01}\n  - {else: y}",
                outcomes: "  z: {title: Z, from: 2026-01-01, until: 2026-12-31}\n"),
            "11:28 questionnaire/dates: this row is in force from 2025-06-01 on, but the outcome z only from 2026-01-01 until 2026-12-31 = write `from: 2026-01-01, until: 2026-12-31` on the row, or change the dates of the outcome"
        ),
        Fault(
            "a gap in time",
            policy(
                "rules:\n  - {if: {new: yes}, then: x, until: 2026-12-31}\n  - {if: {new: yes}, then: y, from: 2027-02-01}\n  - {if: {new: no}, then: y}"
            ),
            "9:1 questionnaire/gap: from 2027-01-01 until 2027-01-31, no rule covers these answers: Is it new? Yes = add a row for them or an `else`; if no reader can give them, list them under `impossible:`"
        ),
        Fault(
            "rows of two periods that meet on a day",
            policy(
                "rules:\n  - {if: {new: yes}, then: x, until: 2027-01-01}\n  - {if: {new: yes}, then: y, from: 2027-01-01}\n  - {if: {new: no}, then: y}"
            ),
            "11:5 questionnaire/conflict: on 2027-01-01, rows 1 and 2 lead to \"Outcome X\" and \"Outcome Y\" for these answers: Is it new? Yes"
        ),
    ]

    @Test("faults in time have a place, a message and a remedy", arguments: faults)
    func fault(_ fault: Fault) {
        let found = lines(compiledInTime(fault.text).diagnostics)
        for expected in fault.expected { #expect(found.contains { $0.hasPrefix(expected) }, "\(found)") }
    }

    @Test func `each day has the policy of its period`() throws {
        let text = policy(
            """
            rules:
              - {if: {new: yes}, then: x, until: 2026-12-31}
              - {if: {new: yes}, then: y, from: 2027-01-01}
              - {if: {new: no, old: yes}, then: z, from: 2027-06-01, until: 2027-06-30}
              - {else: y}
            """, outcomes: "  z: {title: Z, from: 2027-06-01, until: 2027-06-30}\n")
        let found = readInTime(text)
        #expect(lines(found.diagnostics) == [])
        let timeline = try #require(found.value)
        #expect(
            timeline.periods.map(\.validity.words) == [
                "until 2026-12-31", "from 2027-01-01 until 2027-05-31", "from 2027-06-01 until 2027-06-30", "from 2027-07-01 on",
            ])
        #expect(timeline.periods.map { $0.decisions[0].table.rows.count } == [2, 2, 3, 2])
        #expect(timeline.periods.map { $0.outcomes.map(\.id.description).joined() } == ["xy", "xy", "xyz", "xy"])
        #expect(timeline.written.decisions[0].table.rows.count == 4)
        #expect(timeline.later(than: since).count == 3)
        let proved = compile(timeline, since: since, wording: .english)
        #expect(lines(proved.diagnostics) == [])
        #expect(proved.value.map(\.since) == [since, day("2027-01-01"), day("2027-06-01"), day("2027-07-01")])
        let ends = proved.value.map { diagram -> String in
            let position = Walk(diagram, today: diagram.since).position([0: .option(0)])
            guard case .result(let result) = position.state else { return "-" }
            return result.outcomes.joined().map { diagram.questionnaire.outcomes[$0].id.description }.joined()
        }
        #expect(ends == ["x", "y", "y", "y"])
    }

    @Test func `what is dead in one period only is not dead`() {
        let rows = """
            rules:
              - {if: {new: yes}, then: x}
              - {if: {new: no, old: yes}, then: x}
              - {if: {old: yes}, then: x, from: 2027-01-01}
              - {if: {new: no, old: no}, then: y, until: 2026-12-31}
              - {if: {new: no, old: no}, then: x, from: 2027-01-01}
            """
        // The third row is dead while it is in force; the outcome y and the question old count until the end of the year.
        #expect(
            lines(compiledInTime(policy(rows)).diagnostics).map { $0.prefix(60) } == [
                "12:5 questionnaire/dead-rule: from 2027-01-01 on, row 3 can "
            ])
        // After it nothing depends on them.
        #expect(lines(compiledInTime(policy(rows), since: day("2027-03-01")).diagnostics).count > 1)
    }

    @Test func `a spreadsheet has columns of dates`() throws {
        let text = policy("rules: {from: r.csv}")
        let csv = "new,then,from,until\nyes,x,,2026-12-31\nyes,y,2027-01-01,\nno,y,,\n"
        let proved = compiledInTime(text, csv: ["r.csv": csv])
        #expect(!proved.diagnostics.hasErrors, "\(lines(proved.diagnostics))")
        #expect(proved.value.count == 2)
        let wrong = compiledInTime(text, csv: ["r.csv": "new,then,from\nyes,x,soon\nno,y,\n"])
        #expect(lines(wrong.diagnostics).first?.hasPrefix("2:7 yaml/type: expected a date") ?? false, "\(lines(wrong.diagnostics))")
    }

    @Test func `a case is decided by the policy of its day`() throws {
        let text = policy(
            """
            rules:
              - {if: {new: yes}, then: w, until: 2025-12-31}
              - {if: {new: yes}, then: x, from: 2026-01-01, until: 2026-12-31}
              - {if: {new: yes}, then: z, from: 2027-01-01}
              - {if: {new: no}, then: y}
            """, outcomes: "  w: {title: W, until: 2025-12-31}\n  z: {title: Z, from: 2027-01-01}\n")
        let timeline = try #require(readInTime(text).value)
        let diagrams = compile(timeline, since: since, wording: .english)
        let cases = """
            - {name: Then, today: 2025-06-01, answers: {new: yes}, outcome: w}
            - {name: Now, today: 2026-11-21, answers: {new: yes}, outcome: x}
            - {name: Before the build, today: 2026-02-01, answers: {new: yes}, outcome: x}
            - {name: Next, today: 2027-01-01, answers: {new: yes}, outcome: z}
            - {name: Undated, answers: {new: yes}, outcome: x}
            - {name: Always, answers: {new: no}, outcome: y}
            - {name: Wrong, today: 2027-01-01, answers: {new: yes}, outcome: x}
            - {name: Too early, today: 2026-12-31, answers: {new: yes}, outcome: z}
            """
        let file = readCases(
            SourceFile(path: "q.cases.yaml", text: cases), policy: { timeline.policy(on: $0 ?? since) }, words: { _, _ in nil })
        let run = runCases([file.value], diagrams.value, of: timeline, today: since, wording: .english)
        #expect(run.value.map(\.passed) == [true, true, true, true, true, true, false])
        #expect(run.value.map(\.isPresent) == [false, true, true, false, true, true, false])
        let found = lines(file.diagnostics + run.diagnostics)
        let expected = [
            "5:10 questionnaire/undated-case: the case \"Undated\" has no date, but its result depends on the date",
            "7:66 questionnaire/case-failed: the case \"Wrong\" expects x but gets z | the path: new=yes",
            "8:70 questionnaire/unknown-name: there is no outcome \"z\"",
        ]
        #expect(found.count == 3 && zip(found, expected).allSatisfy { $0.hasPrefix($1) }, "\(found)")
    }

    @Test func `dates count to the end of their period only`() {
        // From 2027 on, nothing bought then is 90 days old before April: only the second row counts days.
        let text = """
            kind: questionnaire
            title: T
            questions:
              bought: {ask: When?, date: {from: 2027-01-01, to: 2027-12-31}}
            outcomes:
              x: {title: X}
              y: {title: Y}
            rules:
              - {if: {bought: before today}, then: x, until: 2026-12-31}
              - {if: {bought: on or after today}, then: y, until: 2026-12-31}
              - {if: {bought: before 2027-06-01}, then: x, from: 2027-01-01}
              - {if: {bought: on or after 2027-06-01}, then: y, from: 2027-01-01}
            """
        #expect(
            lines(compiledInTime(text).diagnostics).map { $0.prefix(50) } == [
                "9:5 questionnaire/dead-rule: row 1 can never decid", "10:11 questionnaire/dead-rule: this entry is alway",
            ])
    }

    @Test func `outcomes out of force are nothing that later decisions can find`() throws {
        let text = """
            kind: questionnaire
            title: T
            questions:
              new: {ask: Is it new?}
            outcomes:
              a: {title: A, until: 2026-12-31}
              b: {title: B}
              c: {title: C}
              d: {title: D}
            decisions:
              one:
                rules:
                  - {if: {new: yes}, then: a, until: 2026-12-31}
                  - {else: b}
              two:
                rules:
                  - {if: {one: a}, then: c}
                  - {if: {one: not a}, then: d}
            """
        let proved = compiledInTime(text)
        #expect(lines(proved.diagnostics) == [])
        let ends = proved.value.map { diagram -> [String] in
            guard case .result(let result) = Walk(diagram, today: diagram.since).position([0: .option(0)]).state else { return [] }
            return result.outcomes.joined().map { diagram.questionnaire.outcomes[$0].id.description }
        }
        #expect(ends == [["a", "c"], ["b", "d"]])
    }

    @Test func `a period ends where a value of a data file changes that the questionnaire names`() throws {
        let fees = """
            kind: values
            title: Fees
            values:
              limit:
                - {value: 10, unit: days, until: 2026-12-31}
                - {value: 20, unit: days, from: 2027-01-01, until: 2027-06-30}
                - {value: 20, unit: weeks, from: 2027-07-01}
              other:
                - {value: 1, until: 2026-12-01}
                - {value: 2, from: 2026-12-02}

            """
        let text = """
            kind: questionnaire
            title: T
            questions:
              days: {ask: How many?, number: {from: 1, to: 60, unit: days}}
            outcomes:
              x: {title: "At most {{ fees.limit }}"}
              y: {title: Y}
            rules:
              - {if: {days: at most fees.limit}, then: x, until: 2027-06-30}
              - {if: {days: over fees.limit}, then: y, until: 2027-06-30}
              - {then: y, from: 2027-07-01}
            """
        let present = library(data: ["fees": fees], today: since)
        let found = readInTime(text, library: present)
        let timeline = try #require(found.value ?? nil, "\(lines(found.diagnostics))")
        #expect(timeline.periods.map(\.validity.words) == ["until 2026-12-31", "from 2027-01-01 until 2027-06-30", "from 2027-07-01 on"])
        let ends = ["2026-11-30", "2027-01-01"].map { text -> String in
            let day = day(text)
            let diagram = compile(timeline.policy(on: day), since: day).value
            let position = diagram.map { Walk($0, today: day).position([0: .number(ExactNumber(units: 15, decimals: 0))]) }
            guard case .result(let result)? = position?.state else { return "-" }
            return result.outcomes.joined().map { timeline.policy(on: day).outcomes[$0].title.string }.joined()
        }
        #expect(ends == ["Y", "At most 20 days"])
    }

    @Test func `a value that does not fit a later period is told with its days`() {
        let fees =
            "kind: values\ntitle: F\nvalues:\n  limit:\n    - {value: 10, until: 2026-12-31}\n    - {value: many, from: 2027-01-01}\n"
        let text = """
            kind: questionnaire
            title: T
            questions:
              days: {ask: How many?, number: {from: 1, to: 60}}
            outcomes:
              x: {title: X}
            rules:
              - {if: {days: at most fees.limit}, then: x}
              - {else: x}
            """
        let found = readInTime(text, library: library(data: ["fees": fees], today: since))
        #expect(found.value == nil)
        #expect(
            lines(found.diagnostics) == [
                "8:25 questionnaire/type: from 2027-01-01 on, days is a number, but fees.limit is \"many\" = compare it with a value that is a number"
            ])
    }
}
