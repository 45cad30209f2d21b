import Templating
import Testing

/// Text in HTML.
@Suite struct HTMLEscapingTests {
    @Test(arguments: [
        ("a", "a"), ("<b> & \"c\" 'd'", "&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;"),
        ("\"\u{301}onload=x", "&quot;\u{301}onload=x"),
        ("<\u{338}script>", "&lt;\u{338}script&gt;"), ("'\u{200D}", "&#39;\u{200D}"), ("é日👍", "é日👍"),
        ("&amp;", "&amp;amp;"), ("", ""),
    ])
    func `five characters are written as references, whatever follows them`(text: String, expected: String) {
        #expect(Array(HTMLEscaping.escaped(text).utf8) == Array(expected.utf8))
    }

    @Test func `none gets through next to any mark`() {
        for mark in ["\u{301}", "\u{338}", "\u{20DD}", "\u{200D}", "\u{FE0F}", "\u{1F3FD}", "\r\n"] {
            for sign in ["\"", "'", "<", ">", "&"] {
                let escaped = HTMLEscaping.escaped(sign + mark + "a" + mark + sign)
                #expect(!escaped.utf8.contains { "\"'<>".utf8.contains($0) })
            }
        }
    }
}
