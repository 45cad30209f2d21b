import Content
import Decision
import Forms
import Templating

/// A page at an old address: the keys of every page, and where it leads.
struct RedirectPageView: TemplateView {
    let redirect: RedirectView

    static let fields = TemplateFields<Self>([.object("redirect") { $0.redirect }])
}

/// Where an old address leads.
struct RedirectView: TemplateView {
    /// Nil where that hangs on what is after the question mark.
    let to: String?
    /// Queries, each with where it leads, apart by spaces.
    let queries: String?
    let targets: [PlaceView]

    static let fields = TemplateFields<Self>([.text("to") { $0.to }, .text("queries") { $0.queries }, .list("targets") { $0.targets }])
}

extension SiteRenderer {
    /// A page at each old address, for servers that cannot send readers on themselves. It knows its place in the address line,
    /// which servers do not.
    func oldAddressPages() -> [RenderedFile] { oldPages.filter { !isOfQuestionnaire($0.address) }.map(file) }

    /// Those that are where a questionnaire of this name was.
    func oldAddressPages(of questionnaire: String) -> [RenderedFile] {
        oldPages.filter { $0.address.hasPrefix("\(QuestionnaireFiles.folder)/\(questionnaire)/") }.map(file)
    }

    /// What questionnaires were called once, apart from those that are there.
    var oldQuestionnaireNames: [String] {
        let names = oldPages.filter { isOfQuestionnaire($0.address) }.map { String($0.address.split(separator: "/")[1]) }
        return Set(names).subtracting(questionnaires.map(\.questionnaire.name.description)).sorted()
    }

    /// What the page at an address leads to for some queries, as its script reads it; nil for nothing.
    func oldQueries(at address: String) -> String? {
        movedQueries[address].flatMap { queries($0, from: address) }
    }

    private struct OldPage {
        let address: String
        var moved: [Moved]
    }

    private func isOfQuestionnaire(_ address: String) -> Bool {
        address.hasPrefix(QuestionnaireFiles.folder + "/") && address.split(separator: "/").count > 1
    }

    /// In the order in which they are first named; none where the site has a page, or the host sends readers on before.
    private var oldPages: [OldPage] {
        let own = Set(library.pages.map(\.path.address))
        var pages: [OldPage] = []
        var numbers: [String: Int] = [:]
        for moved in self.moved.flatMap(withPolicy) where !own.contains(moved.old.address) {
            if library.settings.host == .gitlab, moved.old.query == nil { continue }
            if let known = numbers[moved.old.address] {
                pages[known].moved.append(moved)
            } else {
                numbers[moved.old.address] = pages.count
                pages.append(OldPage(address: moved.old.address, moved: [moved]))
            }
        }
        return pages
    }

    /// With a questionnaire the pages on its policy moved.
    private func withPolicy(_ moved: Moved) -> [Moved] {
        guard isOfQuestionnaire(moved.old.address), moved.old.address.split(separator: "/").count == 2,
            let diagram = questionnaires.first(where: { QuestionnaireFiles.address(of: $0.questionnaire.name) == moved.address })
        else { return [moved] }
        return [moved]
            + policyPaths(of: diagram).compactMap { path in
                OldAddress("/\(moved.old.address)\(path)").map {
                    Moved(old: $0, alias: moved.alias, address: moved.address + path, title: moved.title, file: moved.file)
                }
            }
    }

    private func queries(_ moved: [Moved], from address: String) -> String? {
        let pairs = moved.compactMap { each in each.old.query.map { "\($0) \(Route.relative(from: address, to: each.address))" } }
        return pairs.isEmpty ? nil : pairs.joined(separator: " ")
    }

    private func file(_ page: OldPage) -> RenderedFile {
        let address = page.address
        let whole = page.moved.first { $0.old.query == nil }
        var view = baseView(title: (whole ?? page.moved[0]).title, address: address)
        view.url = whole.map { Route.relative(from: address, to: $0.address) }
        view.canonical = whole.flatMap { canonical($0.address) }
        let layout = LayoutView(
            site: siteHead(address, section: nil), page: view, root: Route.root(address), assets: assets)
        let redirect = RedirectView(
            to: view.url, queries: queries(page.moved, from: address),
            targets: page.moved.map { PlaceView(title: $0.title, url: Route.relative(from: address, to: $0.address)) })
        let html = theme.render("redirect", layout, RedirectPageView(redirect: redirect))
        return RenderedFile(path: Route.file(address), bytes: html)
    }

    /// For hosts that read `_redirects`, each in its own way: see `Host`.
    func redirects() -> RenderedFile {
        let host = library.settings.host
        let lines = moved.flatMap(withPolicy).flatMap { moved -> [String] in
            let from = basePath + Route.encoded(moved.old.path)
            let to = basePath + Route.encoded(moved.address)
            if let query = moved.old.query {
                // The others look at the path alone, and would send all queries to one page.
                return host == .netlify ? ["\(from) \(query.replacing("&", with: " ")) \(to) 301!"] : []
            }
            switch host {
            case .any, .cloudflare: return ["\(from) \(to) 301"]
            case .netlify: return ["\(from) \(to) 301!"]
            case .gitlab:
                let other = from.hasSuffix("/") ? String(from.dropLast()) : from.hasSuffix(".html") ? nil : from + "/"
                return ["\(from) \(to) 301"] + (other.map { ["\($0) \(to) 301"] } ?? [])
            }
        }
        return RenderedFile(path: "_redirects", bytes: Array(lines.map { $0 + "\n" }.joined().utf8))
    }
}
