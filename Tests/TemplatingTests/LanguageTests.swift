@testable import Templating
import Testing

/// The language of templates: what the Mustache specification demands of tags, sections and partials, and what parents do.
@Suite struct LanguageTests {
    /// A template, what it is given, what comes out, and the templates that it includes.
    private func check(_ cases: [(String, Given, String, [String: String])]) throws {
        for (template, given, expected, parts) in cases {
            #expect(try rendered(template, given, parts) == expected, Comment(rawValue: template))
        }
    }

    private func check(_ cases: [(String, Given, String)]) throws { try check(cases.map { ($0, $1, $2, [:]) }) }

    @Test func values() throws {
        try check([
            ("no tags } } { {", [:], "no tags } } { {"), ("{{a}} {{ a }} {{a\n}}", ["a": "x"], "x x x"),
            ("{{a}} {{{a}}} {{&a}} {{& a }} {{{ a }}}", ["a": "<&\"'>"], "&lt;&amp;&quot;&#39;&gt; <&\"'> <&\"'> <&\"'> <&\"'>"),
            ("{{a}}", ["a": "\"\u{301}"], "&quot;\u{301}"), ("[{{a}}{{b}}]", ["a": .nothing], "[]"), ("[{{a}}]", ["a": ""], "[]"),
            ("{{a.b}}{{a.c}}{{a.b.d}}{{b.a}}", ["a": ["b": "x"]], "x"),
            // A value's own white space and line ends stay.
            (" {{a}} \n{{a}}\n", ["a": "x\ny"], " x\ny \nx\ny\n"),
            ("{{a}}", ["a": true], ""), ("{{a}}", ["a": ["b": "x"]], ""), ("{{a}}", ["a": ["b"]], ""),
        ])
    }

    @Test func sections() throws {
        let both = "{{#a}}x{{/a}}{{^a}}y{{/a}}"
        try check([
            (both, ["a": true], "x"), (both, ["a": false], "y"), (both, ["a": .nothing], "y"), (both, ["b": "z"], "y"),
            (both, ["a": []], "y"),
            // Empty is present.
            (both, ["a": ""], "x"), (both, ["a": [:]], "x"),
            ("{{#a}}{{.}}-{{/a}}", ["a": ["1", "<"]], "1-&lt;-"), ("{{#a}}{{{.}}}{{/a}}", ["a": "<b>"], "<b>"),
            ("{{# a }}{{b}}{{c}};{{/ a }}", ["c": "!", "a": [["b": "1"], ["b": "2"]]], "1!;2!;"),
            ("{{#a.b}}{{c}}{{/a.b}}", ["a": ["b": ["c": "x"]]], "x"),
            ("{{#a}}{{#b}}{{#c}}{{d}}{{/c}}{{/b}}{{/a}}", ["a": ["b": ["c": ["d": "x"]]]], "x"),
            ("{{#a}}1{{#b}}2{{/b}}3{{/a}}{{#b}}4{{/b}}", ["a": true, "b": false], "13"),
        ])
    }

    @Test func `a name means the nearest values that have such a key`() throws {
        try check([
            ("{{#a}}{{b}}{{/a}}", ["b": "out", "a": ["b": "in"]], "in"), ("{{#a}}{{b}}{{/a}}", ["b": "out", "a": ["c": "in"]], "out"),
            ("{{#a}}{{c.b}}{{/a}}", ["c": ["b": "out"], "a": ["c": ["d": "in"]]], ""),
            // Also if there is nothing under it: the title of something else would be wrong.
            ("{{#a}}[{{b}}]{{/a}}", ["b": "out", "a": [["b": "in"], ["b": .nothing]]], "[in][]"),
            ("{{#a}}{{#b}}!{{/b}}{{^b}}?{{/b}}{{/a}}", ["b": "out", "a": ["b": .nothing]], "?"),
            ("{{#a}}[{{.b}}{{.c}}]{{/a}}", ["b": "out", "a": ["c": "in"]], "[in]"),
            ("{{.b}}{{#.a}}{{#.yes}}{{.c}}{{/.yes}}{{/.a}}", ["b": "out", "a": ["c": "in", "yes": true]], "outin"),
            ("{{#a}}{{#c}}{{b}}{{/c}}{{/a}}", ["b": "out", "a": ["c": "x", "b": "in"]], "in"),
        ])
    }

    @Test func comments() throws {
        try check([
            ("1{{! x }}2", [:], "12"), ("1\n{{! x }}\n2", [:], "1\n2"), ("1\n  {{! x\n y }}  \n2", [:], "1\n2"),
            ("1 {{! x }}\n2", [:], "1 \n2"), ("{{!a}}", ["a": "x"], ""),
        ])
    }

    @Test func `a tag that is alone on its line takes the line with it`() throws {
        let yes: Given = ["a": true, "b": "x"]
        try check([
            ("1\n{{#a}}\n2\n{{/a}}\n3\n", yes, "1\n2\n3\n"), ("1\n  {{#a}} \n2\n\t{{/a}}\t\n3\n", yes, "1\n2\n3\n"),
            ("1\r\n{{#a}}\r\n2\r\n{{/a}}\r\n3", yes, "1\r\n2\r\n3"), ("{{#a}}\n2\n{{/a}}", yes, "2\n"),
            ("1\n{{^c}}\n2\n{{/c}}\n3\n", yes, "1\n2\n3\n"), ("{{#c}}\n1\n{{/c}}\n2\n", yes, "2\n"),
            (" {{#a}}2{{/a}} \n", yes, " 2 \n"), ("1 {{#a}}\n2\n {{/a}} 3\n", yes, "1 \n2\n  3\n"),
            // Neither is alone.
            ("1\n{{#a}}{{/a}}\n3\n", yes, "1\n\n3\n"), ("{{#a}}{{#b}}\n1\n{{/b}}{{/a}}\n", yes, "\n1\n\n"),
            // Where one ends, another may start.
            ("{{#a}}x\n{{/a}}\n{{#a}}\ny\n{{/a}}\n", yes, "x\ny\n"), ("{{#a}}\nx{{/a}}\n{{#a}}\ny\n{{/a}}\n", yes, "x\ny\n"),
            ("{{b}}\n{{{b}}}\n {{&b}}\n", yes, "x\nx\n x\n"),
        ])
    }

    @Test func partials() throws {
        try check([
            ("1{{> p}}2", ["a": "x"], "1[x]2", ["p": "[{{a}}]"]), ("1{{>p}}2{{> none }}3", [:], "1{}23", ["p": "{}"]),
            ("1\n{{> p}}\n2", [:], "1\nx\n2", ["p": "x\n"]), ("1\n{{> p}}\n2", [:], "1\nx2", ["p": "x"]),
            // The white space before it comes before each of its lines, but not before those of values.
            ("1\n  {{> p}}\n2\n", ["a": "x\ny"], "1\n  [\n  x\ny\n  ]\n2\n", ["p": "[\n{{{a}}}\n]\n"]),
            (" {{> p}}\n", [:], "  1\n   2\n  3\n", ["p": " {{> q}}\n", "q": "1\n {{> r}}\n3\n", "r": "2\n"]),
            ("  {{a}} {{> p}}\n", ["a": "x"], "  x 1\n2\n\n", ["p": "1\n2\n"]),
            ("\t{{> p}}\n", ["a": true], "\t1\n\t2\n", ["p": "{{#a}}\n1\n{{/a}}\n2\n"]),
        ])
    }

    @Test func `parents with blocks`() throws {
        let parents = [
            "p": "<{{$x}}own{{/x}}|{{$y}}own{{/y}}>", "line": "1\n{{$x}}{{/x}}\n2\n", "deep": "{{<p}}{{$x}}deep{{/x}}{{/p}}",
            "part": "[{{> p}}]", "inside": "{{#a}}{{$x}}{{/x}}{{/a}}", "lines": "1\n  {{$x}}\n  {{/x}}\n2\n",
            "start": "1\n  {{$x}}own{{/x}}\n",
        ]
        let cases: [(String, Given, String)] = [
            ("{{$x}}own {{a}}{{/x}}", ["a": "1"], "own 1"), ("{{<p}}{{/p}}", [:], "<own|own>"),
            ("{{<p}}{{$x}}in {{a}}{{/x}}{{/p}}", ["a": "1"], "<in 1|own>"),
            ("{{<p}} text \n{{! x }}{{$y}}in{{/y}} text {{/p}}", [:], "<own|in>"),
            ("{{<deep}}{{/deep}}{{<deep}}{{$x}}in{{/x}}{{/deep}}", [:], "<deep|own><in|own>"),
            ("{{<p}}{{$z}}lost{{/z}}{{/p}}{{<none}}{{/none}}", [:], "<own|own>"),
            ("{{<part}}{{$x}}in{{/x}}{{/part}}", [:], "[<in|own>]"),
            // A block is filled where it is, with the values there.
            ("{{<inside}}{{$x}}{{b}}{{/x}}{{/inside}}", ["b": "out", "a": ["b": "in"]], "in"),
            // The lines of a layout.
            ("{{<line}}{{$x}}\na\nb\n{{/x}}{{/line}}\n", [:], "1\na\nb\n\n2\n"),
            ("{{<line}}\n{{$x}}\na\n{{/x}}\n{{/line}}\n", [:], "1\na\n\n2\n"),
            ("0\n  {{<line}}{{$x}}in{{/x}}{{/line}}\n3\n", [:], "0\n  1\n  in\n  2\n3\n"),
            ("{{<lines}}{{$x}}\n    a\n      b\n{{/x}}{{/lines}}", [:], "1\n  a\n    b\n2\n"),
            ("{{<start}}{{$x}}a{{/x}}{{/start}}", [:], "1\n  a\n"),
        ]
        try check(cases.map { ($0, $1, $2, parents) })
    }

    @Test func words() throws {
        let keys = ViewKeys([.init(name: "words", kind: .words), .init(name: "b", kind: .text)])
        func text(_ template: String) throws -> String {
            let words = ["yes": "Yes & no", "b": "word"]
            var compiler = TemplateCompiler(templates: ["main": try Template(Array(template.utf8))], words: words)
            let values = [TemplateValue.absent, .text("x")]
            return String(decoding: compiler.program("main", [keys]).rendered([TemplateObject(values: values)]), as: UTF8.self)
        }
        #expect(try text("{{words.yes}}{{{words.yes}}}{{words.none}}") == "Yes &amp; noYes & no")
        #expect(try text("{{#words}}{{yes}}{{b}}{{/words}}{{b}}") == "Yes &amp; nowordx")
        #expect(try text("{{#words.b}}[{{.}}]{{/words.b}}{{^words.b}}no{{/words.b}}{{^words.c}}none{{/words.c}}") == "[word]none")
        #expect(try text("{{words}}{{^words}}no{{/words}}") == "")
    }
}
