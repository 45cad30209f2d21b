import Content
import Decision
import Diagnostics
import Forms
import Templating
import Words

/// The addresses of the feeds of what changed.
struct FeedsView: TemplateView {
    let atom: String
    let json: String

    static let fields = TemplateFields<Self>([.text("atom") { $0.atom }, .text("json") { $0.json }])
}

/// What readers find under one heading: a commit's changes.
private struct ListedChange {
    let change: ReaderChange
    let anchor: String
    let title: String
}

extension SiteRenderer {
    /// Whether there is a page of what changed for readers.
    var hasChanges: Bool { !(changes?.entries.isEmpty ?? true) }

    private static let atomAddress = OverviewPage.changes.address + "feed.xml"
    private static let jsonAddress = OverviewPage.changes.address + "feed.json"

    /// Links to the feeds; nil where there are none, as their entries need addresses that are the same everywhere.
    var feeds: FeedsView? {
        guard library.settings.address != nil else { return nil }
        let address = OverviewPage.changes.address
        return FeedsView(
            atom: Route.relative(from: address, to: Self.atomAddress), json: Route.relative(from: address, to: Self.jsonAddress))
    }

    private var listedChanges: [ListedChange] {
        (changes?.entries ?? []).map { change in
            let titles = change.parts.map(\.title)
            let about = titles.count > 3 ? titles.prefix(3) + ["…"] : titles[...]
            return ListedChange(
                change: change, anchor: "c-" + change.commit.prefix(12), title: change.words ?? about.joined(separator: ", "))
        }
    }

    /// What changed for readers: by day, then by page and questionnaire.
    var changesOverview: OverviewView {
        let address = OverviewPage.changes.address
        var items = listedChanges.map { listed in
            OverviewItemView(
                title: theme.phrasebook.days.text(listed.change.day), url: nil, summary: listed.change.words,
                children: OverviewView(
                    items: listed.change.parts.map { part in
                        OverviewItemView(
                            title: part.title, url: place(of: part.subject).map { Route.relative(from: address, to: $0) },
                            children: OverviewView(items: part.sentences.map { OverviewItemView(title: $0, url: nil) }))
                    }), anchor: listed.anchor)
        }
        if let feeds {
            let links = [("whatFeedAtom", feeds.atom), ("whatFeedJSON", feeds.json)].map {
                OverviewItemView(title: theme.words[$0.0] ?? "", url: $0.1)
            }
            items.append(OverviewItemView(title: theme.words["whatFeeds"] ?? "", url: nil, children: OverviewView(items: links)))
        }
        return OverviewView(items: items)
    }

    /// Where a page or questionnaire is now; nil if it isn't there any more.
    private func place(of subject: ReaderChange.Subject) -> String? {
        switch subject {
        case .page(let file): library.page(file: file)?.path.address
        case .questionnaire(let name):
            questionnaires.contains { "\($0.questionnaire.name)" == name } ? Identifier(name).map(QuestionnaireFiles.address) : nil
        }
    }

    /// The feeds; none for a site without an address.
    func changeFeeds() -> [RenderedFile] {
        guard let site = library.settings.address, hasChanges else { return [] }
        return [
            RenderedFile(path: Self.atomAddress, bytes: Array(atom(at: site).utf8)),
            RenderedFile(path: Self.jsonAddress, bytes: Array(jsonFeed(at: site).utf8)),
        ]
    }

    /// What an entry of a feed says, as HTML with addresses that are the same everywhere.
    private func html(of change: ReaderChange, at site: String) -> String {
        change.parts.map { part in
            let title = HTMLEscaping.escaped(part.title)
            let name = place(of: part.subject).map { "<a href=\"\(HTMLEscaping.escaped(site + Route.encoded($0)))\">\(title)</a>" } ?? title
            return "<p>\(name)</p><ul>\(part.sentences.map { "<li>\(HTMLEscaping.escaped($0))</li>" }.joined())</ul>"
        }.joined()
    }

    /// The Atom Syndication Format (RFC 4287).
    private func atom(at site: String) -> String {
        let page = site + OverviewPage.changes.address
        let escape = { (text: String) in HTMLEscaping.escaped(text) }
        let entries = listedChanges.map { listed in
            """
            <entry>
            <id>\(escape(page + "#" + listed.anchor))</id>
            <link href="\(escape(page + "#" + listed.anchor))"/>
            <title>\(escape(listed.title))</title>
            <updated>\(listed.change.day)T00:00:00Z</updated>
            <content type="html">\(escape(html(of: listed.change, at: site)))</content>
            </entry>

            """
        }
        let newest = listedChanges.map(\.change.day).max().map { "\($0)" } ?? ""
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(escape(library.settings.language))">
            <id>\(escape(page))</id>
            <title>\(escape(feedTitle))</title>
            <link href="\(escape(page))"/>
            <link rel="self" type="application/atom+xml" href="\(escape(site + Self.atomAddress))"/>
            <author><name>\(escape(library.settings.title.string))</name></author>
            <updated>\(newest)T00:00:00Z</updated>
            \(entries.joined())</feed>

            """
    }

    /// JSON Feed, version 1.1 (jsonfeed.org).
    private func jsonFeed(at site: String) -> String {
        let page = site + OverviewPage.changes.address
        let items = listedChanges.map { listed in
            JSONValue.object([
                ("id", .string(page + "#" + listed.anchor)), ("url", .string(page + "#" + listed.anchor)), ("title", .string(listed.title)),
                ("date_published", .string("\(listed.change.day)T00:00:00Z")), ("content_html", .string(html(of: listed.change, at: site))),
            ])
        }
        let feed = JSONValue.object([
            ("version", .string("https://jsonfeed.org/version/1.1")), ("title", .string(feedTitle)), ("home_page_url", .string(page)),
            ("feed_url", .string(site + Self.jsonAddress)), ("language", .string(library.settings.language)),
            ("authors", .array([.object([("name", .string(library.settings.title.string))])])), ("items", .array(items)),
        ])
        return feed.text() + "\n"
    }

    private var feedTitle: String { "\(library.settings.title.string): \(theme.words["whatChanged"] ?? "")" }
}
