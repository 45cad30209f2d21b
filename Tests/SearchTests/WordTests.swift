import Testing

@testable import Search

@Suite struct WordTests {
    @Test(arguments: [
        ("Café", "cafe"), ("STRASSE", "strasse"), ("Straße", "strasse"), ("œuvre", "oeuvre"), ("Øre", "ore"),
        ("İstanbul", "istanbul"), ("Ελλάς", "ελλασ"), ("Ёлка", "елка"), ("e\u{301}", "e"), ("Thủ", "thu"),
    ])
    func `Marks and capitals go`(text: String, expected: String) {
        #expect(Folding.folded(text) == expected)
    }

    @Test(arguments: [
        ["license", "licence", "licences", "licensing", "licensed", "Licencing"], ["relicense", "relicensing"],
        ["warranty", "warranties"], ["inspect", "inspection", "inspections", "inspected"],
        ["replace", "replacement", "replaced", "replacing"], ["authorise", "authorized", "authorization"],
        ["agree", "agreement", "agreements"], ["programme", "program"], ["switch", "switches"], ["ship", "shipped"],
        ["supplier", "suppliers", "supply"], ["eligible", "eligibility"], ["register", "registration"],
    ])
    func `Forms of a word have one stem`(words: [String]) {
        let stems = Set(words.map { Stemmer.english.stem(Folding.folded($0)) })
        #expect(stems.count == 1, "\(stems)")
    }

    @Test(arguments: ["ios", "string", "used", "tac", "rma", "bring", "access", "status", "table"])
    func `Short and whole words stay`(word: String) {
        #expect(Stemmer.english.stem(word).hasPrefix(word.prefix(4)))
    }

    @Test func `Used is not use`() {
        #expect(Stemmer.english.stem("used") != Stemmer.english.stem("use"))
    }

    @Test(arguments: [
        ("C9300-48T", ["c930048t", "c9300", "9300"]), ("SRX345", ["srx345", "srx", "345"]),
        ("SRX-345", ["srx345", "srx", "345"]), ("bill-to", ["bil", "to", "billto"]), ("Cisco's", ["cisco"]),
        ("don’t", ["do", "not"]), ("l'accès", ["acc"]), ("and/or", ["and", "or"]), ("24/7", ["247", "24"]),
        ("入学案内", ["入学", "学案", "案内"]),
    ])
    func `A word is filed under its parts`(word: String, expected: [String]) {
        var scanner = WordScanner("(\(word)),")
        let forms = scanner.next().map(WordForms(.english).forms) ?? []
        #expect(forms.map(\.term) == expected)
        #expect(scanner.next() == nil)
    }

    @Test func `Words are found between all other signs`() {
        var scanner = WordScanner("„Ein“ C9300-48T, co-op. don't… a.b — \u{1F600}x_y-")
        var words: [String] = []
        while let word = scanner.next() { words.append(word) }
        #expect(words == ["Ein", "C9300-48T", "co-op", "don't", "a.b", "x_y"])
    }
}
