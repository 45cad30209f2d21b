import Testing
@testable import Pages

@Suite struct AbbreviationTests {
    @Test(arguments: [
        ("Return to Service (", ")", false),
        ("<em>return to service</em> (", ")", false),
        ("Return to Service, ", "", true),
        ("", " (Return to\nService)", false),
        ("", " (<b>Return</b> to Service, worldwide)", false),
        ("Return to Service is slow. Ask for ", ".", true),
        ("", "", true),
        ("", "</p><p>Return to Service", true),
    ]) func `what a short form stands for is written out once`(before: String, after: String, isKept: Bool) {
        let kept = "<p>\(before)<a class=\"term\" data-full=\"Return to Service\" href=\"#rts\">RtS</a>\(after)</p>"
        let without = "<p>\(before)<a class=\"term\" href=\"#rts\">RtS</a>\(after)</p>"
        #expect(once(kept) == (isKept ? kept : without))
        let between = "<p>So it is.</p>"
        #expect(once(kept + between + kept) == (isKept ? kept + between + kept : without + between + without))
        #expect(once(without) == without)
    }

    private func once(_ html: String) -> String { String(decoding: Abbreviations.once(Array(html.utf8)), as: UTF8.self) }
}
