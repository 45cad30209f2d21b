import Testing

@testable import Pages

/// The first use of a term on a page.
@Suite struct FirstTermTests {
    private static let index = TermIndex([
        TermIndex.Term(full: "Return authorisation", short: "RMA", page: 0, anchor: "rma"),
        TermIndex.Term(full: "Return", short: nil, page: 0, anchor: "return"),
        TermIndex.Term(full: "R&D", short: nil, page: 0, anchor: "rd"), TermIndex.Term(full: "Here", short: nil, page: 1, anchor: "here"),
    ])

    private var first: FirstTerms { FirstTerms(Self.index) { $0 == 0 ? "words/" : nil } }

    @Test(arguments: [
        ("<p>An RMA, an RMA.</p>", "<p>An <a class=\"term\" data-full=\"Return authorisation\" href=\"words/#rma\">RMA</a>, an RMA.</p>"),
        ("<p>A return authorisation</p>", "<p>A <a class=\"term\" href=\"words/#rma\">return authorisation</a></p>"),
        ("<p>Here we return it.</p>", "<p>Here we <a class=\"term\" href=\"words/#return\">return</a> it.</p>"),
        ("<p>rma, RMAs, pre-RMA, xRMA, Returned</p>", "<p>rma, RMAs, pre-RMA, xRMA, Returned</p>"),
        (
            "<h2>RMA</h2><p><code>RMA</code> <a href=\"x\">RMA <b>RMA</b></a></p>",
            "<h2>RMA</h2><p><code>RMA</code> <a href=\"x\">RMA <b>RMA</b></a></p>"
        ),
        ("<p title=\"RMA > RMA\">R&amp;D</p>", "<p title=\"RMA > RMA\"><a class=\"term\" href=\"words/#rd\">R&amp;D</a></p>"),
        (
            "<p>RMAé <em>RMA</em></p>",
            "<p>RMAé <em><a class=\"term\" data-full=\"Return authorisation\" href=\"words/#rma\">RMA</a></em></p>"
        ),
    ])
    func `is linked where it is running text`(html: String, linked: String) {
        var first = first
        #expect(first.linked(html) == linked)
    }

    @Test func `counts what the author linked, and goes on from part to part`() {
        var first = first
        first.note("<p><a class=\"term\" href=\"words/#rma\">RMA</a></p>")
        #expect(first.linked("<p>RMA return</p>") == "<p>RMA <a class=\"term\" href=\"words/#return\">return</a></p>")
        #expect(first.linked("<p>return</p>") == "<p>return</p>")
    }
}
