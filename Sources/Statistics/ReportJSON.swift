package import Diagnostics
import Forms

extension StatisticsReport {
    /// The report for programs: one object.
    package var json: JSONValue {
        .object([
            ("from", tally.days.map { .string($0.lowerBound.description) } ?? .null),
            ("until", tally.days.map { .string($0.upperBound.description) } ?? .null),
            ("requests", .number(tally.requests)), ("pagesShown", .number(tally.views)),
            ("notPages", notPages), ("withoutAgent", .number(tally.withoutAgent)), ("withheld", .number(tally.withheld)),
            (
                "missingFromEachNumber",
                .number(max(tally.otherPages.missing, tally.searches.missing, tally.missing.missing, tally.otherCounted.missing))
            ),
            ("pages", .array(pages.map(json))), ("searches", .array(searches.map(json))),
            ("results", .array(results.map(json))),
            ("outcomes", .array(outcomes.map(json))), ("questionsWithoutScript", .number(tally.steps)),
            ("oldAddresses", .array(redirects.map(json))),
            ("notFound", .array(missing.map(json))),
        ])
    }

    private var notPages: JSONValue {
        let others = tally.others
        return .object([
            ("robots", .number(others.robots)), ("counts", .number(others.counts)), ("files", .number(others.files)),
            ("probes", .number(others.probes)),
            ("others", .number(others.others)), ("otherDays", .number(others.otherDays)), ("unreadable", .number(others.unreadable)),
        ])
    }

    private func json(_ page: Page) -> JSONValue {
        .object([
            ("address", .string(page.address)), ("title", page.title.map { .string($0) } ?? .null), ("views", .number(page.views)),
        ])
    }

    private func json(_ search: Search) -> JSONValue {
        .object([
            ("words", .string(search.words)), ("count", .number(search.count)), ("nowhere", .array(search.missing.map { .string($0) })),
        ])
    }

    private func json(_ result: CountedResults) -> JSONValue {
        .object([
            ("questionnaire", .string(result.questionnaire)), ("title", result.title.map { .string($0) } ?? .null),
            ("count", .number(result.count)),
            (
                "outcomes",
                .array(
                    result.outcomes.map { outcome in
                        .object([
                            ("id", .string(outcome.id)), ("title", outcome.title.map { .string($0) } ?? .null),
                            ("count", .number(outcome.count)), ("percent", result.percent(of: outcome).map { .number($0) } ?? .null),
                        ])
                    })
            ),
        ])
    }

    private func json(_ redirect: Redirect) -> JSONValue {
        .object([("address", .string(redirect.address)), ("page", .string(redirect.page)), ("count", .number(redirect.count))])
    }

    private func json(_ outcome: Outcome) -> JSONValue {
        .object([
            ("questionnaire", .string(outcome.questionnaire)), ("ids", .array(outcome.ids.map { .string($0) })),
            ("titles", .array(outcome.titles.map { .string($0) })), ("count", .number(outcome.count)),
        ])
    }

    private func json(_ missing: Missing) -> JSONValue {
        .object([
            ("address", .string(missing.address)), ("count", .number(missing.count)),
            ("perhaps", missing.suggestion.map { .string($0.address) } ?? .null),
            ("file", missing.suggestion.map { .string($0.file) } ?? .null),
        ])
    }
}
