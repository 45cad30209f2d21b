@testable import Decision
import Diagnostics
import Testing

@Suite struct FlowTests {
    @Test("cases hold and recorded runs end as recorded", arguments: Flow.all)
    func flow(_ flow: Flow) throws {
        let compiled = try flow.asPublished
        #expect(lines(compiled.diagnostics.filter { $0.severity == .error }) == [])
        #expect(compiled.diagnostics.filter { $0.severity != .error }.map(\.rule.name) == flow.warnings)
        let diagram = try #require(compiled.value)

        let cases = try flow.cases(of: diagram)
        let results = runCases([cases.value], diagram, today: since)
        #expect(lines(cases.diagnostics + results.diagnostics) == [])
        #expect(results.value.count == flow.caseCount)

        let runs = try flow.runs()
        #expect(runs.count == flow.runCount)
        let walk = Walk(diagram, today: since)
        let replayed = stride(from: 0, to: runs.count, by: 1 + runs.count / mostRuns).map { runs[$0] }
        let differences = replayed.compactMap { run in run.difference(walk).map { "\(run.line): \($0)" } }
        #expect(differences.prefix(5) == [], "\(differences.count) of \(replayed.count) runs differ")
        print("\(flow.name): \(results.value.count) cases, \(replayed.count) of \(runs.count) runs, \(diagram.stateCount) states")
    }
}

/// Unoptimized, 3000 runs take ten seconds; a spread of them shows as much. `Tests/long/questionnaires.sh` replays every one.
private let mostRuns = longRun ? Int.max - 1 : 250

extension Flow {
    /// Three options are offered because the source offers them: see the README of the flows.
    fileprivate var warnings: [String] {
        name == "check-benefits-financial-support" ? Array(repeating: "questionnaire/unused-option", count: 3) : []
    }

    // The numbers stand here so that a file cut short is noticed.
    fileprivate var caseCount: Int? {
        [
            "additional-commodity-code": 41, "calculate-your-holiday-entitlement": 74,
            "check-benefits-financial-support": 176,
            "inherits-someone-dies-without-will": 74, "state-pension-through-partner": 19, "towing-rules": 38,
        ][name]
    }

    fileprivate var runCount: Int? {
        [
            "additional-commodity-code": 603, "calculate-your-holiday-entitlement": 3000,
            "check-benefits-financial-support": 3000,
            "inherits-someone-dies-without-will": 42, "state-pension-through-partner": 9, "towing-rules": 22,
        ][name]
    }
}
