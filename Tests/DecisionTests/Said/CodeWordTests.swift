import Foundation
import Testing
@testable import Decision

/// Which words of a sentence are codes of products, and which are counts, sizes, years or amounts: `Fixtures/code-words.json` holds the
/// browser to the same (`codes.test.js`).
@Suite struct CodeWordTests {
    private struct Row: Decodable {
        let typed: String
        let codes: [String]
    }

    @Test func `codes are told from counts, sizes, years and amounts`() throws {
        let rows = try JSONDecoder().decode([Row].self, from: Data(contentsOf: Folders.tests.appending(path: "Fixtures/code-words.json")))
        #expect(rows.count >= 60)
        for row in rows {
            #expect(saidTokens(row.typed, .english).filter(\.isCode).map(\.text) == row.codes, Comment(rawValue: row.typed))
        }
    }
}
