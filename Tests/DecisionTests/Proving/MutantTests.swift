@testable import Content
@testable import Decision
import Diagnostics
import Forms
import Testing

@Suite struct MutantTests {
    private static let rows = [
        "{if: {a: yes, b: x}, then: o1}", "{if: {a: yes, b: [y, z]}, then: o2}",
        "{if: {a: no, n: under 3, c: yes}, then: o1}",
        "{if: {a: no, n: under 3, c: no}, then: o3}", "{if: {a: no, n: from 3 to 7}, then: o2}",
        "{if: {a: no, n: over 7}, then: o3}",
    ]

    private static func text(_ rows: [String]) -> String {
        """
        kind: questionnaire
        title: T
        questions:
          a: {ask: A?}
          b: {ask: B?, one-of: {x: X, y: Y, z: Z}, ask-if: {a: yes}}
          n: {ask: N?, number: {from: 0, to: 9}, ask-if: {a: no}}
          c: {ask: C?, ask-if: {a: no}}
        outcomes: {o1: {title: One}, o2: {title: Two}, o3: {title: Three}}
        rules:
        \(rows.map { "  - \($0)" }.joined(separator: "\n"))
        """
    }

    /// Each mutant with one row deleted, one entry negated or dropped, or one outcome exchanged.
    private static var mutants: [[String]] {
        var result: [[String]] = []
        let changes = [
            ("a: yes", "a: no"), ("a: no", "a: yes"), ("b: x", "b: not x"), ("under 3", "under 4"),
            ("under 3", "under 2"), ("from 3 to 7", "from 2 to 7"),
            ("from 3 to 7", "from 3 to 6"), ("over 7", "over 8"), ("over 7", "over 6"), ("c: yes", "c: no"),
            (", c: no", ""), (", c: yes", ""),
            ("a: yes, b: x", "a: yes"), ("[y, z]", "y"), ("a: no, n", "n"), ("then: o1", "then: o2"),
            ("then: o3", "then: o1"),
        ]
        for index in rows.indices {
            var fewer = rows
            fewer.remove(at: index)
            result.append(fewer)
            for (from, to) in changes where rows[index].contains(from) {
                var changed = rows
                changed[index] = rows[index].replacing(from, with: to)
                result.append(changed)
            }
        }
        return result
    }

    @Test func `every mutant is reported, fails a suggested case, or changes nothing`() async throws {
        let good = compiled(Self.text(Self.rows))
        #expect(lines(good.diagnostics) == [])
        let diagram = try #require(good.value)
        let cases = await suggestCases(diagram, existing: [], today: since).cases
        let routing = JSON.object(CompiledForm.deciding(diagram)).text
        for mutant in Self.mutants {
            let found = compiled(Self.text(mutant))
            guard found.diagnostics.isEmpty, let other = found.value else { continue }
            if JSON.object(CompiledForm.deciding(other)).text == routing { continue }
            let failed = cases.contains { item in
                let answers = Dictionary(uniqueKeysWithValues: item.answers.map { ($0.question, $0.answer) })
                guard case .result(let result) = Walk(other, today: since).position(answers).state,
                    case .result(let wanted) = item.end
                else { return true }
                return result.outcomes != wanted.outcomes
            }
            #expect(failed, Comment(rawValue: mutant.joined(separator: "\n")))
        }
    }

    private static let refusing = """
        kind: questionnaire
        title: T
        questions:
          people: {ask: How many?, number: {from: 1, to: 30}}
          plan:
            ask: Which plan?
            one-of: {small: Small, large: Large, huge: Huge}
            must:
              - {if: {people: at most 10}, that: {plan: small}, else: Too large}
              - {that: {plan: not huge}, if: {people: under 20}, else: Not yet}
          born: {ask: When born?, date: {from: 2000-01-01, to: today}, must: [{that: {born: before today - 18 years}, else: Too young}]}
          member: {ask: Member?, ask-if: {plan: [large, huge]}}
        outcomes: {o1: {title: One}, o2: {title: Two}, o3: {title: Three}}
        impossible:
          - {if: {plan: huge, member: no}, because: Huge plans are for members}
          - {if: {people: over 25, plan: small}, because: It holds no more}
        rules:
          - {if: {plan: small}, then: o1}
          - {if: {plan: not small, member: yes}, then: o2}
          - {else: o3}

        """

    private static let refusalChanges = [
        ("at most 10", "at most 11"), ("at most 10", "under 10"), ("that: {plan: small}", "that: {plan: [small, large]}"),
        ("{plan: not huge}", "{plan: [small, huge]}"), ("under 20", "at most 20"), ("under 20", "under 19"),
        ("if: {people: at most 10}, that", "that"), ("      - {if: {people: at most 10}, that: {plan: small}, else: Too large}\n", ""),
        ("before today - 18", "on or before today - 18"), ("18 years", "17 years"),
        (", must: [{that: {born: before today - 18 years}, else: Too young}]", ""), ("plan: huge, member: no", "plan: huge, member: yes"),
        ("plan: huge, member: no", "plan: large, member: no"), ("over 25", "over 26"), ("over 25", "at least 25"),
        ("over 25, plan: small", "over 25, plan: large"), ("over 25, plan", "plan"),
        ("  - {if: {people: over 25, plan: small}, because: It holds no more}\n", ""),
    ]

    @Test func `every change of what is refused or impossible is reported, or fails a suggested case`() async throws {
        let diagram = try #require(compiled(Self.refusing).value)
        let cases = await suggestCases(diagram, existing: [], today: since).cases
        for (from, to) in Self.refusalChanges {
            let changed = Self.refusing.replacing(from, with: to)
            #expect(changed != Self.refusing)
            guard let other = compiled(changed).value else { continue }
            let isNoticed = cases.contains { item in
                let answers = Dictionary(uniqueKeysWithValues: item.answers.map { ($0.question, $0.answer) })
                return !Walk(diagram, today: since).position(answers).endsLike(Walk(other, today: since).position(answers))
            }
            #expect(isNoticed, "\(from) => \(to)")
        }
    }
}
