import Content
import Diagnostics
import Forms
import Foundation
import Site
import Testing

/// A remedy that names what was meant can be followed: put in the place that is marked, it takes the message away.
@Suite struct RemedyTests {
    @Test(arguments: sites("broken"))
    func `what a message suggests helps`(name: String) async throws {
        let folder = fixtures.appending(path: "broken/\(name)").path
        let diagnostics = await BrokenSites.checked.diagnostics(of: name)
        for diagnostic in diagnostics {
            guard let match = diagnostic.help?.wholeMatch(of: /did you mean (.+)\?/), let range = diagnostic.range else { continue }
            let (meant, written) = (String(match.1), range.text)
            var tries = [meant]
            // A place on a page, or the name of a file in an address, is only a part of what is marked.
            if meant.hasPrefix("#"), let hash = written.lastIndex(of: "#") { tries.append(String(written[..<hash]) + meant) }
            if let hash = written.firstIndex(of: "#") { tries.append(meant + written[hash...]) }
            if meant.hasSuffix(":"), let colon = written.firstIndex(of: ":") {
                tries.append(meant + written[written.index(after: colon)...])
            }
            if written.hasPrefix("\"") { tries.append("\"\(meant)\"") }
            if written == "[]" { tries.append(meant) }
            var helps = false
            for text in tries where !helps {
                helps = try await !isSaid(diagnostic, of: folder, with: text, at: range)
            }
            #expect(helps, "\(name): \(diagnostic.message): \(meant) in the place of \(written)")
        }
    }

    /// Whether a site is told the same when a text stands in the place that is marked.
    private func isSaid(_ diagnostic: Diagnostic, of folder: String, with text: String, at range: SourceRange) async throws -> Bool {
        let copy = try TemporaryFolder()
        for part in ["Content", "Templates"] where FileManager.default.fileExists(atPath: "\(folder)/\(part)") {
            try FileManager.default.copyItem(atPath: "\(folder)/\(part)", toPath: "\(copy.path)/\(part)")
        }
        var bytes = range.file.bytes
        bytes.replaceSubrange(range.bytes, with: Array(text.utf8))
        try copy.write(Data(bytes), to: range.file.path)
        let left = await check(copy.path)
        withExtendedLifetime(copy) {}
        return left.contains {
            $0.rule == diagnostic.rule && $0.message == diagnostic.message && $0.range?.bytes.lowerBound == range.bytes.lowerBound
        }
    }
}
