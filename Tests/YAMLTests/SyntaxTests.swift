import Diagnostics
import Testing
import YAML

/// Every slip that editors make: the rule, the place, the words, the remedy.
@Suite struct SyntaxTests {
    /// A file, what is said about it as `rule line:column`, a part of the message, a part of the remedy.
    typealias Slip = (text: String, place: String, message: String, help: String)

    private static let tabs: [Slip] = [
        ("a: 1\n\tb: 2", "yaml/syntax 2:1", "this is a tab, and YAML allows only spaces here", "replace the tab"),
        ("a:\n\t- x", "yaml/syntax 2:1", "this is a tab", "replace the tab"),
        ("a:\n  b: 1\n\tc: 2", "yaml/syntax 3:1", "this is a tab", "replace the tab"),
        ("-\tx", "yaml/syntax 1:2", "this is a tab", "replace the tab"),
        ("\ta: b", "yaml/syntax 1:1", "this is a tab", "replace"),
        ("a: |\n\tx", "yaml/syntax 2:1", "this is a tab", "replace the tab"),
    ]

    @Test(arguments: tabs) func `a tab is reported where it stands`(slip: Slip) { check(slip) }

    private static let indentation: [Slip] = [
        ("a: 1\n b: 2", "yaml/syntax 2:3", "indented wrongly", "line it up"),
        ("a:\n  b: 1\n c: 2", "yaml/syntax 3:2", "does not fit into the map", "line it up"),
        ("a:\n   - b\n  - c", "yaml/syntax 3:3", "this entry is not part of a list", "line it up"),
        ("- a\nb: c", "yaml/syntax 2:1", "does not fit into the list", "start each entry with `- `"),
        ("a: b\n- c", "yaml/syntax 2:1", "this entry is not part of a list", "no text of its own"),
        ("a: |\n  x\n y\n", "yaml/syntax 3:2", "does not fit into the map", "line it up"),
        ("items:\n  - one\n  two\n", "yaml/syntax 3:3", "no key with a colon", "indent this one"),
    ]

    @Test(arguments: indentation) func `a line out of line is reported itself`(slip: Slip) { check(slip) }

    private static let colons: [Slip] = [
        ("title: Part two: the end", "yaml/syntax 1:16", "a second colon", "quotes"),
        ("a: b: c", "yaml/syntax 1:5", "a second colon", "quotes"),
        ("a: b:", "yaml/syntax 1:5", "a second colon", "quotes"),
        ("a\nb: c", "yaml/syntax 2:2", "the line above has no colon", "line it up"),
        ("a: 1\ntitle:Part\nb: 2", "yaml/syntax 2:1", "no key with a colon and a space", "write `key: text`"),
        ("a: b\nc\nd: e", "yaml/syntax 2:1", "no key with a colon", "write `key: text`"),
        ("a: |\n x\ny", "yaml/syntax 3:1", "no key with a colon", "indent this one"),
        ("a:\n- b\n-c\n", "yaml/syntax 3:1", "a space is missing after the hyphen", "`- text`"),
        (": a", "yaml/syntax 1:1", "a key is missing", "name the field"),
        ("a: b\n: c", "yaml/syntax 2:1", "a key is missing", "name the field"),
        (String(repeating: "x", count: 1100) + ": y", "yaml/syntax 1:1101", "longer than 1,024", "shorten it"),
        ("\"a\n b\": c", "yaml/syntax 2:4", "indented wrongly", "line it up"),
    ]

    @Test(arguments: colons) func `a colon too many or too few`(slip: Slip) { check(slip) }

    private static let quotes: [Slip] = [
        ("a: \"b\nc: d\ne: f\n", "yaml/syntax 1:4", "the quote that opens here is never closed", "closing quote"),
        ("b: 1\na: 'b", "yaml/syntax 2:4", "the quote that opens here", "closing quote"),
        ("a: \"b\nc: \"d\"", "yaml/syntax 1:4", "closed only on line 2", "where the text ends"),
        ("a: \"b\n---\nc\"", "yaml/syntax 1:4", "the quote that opens here is not closed before", "closing quote"),
        ("a: 'don't'", "yaml/syntax 1:9", "already ended before this", "an apostrophe inside single quotes twice"),
        ("a: \"say \"hi\"\"", "yaml/syntax 1:10", "already ended before this", "a quote inside double quotes"),
        ("a: \"b\" c", "yaml/syntax 1:8", "already ended before this", "put the whole text in quotes"),
        ("a: [b] c", "yaml/syntax 1:8", "already ended before this", "put the whole text in quotes"),
        ("a: {b} c", "yaml/syntax 1:8", "already ended before this", "put the whole text in quotes"),
        ("a: \"C:\\Users\"", "yaml/syntax 1:9", "not complete", "the backslash twice"),
        ("a: \"\\q\"", "yaml/syntax 1:5", "this one is unknown", "the backslash twice"),
        ("a: \"\\ud800\"", "yaml/syntax 1:7", "no character with this number", "the character itself"),
        ("a: \"\\U00110000\"", "yaml/syntax 1:7", "no character with this number", "the character itself"),
    ]

    @Test(arguments: quotes) func `a quote is reported where it opens, text behind it where it starts`(slip: Slip) {
        check(slip)
    }

    private static let signs: [Slip] = [
        ("a: %x", "yaml/syntax 1:4", "cannot start with this character", "quotes"),
        ("a: @x", "yaml/syntax 1:4", "cannot start", "quotes"),
        ("a: `x`", "yaml/syntax 1:4", "cannot start", "quotes"),
        ("a: ** bold", "yaml/syntax 1:5", "cannot start with `*`", "quotes"),
        ("a: *", "yaml/syntax 1:5", "cannot start with `*`", "quotes"),
        ("a: & b", "yaml/syntax 1:5", "`*` or `&`", "quotes"),
        ("a: - b", "yaml/syntax 1:4", "cannot start on the line of its key", "next line"),
        ("a: ?", "yaml/syntax 1:4", "cannot start", "quotes"),
        ("a: {{ x.y }} d", "yaml/key 1:4", "starts with `{{` needs quotes", "\"{{ file.id }}"),
        ("a: |x\n  y", "yaml/syntax 1:5", "no text can follow `|`", "next line"),
        ("a: |0\n  y", "yaml/syntax 1:5", "cannot be 0", "delete"),
        ("a: <x>\nb: !<\nc: d", "yaml/syntax 2:6", "`!` starts a tag", "quotes"),
    ]

    @Test(arguments: signs) func `a sign that means something needs quotes`(slip: Slip) { check(slip) }

    private static let brackets: [Slip] = [
        ("a: [b, c", "yaml/syntax 1:9", "closing bracket is missing", "close the bracket"),
        ("x: 1\na: [b, c\nd: e", "yaml/syntax 3:2", "closing bracket is missing", "close the bracket"),
        ("a: {b: c\nd: e", "yaml/syntax 2:2", "closing bracket is missing", "close the bracket"),
        ("a: [b,, c]", "yaml/syntax 1:7", "a value is missing here", "extra comma"),
        ("a: [,]", "yaml/syntax 1:5", "a value is missing", "comma"),
        ("a: ]", "yaml/syntax 1:4", "a value is missing", "bracket"),
        ("a: }", "yaml/syntax 1:4", "a value is missing", "quotes"),
    ]

    @Test(arguments: brackets) func `a bracket or comma that is missing`(slip: Slip) { check(slip) }

    @Test func `a bracket that is never closed is named with its line`() {
        #expect(read("x: 1\na: [b, c\nd: e").diagnostics.first?.notes == ["it opens on line 2"])
    }

    private static let refused: [Slip] = [
        ("c: *x", "yaml/alias 1:4", "`*x` repeats another part", "write the value out"),
        ("a: &x y", "yaml/anchor 1:4", "`&x` names a part", "delete the name"),
        ("&x: y", "yaml/anchor 1:1", "`&x", "delete"),
        ("a: !x y", "yaml/tag 1:4", "`!x` is a tag", "delete the tag"),
        ("a: !!python/object:os.system x", "yaml/tag 1:4", "`!!python", "delete"),
        ("a: !", "yaml/tag 1:4", "`!` is a tag", "quotes"),
        ("a: 1\na: 2", "yaml/duplicate-key 2:1", "\"a\" is used twice", "delete or rename"),
        ("x: {b: 1, b: 2}", "yaml/duplicate-key 1:11", "\"b\" is used twice", "delete or rename"),
        ("a: {x: 1}\nb:\n  <<: c", "yaml/merge 3:3", "`<<` merges", "write the fields out"),
        ("a: b\n---\nc: d", "yaml/second-document 2:1", "starts a second one", "file of its own"),
        ("? [a, b]\n: c", "yaml/key 1:3", "a key must be text", "quotes"),
        ("? {a: b}\n: c", "yaml/key 1:3", "a key must be text", "quotes"),
        ("[a]: b", "yaml/key 1:1", "a key must be text", "quotes"),
        ("\"\": b", "yaml/key 1:1", "a key is missing", "name the field"),
        ("a: b\n...\nc: d", "yaml/syntax 3:1", "after the end", "delete it"),
        ("%YAML 2.0\n---\na: b", "yaml/syntax 1:1", "`%` are not needed", "delete"),
        ("a: \"\\0\"", "content/control-character 1:4", "an escape in this text", "backslash twice"),
        ("a: \"\\e[2J\"", "content/control-character 1:4", "an escape in this text", "backslash twice"),
        ("a: b\nc: \u{81}d", "yaml/syntax 2:4", "control character", "delete it"),
        ("a: b\n\u{FEFF}c: d", "yaml/syntax 2:2", "byte order mark", "type it again"),
    ]

    @Test(arguments: refused) func `what hides mistakes is refused`(slip: Slip) { check(slip) }

    private func check(_ slip: Slip) {
        let diagnostics = read(slip.text).diagnostics
        #expect(diagnostics.map(brief) == [slip.place])
        #expect(diagnostics.first?.message.contains(slip.message) == true, "\(diagnostics.first?.message ?? "")")
        #expect(diagnostics.first?.help?.contains(slip.help) == true, "\(diagnostics.first?.help ?? "")")
        #expect(diagnostics.first?.notes.contains { $0.contains("YAML parser says") } == false)
    }

    @Test func `the first of two equal keys is named, and counts`() {
        let checked = read("a: 1\nb: 2\na: 3\na: 4\n")
        #expect(checked.diagnostics.map(brief) == ["yaml/duplicate-key 3:1", "yaml/duplicate-key 4:1"])
        #expect(checked.diagnostics.map(\.notes) == [["the first one is on line 1"], ["the first one is on line 1"]])
        #expect(shown(checked.value) == "{a: 1, b: 2}")
    }

    @Test func `places inside front matter are those of the page`() {
        let file = SourceFile(path: "Content/a.md", text: "---\ntitle: ä\n\tb: c\n---\nHeading\n=======\n")
        let start = file.start(ofLine: 2)
        let diagnostics = parse(SourceRange(file, start..<file.start(ofLine: 4))).diagnostics
        #expect(diagnostics.map(brief) == ["yaml/syntax 3:1"])
        #expect(diagnostics.first?.message.contains("tab") == true)
    }
}
