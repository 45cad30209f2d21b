import Diagnostics
package import Search

/// What a tally says: the commonest of everything, with what an editor can do about it.
package struct StatisticsReport: Sendable {
    struct Page: Sendable {
        let address: String
        /// Nil for an address that is none of the site's pages as it is now.
        let title: String?
        let views: Int
    }

    struct Search: Sendable {
        let words: String
        let count: Int
        /// Those of the words that are nowhere on the site.
        let missing: [String]
    }

    struct Outcome: Sendable {
        let questionnaire: String
        let titles: [String]
        let ids: [String]
        let count: Int
    }

    struct Redirect: Sendable {
        let address: String
        let page: String
        let count: Int
    }

    struct Missing: Sendable {
        let address: String
        let count: Int
        /// The page that was probably meant, and its file.
        let suggestion: (address: String, file: String)?
    }

    let tally: Tally
    let pages: [Page]
    let searches: [Search]
    /// As browsers counted them.
    let results: [CountedResults]
    /// Of the pages without script.
    let outcomes: [Outcome]
    let redirects: [Redirect]
    let missing: [Missing]

    /// - Parameters:
    ///   - top: how many of each are named.
    ///   - vocabulary: the words of the site; nil if no site is given.
    package init(_ tally: Tally, top: Int, vocabulary: SearchVocabulary?) {
        self.tally = tally
        let known = tally.pages.map { Page(address: "/" + $0, title: tally.site?.titles[$0], views: $1) }
        let others = tally.otherPages.top(top).map { Page(address: $0.name, title: nil, views: $0.count) }
        pages = Array((known + others).sorted { ($1.views, $0.address) < ($0.views, $1.address) }.prefix(top))
        searches = tally.searches.top(top).map {
            Search(words: $0.name, count: $0.count, missing: vocabulary?.missing(in: $0.name) ?? [])
        }
        results = CountedResults.all(tally, top: top)
        outcomes = Array(
            tally.results.map { Outcome(questionnaire: $0.questionnaire, titles: $0.titles, ids: $0.ids, count: $1) }
                .sorted { ($1.count, $0.questionnaire, $0.ids.joined()) < ($0.count, $1.questionnaire, $1.ids.joined()) }.prefix(top))
        redirects = Array(
            tally.aliases.map { Redirect(address: "/" + $0, page: "/" + (tally.site?.aliases[$0] ?? ""), count: $1) }
                .sorted { ($1.count, $0.address) < ($0.count, $1.address) }.prefix(top))
        missing = tally.missing.top(top).map {
            Missing(address: $0.name, count: $0.count, suggestion: StatisticsReport.suggestion(for: $0.name, tally.site))
        }
    }

    /// The page of the same name elsewhere, or else the one with the nearest address.
    private static func suggestion(for address: String, _ site: SiteAddresses?) -> (address: String, file: String)? {
        guard let site else { return nil }
        let path = address.split(separator: "/").joined(separator: "/") + "/"
        let known = site.files.keys.filter { !$0.isEmpty }.sorted()
        let name = path.split(separator: "/").last.map { $0 + "/" } ?? ""
        let sameName = known.filter { $0 == name || $0.hasSuffix("/" + name) }
        guard let found = sameName.count == 1 ? sameName.first : Suggestion.nearest(to: path, among: known), found != path,
            let file = site.files[found]
        else { return nil }
        return ("/" + found, file)
    }
}
