package import Forms

/// How a language writes days.
package struct DayStyle: Sendable {
    /// Written in a date, from January.
    let months: [String]
    private let pattern: String
    /// The orders in which people may type the parts: `dmy`.
    let orders: [String]

    init(_ words: [String: String]) {
        months = (1...12).map { words["month\($0)"] ?? String($0) }
        pattern = words["date"] ?? "{day} {month} {year}"
        let orders = (words["dateOrder"] ?? "dmy").split(separator: " ").map(String.init)
        self.orders = orders.filter { $0.sorted() == ["d", "m", "y"] }
    }

    /// `21 November 2026`.
    package func text(_ day: Day) -> String {
        Phrasebook.filled(
            pattern, ["day": String(day.day), "month": months[day.month - 1], "year": String(day.year)])
    }
}
