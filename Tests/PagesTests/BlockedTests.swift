import Content
import Diagnostics
import Forms
@testable import Pages
import Testing
import Words

/// What the published policy blocks in a site's own scripts and templates, and what it doesn't.
@Suite struct BlockedTests {
    private func script(_ text: String) -> [String] {
        ScriptPolicy.problems(in: SourceFile(path: "Templates/scripts/own.js", text: text)).map {
            "\($0.range?.start.line ?? 0):\($0.range?.start.column ?? 0) \($0.range?.text ?? "")"
        }
    }

    @Test(arguments: [
        ("import { a } from 'https://x.org/a.js';", ["1:19 'https://x.org/a.js'"]), ("import \"//x.org/a.js\";", ["1:8 \"//x.org/a.js\""]),
        ("export * from 'https://x.org/a.js';", ["1:15 'https://x.org/a.js'"]),
        ("  await import('https://x.org/a.js');", ["1:16 'https://x.org/a.js'"]),
        ("fetch('https://x.org/')", ["1:7 'https://x.org/'"]), ("a;\nfetch(`https://x.org/${b}`)", ["2:7 `https://x.org/${b}`"]),
        ("navigator.sendBeacon('//x.org/b', c)", ["1:22 '//x.org/b'"]), ("new EventSource(\"https://x.org\")", ["1:17 \"https://x.org\""]),
        ("new WebSocket('wss://x.org/')", ["1:15 'wss://x.org/'"]), ("a.src = 'https://x.org/a.png';", ["1:9 'https://x.org/a.png'"]),
        ("a.setAttribute('src', 'https://x.org/a.png')", ["1:23 'https://x.org/a.png'"]),
        ("x.open('GET', 'https://x.org/')", ["1:15 'https://x.org/'"]),
        ("import('data:text/javascript,a')", ["1:8 'data:text/javascript,a'"]),
        ("new Worker('./a.js')", ["1:1 new Worker"]), ("a = new SharedWorker('https://x.org/a.js')", ["1:5 new SharedWorker"]),
        ("importScripts('https://x.org/a.js')", ["1:1 importScripts"]), ("eval('a')", ["1:1 eval"]), ("a(window.eval(b))", ["1:10 eval"]),
        ("new Function('a', 'b')", ["1:1 new Function"]), ("setTimeout('a()', 1)", ["1:1 setTimeout"]),
        ("a.innerHTML = '<b>'", ["1:3 innerHTML"]), ("a.outerHTML += b", ["1:3 outerHTML"]), ("document.write(a)", ["1:10 write"]),
        ("a.insertAdjacentHTML('beforeend', b)", ["1:3 insertAdjacentHTML"]), ("a.b().innerHTML=c", ["1:7 innerHTML"]),
        ("/* a */ fetch('https://x.org/')", []), ("fetch('https://x.org/'); // a", ["1:7 'https://x.org/'"]),
        ("/*\nfetch('https://x.org/')\n*/\neval(a)", ["4:1 eval"]),
    ])
    func `a script's line is reported`(text: String, expected: [String]) { #expect(script(text) == expected, "\(text)") }

    @Test(arguments: [
        "// fetch('https://x.org/')", "a(); // eval('a')", "/** fetch('https://x.org/') */", "/*\n * eval(a)\n */",
        "const a = 'https://x.org/';",
        "a.href = 'https://x.org/';", "open('https://x.org/', '_blank')", "fetch('/a.json')", "fetch(new URL(path, ROOT))",
        "import './main.js';",
        "import('./late.js')", "a.innerHTML == b", "if (a.innerHTML) b()", "setTimeout(() => a(), 1)", "medieval(1)", "a.eval(b)",
        "// new Worker('a')",
        "a.src = 'data:image/png;base64,AA'", "new URL('https://x.org/')", "a.innerHTML = policy.createHTML(b)", "stream.write(a)",
        "location.href = 'https://x.org/'", "from = 'https://x.org/'", "class Function {}", "isFunction(a)",
    ])
    func `is left alone in a script`(text: String) { #expect(script(text) == [], "\(text)") }

    @Test func `no page sends its readers elsewhere`() {
        func problems(_ text: String, _ path: String = "Templates/parts/head.mustache") -> [String] {
            TemplatePolicy.problems(in: SourceFile(path: path, text: text)).map { "\($0.rule) \($0.range?.text ?? "")" }
        }
        #expect(problems("<meta http-equiv=refresh content=\"5\">") == ["template/blocked <meta"])
        #expect(problems("<META HTTP-EQUIV='Refresh' content='0; url={{root}}'>") == ["template/blocked <META"])
        #expect(problems("<meta http-equiv=\"refresh\" content=\"0; url={{.}}\">", "Templates/redirect.mustache") == [])
        #expect(problems("<meta name=\"refresh\" content=\"5\"><meta charset=utf-8>") == [])
    }

    /// Nothing of the theme itself is blocked.
    @Test func `the theme's own files are in order`() {
        for file in ThemeFile.embedded where file.path.hasSuffix(".js") {
            #expect(ScriptPolicy.problems(in: file.source).isEmpty, "\(file.path)")
        }
        for file in ThemeFile.embedded where file.templateName != nil {
            #expect(TemplatePolicy.problems(in: file.source).isEmpty, "\(file.path)")
        }
    }

    /// `assets/` is where the style sheet is published.
    @Test(arguments: [
        ("nope.png", true), ("../nope.png", true), ("../fonts/a.woff2", false), ("../fonts/a.woff2?v=1#b", false), ("fonts/a.woff2", true),
        ("/fonts/b.woff2", false), ("data:image/png;base64,AA", false), ("#a", false), ("./../fonts/a.woff2", false),
    ])
    func `a file that a style sheet names is there`(address: String, isMissing: Bool) async throws {
        try await withSite([
            "Content/index.md": page("Home"), "Content/fonts/a.woff2": "wOF2",
            "Templates/styles/99-own.css": "/* url(x.png) */\na { background: url(\(address)) }\n",
        ]) { folder in
            let theme = Theme.read(site: folder, language: "en")
            let day = try #require(Day("2026-11-21"))
            let library = await load(LoadOptions(site: folder, includesDrafts: false, today: day, jobs: 1))
            let found = theme.value.missingFiles(in: library.value.library)
            #expect(found.map(\.rule) == (isMissing ? ["link/unknown-file"] : []))
        }
    }
}
