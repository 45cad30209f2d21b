import Testing
@testable import Words

/// Values of data files, as a language writes them.
@Suite struct WrittenValueTests {
    private static let values: [(String, String?, String?, String?)] = [
        ("1500.50", "€", "€1,500.50", "1.500,50 €"), ("1500.5", "€", "€1,500.50", "1.500,50 €"), ("1500", "€", "€1,500", "1.500 €"),
        ("-20", "£", "-£20", "-20 £"), ("1", "days", "1 day", "1 day"), ("12000", "people", "12,000 people", "12.000 people"),
        ("7.5", "hours a day", "7.5 hours a day", "7,5 hours a day"), ("5", "%", "5%", "5 %"),
        ("2027-03-01", nil, "1 March 2027", "1. März 2027"),
        // What may be more than a number, or is words, stays.
        ("2027", nil, nil, nil), ("12.5", nil, nil, nil), ("007", "films", nil, nil), ("25 to 75", "percent", nil, nil),
        ("1,500", "€", nil, nil),
        ("2027-02-30", nil, nil, nil), ("2027-03-01", "days", nil, nil), ("ninety", nil, nil, nil), ("5.", "days", nil, nil),
        (".5", "days", nil, nil),
        ("-", "days", nil, nil), ("", "days", nil, nil),
    ]

    @Test(arguments: values)
    func `a number with a unit and a day are written as the language does`(
        value: String, unit: String?, english: String?, german: String?
    ) {
        #expect(phrasebook("en").value(value, unit: unit) == english)
        #expect(phrasebook("de").value(value, unit: unit)?.replacing("\u{a0}", with: " ") == german)
    }

    @Test(arguments: [
        ("1500.50", false, "1,500.50", "1.500,50"), ("12.00", false, "12.00", "12,00"), ("2019", true, "2019", "2019"),
        ("-1234.5", false, "-1,234.5", "-1.234,5"), ("0.125", false, "0.125", "0,125"), ("007", false, "007", "007"),
    ]) func `a number of a table keeps its digits`(number: String, isPlain: Bool, english: String, german: String) {
        #expect(phrasebook("en").numbers.text(written: number, isPlain: isPlain) == english)
        #expect(phrasebook("de").numbers.text(written: number, isPlain: isPlain) == german)
    }

    private func phrasebook(_ language: String) -> Phrasebook {
        Phrasebook(Phrasebook.english.words.merging(Phrasebook.facts(of: language)) { $1 }, language: language)
    }
}
