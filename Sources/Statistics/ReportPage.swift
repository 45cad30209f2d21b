import Forms
import Templating

extension StatisticsReport {
    /// The report as a page with charts: one file that loads nothing and runs nothing.
    package var page: String {
        let title = tally.site.map { "Statistics of \($0.title)" } ?? "Statistics"
        let paragraphs = head.map(paragraph).joined() + paragraph("Requests are counted, not people.")
        return StandalonePage.html(
            title: title,
            head: [
                #"<meta name="robots" content="noindex">"#,
                #"<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">"#,
            ], style: StatisticsReport.style,
            body: "<h1>\(HTMLEscaping.escaped(title))</h1>\n\(paragraphs)\(pageSections.joined())")
    }

    private var pageSections: [String] {
        let parts: [String?] =
            results.map(resultTable) + [
                table(
                    "Pages", of: "Page",
                    pages.map { page in
                        Row(
                            name: page.title.map(own) ?? HTMLEscaping.escaped(page.address), note: page.title == nil ? nil : page.address,
                            count: page.views)
                    }, list: tally.otherPages),
                table(
                    "Searches found in addresses", of: "Search",
                    searches.map { search in
                        let note = search.missing.isEmpty ? nil : "not on the site: \(listed(search.missing))"
                        return Row(name: HTMLEscaping.escaped(search.words), note: note, count: search.count)
                    }, list: tally.searches),
                table(
                    "Results reached without JavaScript", of: "Result",
                    outcomes.map { outcome in
                        Row(
                            name: own("\(outcome.questionnaire): \(outcome.titles.joined(separator: " · "))"), note: nil,
                            count: outcome.count)
                    }),
                table(
                    "Old addresses that are still requested", of: "Address",
                    redirects.map { Row(name: HTMLEscaping.escaped($0.address), note: "leads to \($0.page)", count: $0.count) }),
                table(
                    "Addresses that lead nowhere", of: "Address",
                    missing.map { Row(name: HTMLEscaping.escaped($0.address), note: $0.remedy, count: $0.count) }, list: tally.missing),
            ]
        return parts.compactMap(\.self)
    }

    /// The results of a questionnaire: bars show shares of its results.
    private func resultTable(_ results: CountedResults) -> String {
        let heading = "Results: \(results.title.map(own) ?? HTMLEscaping.escaped(results.heading))"
        guard results.count > 0 else { return "<section>\n<h2>\(heading)</h2>\n<p>None were counted.</p>\n</section>\n" }
        let rows = results.outcomes.map { outcome in
            Row(
                name: outcome.title.map(own) ?? HTMLEscaping.escaped(outcome.id), note: results.note(on: outcome), count: outcome.count,
                share: results.share(of: outcome))
        }
        let isSeveral = results.outcomes.reduce(0) { $0 + $1.count } > results.count
        let note = counted(results.count, "result") + (isSeveral ? ". A result can have several outcomes." : "")
        return section(heading, of: "Outcome", note: note, rows, whole: results.count)
    }

    private func paragraph(_ text: String) -> String {
        "<p>\(HTMLEscaping.escaped(text.prefix(1).uppercased() + text.dropFirst()))</p>\n"
    }

    private func table(_ title: String, of column: String, _ rows: [Row], list: Frequencies? = nil) -> String? {
        guard !rows.isEmpty else { return nil }
        let missing = list?.missing ?? 0
        let note = missing > 0 ? "There were too many to count all: up to \(missing) may be missing from each number." : nil
        return section(title, of: column, note: note, rows, whole: rows.map(\.count).max() ?? 0)
    }

    /// A line of a table.
    private struct Row {
        /// As HTML.
        let name: String
        let note: String?
        let count: Int
        var share: String?
    }

    /// - Parameters:
    ///   - heading: as HTML.
    ///   - column: what a row is.
    ///   - whole: the number that a full bar shows.
    private func section(_ heading: String, of column: String, note: String?, _ rows: [Row], whole: Int) -> String {
        let hasShares = rows.contains { $0.share != nil }
        let lines = rows.map { row in
            let note = row.note.map { "<small>\(HTMLEscaping.escaped($0))</small>" } ?? ""
            let share = row.share.map { "<td>\($0)</td>" } ?? ""
            return "<tr><th scope=\"row\">\(row.name)\(note)\(bar(row.count, of: whole))</th><td>\(row.count)</td>\(share)</tr>\n"
        }
        return """
            <section>
            <h2>\(heading)</h2>
            \(note.map { "<p>\($0)</p>\n" } ?? "")<table>
            <thead><tr><th scope="col">\(column)</th><th scope="col">Number</th>\(hasShares ? "<th scope=\"col\">Share</th>" : "")</tr></thead>
            <tbody>
            \(lines.joined())</tbody>
            </table>
            </section>

            """
    }

    /// It says nothing that the number beside it doesn't.
    private func bar(_ count: Int, of whole: Int) -> String {
        let width = whole > 0 ? min(1000, count * 1000 / whole) : 0
        return "<svg viewBox=\"0 0 1000 1\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect width=\"\(width)\" height=\"1\"/></svg>"
    }

    /// What the site's authors wrote, in its language.
    private func own(_ text: String) -> String {
        let escaped = HTMLEscaping.escaped(text)
        guard let language = tally.site?.language, language != "en" else { return escaped }
        return "<bdi lang=\"\(HTMLEscaping.escaped(language))\">\(escaped)</bdi>"
    }
}
