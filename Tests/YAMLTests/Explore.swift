import Testing
import YAML
import Diagnostics

@Test func explore() {
    let cases = [
        "a: 1\n\tb: 2", "a:\n\t- x", "a:\n  b: 1\n\tc: 2", "a: 1\n b: 2", "a:\n  b: 1\n c: 2", "title: Part two: the end", "title:Part", "a: 1\ntitle:Part\nb: 2", "a: *star", "a: ** bold", "a: *", "a: &x y", "a: & b", "a: !x y", "a: !", "a: %x", "a: @x", "a: `x`", "a: [b] c", "a: {b} c", "a: {{ x.y }}", "a: {{ x.y }} d", "a: \"b\" c", "a: \"b", "a: 'b", "a: \"b\nc: d\ne: f\n", "a: it's\nb: 'it's'", "a: \"C:\\Users\"", "a: \"\\q\"", "a: \"\\ud800\"", "a: \"\\U00110000\"", "a: [b, c", "a: [b, c\nd: e", "a: {b: c\nd: e", "a: [b,, c]", "a: [,]", "- a\nb: c", "a: b\n- c", "a: - b", "a: b: c", "a\nb: c", "a: b\nc\nd: e", "a: 1\na: 2", "a: {b: 1, b: 2}", "<<: x", "a: &x {b: 1}\nc: *x", "c: *x", "a: b\n---\nc: d", "---\na: b\n...\nc: d", "? [a, b]\n: c", "? {a: b}\n: c", ": a", "a: b\n: c", "[a]: b", "%YAML 2.0\n---\na: b", "%YAML 1.2\n---\na: b", "%TAG ! tag:x,2000:\n---\na: !y z", "a: |\n x\ny", "a: |\n  x\n y\n", "a: |x\n  y", "a: >-\n\n  x\n", "<<<<<<< HEAD\na: b\n=======\na: c\n>>>>>>> x", "a: b\n<<<<<<< HEAD\nc: d\n=======\nc: e\n>>>>>>> x\n", "a: b\n=======\nc: d", "", "# c", "text", "- a", "a: !!str 1", "a: !!binary x", "a: >5\n x", "a: |0\n x", "a: b\n\u{FEFF}c: d", "a: \"\\x41\"", "a: \"\\0\"", "a:\n- b\n-c\n", "key with spaces: x", "a: \"x\"y", "a: 'x' # c", "a: 'x'#c", "a: [x]#c", "-\tx", "a:\tx", "a: x\t", "? a", "a: }", "a: ]", "a: ,", "a: #c", "a: x #c", "a: x#c", "!x: y", "&x: y", "a:\n  - b\n   - c", "a:\n   - b\n  - c", "a: |\n\tx", "\ta: b", "a: \"\n\tb\"", "a: \u{1}", "a: ?b", "a: -b", "a: -", "a: ?", "\"a\": b", "\"a\n b\": c", "null: x", "~: x", "a: ~",  "a: {b: {c: {d: e", "a: b }", "a: b ]", "a: \"b\" \"c\"", "a:  b\n   c: d", "a: b:", "a: http://x", "a: x:y", "a: {b:c}", "- - - a", "a: 'don't'", "a: \"say \"hi\"\"", "items:\n  - one\n  two\n", "a: |\nb: c", String(repeating: "x", count: 1100) + ": y",
    ]
    for text in cases {
        let checked = read(text)
        print("== \(text.debugDescription.prefix(80))  =>  \(shown(checked.value))")
        for d in checked.diagnostics { print("    \(brief(d)) [\(d.range?.text ?? "")] \(d.message) | \(d.notes.joined(separator: "; ")) | \(d.help ?? "-")") }
    }
}
