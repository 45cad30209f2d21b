@testable import Content
@testable import Decision
import Diagnostics
import Forms
import Testing

/// Generated questionnaires whose rows have dates, on days around them.
@Suite struct GeneratedPeriodTests {
    /// A line of a text that is a row, and the days on which it counts.
    private struct DatedLine {
        let text: String
        let validity: Validity

        /// As it is written: the dates are the last fields of the row.
        var written: String {
            guard validity != .always else { return text }
            let dates = [validity.from.map { "from: \($0)" }, validity.until.map { "until: \($0)" }].compactMap(\.self)
            return text.dropLast() + ", " + dates.joined(separator: ", ") + "}"
        }
    }

    private static let first = day("2026-12-01")

    private func dated(_ text: String, _ random: inout Random) -> [DatedLine] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let row = line.trimmingPrefix { $0 == " " }
            let isRow = (row.hasPrefix("- {if: ") || row.hasPrefix("- {else: ")) && row.hasSuffix("}") && !row.contains("because:")
            // These give a fact the names of its values, and never hold.
            let names = row.contains("q0: asked, not:") || row.contains("that: ") || row.contains("same-as")
            guard isRow, !names, random.chance(50) else { return DatedLine(text: String(line), validity: .always) }
            let from = day(Self.first.number + random.below(4))
            let until = day(from.number + random.below(3))
            let validity = random.pick([Validity(from: from), Validity(until: until), Validity(from: from, until: until)])
            return DatedLine(text: String(line), validity: validity)
        }
    }

    @Test("on each day the policy decides as the one with its rows alone", arguments: 0..<(longRun ? 60 : 4))
    func filtered(batch: Int) throws {
        var (compared, decided, differing) = (0, 0, 0)
        for seed in 0..<40 {
            let focus: Generator.Focus = [.anything, .days, .refusals, .decisions][seed % 4]
            var generator = Generator(seed: UInt64(700_000 + batch * 1000 + seed), isPlain: false, focus: focus)
            var random = Random(seed: UInt64(batch * 1000 + seed))
            let lines = dated(generator.text(), &random)
            let text = lines.map(\.written).joined(separator: "\n")
            guard let timeline = readInTime(text).value else { continue }
            var last: DecisionDiagram?
            for number in Self.first.number - 1...Self.first.number + 6 {
                let day = day(number)
                // By hand: the lines of rows that are not in force are left out of the file.
                let kept = lines.filter { $0.validity.contains(day) }.map(\.text).joined(separator: "\n")
                // A group without rows cannot be written.
                guard var expected = read(kept).value else { continue }
                let policy = timeline.policy(on: day)
                expected.validity = policy.validity
                let (found, wanted) = (compile(policy, since: day), compile(expected, since: day))
                #expect((found.value == nil) == (wanted.value == nil), "\(day)\n\(text)")
                #expect(
                    found.diagnostics.map { "\($0.rule) \($0.message)" } == wanted.diagnostics.map { "\($0.rule) \($0.message)" },
                    "\(day)\n\(text)")
                compared += 1
                guard let one = found.value, let other = wanted.value else { continue }
                decided += 1
                #expect(one.decidesLike(other), "\(day)\n\(text)")
                if let last, !last.decidesLike(one) { differing += 1 }
                last = one
            }
        }
        #expect(compared > 100 && decided > 10 && differing > 0, "\(compared) \(decided) \(differing)")
    }
}
