import Testing

@testable import Pages

/// Notes of several texts on one page.
@Suite struct NoteNumberTests {
    private static func reference(_ id: String, _ number: Int) -> String {
        "<sup class=\"footnote-ref\"><a href=\"#\(id)\" id=\"\(id)-ref\">\(number)</a></sup>"
    }

    private static func list(_ ids: [String]) -> String {
        let items = ids.enumerated().map { number, id in
            "<li id=\"\(id)\">\n<p>x <a href=\"#\(id)-ref\" class=\"footnote-back\" aria-label=\"Back to the text \(number + 1)\">↩</a></p>\n</li>\n"
        }
        return "<section class=\"footnotes\" aria-label=\"Footnotes\">\n<ol>\n\(items.joined())</ol>\n</section>\n"
    }

    private static let comparison =
        "<sup class=\"note-link\"><a href=\"#c-note\" aria-label=\"Note 1\">1</a></sup>"
        + "<section class=\"notes\" aria-label=\"Notes\">\n<ol>\n<li id=\"c-note\">y</li>\n</ol>\n</section>\n"

    @Test func `a page with one list stays as it is`() {
        let html = "<p>\(Self.reference("fn-1", 1))</p>" + Self.list(["fn-1"])
        #expect(continued(html) == html)
    }

    @Test func `numbers go on in the order of the first references`() {
        let html =
            "<p>\(Self.reference("fn-1", 1))</p>" + Self.reference("q-fn-1", 1) + Self.reference("q-fn-2", 2)
            + Self.list(["q-fn-1", "q-fn-2"]) + Self.comparison + "<p>\(Self.reference("fn-2", 2))</p>" + Self.list(["fn-1", "fn-2"])
        let made = continued(html)
        let shown = made.matches(of: /<a href="#([^"]*)"[^>]*>(\d+)<\/a>/).map { "\($0.1) \($0.2)" }
        #expect(shown == ["fn-1 1", "q-fn-1 3", "q-fn-2 4", "c-note 5", "fn-2 2"])
        #expect(
            made.matches(of: /aria-label="([A-Z][^"]*)"/).map { String($0.1) } == [
                "Footnotes", "Back to the text 3", "Back to the text 4", "Note 5", "Notes", "Footnotes 2", "Back to the text 1",
                "Back to the text 2",
            ])
        #expect(made.matches(of: /<ol[^>]*>/).map { String($0.0) } == ["<ol start=\"3\">", "<ol start=\"5\">", "<ol>"])
    }

    private func continued(_ html: String) -> String { String(decoding: NoteNumbers.continued(Array(html.utf8)), as: UTF8.self) }
}
