import Diagnostics
import Foundation
@testable import Pages
import Words
import Testing

/// The theme's own scripts, as they are published, in node.
@Suite struct PublishedScriptTests {
    private static let sources = ThemeFile.embedded.filter { $0.path.hasPrefix("scripts/") && $0.path.hasSuffix(".js") }.map {
        RenderedFile(path: String($0.path.dropFirst("scripts/".count)), bytes: $0.source.bytes)
    }

    private static func size(of files: [RenderedFile]) -> Int { files.reduce(0) { $0 + $1.bytes.count } }

    /// What node says of a failure; empty when there is none.
    private func node(_ arguments: [String], scripts: URL? = nil) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["node"] + arguments
        if let scripts {
            process.environment = ProcessInfo.processInfo.environment.merging(["WAYMARK_SCRIPTS": scripts.path]) { $1 }
        }
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return process.terminationStatus == 0 ? "" : String(decoding: data.suffix(4000), as: UTF8.self)
    }

    @Test func `each can be read, and is smaller`() async throws {
        let files = Scripts.published(Self.sources)
        let texts = Dictionary(uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
        try await withSite(texts.merging(["package.json": "{ \"type\": \"module\" }"]) { $1 }) { folder in
            for path in texts.keys.sorted() {
                let fault = try node(["--check", "\(folder)/\(path)"])
                #expect(fault == "", "\(path)")
            }
        }
        #expect(Self.size(of: files) * 4 < Self.size(of: Self.sources) * 3)
    }

    /// Modules that can't be joined are published apart, which works, but costs requests and bytes: nobody would notice.
    @Test func `nothing keeps modules of the theme from being joined`() {
        let modules = Self.sources.compactMap { ScriptModule(path: $0.path, bytes: $0.bytes, patterns: ScriptPatterns()) }
        #expect(modules.count == Self.sources.count)
        #expect(ScriptGroups.obstacles(in: modules) == [])
    }

    /// Parts of a component that pages need are joined.
    @Test func `the files are these`() {
        let names = Scripts.published(Self.sources).map(\.path).filter { $0.contains("questionnaire") || $0.contains("search") }
        #expect(
            names == [
                "questionnaire-amounts.js", "questionnaire-complaint.js", "questionnaire-counts.js", "questionnaire-formula.js",
                "questionnaire-held.js", "questionnaire-left.js", "questionnaire-next.js", "questionnaire-outlook.js",
                "questionnaire-ranges.js", "questionnaire-result.js", "questionnaire-search.js", "questionnaire-sums.js",
                "questionnaire-view.js", "questionnaire.js",
                "search-codes.js", "search-entrance.js", "search-guess.js", "search-said.js", "search-spelling.js", "search.js",
            ])
    }

    @Test func `a questionnaire leads where its source leads`() async throws {
        // The pure parts as one file, which is made as those are that browsers get; more files give its parts their names.
        let names = [
            "answers": ["decode", "encode", "read", "write"], "form": ["limits", "shift"], "walk": ["walk"],
            "reasons": ["reasonsOf"], "changes": ["changes"], "unmet": ["unmetOf"],
            "numbers": ["numberText", "typedText"], "amounts": ["complaintSlots", "readTyped"], "ranges": ["spanOf"],
        ]
        let imports = names.map { "import { \($1.joined(separator: ", ")) } from './questionnaire-\($0).js';" }
        let all = names.values.joined().sorted().joined(separator: ", ")
        let entry = imports.sorted().joined(separator: "\n") + "\nexport const all = { \(all) };\n"
        let pure = (names.keys + ["rest", "plain", "amounts-day", "amounts-number", "formula"]).map { "questionnaire-\($0).js" }
        let parts = Self.sources.filter { (["main.js"] + pure).contains($0.path) }
        let files = Scripts.published(parts + [RenderedFile(path: "questionnaire-all.js", bytes: Array(entry.utf8))])
        #expect(files.map(\.path) == ["main.js", "questionnaire-all.js"])
        var texts = Dictionary(uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
        texts["package.json"] = "{ \"type\": \"module\" }"
        for (name, taken) in names {
            let own = taken.joined(separator: ", ")
            texts["questionnaire-\(name).js"] = "import { all } from './questionnaire-all.js'; export const { \(own) } = all;"
        }
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: "ScriptTests")
        try await withSite(texts) { folder in
            let files = ["questionnaire-walk", "questionnaire-amounts", "flows"].map { tests.appending(path: "\($0).test.js").path }
            let fault = try node(["--test"] + files, scripts: URL(filePath: folder))
            #expect(fault == "")
        }
    }
}
