import Content
import Diagnostics
import Forms
import Foundation
import Site
import Testing

/// A build of what is published already writes nothing, and any other build publishes what a clean one would.
@Suite struct UnchangedTests {
    private static let files = [
        "Content/site.yaml": "title: Test\n", "Content/index.md": "# Home\n\nSee [a](a.md) and [b](b/index.md).\n", "Content/a.md": "# A\n",
        "Content/b/index.md": "# B\n", "Content/data/words.yaml": "kind: values\ntitle: Words\nvalues:\n  days: 5\n",
        "Content/b/c.md": "# C\n\n{{ words.days }} days.\n",
    ]

    /// A site with its published folder and its cache.
    private struct Place {
        let folder: TemporaryFolder
        var output: String { folder.path + "/Public" }

        init(_ files: [String: String] = UnchangedTests.files) throws { folder = try TemporaryFolder(files) }

        func build(_ options: CheckOptions? = nil) async throws -> BuildReport {
            let built = try await Site.build(
                options ?? BuildTests.options(folder.path), into: output, cache: BuildCache(folder: folder.path + "/cache"))
            return try #require(built.value, "\(built.diagnostics)")
        }

        /// Whether what is published is what a clean build publishes.
        func isAsClean() async throws -> Bool {
            let clean = folder.path + "-clean"
            _ = try await Site.build(BuildTests.options(folder.path), into: clean)
            defer { try? FileManager.default.removeItem(atPath: clean) }
            return try tree(output) == tree(clean)
        }

        private func tree(_ root: String) throws -> [String: Data] {
            var found: [String: Data] = [:]
            for case let path as String in FileManager.default.enumerator(atPath: root) ?? .init() {
                let file = "\(root)/\(path)"
                if try FileManager.default.attributesOfItem(atPath: file)[.type] as? FileAttributeType == .typeRegular {
                    found[path] = try Data(contentsOf: URL(filePath: file))
                }
            }
            return found
        }

        func write(_ text: String, to path: String) throws { try folder.write(Data(text.utf8), to: path) }
    }

    @Test func `nothing is written where nothing has changed, whatever the times say`() async throws {
        let place = try Place()
        let first = try await place.build()
        let inode = try FileManager.default.attributesOfItem(atPath: place.output)[.systemFileNumber] as? Int
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1)], ofItemAtPath: place.folder.path + "/Content/a.md")
        try place.write(Self.files["Content/index.md"] ?? "", to: "Content/index.md")
        let second = try await place.build()
        #expect(!first.isUnchanged && second.isUnchanged)
        #expect((second.pages, second.files, second.bytes) == (first.pages, first.files, first.bytes))
        #expect(try FileManager.default.attributesOfItem(atPath: place.output)[.systemFileNumber] as? Int == inode)
    }

    /// Each changes a site, or what was published of it.
    private static let changes: [(name: String, change: @Sendable (_ root: String) throws -> Void)] = [
        ("a page", { try Data("# Other\n".utf8).write(to: URL(filePath: $0 + "/Content/a.md")) }),
        ("a new page", { try Data("# D\n".utf8).write(to: URL(filePath: $0 + "/Content/d.md")) }),
        ("a page with another name", { try FileManager.default.moveItem(atPath: $0 + "/Content/b/c.md", toPath: $0 + "/Content/b/d.md") }),
        (
            "a value",
            { try Data("kind: values\ntitle: Words\nvalues:\n  days: 6\n".utf8).write(to: URL(filePath: $0 + "/Content/data/words.yaml")) }
        ),
        ("the settings", { try Data("title: Text\n".utf8).write(to: URL(filePath: $0 + "/Content/site.yaml")) }),
        (
            "a template",
            {
                try FileManager.default.createDirectory(atPath: $0 + "/Templates/icons", withIntermediateDirectories: true)
                try Data("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".utf8).write(to: URL(filePath: $0 + "/Templates/icons/favicon.svg"))
            }
        ),
        (
            "a published file, in place",
            { root in
                let handle = try FileHandle(forWritingTo: URL(filePath: root + "/Public/a/index.html"))
                try handle.write(contentsOf: Data("X".utf8))
                try handle.close()
            }
        ),
        ("a published file that is gone", { try FileManager.default.removeItem(atPath: $0 + "/Public/a/index.html") }),
        (
            "the record, damaged",
            { root in
                let folder = root + "/cache"
                let file = URL(filePath: folder + "/" + (try FileManager.default.contentsOfDirectory(atPath: folder)[0]))
                var bytes = try Data(contentsOf: file)
                bytes[bytes.count / 2] ^= 1
                try bytes.write(to: file)
            }
        ),
        (
            "the record, cut off",
            { root in
                let folder = root + "/cache"
                let file = URL(filePath: folder + "/" + (try FileManager.default.contentsOfDirectory(atPath: folder)[0]))
                try Data(contentsOf: file).prefix(100).write(to: file)
            }
        ),
        ("the record, deleted", { try FileManager.default.removeItem(atPath: $0 + "/cache") }),
        ("the published folder, deleted", { try FileManager.default.removeItem(atPath: $0 + "/Public") }),
    ]

    @Test(arguments: changes.map(\.name))
    func `what has changed is built again, as a clean build would`(name: String) async throws {
        let place = try Place()
        _ = try await place.build()
        try #require(Self.changes.first { $0.name == name }).change(place.folder.path)
        let again = try await place.build()
        #expect(!again.isUnchanged)
        #expect(try await place.isAsClean())
        #expect(try await place.build().isUnchanged)
    }

    @Test func `other options and another day are another site`() async throws {
        let place = try Place()
        _ = try await place.build()
        for other in [
            options(place.folder.path, drafts: true), options(place.folder.path, strict: true),
            options(place.folder.path, baseURL: "https://example.org/"),
        ] {
            #expect(try await !place.build(other).isUnchanged)
            #expect(try await place.build(other).isUnchanged)
        }
        var tomorrow = options(place.folder.path)
        tomorrow.load.today = try #require(Day("2026-11-22"))
        #expect(try await !place.build(tomorrow).isUnchanged)
    }

    @Test func `a site with warnings says them every time`() async throws {
        let place = try Place(Self.files.merging(["Content/data/unused.yaml": "kind: values\ntitle: Unused\nvalues: {a: 1}\n"]) { $1 })
        _ = try await place.build()
        #expect(try await !place.build().isUnchanged)
    }

    @Test func `a file that someone put into the published folder is seen`() async throws {
        let place = try Place()
        _ = try await place.build()
        for path in ["Public/own.txt", "Public/b/own.txt"] {
            try place.write("Own", to: path)
            await #expect(throws: EnvironmentFailure.self) { try await place.build() }
            try FileManager.default.removeItem(atPath: place.folder.path + "/" + path)
        }
    }

    @Test func `random edits, one after another, end with what a clean build publishes`() async throws {
        let place = try Place()
        var random = SystemRandomNumberGenerator()
        var texts = Self.files.filter { $0.key.hasSuffix(".md") }
        for step in 0..<12 {
            let name = try #require(texts.keys.sorted().randomElement(using: &random))
            switch Int.random(in: 0..<4, using: &random) {
            case 0: try place.write(texts[name] ?? "", to: name)
            case 1:
                texts["Content/b/n\(step).md"] = "# N\(step)\n"
                try place.write("# N\(step)\n", to: "Content/b/n\(step).md")
            default:
                texts[name, default: ""] += "\nMore \(step).\n"
                try place.write(texts[name] ?? "", to: name)
            }
            _ = try await place.build()
            #expect(try await place.isAsClean(), "step \(step), \(name)")
        }
    }
}
