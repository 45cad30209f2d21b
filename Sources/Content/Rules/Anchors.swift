import CommonMark
import Diagnostics

/// The ids that stand on each page, so that links to them can be checked.
struct Anchors {
    /// For each page of the library, its ids with the place of each.
    private(set) var pages: [[String: SourceRange?]] = []
    /// Ids that would stand twice on a page, by the place of the second.
    private(set) var doubles: [(id: String, second: SourceRange, page: Page)] = []

    init(_ library: Library) {
        pages.reserveCapacity(library.pages.count)
        for page in library.pages { pages.append(ids(of: page, library)) }
    }

    private mutating func ids(of page: Page, _ library: Library) -> [String: SourceRange?] {
        var ids: [String: SourceRange?] = ["main": nil]
        for heading in page.body.headings { ids.updateValue(nil, forKey: heading.id) }
        for embed in page.body.embeds {
            guard case .success(let embeddings) = library.embeddings(of: embed) else { continue }
            for (id, place) in embeddings.flatMap(\.ids) {
                if ids[id] != nil { doubles.append((id, place, page)) }
                ids[id] = place
            }
        }
        return ids
    }
}

/// `page/duplicate-id`: an id of a data file that stands on the page already, so that links would find the wrong one.
func checkAnchors(_ anchors: Anchors) -> [Diagnostic] {
    anchors.doubles.map { double in
        Diagnostic(
            "page/duplicate-id", "the id \"\(double.id)\" stands twice on the page \(double.page.source.path)",
            at: double.second,
            help: "rename the id, give the heading another one with {#id}, or put the data on another page")
    }
}
