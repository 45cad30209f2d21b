import Diagnostics
import Testing

/// What nobody sees is found, and what texts need is left alone.
@Suite struct InvisibleCharacterTests {
    @Test(arguments: [
        "a\u{202A}b", "a\u{202B}b", "a\u{202C}b", "a\u{202D}b", "a\u{202E}b", "a\u{2066}b\u{2069}", "\u{2067}a",
        "\u{2068}a", "a\u{2069}", "a\u{200E}b", "a\u{200F}", "a\u{61C}b", "a\u{FEFF}b", "a\u{2028}b", "a\u{2029}b",
        "a\u{85}b", "a\u{9F}b", "a\u{200B} b", "\u{200B}a", "a\u{200B}", "*\u{200B}a*", "a\u{200B}\u{200B}:", "\u{AD}a",
        "a \u{2060}b", "a\u{2061}b", "a\u{E0041}b", "a\u{180E}b", "a\u{115F}b", "a\u{3164}b", "a\u{FFF9}b",
        "\u{5D0}\u{202E}\u{5D1}", "\u{5D0}\u{2067}\u{5D1}\n\u{2069}", "\u{5D0}\u{2069}",
    ])
    func `is found`(text: String) throws {
        let found = try #require(InvisibleCharacter.first(in: Array(text.utf8)), "\(text.debugDescription)")
        #expect(found.words.hasPrefix("U+"))
    }

    @Test(arguments: [
        "", "abc\t\n", "Straßen\u{AD}bahn", "a/\u{200B}b-\u{200B}c", "می\u{200C}خواهم", "👨\u{200D}👩\u{200D}👧", "❤\u{FE0F}",
        "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}", "a\u{A0}b", "a\u{202F}%", "שלום\u{200F}!",
        "\u{627}\u{2067}abc\u{2069} \u{628}", "日本語", "กรุงเทพ\u{200B}มหานคร", "a\u{301}", "葛\u{E0100}",
    ])
    func `is left alone`(text: String) {
        #expect(InvisibleCharacter.first(in: Array(text.utf8)) == nil, "\(text.debugDescription)")
    }

    @Test func `the place and all of them are known`() {
        let found = InvisibleCharacter.all(in: Array("ä\u{202E}b\u{2028}".utf8), limit: 10)
        #expect(found.map(\.bytes) == [2..<5, 6..<9])
        #expect(found.first?.words.contains("changes the order") == true)
    }
}
