package import CommonMark
package import Diagnostics
package import Forms

/// One page as its author wrote it.
///
/// A reference type, because every rule goes over all pages: a value with this many parts costs more to hand on than to
/// check.
package final class Page: Sendable {
    /// Decides the page's address.
    package let path: PagePath
    /// The file that was read.
    package let source: SourceFile
    /// With defaults where fields are missing or faulty.
    package let frontMatter: FrontMatter
    /// The text below the front matter, without the heading that gave the title.
    package let body: Markdown
    /// Whether all of the text was read: what a page without an end of its front matter would say is not missed.
    let isWhole: Bool

    /// `isWhole`: nothing of the text was left unread.
    package init(path: PagePath, source: SourceFile, frontMatter: FrontMatter, body: Markdown, isWhole: Bool = true) {
        self.path = path
        self.source = source
        self.frontMatter = frontMatter
        self.body = body
        self.isWhole = isWhole
    }

    /// From the front matter, or else from the heading of the text.
    package var title: String { frontMatter.title.string }
}

/// What is between the `---` lines on top of a page.
package struct FrontMatter: Sendable {
    /// How a page is laid out.
    package enum Layout: String, CaseIterable, Sendable {
        case page, list, tabs, home

        /// What the layout shows, for editors that complete it.
        package var meaning: String {
            switch self {
            case .page: "the text"
            case .list: "the text, then the pages of its folder as cards"
            case .tabs: "the sections of the second level as alternatives"
            case .home: "the front page: a search, the questionnaires it embeds, then the text"
            }
        }
    }

    /// The only first-level heading of the page.
    package private(set) var title: Text
    /// One sentence for cards and search engines.
    package let summary: Text?
    /// The place among the pages of its folder, lowest first; pages without one follow, by title.
    package let order: Int?
    /// By default only the text.
    package let layout: Layout
    /// Old addresses that lead here, as `/old/path/`.
    package let aliases: [Text]
    /// What the page is based on.
    package let sources: [SourceReference]
    /// Who keeps the page up to date.
    package let owner: Text?
    /// The day of the last review.
    package let reviewed: Day?
    /// How often the page has to be reviewed; nil for never.
    package let reviewEvery: Span?
    /// The first day on which the page applies.
    package let effective: Day?
    /// The last day on which the page applies.
    package let expires: Day?
    /// Kept out of the published site.
    package let isDraft: Bool
    /// Other names, by which a search finds the page as by its title.
    package let also: [Text]
    /// Words that find the page in a search.
    package let tags: [Text]
    /// Searches that the front page offers to try.
    package let examples: [Text]
    /// Whether the search and lists of pages show the page.
    package let isSearched: Bool
    /// Whether terms of the glossaries are explained at their first use.
    package let explainsTerms: Bool
    /// Whether its end names pages that have to do with it, and theirs may name it.
    package let showsRelated: Bool
    /// Where its days are written, for messages.
    package let places: Upkeep.Places

    /// The same with a title.
    func titled(_ title: Text) -> FrontMatter {
        var other = self
        other.title = title
        return other
    }
}
