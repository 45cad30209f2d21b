@testable import Decision
import Content
import Diagnostics
import Forms
import Foundation
import Testing

/// The walks that the tests of the browser's walker follow are what Swift gives now. `WAYMARK_RECORD=1` writes them.
@Suite struct VectorTests {
    @Test("walks of the flows are up to date", arguments: Flow.all)
    func flow(_ flow: Flow) throws {
        let diagram = try #require(try flow.asPublished.value)
        var sampler = WalkSampler(diagram, seed: 3)
        try check(WalkVectors(name: "flow-\(flow.name)", diagram: diagram, walks: sampler.paths(upTo: 60)))
    }

    @Test func `walks of the published questionnaires are up to date`() async throws {
        let resolved = await load(LoadOptions(site: Folders.site.path, includesDrafts: false, today: since, jobs: 2)).value
        let library = resolved.library
        #expect(library.questionnaires.count >= 4)
        for files in library.questionnaires {
            let read = readQuestionnaire(files.source, name: files.name, library: resolved) { file in
                library.spreadsheets[file]
                    ?? .failure(InputFile.Refusal(diagnostic: Diagnostic("csv/unreadable", "no file", at: nil)))
            }
            let questionnaire = try #require(read.value)
            let diagram = try #require(compile(questionnaire, since: since).value)
            var sampler = WalkSampler(diagram, seed: 1)
            try check(WalkVectors(name: "content-\(files.name)", diagram: diagram, walks: sampler.paths(upTo: 400)))
        }
    }

    @Test func `walks of generated questionnaires are up to date`() throws {
        var vectors: [WalkVectors] = []
        // Named by their seed, so that a change of one leaves the others alone.
        for number in 100..<1000 where vectors.count < 30 {
            var generator = Generator(seed: 300_000 + UInt64(number), isPlain: false)
            // Many generated rules leave gaps, and a questionnaire of one state shows little.
            guard let diagram = compiled(generator.text()).value, diagram.stateCount > 2 else { continue }
            var sampler = WalkSampler(diagram, seed: UInt64(number))
            vectors.append(WalkVectors(name: "random-\(number)", diagram: diagram, walks: sampler.anyAnswers(20)))
        }
        for focus in Generator.Focus.allCases.dropFirst() {
            let wanted = vectors.count + 5
            for number in 100..<1000 where vectors.count < wanted {
                var generator = Generator(seed: 300_000 + UInt64(number), isPlain: false, focus: focus)
                guard let diagram = compiled(generator.text()).value, diagram.stateCount > 2 else { continue }
                var sampler = WalkSampler(diagram, seed: UInt64(number))
                let today = day(since.number + (focus == .days ? 2 : 0))
                vectors.append(
                    WalkVectors(name: "random-\(focus)-\(number)", diagram: diagram, walks: sampler.anyAnswers(20), today: today))
            }
        }
        let folder = try FileManager.default.contentsOfDirectory(atPath: Folders.walks.path)
        let old = Set(folder.filter { $0.hasPrefix("random-") }).subtracting(vectors.map { "\($0.name).json" })
        if isRecording {
            for name in old { try FileManager.default.removeItem(at: Folders.walks.appending(path: name)) }
        } else {
            #expect(old == [])
        }
        for each in vectors { try check(each) }
    }

    /// An outcome has several reasons where its rows are told one by one.
    @Test func `walks with a reason for each row are up to date`() throws {
        var random = Random(seed: 9)
        var limits = CompileLimits()
        limits.rowSetNodes = 0
        let text = RowByRowTests.ticks(10, 2, "match: many", &random, options: 5)
        let diagram = try #require(compiled(text, limits: limits).value)
        #expect(diagram.reasons.count > diagram.decisionRoots.count)
        var sampler = WalkSampler(diagram, seed: 9)
        try check(WalkVectors(name: "row-by-row", diagram: diagram, walks: sampler.anyAnswers(60)))
    }

    /// Ages and months between days of which the month has no such day, on a day of that kind.
    @Test func `walks around the ends of months are up to date`() throws {
        let text = """
            kind: questionnaire
            title: T
            questions:
              born: {ask: When?, date: {from: 2008-01-29, to: 2008-03-01}}
              left: {ask: And then?, date: {from: 2026-01-29, to: 2026-03-02}}
            amounts:
              age: {value: "years-between(born, today)"}
              gone: {value: "months-between(left, today)"}
              due: {value: left + 1 month}
            outcomes: {a: {title: A}, b: {title: B}, c: {title: C}, d: {title: D}}
            match: first
            rules:
              - {if: {age: under 18}, then: a}
              - {if: {gone: at least 1}, then: b}
              - {if: {due: today}, then: c}
              - {else: d}
            """
        for today in ["2026-02-28", "2026-03-30"] {
            let questionnaire = try #require(read(text).value)
            let diagram = try #require(compile(questionnaire, since: day(today)).value)
            var sampler = WalkSampler(diagram, seed: 5)
            try check(
                WalkVectors(name: "months-\(today)", diagram: diagram, walks: sampler.anyAnswers(120), today: day(today)))
        }
    }

    private var isRecording: Bool { ProcessInfo.processInfo.environment["WAYMARK_RECORD"] == "1" }

    private func check(_ vectors: WalkVectors) throws {
        let file = Folders.walks.appending(path: "\(vectors.name).json")
        let text = vectors.text
        if isRecording {
            try Data(text.utf8).write(to: file)
            return
        }
        let known = try String(contentsOf: file, encoding: .utf8)
        guard known != text else { return }
        let (old, new) = (known.split(separator: "\n"), text.split(separator: "\n"))
        let line = zip(old, new).prefix { $0 == $1 }.count
        let shown = [old, new].map { $0.dropFirst(line).first.map { String($0.prefix(300)) } ?? "nothing" }
        Issue.record(
            "\(vectors.name).json, line \(line + 1): \(shown[0])\nnow: \(shown[1])\nWAYMARK_RECORD=1 swift test --filter VectorTests writes it anew."
        )
    }
}
