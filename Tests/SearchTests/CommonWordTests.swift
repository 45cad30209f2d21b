import Testing

@testable import Search

/// Which words tell a site's records from each other.
@Suite struct CommonWordTests {
    private func records(_ count: Int, of few: Int) -> [SearchRecord] {
        (0..<count).map { SearchRecord(kind: .page, title: "Page", url: "\($0)/", body: $0 < few ? "Opening hours" : "Nothing") }
    }

    @Test func `A text is common if more than a twentieth of the records have each of its words`() throws {
        let common = try #require(CommonWords(records(100, of: 6), language: "en"))
        #expect(common.isAll(of: "opening hours"))
        #expect(common.isAll(of: "Open the hour"))
        #expect(common.isAll(of: "opening-hours"))
        #expect(!common.isAll(of: "opening hours on Sunday"))
        #expect(!common.isAll(of: "on the"))
        #expect(!common.isAll(of: ""))
        let rare = try #require(CommonWords(records(100, of: 5), language: "en"))
        #expect(!rare.isAll(of: "opening hours"))
    }

    @Test func `Fewer than a hundred records tell nothing`() { #expect(CommonWords(records(99, of: 50), language: "en") == nil) }
}
