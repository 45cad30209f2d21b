import Content
import Forms

/// Which pages of a folder a menu lists: all of a short one, a fixed block of a long one.
///
/// The block in which a page is, not a window around it: all pages of the block have the same menu, so it is rendered once, and what
/// a site publishes grows with its pages and not with their square.
enum MenuBlocks {
    /// The block that holds a place in the folder.
    static func number(of place: Int) -> Int { place / Limits.menuEntries }

    /// The places that a block holds, of a folder with so many pages.
    static func range(_ block: Int, of count: Int) -> Range<Int> {
        guard count > Limits.menuEntries else { return 0..<count }
        let start = block * Limits.menuEntries
        return start..<min(count, start + Limits.menuEntries)
    }

    /// Where all pages of a long folder are listed: on its own page, or else on that of all pages; nil for a folder with at most so many.
    static func listAddress(of folder: Int, ifOver limit: Int, _ library: Library, _ tree: SiteTree) -> String? {
        guard tree.children[folder].count > limit else { return nil }
        let page = library.pages[folder]
        return page.frontMatter.layout == .list ? page.path.address : OverviewPage.pages.address
    }
}

extension SiteRenderer {
    /// The pages of the header, as far as they fit.
    var headerPages: ArraySlice<Int> { tree.top.prefix(Limits.headerSections) }

    /// Where the header leads to those that do not fit; nil if all do.
    var allSectionsAddress: String? { tree.top.count > Limits.headerSections ? OverviewPage.pages.address : nil }
}
