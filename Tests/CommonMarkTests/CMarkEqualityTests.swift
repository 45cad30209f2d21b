internal import CommonMark
internal import Diagnostics
internal import Foundation
internal import Testing

/// For a text that uses no extension Waymark prints what cmark does.
@Suite struct CMarkEqualityTests {
    /// `Tests/long/markdown` compares hundreds of thousands.
    private static let isLong = ProcessInfo.processInfo.environment["WAYMARK_LONG"] == "1"

    @Test(arguments: 0..<(isLong ? 1000 : 4)) func `generated documents print as in libcmark`(seed: UInt64) {
        var generator = DocumentGenerator(seed: seed)
        for _ in 0..<200 {
            let text = generator.document()
            guard !usesExtensions(text) else { continue }
            #expect(withoutComments(html(text)) == withoutComments(libcmarkHTML(text)), "\(text.debugDescription)")
        }
    }

    @Test func `few generated documents are left out`() {
        var generator = DocumentGenerator(seed: 0)
        let used = (0..<250).count { _ in !usesExtensions(generator.document()) }
        #expect(used > 200)
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: cmarkProgram)))
    func `libcmark prints what the program does`() throws {
        var generator = DocumentGenerator(seed: 99)
        for _ in 0..<60 {
            let text = generator.document()
            #expect(try cmarkProgramHTML(text) == libcmarkHTML(text), "\(text.debugDescription)")
        }
    }

    @Test func `documentation found on this machine prints as in libcmark`() throws {
        var compared = 0
        for path in markdownFiles(limit: 300) {
            let data = try #require(FileManager.default.contents(atPath: path))
            guard data.count < 200_000, let text = String(validating: data, as: UTF8.self) else { continue }
            let lines = text.replacing("\r\n", with: "\n")
            guard !usesExtensions(lines) else { continue }
            compared += 1
            #expect(withoutComments(html(lines)) == withoutComments(libcmarkHTML(lines)), "\(path)")
        }
        print("compared \(compared) Markdown files")
        #expect(compared >= 1)
    }

    /// Where libcmark says that it leaves out a comment, Waymark prints nothing.
    private func withoutComments(_ html: String) -> String {
        withoutAdditions(html).replacing("<!-- raw HTML omitted -->", with: "").replacing("\n", with: "")
    }

    /// Whether a text may use what only Waymark knows; errs on the side of yes.
    private func usesExtensions(_ text: String) -> Bool {
        // An address that is a link without angle brackets.
        let links = parse(text).value.links.filter(\.isAutolink).map { parse(text).value.range(of: $0) }
        let isBare = links.contains { $0.bytes.lowerBound == 0 || $0.file.bytes[$0.bytes.lowerBound - 1] != UInt8(ascii: "<") }
        if isBare { return true }
        if ["{{", "[^", "{#", "[ ] ", "[x] "].contains(where: text.contains) || text.contains(/\[![A-Za-z]+\]/) { return true }
        if text.contains(/(^|[^~])~~([^~]|$)/) { return true }
        return text.split(separator: "\n").contains { line in
            line.contains("-") && line.contains("|") && line.allSatisfy { "|:- \t>".contains($0) }
        }
    }

    /// This repository's first, then what packages brought.
    private func markdownFiles(limit: Int) -> [String] {
        let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path
        var found: [String] = []
        for folder in [repository, "/usr/share/doc", "/usr/lib/node_modules", "/usr/share/nodejs", "/opt/swift"] {
            guard let files = FileManager.default.enumerator(atPath: folder) else { continue }
            while let path = files.nextObject() as? String, found.count < limit {
                // Texts that Waymark refuses, and what a build left, are no documentation.
                if path.contains("Tests/Fixtures/broken/") || path.hasPrefix(".build") { continue }
                if path.hasSuffix(".md") { found.append("\(folder)/\(path)") }
            }
        }
        return found
    }
}
