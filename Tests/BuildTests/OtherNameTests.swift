import Content
import Diagnostics
import Forms
import Foundation
import Site
import Testing

/// Words under `also`, which are printed nowhere: a search finds what they name.
@Suite struct OtherNameTests {
    private static let questionnaire = """
        kind: questionnaire
        title: May I keep it?
        also: [ownership]
        questions:
          origin:
            ask: Where does it come from?
            also: [provenance]
            one-of: {new: From the shop, used: {label: From somebody else, also: [eBay]}}
        outcomes: {keep: {title: Keep it}, ask: {title: Ask us}}
        rules: [{if: {origin: new}, then: keep}, {else: ask}]
        """

    @Test func `A questionnaire, its questions and their options are found by other names`() async throws {
        let folder = try TemporaryFolder([
            "Content/site.yaml": "title: Site\n", "Content/index.md": "---\ntitle: Home\nalso: [entrance]\n---\n",
            "Content/questionnaires/keep.yaml": Self.questionnaire,
        ])
        let output = folder.path + "/Public"
        #expect(try await build(options(folder.path), into: output).diagnostics.filter { $0.severity == .error }.isEmpty)
        let files = FileManager.default.enumerator(atPath: output + "/assets/search")?.compactMap { $0 as? String } ?? []
        let index = try files.filter { $0.hasSuffix(".json") }.map {
            try String(contentsOfFile: output + "/assets/search/" + $0, encoding: .utf8)
        }
        for word in ["entranc", "ownership", "provenanc", "ebay"] {
            #expect(index.contains { $0.contains("\"\(word)\"") }, "\(word)")
        }
    }
}
