import Testing

/// The version is said by the program and by the changelog, and both say the same.
@Suite struct VersionTests {
    @Test func `the newest version of the changelog is that of the program`() throws {
        let program = try #require(try Repository.text("Sources/waymark/Waymark.swift").firstMatch(of: /version: "waymark ([\d.]+)"/))
        let newest = try #require(try Repository.text("CHANGELOG.md").firstMatch(of: /(?m)^## (\d+\.\d+\.\d+)/))
        #expect(newest.1 == program.1)
    }
}
