@testable import Decision
import Content
import Diagnostics
import Forms
import Foundation
import Testing
import Wording
import Words

/// Small changes of the flows, made in their text: what the recorded cases notice of them, and what the suggested ones do.
@Suite(.serialized) struct KillTests {
    @Test(
        "suggested cases notice every change that changes a result",
        arguments: Flow.all.filter { chosen.isEmpty ? isLong || quick.contains($0.name) : chosen.contains($0.name) })
    func kills(_ flow: Flow) async throws {
        let diagram = try #require(try flow.asPublished.value)
        let own = runCases([try flow.cases(of: diagram).value], diagram, today: since).value
        let clock = ContinuousClock()
        let start = clock.now
        let found = await suggestCases(diagram, existing: [], today: since, changes: mostChanges)
        print("\(flow.name): \(found.cases.count) suggested, \(found.changes) in \(clock.now - start)")
        let text = CaseText(diagram.questionnaire, .english).text(found.cases)
        let read = readCases(SourceFile(path: "s.cases.yaml", text: text), of: diagram.questionnaire)
        let suggested = runCases([read.value], diagram, today: since)
        #expect(lines(read.diagnostics + suggested.diagnostics).prefix(5) == [])
        var random = Random(seed: 7)
        var counts = (changing: 0, own: 0, suggested: 0)
        for mutant in TextMutants(try flow.text()).sample(&random, mostMutants) {
            guard let other = flow.compiled(mutant.text).value, !other.decidesLike(diagram) else { continue }
            // What is asked may differ where every result stays the same: no change of a result.
            var steps = 20_000
            let search = DistinguishingSearch(walk: Walk(diagram, today: since), other: Walk(other, today: since))
            guard search.answers(steps: &steps) != nil else { continue }
            counts.changing += 1
            counts.own += isNoticed(mutant, flow, own) ? 1 : 0
            let isNoticed = isNoticed(mutant, flow, suggested.value)
            counts.suggested += isNoticed ? 1 : 0
            #expect(isNoticed, "\(flow.name): \(mutant.change)")
        }
        print(
            "\(flow.name): of \(counts.changing) changes the \(own.count) own cases notice \(counts.own), \(suggested.value.count) suggested ones \(counts.suggested)"
        )
    }

    private func isNoticed(_ mutant: TextMutant, _ flow: Flow, _ results: [CaseResult]) -> Bool {
        guard let other = flow.compiled(mutant.text).value else { return true }
        let check = CaseCheck(other.questionnaire, since: since, showsFacts: false)
        return results.filter(\.passed).contains { result in
            let position = Walk(other, today: result.today).position(result.position.answers)
            return result.demands.contains { !check.isMet($0, by: position, today: result.today) }
        }
    }
}

/// Whether `Tests/long/kills` runs this: every change of every flow.
private let isLong = ProcessInfo.processInfo.environment["WAYMARK_LONG"] == "1"

/// Which flows, where `Tests/long/kills` names some.
private let chosen = Set((ProcessInfo.processInfo.environment["WAYMARK_FLOWS"] ?? "").split(separator: " ").map(String.init))

/// Flows that take no minutes in a debug build.
private let quick: Set = [
    "inherits-someone-dies-without-will", "state-pension-through-partner", "towing-rules",
]

/// How many changes of each flow are tried; all of them in the long run.
private let mostMutants = ProcessInfo.processInfo.environment["WAYMARK_CHANGES"].flatMap(Int.init) ?? (isLong ? Int.max : 25)

/// How many changes the search for cases itself tries.
private let mostChanges = isLong ? 2_000 : 100
