import Diagnostics
import Foundation
import Site
import Testing

/// Each folder of `Fixtures/sites` is a site without mistakes, and `expected/` holds what is published of it: one file
/// for each published text, hashes in names and links written as `HASH`. `expected/LIST` names all files but the theme's own.
///
/// After a change of the theme, `WAYMARK_RECORD=1 swift test --filter GoodSiteTests` writes all of them anew; read the
/// difference before it is committed.
@Suite struct GoodSiteTests {
    @Test(arguments: sites("sites"))
    func `a good site is published as expected`(name: String) async throws {
        let folder = fixtures.appending(path: "sites/\(name)")
        let output = try TemporaryFolder()
        let built = try await build(options(folder.path), into: output.path + "/Public")
        #expect(TextFormat(usesColour: false).text(built.diagnostics) == "")
        let got = try snapshot(output.path + "/Public")
        if isRecording { try record(got, in: folder) }
        let expected = try snapshot(folder.appending(path: "expected").path)
        #expect(Set(expected.keys).subtracting(got.keys) == [], "no longer published")
        #expect(Set(got.keys).subtracting(expected.keys) == [], "newly published")
        for (path, text) in got where expected[path] != text {
            Issue.record("\(name)/\(path):\n\(difference(expected[path] ?? "", text))")
        }
    }

    @Test(arguments: sites("sites"))
    func `the same content gives the same bytes, whatever was published before`(name: String) async throws {
        let folder = fixtures.appending(path: "sites/\(name)").path
        let output = try TemporaryFolder()
        _ = try await build(options(folder), into: output.path + "/a")
        _ = try await build(options(folder), into: output.path + "/a")
        _ = try await build(options(folder), into: output.path + "/b")
        #expect(try files(output.path + "/a") == files(output.path + "/b"))
    }

    @Test func `each site has an expectation`() throws {
        #expect(sites("sites").count >= 3)
        for name in sites("sites") {
            #expect(
                FileManager.default.fileExists(atPath: fixtures.appending(path: "sites/\(name)/expected/LIST").path))
        }
    }

    private func record(_ files: [String: String], in folder: URL) throws {
        let expected = folder.appending(path: "expected")
        if FileManager.default.fileExists(atPath: expected.path) { try FileManager.default.removeItem(at: expected) }
        for (path, text) in files {
            let file = expected.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
    }

    /// The texts of a published site by their names, hashes taken out, and a list of all its files.
    private func snapshot(_ folder: String) throws -> [String: String] {
        var result: [String: String] = [:]
        let files = try files(folder)
        if files["LIST"] != nil { return files.mapValues { String(decoding: $0, as: UTF8.self) } }
        for (path, data) in files
        where !path.hasPrefix("assets/")
            && [".html", ".xml", ".txt", "_headers", "_redirects"].contains(where: path.hasSuffix)
        {
            result[normalized(path)] = normalized(String(decoding: data, as: UTF8.self))
        }
        let listed = files.keys.filter { !$0.hasPrefix("assets/") }.sorted()
        result["LIST"] = listed.joined(separator: "\n") + "\n"
        return result
    }

    private func normalized(_ text: String) -> String {
        text.replacing(/([.\/])[0-9a-f]{10}(?=[.\/])/) { "\($0.1)HASH" }
    }

    private func files(_ folder: String) throws -> [String: Data] {
        var result: [String: Data] = [:]
        for path in FileManager.default.enumerator(atPath: folder)?.compactMap({ $0 as? String }) ?? [] {
            let file = folder + "/" + path
            let type = try FileManager.default.attributesOfItem(atPath: file)[.type] as? FileAttributeType
            if type == .typeRegular { result[path] = try Data(contentsOf: URL(filePath: file)) }
        }
        return result
    }
}
