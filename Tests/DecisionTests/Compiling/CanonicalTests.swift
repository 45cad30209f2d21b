@testable import Content
@testable import Decision
import Diagnostics
import Forms
import Testing

@Suite struct CanonicalTests {
    private func routing(_ text: String) throws -> String {
        let checked = compiled(text, library: deviceLibrary)
        let diagram = try #require(checked.value, Comment(rawValue: lines(checked.diagnostics).joined(separator: "\n")))
        return JSON.object(CompiledForm.deciding(diagram)).text
    }

    @Test func `the order of rows leaves no trace`() throws {
        let rows = [
            "  - {if: {a: yes, b: yes}, then: x}", "  - {if: {a: yes, b: no}, then: y}",
            "  - {if: {a: no, n: under 3}, then: x}",
            "  - {if: {a: no, n: from 3 to 7}, then: y}", "  - {if: {a: no, n: over 7}, then: z}",
        ]
        let head = """
            kind: questionnaire
            title: T
            questions:
              a: {ask: A?}
              b: {ask: B?, ask-if: {a: yes}}
              n: {ask: N?, number: {from: 0, to: 9}, ask-if: {a: no}}
            outcomes: {x: {title: X}, y: {title: Y}, z: {title: Z}}
            rules:

            """
        let first = try routing(head + rows.joined(separator: "\n"))
        var random = Random(seed: 1)
        for _ in 0..<20 { #expect(try routing(head + rows.shuffled(using: &random).joined(separator: "\n")) == first) }
    }

    @Test func `the same policy written differently is the same`() throws {
        let head = """
            kind: questionnaire
            title: T
            questions:
              a: {ask: A?}
              b: {ask: B?, ask-if: {a: yes}}
              n: {ask: N?, number: {from: 0, to: 9}}
            outcomes: {x: {title: X}, y: {title: Y}}

            """
        let plain = try routing(
            head + """
                rules:
                  - {if: {a: yes, b: yes, n: over 4}, then: x}
                  - {else: y}
                """)
        let other = try routing(
            head + """
                facts:
                  big: {rules: [{if: {n: under 3}, then: no}, {if: {n: [3, 4]}, then: no}, {else: yes}]}
                match: first
                rules:
                  - {if: {a: no}, then: y}
                  - if: {big: yes}
                    rules:
                      - {if: {not: {b: no}}, then: x}
                  - {else: y}
                """)
        #expect(plain == other)
    }
}
