@testable import Pages
import Testing

/// What is left of a style sheet.
@Suite struct StylesheetTests {
    @Test(arguments: [
        (["a {\n    color: red;\n}\n"], "a{color:red}"), (["/* x */a{}"], "a{}"),
        (["a{}/* x"], "a{}"), (["a   b\t\tc{}"], "a b c{}"),
        (["a{}\n\n\nb{}\n"], "a{}b{}"),
        (["a::before{content:\"  /* no */  \"}"], "a::before{content:\"  /* no */  \"}"),
        (["a{content:'it\\'s  \"x\"  '}"], "a{content:'it\\'s  \"x\"  '}"), (["a{}", "b{}"], "a{}b{}"),
        (
            ["a{background:url(\"data:image/svg+xml,<svg  x='1'>\")}"],
            "a{background:url(\"data:image/svg+xml,<svg  x='1'>\")}"
        ),
        (["a{background:url(x//y.png)}"], "a{background:url(x//y.png)}"),
        (["a:is(b, c) > d {}"], "a:is(b,c)>d{}"), ([], ""), ([""], ""),
        (["a :is(b) { color: red; top: 0 }"], "a :is(b){color:red;top:0}"),
        (["@media (width >= 60rem) {\n  a { top: 0; }\n}"], "@media (width>= 60rem){a{top:0}}"),
        (["a,\nb\n{ --x: url( \"a > b; }\" ) }"], "a,b{--x:url( \"a > b; }\" )}"),
        (["a{width:calc(1px  +  2px)}"], "a{width:calc(1px + 2px)}"),
    ])
    func `a style sheet gets smaller, and says the same`(files: [String], expected: String) {
        #expect(String(decoding: Stylesheet.joined(files.map { Array($0.utf8) }), as: UTF8.self) == expected)
    }

    @Test func `a file that ends inside a string or a comment does not swallow the next`() {
        let joined = String(decoding: Stylesheet.joined([Array("a{}/* open".utf8), Array("b{}".utf8)]), as: UTF8.self)
        #expect(joined == "a{}b{}")
    }
}
