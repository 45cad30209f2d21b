import Foundation
import Testing

@testable import Outside

/// What is remembered between two checks.
@Suite struct VerdictCacheTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "waymark-known-\(UUID().uuidString)")
    private let day = 86_400

    private func address(_ text: String) throws -> WebAddress { try #require(WebAddress(text)) }

    @Test func `answers hold for a time and not longer`() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { do { try FileManager.default.removeItem(at: folder) } catch { Issue.record(error) } }
        let verdicts: [(String, Verdict, Int)] = [
            ("https://a.example/good", .good, 7 * day), ("https://a.example/moved", .moved("https://b.example/"), 7 * day),
            ("https://a.example/insecure", .insecure("https://a.example/"), 7 * day), ("https://a.example/closed", .closed("no"), 7 * day),
            ("https://a.example/broken", .broken("gone\taway\n"), day), ("https://a.example/later", .later(seconds: 300), 300),
            ("https://a.example/away", .unreachable("no"), 0),
        ]
        var known = VerdictCache(site: folder.path, now: 1_000_000)
        known.keep(Dictionary(uniqueKeysWithValues: try verdicts.map { (try address($0.0), $0.1) }))
        try known.write()
        for (name, verdict, seconds) in verdicts {
            let last = VerdictCache(site: folder.path, now: 1_000_000 + seconds - 1)[try address(name)]
            #expect(last?.word == (seconds > 0 ? verdict.word : nil))
            #expect(VerdictCache(site: folder.path, now: 1_000_000 + seconds)[try address(name)] == nil)
            #expect(VerdictCache(site: folder.path, now: 999_999)[try address(name)] == nil)
        }
        #expect(VerdictCache(site: folder.path, now: 1_000_100)[try address("https://a.example/later")] == .later(seconds: 200))
        #expect(VerdictCache(site: folder.path, now: 1_000_000)[try address("https://a.example/broken")] == .broken("gone away "))
        let text = { (name: String) in String(decoding: try Data(contentsOf: folder.appending(path: ".waymark/\(name)")), as: UTF8.self) }
        #expect(try text(".gitignore") == "*\n")
        #expect(try !text("outside").contains("away\thttps"))
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: ".waymark").path).sorted() == [
                ".gitignore", "outside",
            ])
    }

    @Test(arguments: [
        "", "waymark outside 2\nhttps://a.example/\t1000000\tgood\t\n", "waymark outside 1\nhttps://a.example/\n\u{0}\n\t\t\t\t\t\n",
        "waymark outside 1\nhttps://a.example/\tnow\tgood\t\n", "waymark outside 1\nhttps://a.example/\t1000000\tsplendid\t\n",
        "waymark outside 1\nhttps://a.example/\t1000000\tlater\t-5\n",
        "waymark outside 1\nhttps://a.example/\t99999999999999999999\tgood\t\n",
    ]) func `a file that says nothing is no file`(text: String) throws {
        try FileManager.default.createDirectory(at: folder.appending(path: ".waymark"), withIntermediateDirectories: true)
        defer { do { try FileManager.default.removeItem(at: folder) } catch { Issue.record(error) } }
        try Data(text.utf8).write(to: folder.appending(path: ".waymark/outside"))
        #expect(VerdictCache(site: folder.path, now: 1_000_000)[try address("https://a.example/")] == nil)
    }
}
