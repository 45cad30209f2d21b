import Diagnostics
import Forms
@testable import Pages
import Words
import Content
import Testing

/// Templates of a site in the place of the theme's own.
@Suite struct ThemeTests {
    private func problems(_ template: String) -> [String] {
        let known = TemplateCheck.Known(templates: ["layout", "parts/head"], words: ["owner"])
        return TemplateCheck.problems(in: SourceFile(path: "Templates/x.mustache", text: template), known).map {
            diagnostic in
            "\(diagnostic.rule) \(diagnostic.range?.start.line ?? 0):\(diagnostic.range?.start.column ?? 0) \(diagnostic.range?.text ?? "")"
        }
    }

    @Test(arguments: [
        "{{page.title}}", "{{{page.contentHTML}}}", "{{& page.contentHTML }}",
        "{{#page.summary}}{{.}}{{/page.summary}}", "{{^page.noindex}}x{{/page.noindex}}",
        "{{> parts/head}}", "{{<layout}}{{$content}}x{{/content}}{{/layout}}", "{{! a comment with anything }}",
        "{{words.owner}}", "{{#words}}{{owner}}{{/words}}", "{{>*page.title}}", "no tags } } {",
        "{{#.hintHTML}}{{{.}}}{{/.hintHTML}}", "{{ page . title }}", "",
    ])
    func `a good template`(text: String) { #expect(problems(text) == []) }

    @Test(arguments: [
        ("a\n{{page.tilte}}", ["template/missing-key 2:8 tilte"]),
        ("{{colour}} {{#shape}}{{/shape}}", ["template/missing-key 1:3 colour", "template/missing-key 1:15 shape"]),
        ("{{> parts/haed}}{{<layuot}}{{/layuot}}", ["template/unknown-partial 1:5 parts/haed", "template/unknown-partial 1:20 layuot"]),
        ("{{ words.nope }}{{#words.owner}}{{/words.owner}}", ["template/missing-key 1:10 nope"]),
        ("ä{{{pag.title}}}", ["template/missing-key 1:5 pag"]), ("x {{page.title", ["template/syntax 1:3 {{"]),
    ])
    func `a key that no page has`(text: String, expected: [String]) { #expect(problems(text) == expected) }

    @Test func `one file of a site takes the place of the theme's`() async throws {
        let renderer = try await renderer([
            "Content/index.md": page("Home <b>"),
            "Templates/parts/title.mustache": "<h1 class=\"own\">{{page.title}}</h1>\n",
            "Templates/styles/99-own.css": "@layer site { h1 { color: CanvasText } }", "Templates/README.md": "notes",
        ])
        let html = try #require(renderer.html("index.md"))
        #expect(html.contains("<h1 class=\"own\">Home &lt;b&gt;</h1>"))
        #expect(html.contains("</main>"))
        #expect(
            String(decoding: renderer.theme.style, as: UTF8.self).hasSuffix("@layer site{h1{color:CanvasText}}"))
    }

    @Test func `words of a site are added to the theme's`() async throws {
        try await withSite([
            "Templates/words/nl.yaml": "skip: Zum Inhalt\n", "Templates/words/nl-BE.yaml": "menu: Menü\n",
        ]) { folder in
            let theme = Theme.read(site: folder, language: "nl-BE")
            #expect(theme.diagnostics.isEmpty)
            #expect(theme.value.words["skip"] == "Zum Inhalt")
            #expect(theme.value.words["menu"] == "Menü")
            #expect(theme.value.words["next"] == "Next")
        }
    }

    @Test func `German is spoken by the theme, and a site may say single words otherwise`() async throws {
        try await withSite(["Content/site.yaml": "title: T\nlanguage: de\n", "Templates/words/de.yaml": "menu: Inhalt\n"]) { folder in
            let theme = Theme.read(site: folder, language: "de")
            #expect(theme.diagnostics.isEmpty)
            #expect(theme.value.words["menu"] == "Inhalt" && theme.value.words["next"] == "Weiter")
            let library = await load(LoadOptions(site: folder, includesDrafts: false, today: try #require(Day("2026-11-21")), jobs: 1))
            #expect(Theme.untranslated(site: folder, library.value.library.settings).isEmpty)
        }
    }

    @Test func `a language has a form for each of its plural categories`() async throws {
        let names = Theme.wordsToTranslate(into: "pl").map(\.name)
        #expect(names.filter { $0.hasPrefix("spanDay") } == ["spanDayOne", "spanDayFew", "spanDayMany"])
        #expect(Theme.wordsToTranslate(into: "ja").map(\.name).filter { $0.hasPrefix("count") } == ["countOther"])
        #expect(Theme.unitLists(in: "pl").map(\.name) == ["numberOne", "numberFew", "numberMany"])
        #expect(Theme.unitLists(in: "ja").isEmpty)
        let units = "numberFew: osoby osoby\nnumberOther: osoby osoby\n"
        try await withSite(["Templates/words/pl.yaml": units]) { #expect(Theme.read(site: $0, language: "pl").diagnostics.isEmpty) }
        try await withSite(["Templates/words/nl.yaml": "numberFew: x x\n"]) { folder in
            #expect(Theme.read(site: folder, language: "nl").diagnostics.map(\.message) == ["the theme has no word \"numberFew\""])
        }
        try await withSite(["Templates/words/pl.yaml": "countFew: \"{count} produkty\"\n", "Templates/words/nl.yaml": "countFew: x\n"]) {
            folder in
            #expect(Theme.read(site: folder, language: "pl").diagnostics.isEmpty)
            #expect(Theme.read(site: folder, language: "nl").diagnostics.map(\.message) == ["the theme has no word \"countFew\""])
        }
    }

    @Test func `English words of a site take the place of single ones`() async throws {
        try await withSite(["Templates/words/en.yaml": "menu: All pages\n"]) { folder in
            let theme = Theme.read(site: folder, language: "en")
            #expect(theme.diagnostics.isEmpty)
            #expect(theme.value.words["menu"] == "All pages")
            #expect(theme.value.words["next"] == "Next")
        }
    }

    @Test func `a word that nobody asks for is an error, in English too`() async throws {
        try await withSite(["Templates/words/en.yaml": "nope: x\nmenue: y\n"]) { folder in
            let found = Theme.read(site: folder, language: "en").diagnostics
            #expect(found.map(\.message) == ["the theme has no word \"nope\"", "the theme has no word \"menue\""])
            #expect(found.map { $0.range?.start.line } == [1, 2])
            #expect(found.last?.help == "did you mean menu?")
        }
        let files = ["Templates/words/en.yaml": "own: x\n", "Templates/parts/skip.mustache": "{{words.own}}\n"]
        try await withSite(files) { folder in
            #expect(Theme.read(site: folder, language: "en").diagnostics.isEmpty)
        }
    }

    @Test(arguments: [
        ("en", "dmy mdy", "13 April 2019"), ("en-GB", "dmy", "13 April 2019"), ("en-US", "mdy", "April 13, 2019"),
        ("en-AU", "dmy", "13 April 2019"), ("de", "dmy", "13. April 2019"),
    ]) func `English is written as its country writes it`(language: String, order: String, date: String) async throws {
        for files in [["Content/site.yaml": "title: T\n"], ["Templates/words/en.yaml": "menu: All\n"]] {
            try await withSite(files) { folder in
                let phrasebook = Theme.read(site: folder, language: language).value.phrasebook
                #expect(phrasebook.words["dateOrder"] == order)
                #expect(Day("2019-04-13").map(phrasebook.days.text) == date)
            }
        }
        try await withSite(["Templates/words/en.yaml": "date: \"{year}/{month}/{day}\"\n"]) { folder in
            let phrasebook = Theme.read(site: folder, language: "en-US").value.phrasebook
            #expect(Day("2019-04-13").map(phrasebook.days.text) == "2019/April/13")
        }
    }

    @Test func `what is left in English is told`() async throws {
        let names = Theme.wordsToTranslate(into: "nl").map(\.name)
        #expect(names.contains("skip") && names.contains("rangeFrom") && !names.contains("month1") && !names.contains("numberDecimal"))
        #expect(Theme.wordsToTranslate(into: "zz").map(\.name).contains("month1"))
        let all = names.map { "\($0): x\n" }.joined()
        let most = names.dropFirst(3).map { "\($0): x\n" }.joined()
        let cases: [([String: String], [String])] = [
            (["Templates/words/nl.yaml": all], []),
            (["Templates/words/nl.yaml": most], ["Templates/words/nl.yaml 3 words are missing: skip, menu and search"]),
            (["Templates/words/nl.yaml": most, "Templates/words/nl-BE.yaml": "skip: x\nmenu: x\nsearch: x\n"], []),
            (
                ["Templates/words/en.yaml": "menu: All\n"],
                [
                    "Content/site.yaml there is no file Templates/words/nl.yaml, so the theme's own words are in English on pages in \"nl-BE\""
                ]
            ),
        ]
        for (files, expected) in cases {
            try await withSite(["Content/site.yaml": "title: T\nlanguage: nl-BE\n"].merging(files) { $1 }) { folder in
                let library = await load(LoadOptions(site: folder, includesDrafts: false, today: try #require(Day("2026-11-21")), jobs: 1))
                let found = Theme.untranslated(site: folder, library.value.library.settings)
                #expect(found.map { "\($0.path ?? "") \($0.message)" } == expected)
            }
        }
    }

    @Test func `ids that the templates of pages write are kept from headings`() throws {
        // Policies and questionnaires have pages of their own, on which only their texts have headings.
        let others = ["policy.mustache", "question.mustache", "questionnaires.mustache", "result.mustache"]
        for file in ThemeFile.embedded where file.path.hasSuffix(".mustache") {
            let known = others.contains(file.path) ? PageIDs.ofData : PageIDs.ofPages
            for match in String(decoding: file.source.bytes, as: UTF8.self).matches(of: /\sid="([^"{]+)"/) {
                #expect(known.contains(String(match.1)), "\(file.path)")
            }
        }
    }

    @Test func `the theme itself has no fault`() {
        for language in ["en", "de", "pt-BR", ""] {
            #expect(Theme.read(site: "/nowhere", language: language).diagnostics.isEmpty)
        }
    }
}
