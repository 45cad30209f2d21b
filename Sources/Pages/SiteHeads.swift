import CommonMark
import Content
import Forms
import Templating

/// The header and footer of the pages of each folder, read once for all of them: seen from two pages of one folder, every page that
/// is below neither of them has the same relative address.
struct SiteHeads: Sendable {
    private struct Key: Hashable {
        let folder: String
        let section: Int?
    }

    private var prepared: [Key: PreparedView<SiteView>] = [:]
    /// The addresses that headers link to, and all that they are below of.
    private var above: Set<String> = []

    /// None: each is made when its page is.
    init() {}

    /// - Parameter site: of which all pages are going to be rendered.
    init(of site: SiteRenderer) {
        // A line of the settings may link to any page.
        let settings = site.library.settings
        guard [settings.banner, settings.notice].allSatisfy({ $0?.links.isEmpty ?? true }) else { return }
        for target in site.headAddresses {
            above.insert(target)
            for slash in target.utf8.indices where target.utf8[slash] == UInt8(ascii: "/") { above.insert(String(target[...slash])) }
        }
        for (number, page) in site.library.pages.enumerated() where !above.contains(page.path.address) {
            let section = site.tree.section(of: number)
            let key = Key(folder: SiteHeads.folder(of: page.path.address), section: section)
            guard prepared[key] == nil else { continue }
            prepared[key] = PreparedView(site.siteView(page.path.address, section: section))
        }
    }

    subscript(address: String, section section: Int?) -> PreparedView<SiteView>? {
        above.contains(address) ? nil : prepared[Key(folder: SiteHeads.folder(of: address), section: section)]
    }

    /// Of `a/b/` it is `a/`.
    private static func folder(of address: String) -> String { parent(of: parent(of: address)) }
}

extension SiteRenderer {
    /// The header and footer as templates are given them.
    func siteHead(_ address: String, section: Int?, hasSearch: Bool = false) -> PreparedView<SiteView> {
        (hasSearch ? nil : heads[address, section: section])
            ?? PreparedView(siteView(address, section: section, hasSearch: hasSearch))
    }

    /// All addresses to which headers and footers link.
    var headAddresses: [String] {
        var found: [String] = []
        let note: (String) -> String = { target in
            found.append(target)
            return ""
        }
        _ = siteView("", section: nil, url: note)
        return found
    }

    /// The header and footer as seen from an address.
    ///
    /// - Parameters:
    ///   - root: the links start with it instead of being relative, for the page that is shown anywhere.
    ///   - hasSearch: whether the page has a field for searching of its own.
    func siteView(_ address: String, section: Int?, root: String? = nil, hasSearch: Bool = false) -> SiteView {
        siteView(address, section: section, root: root, hasSearch: hasSearch) { target in
            root.map { $0 + Route.encoded(target) } ?? Route.relative(from: address, to: target)
        }
    }

    private func siteView(
        _ address: String, section: Int?, root: String? = nil, hasSearch: Bool = false, url: (String) -> String
    ) -> SiteView {
        SiteView(
            title: library.settings.title.string, homeURL: url(""),
            sections: sections(address, section, url),
            bannerHTML: library.settings.banner.map { html($0, on: address, root) },
            noticeHTML: library.settings.notice.map { html($0, on: address, root) },
            searchURL: hasSearch || address == OverviewPage.search.address || !library.settings.hasSearch
                ? nil : url(OverviewPage.search.address),
            privacyURL: hasAnswers ? url(OverviewPage.privacy.address) : nil, footerLinks: overviewLinks(url),
            isOffline: library.settings.isOffline)
    }

    /// A line of the settings.
    private func html(_ markdown: Markdown, on address: String, _ root: String?) -> String {
        var resolution = resolver.resolution(of: resolved.text(markdown, in: "site.yaml"), on: address)
        if let root {
            resolution.links = resolution.links.map { link in
                guard var link, link.kind != .outside else { return link }
                link.url = root + link.url
                return link
            }
        }
        return String(decoding: markdown.inlineHTML(resolution), as: UTF8.self)
    }

    /// The links of the header: the top of the site, and the list of its questionnaires.
    private func sections(_ address: String, _ section: Int?, _ url: (String) -> String) -> [SectionLinkView] {
        var own = headerPages.map { number in
            let page = library.pages[number]
            return SectionLinkView(title: page.title, url: url(page.path.address), current: number == section)
        }
        if let all = allSectionsAddress {
            own.append(SectionLinkView(title: theme.words["allSections"] ?? "", url: url(all), current: false))
        }
        guard !questionnaires.isEmpty else { return own }
        let list = QuestionnaireFiles.folder + "/"
        return own + [SectionLinkView(title: theme.words["qIndex"] ?? "", url: url(list), current: address.hasPrefix(list))]
    }
}
