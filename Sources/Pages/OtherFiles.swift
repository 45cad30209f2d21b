import Content
import Decision
import Forms
import Templating

extension SiteRenderer {
    /// Everything next to the pages of the library, in groups that can be made side by side and one after another: all files at
    /// once would fill the memory.
    package var otherFileGroups: [OtherFileGroup] {
        let names = questionnaires.map(\.questionnaire.name.description) + oldQuestionnaireNames
        let each = names.map(OtherFileGroup.questionnaire) + documents.indices.map(OtherFileGroup.document)
        return [.questionnaires] + each + [.overviews, .lists, .host, .theme]
    }

    /// The files of one group.
    package func otherFiles(_ group: OtherFileGroup) -> [RenderedFile] {
        switch group {
        case .questionnaires: questionnaireLists()
        case .questionnaire(let name): questionnaireFiles(name) + oldAddressPages(of: name)
        case .overviews: overviewPages()
        case .lists: furtherListParts() + furtherBlockParts()
        case .documents: documents.map(document)
        case .document(let number): [document(documents[number])]
        case .host: [notFound(), robots(), headers(), redirects()] + oldAddressPages() + [siteMap()].compactMap { $0 }
        case .theme: themeFiles()
        }
    }

    private func themeFiles() -> [RenderedFile] {
        [RenderedFile(path: assets.style, bytes: theme.style), RenderedFile(path: assets.favicon, bytes: theme.favicon)]
            + theme.scripts.map { RenderedFile(path: "\(assets.scripts)/\($0.path)", bytes: $0.bytes) }
    }

    /// The path of the site on its host: `/` unless its address has one.
    var basePath: String {
        guard let address = library.settings.address else { return "/" }
        let parts = address.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: true)
        return parts.count > 2 ? "/" + parts[2] : "/"
    }

    /// Shown for any address that does not exist, so its own links start at the root of the host.
    private func notFound() -> RenderedFile {
        var view = baseView(title: theme.words["notFoundTitle"] ?? "", address: "404.html")
        view.noindex = true
        view.reportURL = resolver.reportURL(title: view.title, address: "")
        let layout = LayoutView(
            site: PreparedView(siteView("", section: nil, root: basePath)), page: view, root: basePath, assets: assets)
        return RenderedFile(path: "404.html", bytes: theme.render("not-found", layout))
    }

    /// Sitemaps protocol 0.9. Without a public address there is nothing to list.
    private func siteMap() -> RenderedFile? {
        guard library.settings.address != nil else { return nil }
        let pages = tree.order.map { resolved.pages[$0] }.filter { library.isListed($0.page) }.map { page in
            (page.page.path.address, lastChange(of: page) ?? page.page.frontMatter.reviewed)
        }
        let entries = (pages + (questionnaireAddresses + overviewAddresses).map { ($0, nil) }).compactMap { address, day -> String? in
            guard let url = canonical(address) else { return nil }
            let changed = day.map { "<lastmod>\($0)</lastmod>" } ?? ""
            return "<url><loc>\(HTMLEscaping.escaped(url))</loc>\(changed)</url>\n"
        }
        let text =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
            + entries.joined() + "</urlset>\n"
        return RenderedFile(path: "sitemap.xml", bytes: Array(text.utf8))
    }

    private func robots() -> RenderedFile {
        let map = library.settings.address.map { "Sitemap: \($0)sitemap.xml\n" } ?? ""
        return RenderedFile(path: "robots.txt", bytes: Array("User-agent: *\nAllow: /\n\(map)".utf8))
    }

    /// For hosts that read `_headers`. Files under `assets/` carry a hash in their name, so they never change.
    private func headers() -> RenderedFile {
        let text = """
            \(basePath)*
              Content-Security-Policy: \(SiteRenderer.contentSecurityPolicy)
              Cross-Origin-Embedder-Policy: require-corp
              Cross-Origin-Opener-Policy: same-origin
              Cross-Origin-Resource-Policy: same-origin
              Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()
              Referrer-Policy: strict-origin-when-cross-origin
              X-Content-Type-Options: nosniff
              X-Frame-Options: DENY
            \(basePath)\(Route.assetFolder)/*
              Cache-Control: public, max-age=31536000, immutable

            """
        return RenderedFile(path: "_headers", bytes: Array(text.utf8))
    }

    /// What pages may load: their own site's files and nothing else; nothing inline. Scripts turn text into parts of a page
    /// only by the policy in `trusted.js`.
    package static let contentSecurityPolicy = policy(framing: "frame-ancestors 'none'; ")

    /// The same in a page, for hosts that send no headers. There it cannot say who may frame the page.
    static let pagePolicy = policy(framing: "")

    private static func policy(framing: String) -> String {
        "default-src 'none'; base-uri 'none'; connect-src 'self'; font-src 'self'; form-action 'self'; \(framing)"
            + "img-src 'self' data:; manifest-src 'self'; media-src 'self'; require-trusted-types-for 'script'; script-src 'self'; "
            + "style-src 'self'; trusted-types waymark; worker-src 'self'"
    }
}
