import CommonMark
package import Diagnostics
import Forms

/// `link/…`: every link and image leads somewhere.
///
/// - Parameter memory: what was found on pages that are as they were.
func checkLinks(_ resolved: ResolvedLibrary, _ memory: inout ResolvingMemory) -> [Diagnostic] {
    var rule = LinkRule(resolved)
    var diagnostics = memory.findings(resolved) { rule.check($0.text, on: $0) }
    for text in resolved.besides { diagnostics += rule.check(text, on: nil) }
    return diagnostics + rule.checkContact()
}

extension ResolvedLibrary {
    /// The same for texts that were resolved later: those of questionnaires.
    package func checkLinks(in texts: [ResolvedText]) -> [Diagnostic] {
        guard !texts.isEmpty else { return [] }
        var rule = LinkRule(self)
        return texts.flatMap { rule.check($0, on: nil) } + checkTerms(in: texts, self)
    }
}

/// Words what resolving found about links.
private struct LinkRule {
    let resolved: ResolvedLibrary
    var files: FileSuggestions
    /// For each data file, by its path, the numbers of the pages that show it.
    private lazy var showing: [String: [Int]] = {
        var showing: [String: [Int]] = [:]
        for (number, page) in resolved.pages.enumerated() {
            for embedding in page.text.embeddings { showing[embedding.file.path, default: []].append(number) }
        }
        return showing
    }()

    init(_ resolved: ResolvedLibrary) {
        self.resolved = resolved
        files = FileSuggestions(resolved.library)
    }

    private var library: Library { resolved.library }

    /// - Parameter page: the page that the text is, if it is one: a link to a place without a page means that one.
    mutating func check(_ text: ResolvedText, on page: ResolvedPage?) -> [Diagnostic] {
        // Of one file no more messages are shown: looking for what further links may mean would be in vain.
        var left = Limits.messagesPerFile
        var diagnostics: [Diagnostic] = []
        for (link, target) in zip(text.markdown.links, text.links) {
            guard let found = problem(target, link, text, page, suggests: left > 0) else { continue }
            left -= 1
            diagnostics.append(Diagnostic(found.rule, found.message, at: text.markdown.range(of: link), help: found.help))
        }
        return diagnostics
    }

    private mutating func problem(
        _ target: Result<LinkTarget, LinkProblem>, _ link: Link, _ text: ResolvedText, _ page: ResolvedPage?, suggests: Bool
    ) -> Finding? {
        switch target {
        case .failure(let problem):
            return isFollowOn(problem) ? nil : wording(of: problem, link, text, suggests: suggests)
        case .success(.page(let number, let fragment)):
            if link.isImage { return ("link/not-an-image", "an image cannot be a page", "name a picture file") }
            return fragment.flatMap { anchorProblem($0, resolved.pages[number], suggests: suggests) }
        case .success(.fragment(let fragment)):
            if let page { return anchorProblem(fragment, page, suggests: suggests) }
            return placeProblem(fragment, in: text, suggests: suggests)
        case .success(.asset(let path)):
            if link.isImage, !isPicture(path) {
                return ("link/not-an-image", "\(path) is not a picture", "link to it without the `!`")
            }
            return nil
        case .success(.outside(let address)):
            guard link.isImage else { return nil }
            return (
                "link/outside-image", "pictures from other sites are not loaded: \(address)",
                "put the picture next to the page; this also keeps readers' visits private"
            )
        case .success(.listing), .success(.term), .success(.questionnaire):
            return link.isImage
                ? ("link/not-an-image", "an image cannot be an entry of a data file", "name a picture file") : nil
        }
    }

    /// Whether a link leads nowhere only because of a file that cannot be read, about which there is a message already.
    private func isFollowOn(_ problem: LinkProblem) -> Bool {
        switch problem {
        case .missing(let path): library.unread.contains(path)
        case .unknownEntry("questionnaire", let id): library.unread.contains("\(QuestionnaireFiles.folder)/\(id).yaml")
        case .unknownEntry: library.hasUnreadData
        case .empty, .scheme, .draft, .outsideContent, .notAFile, .otherKind, .badAddress: false
        }
    }

    private mutating func anchorProblem(_ fragment: String, _ page: ResolvedPage, suggests: Bool) -> Finding? {
        guard !fragment.isEmpty, !page.ids.contains(fragment), page.isWhole else { return nil }
        let suggests = suggests && files.looks()
        let known = suggests ? page.ids.subtracting(["main", "pages-of-section"]) : []
        return (
            "link/unknown-anchor", "there is no anchor \"\(fragment)\" on the page \(page.page.source.path)",
            Suggestion.nearest(to: fragment, among: known).map { "did you mean #\($0)?" }
                ?? (suggests ? "the page has " + places(known) : "look up the anchor on the page")
        )
    }

    /// A link such as `#ask` in a text that isn't a page: it leads to a place on whichever page shows the text.
    private mutating func placeProblem(_ fragment: String, in text: ResolvedText, suggests: Bool) -> Finding? {
        if text.file == "site.yaml" {
            return (
                "link/unknown-anchor", "this text is on every page, and not every page has the anchor \"\(fragment)\"",
                "name the page too, as in help.md#\(fragment)"
            )
        }
        if text.file.hasPrefix(QuestionnaireFiles.folder + "/") {
            // Ids of headings have that of their outcome in front.
            guard !text.markdown.headings.contains(where: { $0.id.hasSuffix(".\(fragment)") }) else { return nil }
            return (
                "link/unknown-anchor", "there is no heading \"\(fragment)\" in this text", "name the page too, as in help.md#\(fragment)"
            )
        }
        let pages = (showing[text.file] ?? []).map { resolved.pages[$0] }
        guard let page = pages.first(where: { $0.isWhole && !$0.ids.contains(fragment) }) else { return nil }
        return anchorProblem(fragment, page, suggests: suggests)
    }

    private mutating func wording(of problem: LinkProblem, _ link: Link, _ text: ResolvedText, suggests: Bool) -> Finding {
        switch problem {
        case .empty: return ("link/empty", "this link has no address", "write its address between the round brackets")
        case .badAddress: return badAddress(link.destination)
        case .scheme(let scheme): return refusedScheme(scheme, link.destination)
        case .missing(let path): return missing(path, link, text, suggests ? files.nearest(to: path, from: text.file) : nil)
        case .draft(let path):
            return (
                "link/draft", "the \(path.hasSuffix(".yaml") ? "questionnaire" : "page") \(path) is a draft and is not published",
                "delete `draft: yes` to publish it, remove the link, or build with --drafts"
            )
        case .outsideContent:
            return (
                "link/outside-content", "the path leaves the folder Content",
                "link to a file inside Content, or to its web address"
            )
        case .notAFile(let suggestion):
            return (
                "link/not-a-file", "links inside the site must name the file, as on a Git host",
                suggestion.map { "write \($0)" } ?? "write the path of the .md file, relative to this one"
            )
        case .unknownEntry(let scheme, let id):
            return (
                "link/unknown-entry", "there is no \(scheme) \"\(id)\" in the data files",
                Suggestion.nearest(to: id, among: suggests && files.looks() ? resolved.ids(of: scheme) : []).map {
                    "did you mean \(scheme):\($0)?"
                }
                    ?? (scheme == "questionnaire"
                        ? "write Content/questionnaires/\(id).yaml"
                        : "add it to a \(scheme == "term" ? "glossary" : "directory") in Content/data")
            )
        case .otherKind(let id, let scheme):
            return ("link/unknown-entry", "\"\(id)\" is a \(scheme)", "write \(scheme):\(id)")
        }
    }

    /// `contact: contact:ID` in the settings names an entry.
    func checkContact() -> [Diagnostic] {
        guard let contact = library.settings.contact, case .failure? = resolved.contact, !library.hasUnreadData else { return [] }
        let id = String(contact.string.dropFirst("contact:".count))
        return [
            Diagnostic(
                "link/unknown-entry", "there is no contact \"\(id)\" in the data files", at: contact.range,
                help: Suggestion.nearest(to: id, among: resolved.ids(of: "contact")).map { "did you mean contact:\($0)?" }
                    ?? "add it to a directory in Content/data")
        ]
    }
}

private typealias Finding = (rule: RuleID, message: String, help: String?)

private func places(_ known: Set<String>) -> String {
    known.isEmpty ? "no headings to link to" : listed(known.sorted().prefix(12).map { "#" + $0 })
}

private func isPicture(_ path: String) -> Bool {
    ["avif", "gif", "ico", "jpeg", "jpg", "png", "svg", "webp"].contains { path.hasSuffix("." + $0) }
}

private func badAddress(_ destination: String) -> Finding {
    let help =
        switch destination.prefix(while: { $0 != ":" }).lowercased() {
        case _ where !destination.contains(":"):
            "write the path as the file is named, without percent signs"
        case "mailto": "write mailto: and the whole e-mail address, without spaces: mailto:desk@example.org"
        case "tel": "write tel: and the number, without spaces: tel:+1-800-553-2447"
        default: "copy it again from the browser's address bar, and write a space as %20"
        }
    return ("link/bad-address", "this is not a complete address", help)
}

private func refusedScheme(_ scheme: String, _ destination: String) -> Finding {
    guard !scheme.isEmpty else {
        return ("link/scheme", "an address must start with https:// or be a path", "write https:\(destination)")
    }
    let own = ["tool", "contact", "link", "term", "questionnaire"]
    // `ftp` is near to `http` by its letters only.
    let near = Suggestion.nearest(to: scheme, among: own + ["mailto", "tel"] + (scheme.hasPrefix("h") ? ["https"] : []))
    return (
        "link/scheme", "links with the scheme \"\(scheme):\" are not published",
        near.map { "did you mean \($0):?" }
            ?? "use https:, mailto:, tel:, a path to a file, or \(listed(own.map { $0 + ":" }, "or"))"
    )
}

private func missing(_ path: String, _ link: Link, _ text: ResolvedText, _ meant: String?) -> Finding {
    let isPage = path.hasSuffix(".md")
    let rule: RuleID = isPage ? "link/unknown-page" : link.isImage ? "link/unknown-image" : "link/unknown-file"
    let what = isPage ? "page" : link.isImage ? "picture" : "file"
    if !isPage, !link.isImage, link.destination.hasPrefix("www.") {
        return (rule, "there is no \(what) \(path)", "write https://\(link.destination)")
    }
    let help = meant.map { "did you mean \(relativePath(from: text.file, to: $0))?" }
    return (rule, "there is no \(what) \(path)", help ?? "paths are relative to the file they are written in")
}
