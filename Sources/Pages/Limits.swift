/// How long what is made of the whole site may be on one page. What is longer is published on several: nothing is left out.
enum Limits {
    /// Entries on one page of a list: a reader scans no more, and the page keeps its weight at any number of pages.
    static let listEntries = 400
    /// Rows of a table or list of products on one page.
    static let blockRows = 1_000
    /// Entries of a block that is never cut into parts, about 250 kB of HTML: beyond that, the build says how long the page is.
    static let wholeEntries = 500
    /// Bytes of HTML that tables and lists of products may add to a page, about: with what is around them, less than 500 kB.
    static let blockBytes = 400_000
    /// Bytes of HTML of each of many tables on a page that are too long together.
    static let leastBlockBytes = 8_000
    /// Pages of a folder in the menu at the side: a longer folder shows the block that the reader is in, and leads to the rest.
    static let menuEntries = 40
    /// Sections in the header: more don't fit into its row on a wide screen.
    static let headerSections = 10
    /// Sections that the front page shows.
    static let frontSections = 60
    /// Pages that the front page lists of a section.
    static let frontPages = 12
    /// Up to so many pages the list of all has their summaries.
    static let summaries = 100
    /// Pages of a section in one document: more nobody prints in one piece.
    static let documentPages = 60
    /// Pages without script of one questionnaire. Past it the rules are in their place.
    static let questionnairePages = 500
    /// Rows of rules on one page: in the place of those pages, and of the policy, which goes on on further pages.
    static let shownRules = 200
    /// Cases on the page of the proof: more are counted, and the files hold them.
    static let shownCases = 200
    /// Entries below a part of the site, in the list of all sources: more are folded.
    static let shownStatements = 3
    /// Pages that a page names as related.
    static let relatedPages = 5
    /// Something that more pages share tells little of any of them, and would make a large site slow.
    static let relatedShare = 64
    /// How much pages have to share: one thing that an eighth of the pages share, or several that are less rare. Less is chance.
    static let relatedLeast = 3.0
}
