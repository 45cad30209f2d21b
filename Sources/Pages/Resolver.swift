import CommonMark
import Content
import Forms

/// Decides where the links of a text lead on a certain page.
struct Resolver: Sendable {
    let resolved: ResolvedLibrary
    private let words: Words
    /// What is before the version of a page in a report.
    private let versionWord: String
    /// The terms that pages explain at their first use.
    let terms: TermIndex
    /// Where the places of pages are that are published in parts.
    let blockParts: BlockParts

    init(_ resolved: ResolvedLibrary, words: Words, versionWord: String) {
        blockParts = BlockParts(resolved)
        self.resolved = resolved
        self.versionWord = versionWord
        self.words = words
        terms = TermIndex(
            resolved.library.data.flatMap { file -> [TermIndex.Term] in
                guard let glossary = file.body as? Glossary, let page = resolved.glossaryPages[file.name] else { return [] }
                return glossary.terms.map {
                    TermIndex.Term(
                        full: $0.value.term.string, short: $0.value.short?.string, page: page, anchor: $0.id.description)
                }
            })
    }

    private var library: Library { resolved.library }

    /// - Parameters:
    ///   - address: the page on which the text is printed.
    ///   - home: the page that the text belongs to, where that is another one.
    func resolution(of text: ResolvedText, on address: String, home: String? = nil) -> Resolution {
        Resolution(
            links: zip(text.markdown.links, text.links).map { printed($0, $1, on: address, home: home ?? blockParts.home(of: address)) },
            words: words)
    }

    /// - Parameters:
    ///   - file: the file below `Content/` in which the text is.
    ///   - address: the page on which it is printed.
    func resolution(of markdown: Markdown, in file: String, on address: String) -> Resolution {
        resolution(of: resolved.text(markdown, in: file), on: address)
    }

    private func printed(_ link: Link, _ found: Result<LinkTarget, LinkProblem>, on address: String, home: String) -> ResolvedLink {
        guard case .success(let target) = found else { return ResolvedLink(url: "", kind: .broken) }
        let text = link.isAutolink ? target.words : nil
        switch target {
        case .page(let number, let fragment):
            let target = blockParts.address(of: library.pages[number].path.address, at: fragment)
            let url = target == address && fragment != nil ? "" : Route.relative(from: address, to: target)
            return ResolvedLink(url: url + suffix(fragment), text: text)
        case .fragment(let fragment):
            let part = blockParts.address(of: home, at: fragment)
            // What a document of several pages shows is in the document, but for the later parts.
            let isHere = part == address || part == home && blockParts.home(of: address) == address
            return ResolvedLink(url: (isHere ? "" : Route.relative(from: address, to: part)) + "#" + Route.encoded(fragment))
        case .asset(let path):
            return ResolvedLink(
                url: Route.relative(from: address, to: path), size: link.isImage ? library.pictureSize(path) : nil)
        case .outside(let url):
            return ResolvedLink(url: url, kind: .outside)
        case .listing(let listed):
            let place = self.place(of: listed, on: address)
            return ResolvedLink(url: place.url, text: text, kind: place.isOutside ? .outside : .inside)
        case .questionnaire(let name):
            return ResolvedLink(url: Route.relative(from: address, to: QuestionnaireFiles.address(of: name)))
        case .term(let term):
            let entry = term.entry
            guard let number = resolved.glossaryPages[term.file.name] else {
                return ResolvedLink(url: "", text: text, kind: .broken)
            }
            let isShort = (text ?? link.text) == entry.value.short?.string
            return ResolvedLink(
                url: url(of: entry.id, on: number, from: address), text: text,
                kind: .term(full: isShort ? entry.value.term.string : nil))
        }
    }

    /// Where an entry of a directory leads.
    func place(of listed: ListedEntry, on address: String) -> (url: String, isOutside: Bool) {
        let entry = listed.entry
        // A front page would look like the tool itself. The list says that only the name is known.
        if entry.value.isApproximate, let number = resolved.listingPages[entry.id.description] {
            return (url(of: entry.id, on: number, from: address), false)
        }
        return (entry.value.address ?? "", true)
    }

    /// The place of an entry in the list that a page shows.
    private func url(of entry: Identifier, on number: Int, from address: String) -> String {
        let page = library.pages[number].path.address
        return (page == address ? "" : Route.relative(from: address, to: page)) + suffix(entry.description)
    }

    private func suffix(_ fragment: String?) -> String {
        guard let fragment, !fragment.isEmpty else { return "" }
        return "#" + Route.encoded(fragment)
    }

    /// Where readers report a problem with a page: a mail that names the page and its version, or a web address with both
    /// in the places of `{page}` and `{version}`.
    ///
    /// - Parameter version: tells this text of the page from those before; nil for pages that nobody wrote.
    func reportURL(title: String, address: String, version: String? = nil) -> String? {
        guard let contact = library.settings.contact?.string else { return nil }
        let page = (library.settings.address ?? "/") + address
        if contact.hasPrefix("http") {
            return contact.replacing("{page}", with: query(page)).replacing("{version}", with: query(version ?? ""))
        }
        guard let mail = mailAddress(contact) else { return nil }
        let lines = [page] + (version.map { ["\(versionWord): \($0)"] } ?? [])
        // RFC 6068: lines of a body are apart by CR LF.
        return "mailto:\(mail)?subject=\(query(title))&body=\(lines.map(query).joined(separator: "%0D%0A"))"
    }

    private func mailAddress(_ contact: String) -> String? {
        guard contact.hasPrefix("contact:") else { return contact }
        return resolved.reportContact?.entry.value.email?.string
    }

    /// Percent-encoded for a part of a query.
    private func query(_ text: String) -> String {
        Route.encoded(text).replacing("/", with: "%2F")
    }
}
