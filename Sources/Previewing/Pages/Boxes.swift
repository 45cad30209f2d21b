import Forms
import Pages
import Words

/// What the preview puts into every page: its script, and the boxes that it shows over the page. Template: `preview/boxes`.
struct Boxes {
    private let html: [UInt8]

    /// - Parameters:
    ///   - version: of the site that the page was made from, so that the browser knows when it has an old one.
    ///   - notes: what the page's readers will not see.
    init(_ theme: Theme, version: String, notes: [PageNote] = []) {
        let notes = notes.map { ($0.text, $0.language) }
        html = theme.page("boxes", PreviewBoxesView(scriptURL: "/" + PreviewPaths.script, version: version, notes: notes))
    }

    /// The page with them at the end of its head: a page's own text cannot hold `</head>` unescaped.
    func put(into page: [UInt8]) -> [UInt8] {
        guard let end = page.firstRange(of: Array("</head>".utf8)) else { return page + html }
        return page[..<end.lowerBound] + html + page[end.lowerBound...]
    }
}
