import Forms

extension StatisticsReport {
    /// The report for people.
    package var text: String { (head + sections.flatMap { [""] + $0 }).joined(separator: "\n") + "\n" }

    /// When, how many, and what is left out: a line each.
    var head: [String] {
        guard let days = tally.days else {
            return ["no requests" + (notCounted.isEmpty ? "" : ": " + notCounted.joined(separator: ", "))]
        }
        let count = "\(counted(tally.views, "page")) shown, of \(counted(tally.requests, "request"))"
        var lines = ["\(days.lowerBound) to \(days.upperBound): \(count)"]
        if !notCounted.isEmpty { lines.append("not among them: " + notCounted.joined(separator: ", ")) }
        if tally.withoutAgent > 0 {
            lines.append("\(counted(tally.withoutAgent, "request")) in the format common, which cannot tell robots from readers")
        }
        if tally.withheld > 0 {
            let count = counted(tally.withheld, "address or search", "addresses and searches")
            lines.append("\(count) not shown: long, or perhaps about a person")
        }
        return lines
    }

    private var notCounted: [String] {
        let others = tally.others
        return [
            (others.robots, "of robots"), (others.counts, "for counting results"), (others.files, "for files that belong to pages"),
            (others.probes, "for software that the site does not use"),
            (others.others, "others"), (others.otherDays, "on other days"),
        ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
            + (others.unreadable > 0 ? [counted(others.unreadable, "line") + " without a request"] : [])
    }

    private var sections: [[String]] {
        let pages = section(
            "Pages", pages.map { page in (page.views, page.title.map { "\($0)  \(page.address)" } ?? page.address) }, tally.otherPages)
        let others = [
            section("Searches found in addresses", searches.map { ($0.count, $0.words + missingWords($0)) }, tally.searches),
            section(
                "Results reached without JavaScript, by the page numbers of the current build",
                outcomes.map { ($0.count, "\($0.questionnaire): \(listed($0.titles)) (\($0.ids.joined(separator: ", ")))") }
                    + (tally.steps > 0 ? [(tally.steps, "questions before them")] : []), nil),
            section("Old addresses that are still requested", redirects.map { ($0.count, "\($0.address) leads to \($0.page)") }, nil),
            section("Addresses that lead nowhere", missing.map { ($0.count, $0.address + remedy($0)) }, tally.missing),
        ]
        return ([pages] + results.map(resultSection) + others).filter { !$0.isEmpty }
    }

    private func resultSection(_ results: CountedResults) -> [String] {
        guard results.count > 0 else { return ["Results of \(results.heading): none counted"] }
        return section("Results of \(results.heading): \(results.count)", results.outcomes.map { ($0.count, results.line($0)) }, nil)
    }

    private func missingWords(_ search: Search) -> String {
        search.missing.isEmpty ? "" : "  – not on the site: \(listed(search.missing))"
    }

    private func remedy(_ missing: Missing) -> String { missing.remedy.map { "  – \($0)" } ?? "" }

    private func section(_ title: String, _ rows: [(count: Int, words: String)], _ list: Frequencies?) -> [String] {
        guard !rows.isEmpty else { return [] }
        let width = rows.map { String($0.count).count }.max() ?? 1
        var lines = [title]
        if let list, list.missing > 0 { lines[0] += " (too many to count all: up to \(list.missing) may be missing from each number)" }
        return lines
            + rows.map { row in
                "  " + String(repeating: " ", count: width - String(row.count).count) + "\(row.count)  \(row.words)"
            }
    }
}

extension StatisticsReport.Missing {
    /// What an editor can do; nil where nobody knows what was meant.
    var remedy: String? {
        guard let suggestion else { return nil }
        let alias = address.hasSuffix("/") ? address : address + "/"
        return "perhaps \(suggestion.address): `aliases: [\(alias)]` in \(suggestion.file) would lead there"
    }
}
