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
        /// A published site of so many files has a twin.
        let twinFrom: Int
        var output: String { folder.path + "/Public" }

        init(_ files: [String: String] = UnchangedTests.files, twinFrom: Int = 1000) throws {
            folder = try TemporaryFolder(files)
            self.twinFrom = twinFrom
        }

        func build(_ options: CheckOptions? = nil) async throws -> BuildReport {
            let built = try await Site.build(
                options ?? BuildTests.options(folder.path), into: output,
                cache: BuildCache(folder: folder.path + "/cache", twinFrom: twinFrom))
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

    /// Each changes a twin and a page.
    private static let twinChanges: [(name: String, change: @Sendable (_ twin: String) throws -> Void)] = [
        ("nothing", { _ in }),
        ("a file, in place", { try append("X", to: $0 + "/a/index.html") }),
        ("a file that is gone", { try FileManager.default.removeItem(atPath: $0 + "/b/index.html") }),
        ("another file", { try Data("X".utf8).write(to: URL(filePath: $0 + "/b/other.html")) }),
        ("another folder", { try FileManager.default.createDirectory(atPath: $0 + "/other", withIntermediateDirectories: true) }),
        ("its own file that is gone", { try FileManager.default.removeItem(atPath: $0 + "/.gitignore") }),
        ("deleted", { try FileManager.default.removeItem(atPath: $0) }),
        (
            "a file in its place",
            {
                try FileManager.default.removeItem(atPath: $0)
                try Data("X".utf8).write(to: URL(filePath: $0))
            }
        ),
    ]

    private static func append(_ text: String, to path: String) throws {
        let handle = try FileHandle(forWritingTo: URL(filePath: path))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data(text.utf8))
        try handle.close()
    }

    private static func inode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
    }

    @Test func `only what differs is written, and the twin follows`() async throws {
        let place = try Place(twinFrom: 1)
        let twin = place.folder.path + "/.Public.waymark-twin"
        _ = try await place.build()
        #expect(!FileManager.default.fileExists(atPath: twin))
        var inodes: [Int?] = []
        for step in 0..<4 {
            try place.write("# A\n\nStep \(step).\n", to: "Content/a.md")
            _ = try await place.build()
            #expect(try await place.isAsClean())
            #expect(try String(contentsOfFile: twin + "/.gitignore", encoding: .utf8) == "*\n")
            for file in ["a/index.html", "b/index.html", "waymark.json"] {
                #expect(try Self.inode("\(place.output)/\(file)") == Self.inode("\(twin)/\(file)"), "\(file)")
            }
            inodes.append(try Self.inode(place.output + "/b/index.html"))
            #expect(try await place.build().isUnchanged)
        }
        #expect(Set(inodes).count == 1)
    }

    @Test(arguments: twinChanges.map(\.name)) func `a twin that somebody changed isn't believed`(name: String) async throws {
        let place = try Place(twinFrom: 1)
        _ = try await place.build()
        try place.write("# A\n\nSecond.\n", to: "Content/a.md")
        _ = try await place.build()
        try #require(Self.twinChanges.first { $0.name == name }).change(place.folder.path + "/.Public.waymark-twin")
        for step in 0..<2 {
            try place.write("# A\n\nStep \(step).\n", to: "Content/a.md")
            _ = try await place.build()
            #expect(try await place.isAsClean())
        }
    }

    @Test func `a folder takes the place of a file, and a file that of a folder`() async throws {
        let place = try Place(twinFrom: 1)
        let forms: [[String: String]] = [
            ["Content/files/x.txt": "A"], ["Content/files/x.txt/y.txt": "B"], ["Content/files/x.txt": "C"], ["Content/files.txt": "D"], [:],
        ]
        for form in forms + forms.reversed() {
            for path in ["files", "files.txt"] { try? FileManager.default.removeItem(atPath: place.folder.path + "/Content/" + path) }
            for (path, text) in form { try place.write(text, to: path) }
            _ = try await place.build()
            #expect(try await place.isAsClean(), "\(form)")
        }
    }

    @Test func `what keeps the folder in a repository stays its own`() async throws {
        let place = try Place(Self.files.merging(["Public/.gitignore": "!*\n"]) { $1 }, twinFrom: 1)
        for step in 0..<4 {
            try place.write("# A\n\nStep \(step).\n", to: "Content/a.md")
            _ = try await place.build()
            #expect(try String(contentsOfFile: place.output + "/.gitignore", encoding: .utf8) == "!*\n")
        }
    }

    @Test func `a build without a cache leaves no twin behind`() async throws {
        let place = try Place(twinFrom: 1)
        for step in 0..<3 {
            try place.write("# A\n\nStep \(step).\n", to: "Content/a.md")
            _ = try await place.build()
        }
        _ = try await Site.build(options(place.folder.path), into: place.output)
        #expect(try FileManager.default.contentsOfDirectory(atPath: place.folder.path).sorted() == ["Content", "Public", "cache"])
    }

    @Test(arguments: changes.map(\.name), [1, 1000])
    func `what has changed is built again, as a clean build would`(name: String, twinFrom: Int) async throws {
        let place = try Place(twinFrom: twinFrom)
        for text in ["First.", ""] {
            try place.write("# A\n\n\(text)\n", to: "Content/a.md")
            _ = try await place.build()
        }
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

    @Test(arguments: [1, 1000]) func `a file that someone put into the published folder is seen`(twinFrom: Int) async throws {
        let place = try Place(twinFrom: twinFrom)
        for text in ["First.", "Second."] {
            try place.write("# A\n\n\(text)\n", to: "Content/a.md")
            _ = try await place.build()
        }
        for path in ["Public/own.txt", "Public/b/own.txt"] {
            try place.write("Own", to: path)
            await #expect(throws: EnvironmentFailure.self) { try await place.build() }
            try FileManager.default.removeItem(atPath: place.folder.path + "/" + path)
        }
    }

    @Test func `random edits, one after another, end with what a clean build publishes`() async throws {
        let place = try Place(twinFrom: 1)
        var random = SystemRandomNumberGenerator()
        var texts = Self.files.filter { $0.key.hasSuffix(".md") }
        for step in 0..<20 {
            let name = try #require(texts.keys.sorted().randomElement(using: &random))
            switch Int.random(in: 0..<6, using: &random) {
            case 0: try place.write(texts[name] ?? "", to: name)
            case 1:
                texts["Content/b/n\(step).md"] = "# N\(step)\n"
                try place.write("# N\(step)\n", to: "Content/b/n\(step).md")
            case 2:
                for (path, text) in texts where path.hasPrefix("Content/b/n") && !path.hasSuffix("/index.md") {
                    texts[path] = nil
                    try FileManager.default.removeItem(atPath: place.folder.path + "/" + path)
                    // The next one has the name of a folder of the one before.
                    let moved = path.replacing(".md", with: "/index.md")
                    texts[moved] = text
                    try place.write(text, to: moved)
                    break
                }
            case 3:
                for path in texts.keys where path.hasPrefix("Content/b/n") {
                    texts[path] = nil
                    try FileManager.default.removeItem(atPath: place.folder.path + "/" + path)
                    break
                }
            default:
                texts[name, default: ""] += "\nMore \(step).\n"
                try place.write(texts[name] ?? "", to: name)
            }
            _ = try await place.build()
            #expect(try await place.isAsClean(), "step \(step), \(name)")
        }
    }
}
