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
        #expect(Self.size(of: files) * 2 < Self.size(of: Self.sources))
    }

    /// Parts of a component that pages need are joined.
    @Test func `the files are these`() {
        let names = Scripts.published(Self.sources).map(\.path).filter { $0.contains("questionnaire") || $0.contains("search") }
        #expect(
            names == [
                "questionnaire-changes.js", "questionnaire-search.js", "questionnaire-typed.js", "questionnaire-view.js",
                "questionnaire.js", "search-guess.js",
                "search-spelling.js",
                "search.js",
            ])
    }

    @Test func `a questionnaire leads where its source leads`() async throws {
        // The pure parts as one file, which is made as the one that browsers get; two more give its parts their names.
        let entry = """
            import { changes } from './questionnaire-changes.js';
            import { decode, encode, limits, read, scale, shift, threshold, walk, write } from './questionnaire-walk.js';
            import { ascending, questionsOf } from './questionnaire-rest.js';
            import { numberText, typedText } from './questionnaire-numbers.js';
            import { readTyped } from './questionnaire-typed.js';
            const all = [changes, decode, encode, read, shift, walk, write, numberText, typedText, readTyped, limits, scale,
                threshold, ascending, questionsOf];
            export { all };
            """
        let pure = ["changes", "rest", "walk", "numbers", "typed"].map { "questionnaire-\($0).js" }
        let parts = Self.sources.filter { (["main.js"] + pure).contains($0.path) }
        let files = Scripts.published(parts + [RenderedFile(path: "questionnaire-all.js", bytes: Array(entry.utf8))])
        #expect(files.map(\.path) == ["main.js", "questionnaire-all.js"])
        var texts = Dictionary(uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
        texts["package.json"] = "{ \"type\": \"module\" }"
        texts["questionnaire-changes.js"] = "import { all } from './questionnaire-all.js'; export const [changes] = all;"
        texts["questionnaire-walk.js"] =
            "import { all } from './questionnaire-all.js'; export const [, decode, encode, read, shift, walk, write, , , , limits, scale, threshold] = all;"
        texts["questionnaire-rest.js"] =
            "import { all } from './questionnaire-all.js'; export const [, , , , , , , , , , , , , ascending, questionsOf] = all;"
        texts["questionnaire-numbers.js"] =
            "import { all } from './questionnaire-all.js'; export const [, , , , , , , numberText, typedText] = all;"
        texts["questionnaire-typed.js"] = "import { all } from './questionnaire-all.js'; export const [, , , , , , , , , readTyped] = all;"
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: "ScriptTests")
        try await withSite(texts) { folder in
            let files = ["questionnaire-walk", "questionnaire-typed", "flows"].map { tests.appending(path: "\($0).test.js").path }
            let fault = try node(["--test"] + files, scripts: URL(filePath: folder))
            #expect(fault == "")
        }
    }
}
