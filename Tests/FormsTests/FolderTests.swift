import Diagnostics
@testable import Forms
import Foundation
import Glibc
import Testing

/// The one reader of files, and what it lists.
@Suite struct FolderTests {
    private func temporary(_ files: [String: String]) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "waymark-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (path, text) in files {
            let file = folder.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        return folder.path
    }

    private func remove(_ folder: String) throws { try FileManager.default.removeItem(atPath: folder) }

    private func rule(_ path: String, limit: Int = 1000) -> RuleID? {
        if case .failure(let refusal) = InputFile.bytes(path, shown: "x", limit: limit) {
            return refusal.diagnostic.rule
        }
        return nil
    }

    @Test func `plain files are listed in byte order, whatever lies between them is passed over`() throws {
        let folder = try temporary([
            "b.md": "", "a/z.md": "", "a/b/c.md": "", "a.md": "", "Z.md": "", ".hidden": "", ".git/config": "",
            "x.md~": "", "#x#": "",
            "node_modules/a.js": "", "Thumbs.db": "", "é.md": "", "a-b.md": "", "a-b/c.md": "", "a0/c.md": "",
        ])
        let listing = Folder(listing: folder, shown: "Content")
        #expect(listing.diagnostics.isEmpty)
        // A folder counts with its slash, which stands after `-` and `.`, and before digits.
        #expect(
            listing.files == ["Z.md", "a-b.md", "a-b/c.md", "a.md", "a/b/c.md", "a/z.md", "a0/c.md", "b.md", "é.md"])
        try remove(folder)
    }

    @Test func `links, pipes and bad names are refused, and nothing behind them is seen`() throws {
        let folder = try temporary(["a b/c.md": "", "good.md": ""])
        try FileManager.default.createSymbolicLink(atPath: folder + "/loop", withDestinationPath: ".")
        try FileManager.default.createSymbolicLink(atPath: folder + "/broken.md", withDestinationPath: "nowhere")
        #expect(unsafe mkfifo(folder + "/pipe.md", 0o600) == 0)
        let listing = Folder(listing: folder, shown: "Content")
        #expect(listing.files == ["good.md"])
        #expect(
            listing.diagnostics.sorted().map { "\($0.rule) \($0.path ?? "")" } == [
                "content/name Content/a b", "content/not-a-file Content/broken.md", "content/not-a-file Content/loop",
                "content/not-a-file Content/pipe.md",
            ])
        try remove(folder)
    }

    @Test func `folders are followed as deep as allowed`() throws {
        let path = { (count: Int) in Array(repeating: "d", count: count).joined(separator: "/") }
        let folder = try temporary([path(Limits.folderDepth) + "/a.md": "", path(Limits.folderDepth + 1) + "/b.md": ""])
        let listing = Folder(listing: folder, shown: "Content")
        #expect(listing.files == [path(Limits.folderDepth) + "/a.md"])
        #expect(listing.diagnostics.map(\.rule) == ["content/too-deep"])
        try remove(folder)
    }

    @Test func `a folder that is not there`() {
        let listing = Folder(listing: "/nowhere/at/all", shown: "Content")
        #expect(listing.files.isEmpty)
        #expect(listing.diagnostics.map(\.rule) == ["environment/unreadable"])
    }

    @Test func `only plain files are read, and not more than the limit`() throws {
        let folder = try temporary(["a": "12345", "empty": ""])
        #expect(try InputFile.bytes(folder + "/a", shown: "a", limit: 5).get() == Array("12345".utf8))
        #expect(try InputFile.bytes(folder + "/empty", shown: "a", limit: 5).get() == [])
        #expect(rule(folder + "/a", limit: 4) == "content/too-large")
        #expect(rule(folder) == "content/not-a-file")
        #expect(rule(folder + "/missing") == "environment/unreadable")
        #expect(rule("/dev/null") == "content/not-a-file")
        try FileManager.default.createSymbolicLink(atPath: folder + "/link", withDestinationPath: "a")
        #expect(rule(folder + "/link") == "environment/unreadable")
        #expect(unsafe mkfifo(folder + "/pipe", 0o600) == 0)
        #expect(rule(folder + "/pipe") == "content/not-a-file")
        #expect(rule("/proc/self/environ", limit: 1 << 20) == nil)
        try remove(folder)
    }

    @Test func `text comes without mark and with one kind of line end`() throws {
        let folder = try temporary(["a": "\u{FEFF}a\r\nb"])
        #expect(try InputFile.text(folder + "/a", shown: "Content/a").get().bytes == Array("a\nb".utf8))
        try remove(folder)
    }

    @Test func `work in parallel keeps its order`() async {
        for jobs in [1, 2, 7] {
            let results = await inParallel(Array(0..<1000), jobs: jobs) { $0 * 2 }
            #expect(results == (0..<1000).map { $0 * 2 })
        }
        #expect(await inParallel([Int](), jobs: 4) { $0 } == [])
    }
}
