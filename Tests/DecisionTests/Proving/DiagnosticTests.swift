@testable import Content
@testable import Decision
import Diagnostics
import Forms
import Testing

/// A fault in a questionnaire, and the whole message it has to give.
struct Fault: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let expected: [String]

    init(_ name: String, _ text: String, _ expected: String...) {
        testDescription = name
        self.text = text
        self.expected = expected
    }
}

/// Two yes-or-no questions, a number, tick-boxes and a date; the tables are the test's.
private func policy(_ rest: String, questions: String = "") -> String {
    """
    kind: questionnaire
    title: T
    questions:
      new: {ask: Is it new?}
      old: {ask: Is it old?, ask-if: {new: no}}
      size: {ask: How large?, number: {from: 1, to: 100, unit: cm}}
      has: {ask: What do you have?, any-of: {order: An order, receipt: A receipt}}
      bought: {ask: When was it bought?, date: {from: 2020-01-01, to: today}}
    \(questions)outcomes:
      x: {title: Outcome X}
      y: {title: Outcome Y}

    """ + rest
}

@Suite struct DiagnosticTests {
    private static let faults = [
        Fault(
            "gap", policy("rules:\n  - {if: {new: yes}, then: x}\n  - {if: {old: yes}, then: y}"),
            "12:1 questionnaire/gap: no rule covers these answers: Is it new? No; Is it old? No = add a row for them or an `else`; if no reader can give them, list them under `impossible:`"
        ),
        Fault(
            "gap between numbers",
            policy("rules:\n  - {if: {size: under 20}, then: x}\n  - {if: {size: over 20}, then: y}"),
            "12:1 questionnaire/gap: no rule covers these answers: How large? 20 cm = add a row for them or an `else`; if no reader can give them, list them under `impossible:`"
        ),
        Fault(
            "gap between compared numbers",
            policy(
                "rules:\n  - {if: {size: under other}, then: x}\n  - {if: {size: over other}, then: y}",
                questions: "  other: {ask: The other?, number: {from: 0, to: 9.5, decimals: 1}}\n"),
            "13:1 questionnaire/gap: no rule covers these answers: How large? the same as “The other?” = add a row for them or an `else`; if no reader can give them, list them under `impossible:`"
        ),
        Fault(
            "gap above a compared number",
            policy(
                "rules:\n  - {if: {size: at most other}, then: x}",
                questions: "  other: {ask: The other?, number: {from: 1, to: 100}}\n"),
            "13:1 questionnaire/gap: no rule covers these answers: How large? over “The other?” = add a row for them or an `else`; if no reader can give them, list them under `impossible:`"
        ),
        Fault(
            "gap between ticks",
            policy("rules:\n  - {if: {has: {has: order}}, then: x}\n  - {if: {has: {has: receipt}}, then: x}"),
            "12:1 questionnaire/gap: no rule covers these answers: What do you have? nothing ticked = add a row for them or an `else`; if no reader can give them, list them under `impossible:`"
        ),
        Fault(
            "gap of dates",
            policy(
                "rules:\n  - {if: {bought: before 2024-03-01}, then: x}\n  - {if: {bought: after today - 90 days}, then: x}"
            ),
            "12:1 questionnaire/gap: no rule covers these answers: When was it bought? from 1 March 2024 to 90 days ago = add a row for them or an `else`; if no reader can give them, list them under `impossible:`"
        ),
        Fault(
            "conflict",
            policy(
                "rules:\n  - {if: {new: yes}, then: x}\n  - {if: {new: yes, size: over 50}, then: y}\n  - {else: x}"),
            "14:5 questionnaire/conflict: rows 1 and 2 lead to \"Outcome X\" and \"Outcome Y\" for these answers: Is it new? Yes; How large? over 50 cm | row 1 is on line 13 = narrow one of the two rows, or use `match: first`"
        ),
        Fault(
            "fact without a value",
            policy(
                "facts:\n  f:\n    rules:\n      - {if: {size: over 50}, then: yes}\nrules:\n  - {if: {new: yes}, then: x}\n  - {if: {new: no, f: yes}, then: y}"
            ),
            "13:3 questionnaire/gap: the fact f has no value for these answers: Is it new? No; How large? up to 50 cm | it is used by the rules = add a row for them, or an `else`"
        ),
        Fault(
            "fact with two values",
            policy(
                "facts:\n  f:\n    rules:\n      - {if: {size: over 50}, then: yes}\n      - {if: {size: over 80}, then: no}\n      - {else: no}\nrules:\n  - {if: {f: yes}, then: x}\n  - {if: {f: no}, then: y}"
            ),
            "16:9 questionnaire/conflict: rows 1 and 2 give the fact f different values for these answers: How large? over 80 cm | row 1 is on line 15 = narrow one of the two rows, or use `match: first`"
        ),
        Fault(
            "unknown option", policy("rules:\n  - {if: {new: yse}, then: x}\n  - {else: y}"),
            "13:16 questionnaire/unknown-name: new has no answer \"yse\" = did you mean yes?"),
        Fault(
            "unknown question", policy("rules:\n  - {if: {nwe: yes}, then: x}\n  - {else: y}"),
            "13:11 questionnaire/unknown-name: there is no question or fact \"nwe\" = did you mean new?"),
        Fault(
            "unknown outcome", policy("rules:\n  - {if: {new: yes}, then: xx}\n  - {else: y}"),
            "13:28 questionnaire/unknown-name: there is no outcome \"xx\" = there are x and y"),
        Fault(
            "type", policy("rules:\n  - {if: {size: before 3}, then: x}\n  - {else: y}"),
            "13:17 questionnaire/type: \"before\" does not fit size, which is a number = for numbers write `under 3`"),
        Fault(
            "number that no answer is", policy("rules:\n  - {if: {size: 3.5}, then: x}\n  - {else: y}"),
            "13:17 questionnaire/type: size takes whole numbers, so no answer is 3.5 = write another number, or set `decimals: 1` under `number` of size"
        ),
        Fault(
            "number that every answer is not", policy("rules:\n  - {if: {size: not 2.50}, then: x}\n  - {else: y}"),
            "13:17 questionnaire/type: size takes whole numbers, so no answer is 2.5 = write another number, or set `decimals: 1` under `number` of size"
        ),
        Fault(
            "bound that no answer is",
            policy("rules:\n  - {else: y}", questions: "  n: {ask: How many?, number: {from: 0.5, to: 9}}\n"),
            "9:38 questionnaire/type: n takes whole numbers, so no answer is 0.5 = write another bound, or add `decimals: 1`"),
        Fault(
            "in as a map", policy("sets: {s: [yes]}\nrules:\n  - {if: {new: {in: s}}, then: x}\n  - {else: y}"),
            "14:17 questionnaire/type: \"in\" and what follows it are written in one text, without a colon between = write `new: in s`"),
        Fault(
            "comparison as a map", policy("rules:\n  - {if: {size: {at least: 3}}, then: x}\n  - {else: y}"),
            "13:18 questionnaire/type: \"at least\" and what follows it are written in one text, without a colon between = write `size: at least 3`"
        ),
        Fault(
            "plain value for tick-boxes", policy("rules:\n  - {if: {has: order}, then: x}\n  - {else: y}"),
            "13:16 questionnaire/type: has takes several answers, so a plain value is ambiguous = write `has: {has: order}`, or use has-all, lacks, only or none"
        ),
        Fault(
            "facts in a circle",
            policy(
                "facts:\n  f: {rules: [{if: {g: yes}, then: yes}, {else: no}]}\n  g: {rules: [{if: {f: yes}, then: yes}, {else: no}]}\nrules:\n  - {if: {f: yes}, then: x}\n  - {else: y}"
            ),
            "13:3 questionnaire/cycle: facts depend on each other: f needs g needs f = make one of them depend on answers alone"
        ),
        Fault(
            "asked if not asked",
            policy(
                "rules:\n  - {if: {a: yes}, then: x}\n  - {else: y}",
                questions: "  a: {ask: A?, ask-if: {b: not asked}}\n  b: {ask: B?, ask-if: {a: not asked}}\n"),
            "9:3 questionnaire/cycle: whether a and b are asked depends on each other = make one `ask-if` depend on answers to other questions"
        ),
        Fault(
            "asked by a fact on itself",
            policy(
                "facts:\n  f: {rules: [{if: {a: yes}, then: yes}, {else: no}]}\nrules:\n  - {if: {a: yes}, then: x}\n  - {else: y}",
                questions: "  a: {ask: A?, ask-if: {f: yes}}\n"),
            "9:25 questionnaire/cycle: the `ask-if` of a waits for the fact f, which depends on a = make it depend on other answers"
        ),
        Fault(
            "asked only because of a question that a fact lets in elsewhere",
            policy(
                "facts:\n  f: {rules: [{if: {a: 4}, then: no}, {if: {b: no}, then: yes}, {else: yes}]}\nrules:\n  - {if: {b: yes, c: yes}, then: x}\n  - {else: y}",
                questions:
                    "  a: {ask: A?, number: {from: 0, to: 4}}\n  b: {ask: B?, ask-if: {a: 4, c: yes}}\n  c: {ask: C?, ask-if: {any: [{a: at most 3, f: yes}, {b: asked}]}}\n"
            ),
            "10:25 questionnaire/cycle: b is never asked, as it waits for c, which is then asked only because of b = make one `ask-if` depend on other answers"
        ),
        Fault(
            "not yet", policy("amounts:\n  fee: {value: month(today)}\nrules:\n  - {if: {fee: 8}, then: y}\n  - {else: y}"),
            "15:11 questionnaire/not-yet: this comparison of fee, which rests on no answer but today, cannot be used yet = this version of Waymark does not support it; express it in another way"
        ),
        Fault(
            "bare sign", policy("rules:\n  - {if: {size: >= 3}, then: x}\n  - {else: y}"),
            "13:3 yaml/syntax: a special character or colon in braces needs quotes = write `{if: {size: \">= 3\"}, then: x}`"
        ),
        Fault(
            "comma in braces", policy("rules:\n  - {else: y}", questions: "  q: {ask: Is it new, or used?}\n"),
            "9:23 yaml/type: a comma in braces ends the value before it = write `ask: \"Is it new, or used?\"`"),
        Fault(
            "text shows what was not asked",
            policy("rules:\n  - {if: {new: yes}, then: z}\n  - {if: {new: no}, then: x}").replacing(
                "  y: {title: Outcome Y}\n", with: "  z:\n    title: Z\n    text: You said {{ old }}.\n"),
            "13:20 questionnaire/no-value: the text of z shows old, which has no value for these answers: Is it new? Yes = show it in a paragraph with an `if` or in a separate outcome, or ask the question in these cases too"
        ),
    ]

    @Test(arguments: faults) func errors(_ fault: Fault) {
        let found = compiled(fault.text)
        #expect(lines(found.diagnostics.filter { $0.severity == .error }) == fault.expected)
    }

    @Test func warnings() {
        let found = compiled(
            policy(
                """
                facts:
                  unused: {rules: [{else: yes}]}
                rules:
                  - {if: {new: yes}, then: x}
                  - {if: {new: yes, size: over 5}, then: x}
                  - {if: {old: yes, new: yes}, then: x}
                  - {if: {size: at least 1, new: no}, then: x}
                """))
        let all = lines(found.diagnostics).joined(separator: "\n")
        #expect(
            all.contains("11:3 questionnaire/unreachable-outcome: no answers lead to the outcome y = no row names it"))
        #expect(all.contains("13:3 questionnaire/unused-fact: nothing uses the fact unused = delete it"))
        #expect(all.contains("16:5 questionnaire/dead-rule: row 2 can never decide: other rows cover it"))
        #expect(
            all.contains("17:5 questionnaire/dead-rule: row 3 can never decide: its answers cannot be given together"))
        #expect(all.contains("18:11 questionnaire/dead-rule: this entry is always true"))
    }
}
