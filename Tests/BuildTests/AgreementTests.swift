import Content
import Diagnostics
import Forms
import Foundation
import Site
import Testing

/// What `check` finds nothing wrong with can be built, whatever happened to the site; and every message says where and what to do.
///
/// `WAYMARK_SEEDS=FIRST-LAST` tries other sites than those of every day: `Tests/long/mistakes` does.
@Suite struct AgreementTests {
    private static let seeds: ClosedRange<UInt64> = {
        let bounds = (ProcessInfo.processInfo.environment["WAYMARK_SEEDS"] ?? "").split(separator: "-").compactMap { UInt64($0) }
        return bounds.count == 2 && bounds[0] <= bounds[1] ? bounds[0]...bounds[1] : 1...24
    }()

    /// Sites of every kind of file, with a questionnaire and templates of their own.
    private static let good: [[String: [UInt8]]] = {
        let own: [String: String] = [
            "Templates/parts/title.mustache": "<h1>{{page.title}}</h1>\n{{#page.summary}}<p>{{.}}</p>{{/page.summary}}\n",
            "Templates/styles/90-own.css": "h1 { color: rebeccapurple }\n",
            "Content/questionnaires/loan.yaml": """
            kind: questionnaire
            title: Loan
            questions:
              staff: {ask: Do you work here?, one-of: {yes: "Yes", no: "No"}}
              days: {ask: For how many days?, number: {from: 1, to: 30}}
            outcomes:
              lent: {title: You can take it}
              refused: {title: Not now}
            rules:
            - {if: {staff: yes}, then: lent}
            - {if: {days: at most 5}, then: lent}
            - {else: refused}

            """,
            "Content/asking.md": "---\ntitle: Asking\n---\n\n{{ questionnaire loan }}\n",
        ]
        return ["kinds", "minimal"].map { name in
            var files = own.mapValues { Array($0.utf8) }
            let folder = fixtures.appending(path: "sites/\(name)")
            for case let path as String in FileManager.default.enumerator(atPath: folder.path) ?? .init() where path.hasPrefix("Content/") {
                if let data = FileManager.default.contents(atPath: folder.appending(path: path).path) { files[path] = Array(data) }
            }
            return files
        }
    }()

    private func folder(_ files: [String: [UInt8]]) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for (path, bytes) in files {
            // A file may stand where another one needs a folder.
            do { try folder.write(Data(bytes), to: path) } catch CocoaError.fileWriteFileExists {} catch CocoaError.fileWriteUnknown {}
        }
        return folder
    }

    @Test func `the sites are good`() async throws {
        for files in AgreementTests.good {
            let site = try folder(files)
            let errors = await check(site.path).filter { $0.severity == .error }
            #expect(TextFormat(usesColour: false).text(errors) == TextFormat(usesColour: false).text([]))
            withExtendedLifetime(site) {}
        }
    }

    @Test func `check and build agree about sites with mistakes`() async throws {
        for seed in AgreementTests.seeds {
            let good = AgreementTests.good[Int(seed % 2)]
            let mutated = MutatedSite(good, seed: seed, mistakes: 1 + Int(seed % 3))
            let site = try folder(mutated.files)
            let checked = await check(site.path)
            let built: Checked<BuildReport?>
            do {
                built = try await build(options(site.path), into: site.path + "/Public")
            } catch {
                Issue.record("\(seed): \(mutated.done): \(error)")
                continue
            }
            #expect((built.value != nil) == !checked.hasErrors, "\(seed): \(mutated.done)")
            #expect(built.diagnostics.map(\.message) == checked.map(\.message), "\(seed): \(mutated.done)")
            for diagnostic in checked where !isWhole(diagnostic) {
                Issue.record("\(seed): \(mutated.done): \(diagnostic.rule) \(diagnostic.message)")
            }
            withExtendedLifetime(site) {}
        }
    }

    /// Whether a message has a place and says what to do. What is expected of a value says it by itself.
    private func isWhole(_ diagnostic: Diagnostic) -> Bool {
        diagnostic.path != nil && (diagnostic.help != nil || diagnostic.message.hasPrefix("expected "))
            && !diagnostic.message.isEmpty
    }
}
