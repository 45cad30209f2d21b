import Foundation
import Testing

@testable import Search

/// The browser files words as the build does: both are held to the same table.
@Suite struct SharedWordTests {
    struct Row: Codable {
        let text: String
        let terms: [[String]]
    }

    private static let path = #filePath.replacing(
        "SearchTests/SharedWordTests.swift", with: "Fixtures/search-words.json")

    @Test func `Terms are those of the shared table`() throws {
        let data = try Data(contentsOf: URL(filePath: Self.path))
        let rows = try JSONDecoder().decode([Row].self, from: data)
        #expect(rows.count > 20)
        for row in rows {
            var scanner = WordScanner(row.text)
            var terms: [[String]] = []
            while let word = scanner.next() {
                terms.append(Set(WordForms(.english).forms(of: word).map(\.term)).sorted())
            }
            #expect(terms == row.terms, "\(row.text)")
        }
    }

    @Test func `The rules that the table is read with are published`() async {
        let settings = SearchIndex.Settings(language: "en", words: [:]) { "\($0.count)" }
        let index = await SearchIndex.make([], settings: settings)
        let manifest = index.files.last.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
        #expect(manifest.contains("ization>ize>3"))
        #expect(index.files.last?.path == SearchIndex.manifestPath)
    }
}
