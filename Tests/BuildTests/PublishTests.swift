import Diagnostics
import Foundation
import Site
import Testing

/// The whole site at once, or not at all.
@Suite struct PublishTests {
    private let site = [
        "Content/site.yaml": "title: Test\naddress: https://example.org/\n",
        "Content/index.md": "# Home\n\nSee [a](a.md).\n", "Content/a.md": "# A\n",
        "Content/draft.md": "---\ntitle: Draft\ndraft: yes\n---\n\nText.\n",
    ]

    private func names(_ folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }

    private func text(_ path: String) -> String? { try? String(contentsOfFile: path, encoding: .utf8) }

    @Test func `a build reports what it wrote and leaves nothing beside it`() async throws {
        let folder = try TemporaryFolder(site)
        let built = try await build(options(folder.path), into: folder.path + "/out/Public")
        let report = try #require(built.value)
        #expect(report.pages == 2)
        #expect(names(folder.path + "/out") == ["Public"])
        let files =
            FileManager.default.enumerator(atPath: folder.path + "/out/Public")?.compactMap { $0 as? String } ?? []
        // The mark by which Waymark knows the folder is not counted.
        let plain = files.filter { file in
            let kind = try? FileManager.default.attributesOfItem(atPath: "\(folder.path)/out/Public/\(file)")[.type]
            return kind as? FileAttributeType == .typeRegular
        }
        #expect(report.files == plain.count { $0 != "waymark.json" })
        #expect(report.bytes > 1000)
    }

    @Test func `a link is told from a folder`() async throws {
        let folder = try TemporaryFolder(site)
        let link = folder.path + "/link"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder.path + "/out")
        do {
            _ = try await build(options(folder.path), into: link)
            Issue.record("it was published into a link")
        } catch {
            #expect(error.message.hasSuffix("is a link, but the output folder is replaced as a whole"))
            #expect(error.help == "name the folder that it points to with --output, or delete the link")
        }
    }

    @Test func `an error leaves what was published untouched`() async throws {
        let folder = try TemporaryFolder(site)
        let output = folder.path + "/Public"
        _ = try await build(options(folder.path), into: output)
        let before = try #require(text(output + "/index.html"))
        try folder.write(Data("# Changed\n\n[x](nowhere.md)\n".utf8), to: "Content/index.md")
        let built = try await build(options(folder.path), into: output)
        #expect(built.value == nil)
        #expect(built.diagnostics.map(\.rule) == ["link/unknown-page"])
        #expect(text(output + "/index.html") == before)
        #expect(names(folder.path) == ["Content", "Public"])
    }

    @Test func `what is no longer written is gone`() async throws {
        let folder = try TemporaryFolder(site)
        let output = folder.path + "/Public"
        _ = try await build(options(folder.path), into: output)
        #expect(names(output).contains("a"))
        try FileManager.default.removeItem(atPath: folder.path + "/Content/a.md")
        try folder.write(Data("# Home\n".utf8), to: "Content/index.md")
        _ = try await build(options(folder.path), into: output)
        #expect(!names(output).contains("a"))
    }

    @Test func `a folder that Waymark did not write is refused`() async throws {
        let folder = try TemporaryFolder(site.merging(["Public/thesis.txt": "years of work"]) { first, _ in first })
        await #expect(throws: EnvironmentFailure.self) {
            try await build(options(folder.path), into: folder.path + "/Public")
        }
        #expect(names(folder.path + "/Public") == ["thesis.txt"])
        #expect(names(folder.path) == ["Content", "Public"])
    }

    @Test(arguments: ["", ".", "..", "/", "Content/index.md", "/proc/self/Public"]) func `no place to publish into`(
        output: String
    ) async throws {
        let folder = try TemporaryFolder(site)
        let path = output.hasPrefix("Content") ? folder.path + "/" + output : output
        await #expect(throws: EnvironmentFailure.self) { try await build(options(folder.path), into: path) }
        #expect(text(folder.path + "/Content/index.md") == site["Content/index.md"])
    }

    @Test func `an empty folder that Git keeps is replaced, and its own files stay`() async throws {
        let folder = try TemporaryFolder(site.merging(["Public/.gitignore": "*\n!.gitignore\n"]) { first, _ in first })
        for _ in 0..<2 {
            _ = try await build(options(folder.path), into: folder.path + "/Public/")
            #expect(text(folder.path + "/Public/.gitignore") == "*\n!.gitignore\n")
        }
        #expect(names(folder.path + "/Public").contains("index.html"))
    }

    @Test func `what a killed build left behind is removed`() async throws {
        // No process has this number: Linux counts to 4,194,304 at most.
        let folder = try TemporaryFolder(site.merging([".Public.waymark-999999999-2/a/b.html": "half"]) { first, _ in first })
        _ = try await build(options(folder.path), into: folder.path + "/Public")
        #expect(names(folder.path) == ["Content", "Public"])
    }

    @Test func `a link in the place of the output is not followed`() async throws {
        let folder = try TemporaryFolder(site.merging(["other/keep.txt": "x"]) { first, _ in first })
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/Public", withDestinationPath: "other")
        await #expect(throws: EnvironmentFailure.self) {
            try await build(options(folder.path), into: folder.path + "/Public")
        }
        #expect(names(folder.path + "/other") == ["keep.txt"])
    }

    @Test func `drafts, strictness and address are options`() async throws {
        let folder = try TemporaryFolder(site)
        let output = folder.path + "/Public"
        #expect(try await build(options(folder.path, drafts: true), into: output).value?.pages == 3)
        #expect(names(output).contains("draft"))
        _ = try await build(options(folder.path, baseURL: "https://other.example/x/"), into: output)
        #expect(text(output + "/robots.txt")?.contains("https://other.example/x/sitemap.xml") == true)
        #expect(!names(output).contains("draft"))
        try folder.write(Data("---\ntitle: A\nexpires: 2020-01-01\n---\n".utf8), to: "Content/a.md")
        #expect(try await build(options(folder.path, strict: true), into: output).value == nil)
        let lax = try await build(options(folder.path), into: output)
        #expect(lax.value != nil)
        #expect(lax.diagnostics.map(\.severity) == [.warning])
    }
}
