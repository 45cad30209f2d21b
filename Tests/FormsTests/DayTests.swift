import Forms
import Testing

/// Days and lengths of time.
@Suite struct DayTests {
    @Test(arguments: ["2026-11-21", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31", "1969-12-31"])
    func `a day is read and written the same`(text: String) {
        #expect(Day(text)?.description == text)
    }

    @Test(arguments: [
        "", "2026", "2026-11", "2026-1-1", "2026-13-01", "2026-00-10", "2026-04-31", "2026-02-29", "1900-02-29",
        "2100-02-29",
        "0000-01-01", "26-11-21", "2026-11-21 ", " 2026-11-21", "2026/11/21", "21.11.2026", "2026-11-00", "-026-11-21",
        "2026-11-21T10:00", "２０２６-11-21", "2026--1-21", "20a6-11-21",
    ])
    func `anything else is no day`(text: String) {
        #expect(Day(text) == nil)
    }

    @Test func `the number of a day leads back to it, one more for each day`() throws {
        var expected = try #require(Day(year: 1600, month: 1, day: 1)).number
        #expect(expected == -135_140)
        for year in 1600...2400 {
            for month in 1...12 {
                for day in [1, 2, 15, 27, 28, 29, 30, 31] where day <= Day.length(ofMonth: month, year: year) {
                    let value = try #require(Day(year: year, month: month, day: day))
                    #expect(value.number == expected + day - 1)
                    #expect(Day(number: value.number) == value)
                }
                expected += Day.length(ofMonth: month, year: year)
            }
        }
    }

    @Test(arguments: [
        ("1970-01-01", 0), ("1970-01-02", 1), ("1969-12-31", -1), ("2000-03-01", 11_017), ("9999-12-31", 2_932_896),
        ("0001-01-01", -719_162),
    ])
    func `days are counted from 1970`(text: String, number: Int) {
        #expect(Day(text)?.number == number)
        #expect(Day(number: number)?.description == text)
    }

    @Test(arguments: [2_932_897, -719_163, Int.max, Int.min]) func `beyond the years 1 to 9999 there is none`(
        number: Int
    ) {
        #expect(Day(number: number) == nil)
    }

    @Test func `days are in order`() throws {
        let days = ["2025-12-31", "2026-01-01", "2026-01-02", "2026-02-01"].compactMap { Day($0) }
        #expect(days.shuffled().sorted() == days)
    }

    @Test(arguments: [
        ("2026-01-31", "1 month", "2026-02-28"), ("2024-01-31", "1 month", "2024-02-29"),
        ("2026-03-31", "1 month", "2026-04-30"),
        ("2024-02-29", "1 year", "2025-02-28"), ("2024-02-29", "4 years", "2028-02-29"),
        ("2026-11-21", "6 months", "2027-05-21"),
        ("2026-11-21", "14 months", "2028-01-21"), ("2026-12-31", "1 day", "2027-01-01"),
        ("2026-12-25", "2 weeks", "2027-01-08"),
        ("2026-02-28", "1 day", "2026-03-01"), ("2024-02-28", "1 day", "2024-02-29"),
        ("2026-10-31", "4 months", "2027-02-28"),
    ])
    func `a span later`(day: String, span: String, expected: String) throws {
        #expect(try #require(Day(day)).adding(try #require(Span(span)))?.description == expected)
    }

    @Test func `beyond the calendar there is nothing`() throws {
        let last = try #require(Day("9999-12-31"))
        for unit in Span.Unit.allCases { #expect(last.adding(Span(count: 1, unit: unit)) == nil) }
    }

    @Test(arguments: [
        ("1 day", 1, Span.Unit.days), ("2 days", 2, .days), ("1 week", 1, .weeks), ("6 months", 6, .months),
        ("10 years", 10, .years), ("6 month", 6, .months),
    ])
    func `a span is read`(text: String, count: Int, unit: Span.Unit) {
        #expect(Span(text) == Span(count: count, unit: unit))
    }

    @Test(arguments: [
        "", "6", "months", "six months", "0 days", "-1 day", "6  months", "6 months ", "10000 days", "1.5 years",
        "6 moons", "6 Months", "99999999999999999999 days",
    ])
    func `anything else is no span`(text: String) {
        #expect(Span(text) == nil)
    }
}

@Suite struct IdentifierTests {
    @Test(arguments: ["a", "a1", "1a", "help-desk", "a--b", String(repeating: "a", count: 100)])
    func `an id`(text: String) {
        #expect(Identifier(text)?.description == text)
    }

    @Test(arguments: [
        "", "-a", "a-", "A", "a_b", "a b", "ä", "a.b", "a/b", "..", "__proto__", "a\u{301}",
        String(repeating: "a", count: 101),
    ])
    func `no id`(text: String) {
        #expect(Identifier(text) == nil)
    }

    @Test func `ids are in byte order`() {
        #expect(
            ["b", "a-b", "a1", "a"].compactMap { Identifier($0) }.sorted().map(\.description) == [
                "a", "a-b", "a1", "b",
            ])
    }
}
