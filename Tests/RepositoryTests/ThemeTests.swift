import Diagnostics
import Foundation
@testable import Pages
import Words
import Testing

/// The theme in the program is the theme in the folder, and uses the keys that it is given.
@Suite struct ThemeTests {
    private let templates = ThemeFile.embedded.filter { $0.path.hasSuffix(".mustache") }

    @Test func `Theme.c lists every file of Templates`() throws {
        let folder = Repository.root.appending(path: "Templates").resolvingSymlinksInPath().path
        let kinds = ["mustache", "css", "yaml", "svg", "js"]
        let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        let files = paths.filter { path in kinds.contains { path.hasSuffix("." + $0) } && !path.hasSuffix(".test.js") }
            .sorted()
        #expect(ThemeFile.embedded.map(\.path) == files, "run Sources/Theme/list.py")
    }

    @Test func `the files in the program are those of the folder`() throws {
        for file in ThemeFile.embedded {
            let bytes = Array(try Data(contentsOf: Repository.root.appending(path: "Templates/\(file.path)")))
            #expect(file.source.bytes == bytes, "\(file.path)")
        }
    }

    @Test func `no two files of the theme are the same`() {
        let same = Dictionary(grouping: ThemeFile.embedded, by: \.source.bytes).values.filter { $0.count > 1 }.map { $0.map(\.path) }
        #expect(same == [], "one template is enough for pages that look the same")
    }

    @Test func `every variable of the styles is used`() {
        let styles = ThemeFile.embedded.filter { $0.path.hasSuffix(".css") }.map { String(decoding: $0.source.bytes, as: UTF8.self) }
            .joined()
        let names = Set(styles.matches(of: /(--[\w-]+):/).map { $0.1 })
        #expect(names.filter { !styles.contains("var(\($0))") }.sorted() == [])
    }

    @Test func `templates use the keys that exist, and no key is left over`() throws {
        var used = Set<String>()
        for file in templates {
            for match in String(decoding: file.source.bytes, as: UTF8.self).matches(of: /\{\{\{?[#^&]? ?\.?([\w.]+)/)
            where match.1 != "." {
                let parts = match.1.split(separator: ".").map(String.init)
                used.formUnion(parts.first == "words" ? ["words"] : parts)
            }
        }
        #expect(used.subtracting(TemplateKeys.all) == [])
        #expect(TemplateKeys.all.subtracting(used) == spare)
    }

    @Test func `each template of the theme is given what it asks for`() {
        let contexts = TemplateContexts(templates.compactMap { file in file.templateName.map { ($0, file.source) } })
        for name in templates.compactMap(\.templateName) {
            #expect(contexts.problems(in: name).map(\.message) == [], Comment(rawValue: name))
        }
    }

    @Test(
        "a key of another template is an error where it is written",
        arguments: [
            ("parts/pager", "{{#page.pager}}\n{{answerHTML}}{{/page.pager}}", ["2 answerHTML"]),
            ("parts/pager", "{{#page.pager}}{{#previous}}{{url}}{{title}}{{page.title}}{{words.next}}{{/previous}}{{/page.pager}}", []),
            (
                "parts/pager",
                "{{page.breadcrumbs.title}}{{page.ask}}{{#page.facts}}{{owner}}{{changed.url}}{{changed.owner}}{{/page.facts}}",
                ["1 page.ask", "1 changed.owner"]
            ),
            (
                "blocks/faq", "{{#groups}}{{title}}{{#questions}}{{question}}{{itemHTML}}{{page.title}}{{/questions}}{{/groups}}",
                ["1 itemHTML", "1 page.title"]
            ),
            ("blocks/note-link", "{{anchor}}{{number}}{{textHTML}}{{term}}", ["1 term"]),
            (
                "home",
                "{{<layout}}{{$content}}{{#page.sections}}{{#pages}}{{summary}}{{/pages}}{{#.summary}}{{.}}{{/.summary}}{{#pages}}{{.summary}}{{/pages}}{{/page.sections}}{{/content}}{{/layout}}",
                ["1 .summary"]
            ),
        ] as [(String, String, [String])])
    func contexts(_ name: String, _ text: String, _ expected: [String]) {
        let own = SourceFile(path: "Templates/\(name).mustache", text: text)
        let all = templates.compactMap { file in file.templateName.map { (name: $0, source: file.source) } }
        let found = TemplateContexts(all + [(name, own)]).problems(in: name)
        #expect(found.map { "\($0.range?.start.line ?? 0) \($0.message.split(separator: "\"")[1])" } == expected)
    }

    @Test func `the documentation of the theme names what exists, and every key`() throws {
        let english = Set(try Repository.text("Templates/words/en.yaml").matches(of: /(?m)^(\w+):/).map { String($0.1) })
        let pages = ["templates", "blocks", "policy"].map { "Documentation/Content/theme/\($0).md" }
        let text = try pages.map { try Repository.text($0) }.joined()
        for match in text.matches(of: /\bwords\.(\w+)/) { #expect(english.contains(String(match.1)), "words.\(match.1)") }
        for match in text.matches(of: /`(?:page|site|assets|step|policy|questionnaire|redirect|navigation)\.(\w+)/)
        where !["js", "mustache"].contains(match.1) {
            #expect(TemplateKeys.all.contains(String(match.1)), "\(match.0)")
        }
        let named = Set(text.matches(of: /\w+/).map { String($0.0) })
        #expect(TemplateKeys.all.subtracting(named).sorted() == [], "the pages on templates don't say what these are")
    }

    /// Keys that the default theme does not ask for, and sites' own templates may.
    private let spare: Set<String> = []

    @Test func `every word that a template asks for exists, and every word is asked for`() throws {
        let english = try Repository.text("Templates/words/en.yaml")
        let words = Set(english.matches(of: /(?m)^(\w+):/).map { String($0.1) })
        var used = Set<String>()
        for file in templates {
            used.formUnion(
                String(decoding: file.source.bytes, as: UTF8.self).matches(of: /\bwords\.(\w+)/).map { String($0.1) })
        }
        #expect(used.subtracting(words) == [])
        let code = Repository.sources.filter {
            ["Words", "Content", "Wording", "Pictures", "Pages", "Differences", "Previewing", "waymark"].contains($0.target)
        }.map(
            \.text
        )
        .joined()
        let scripts = try ThemeFile.embedded.filter { $0.path.hasSuffix(".js") }.map {
            try Repository.text("Templates/\($0.path)")
        }.joined()
        let left = words.subtracting(used).filter { word in
            // `listOrMore` and `spanDayOne` go with `listOr` and `spanDay`.
            !code.contains("\"\(word)\"") && !code.contains("\"\(word.replacing(/(More|One|Other)$/, with: ""))\"")
                && !scripts.contains(word)
                && !(word.hasPrefix("month") && code.contains("\"month\\("))
                && !(word.hasPrefix("number") && code.contains("\"number\\("))
                && !isSaidBySearch(word, scripts)
                && !["yes", "no", "partly"].contains(word)
        }
        #expect(left == [])
    }

    @Test func `every language of the theme is complete, with the gaps of the English words`() throws {
        func words(_ path: String) throws -> [String: String] {
            let lines = try Repository.text(path).matches(of: /(?m)^(\w+): (.*)$/)
            return Dictionary(lines.map { (String($0.1), String($0.2)) }) { first, _ in first }
        }
        func gaps(_ text: String) -> Set<String> { Set(text.matches(of: /\{\w+\}/).map { String($0.0) }) }
        let english = try words("Templates/words/en.yaml")
        let files = ThemeFile.embedded.map(\.path).filter { $0.hasPrefix("words/") && $0 != "words/en.yaml" }
        #expect(files.contains("words/de.yaml"))
        for file in files {
            let own = try words("Templates/" + file)
            let needed = Theme.wordsToTranslate(into: String(file.dropFirst("words/".count).dropLast(".yaml".count))).map(\.name)
            #expect(Set(needed).subtracting(own.keys) == [], Comment(rawValue: file))
            for (name, text) in own { #expect(gaps(text) == english[name].map(gaps), Comment(rawValue: "\(file): \(name)")) }
        }
    }

    /// The search is given its words without `search` before them.
    private func isSaidBySearch(_ word: String, _ scripts: String) -> Bool {
        guard word.hasPrefix("search") else { return false }
        let name = word.dropFirst("search".count).replacing(/(One|Other)$/, with: "")
        let key = name.prefix(1).lowercased() + name.dropFirst()
        return scripts.contains(".\(key)") || scripts.contains("'\(key)'")
    }

    @Test func `every partial that a template asks for exists`() throws {
        let names = Set(templates.map { String($0.path.dropLast(".mustache".count)) })
        for file in templates {
            for match in String(decoding: file.source.bytes, as: UTF8.self).matches(of: /\{\{[<>] ?([\w\/-]+)/) {
                #expect(names.contains(String(match.1)), "\(file.path) asks for \(match.1)")
            }
        }
    }
}
