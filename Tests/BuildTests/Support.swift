import Content
import Diagnostics
import Forms
import Foundation
import Site

/// The folder `Tests/Fixtures`.
let fixtures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(
    path: "Fixtures")

/// The sites in a folder of fixtures, by name.
func sites(_ folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: fixtures.appending(path: folder).path)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted()
}

/// Whether `WAYMARK_RECORD=1` asks for expectations to be written instead of compared.
let isRecording = ProcessInfo.processInfo.environment["WAYMARK_RECORD"] == "1"

/// How every fixture is built: on one day, at most two at once.
func options(_ site: String, drafts: Bool = false, strict: Bool = false, baseURL: String? = nil) -> CheckOptions {
    CheckOptions(
        load: LoadOptions(site: site, includesDrafts: drafts, today: today, jobs: 2), baseURL: baseURL, isStrict: strict)
}

private let today: Day = Day("2026-11-21") ?? { preconditionFailure("a day") }()

/// What `waymark check` prints about a site.
func messages(_ site: String) async -> String {
    TextFormat(usesColour: false).text(await check(options(site)).diagnostics)
}

/// The rules that a text of messages names.
func rules(in messages: String) -> Set<String> {
    Set(messages.matches(of: /(?m)^(?:error|warning)\[([a-z\/-]+)\]/).map { String($0.1) })
}

/// The lines in which two texts differ, with a few around them.
func difference(_ expected: String, _ got: String) -> String {
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = got.split(separator: "\n", omittingEmptySubsequences: false)
    let start = zip(old, new).prefix { $0 == $1 }.count
    let end = zip(old.dropFirst(start).reversed(), new.dropFirst(start).reversed()).prefix { $0 == $1 }.count
    let shown = { (lines: [Substring], sign: String) in
        lines.dropFirst(start).dropLast(end).prefix(20).map { "\(sign) \($0)" }
    }
    return (["  line \(start + 1)"] + shown(old, "-") + shown(new, "+")).joined(separator: "\n")
}

/// A folder that lasts as long as this value is used.
final class TemporaryFolder {
    let url = FileManager.default.temporaryDirectory.appending(path: "waymark-test-\(UUID().uuidString)")
    var path: String { url.path }

    init(_ files: [String: String] = [:]) throws {
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        for (path, text) in files { try write(Data(text.utf8), to: path) }
    }

    deinit {
        do { try FileManager.default.removeItem(at: url) } catch { print("left behind: \(path)") }
    }

    func write(_ data: Data, to path: String) throws {
        let file = url.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file)
    }
}

/// Everything that is wrong with a site.
func check(_ site: String) async -> [Diagnostic] { await check(options(site)).diagnostics }
