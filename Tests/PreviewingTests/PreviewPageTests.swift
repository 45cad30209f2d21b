import Content
import Foundation
@testable import Previewing
import Serving
import Testing

/// The preview's own pages, and what it adds to those of the site.
@Suite struct PreviewPageTests {
    @Test(
        "until the first version is ready a page waits for it",
        arguments: [
            ("title: T\n", "Reading the site"), ("title: T\nlanguage: de\n", "Die Website wird gelesen"), ("title: [", "Reading the site"),
        ])
    func waiting(_ settings: String, _ words: String) async throws {
        let site = try PreviewedSite(settings: settings)
        let responder = PreviewResponder(SearchIndexer { _ in [] }, language: language(of: site.folder.path))
        let (status, text) = await responder.body("anything/")
        #expect(status == .unavailable && text.contains("<h1>\(words)</h1>"))
        #expect(text.contains("data-version=\"state-") && text.contains("/_waymark/preview.js"))
        for path in [PreviewPaths.script, PreviewPaths.style] { #expect(await responder.body(path).status == .ok) }
    }

    @Test(
        "a site that has never been free of errors has a page about its errors",
        arguments: [
            ("title: T\n", [:], "en", "The site has 1 error"), ("title: T\nlanguage: de\n", [:], "de", "Die Website hat 1 Fehler"),
            // The site's own theme cannot say what is wrong with it.
            (
                "title: T\nlanguage: de\n",
                ["Templates/preview/overview.mustache": "{{#broken}}", "Templates/words/de.yaml": "menu: Inhalt\n"],
                "de", "Die Website hat 2 Fehler"
            ),
            (
                "title: T\n", ["Templates/words/en.yaml": "previewErrors: Faults\npreviewCountOne: One & only {count}\n"], "en",
                "One &amp; only 1"
            ),
        ] as [(String, [String: String], String, String)])
    func state(_ settings: String, _ files: [String: String], _ language: String, _ title: String) async throws {
        let own = ["Content/one.md": page("One", "[Broken](no<where.md)")].merging(files) { $1 }
        let site = try PreviewedSite(own, settings: settings)
        for path in ["one/", PreviewPaths.folder] {
            let (status, text) = await responder(await site.refresh()).body(path)
            #expect(status == (path == "one/" ? .serverError : .ok))
            #expect(text.contains("<html lang=\"\(language)\""))
            #expect(text.contains("<h1>\(title)</h1>") && text.contains("<title>\(title)</title>"))
            #expect(text.contains("<p class=\"place\">Content/one.md:5:"))
            // What an author wrote is text, in the message too.
            #expect(!text.contains("no<where") && text.contains("no&lt;where"))
            #expect(text.contains("<a href=\"/_waymark/rules/link/unknown-page\">link/unknown-page</a>"))
        }
    }

    @Test func `the page about a sound site lists what readers do not see`() async throws {
        let site = try PreviewedSite([
            "Content/draft.md": page("A <draft>", "Text.", "draft: yes\n"),
            "Content/stale.md": page("Stale", "Text.", "reviewed: 2020-01-01\nreview-every: 6 months\n"),
        ])
        let responder = responder(await site.refresh())
        let (_, text) = await responder.body(PreviewPaths.folder)
        #expect(text.contains("<h1>The site has no errors</h1>"))
        #expect(text.contains("<h2>Warnings</h2>\n<article class=\"warning\">") && !text.contains("<h2>Errors</h2>"))
        #expect(text.contains("<h2>Drafts</h2>\n<ul>\n<li><a href=\"/draft/\">A &lt;draft&gt;</a></li>\n</ul>"))
        // The notes of a page are in its boxes.
        #expect(await responder.body("draft/").text.contains("\n<p>Draft: this page isn’t published</p>\n"))
        #expect(await responder.body("stale/").text.contains("\n<p lang=\"en\">the page was due for review"))
    }

    @Test func `the documentation of a rule is there, and of others not`() async throws {
        let responder = responder(await (try PreviewedSite()).refresh())
        let (status, text) = await responder.body(PreviewPaths.rules + "yaml/anchor")
        #expect(status == .ok && text.contains("<h1>yaml/anchor</h1>"))
        #expect(text.contains("href=\"/_waymark/rules/yaml/alias\""))
        for name in ["", "yaml", "yaml/anker", "../../etc"] { #expect(await responder.body(PreviewPaths.rules + name).status == .notFound) }
    }

    @Test func `a page has the boxes at the end of its head, and no text becomes code`() async throws {
        let theme = await (try PreviewedSite()).refresh().theme
        let boxes = Boxes(theme, version: "1\"<b>", notes: [PageNote(text: "\"<b>&</template>"), PageNote(text: "x", language: "en")])
        let text = String(decoding: boxes.put(into: Array("<head></head><body></body>".utf8)), as: UTF8.self)
        #expect(text.hasPrefix("<head><script defer src=\"/_waymark/preview.js\" data-version=\"1&quot;&lt;b&gt;\"></script>\n<template>"))
        #expect(text.contains("<p>&quot;&lt;b&gt;&amp;&lt;/template&gt;</p>\n<p lang=\"en\">x</p>"))
        #expect(text.hasSuffix("</template>\n</head><body></body>"))
    }

    @Test func `browsers are told the state in the site's language`() async throws {
        let broken = (0..<23).map { "[Broken](no\($0).md)" }.joined(separator: " ")
        let site = try PreviewedSite(["Content/one.md": page("One", broken)], settings: "title: T\nlanguage: de\n")
        let event = stateEvent(await site.refresh(), version: "v", state: "s")
        #expect(event.name == "state")
        #expect(
            event.lines.first
                == "{\"version\":\"v\",\"state\":\"s\",\"errors\":23,\"title\":\"Die Website hat 23 Fehler\",\"more\":\"und 3 weitere\"}")
        #expect(event.lines.count == 21)
        #expect(event.lines[1].hasPrefix("{\"rule\":\"link/unknown-page\""))
    }
}
