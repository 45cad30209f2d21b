import CommonMark
package import Diagnostics
import Forms

/// `link/…`: every link and image leads somewhere.
///
/// - Parameter memory: what is known of pages that are as they were.
func checkLinks(
    _ library: Library, _ linker: Linker, _ anchors: Anchors, _ memory: inout LinkMemory
) -> [Diagnostic] {
    var files = FileSuggestions(library)
    var diagnostics = memory.findings(library, anchors) { number in
        checkLinks(of: library.pages[number].text, onPage: number, library, linker, anchors, &files)
    }
    for text in library.textsBesidePages {
        diagnostics += checkLinks(of: text, onPage: nil, library, linker, anchors, &files)
    }
    return diagnostics + checkContact(library, linker)
}

/// The same for texts that the library does not read itself: those of questionnaires.
package func checkLinks(in texts: [AuthoredText], _ library: Library) -> [Diagnostic] {
    guard !texts.isEmpty else { return [] }
    let (linker, anchors) = (Linker(library), Anchors(library))
    var files = FileSuggestions(library)
    return texts.flatMap { checkLinks(of: $0, onPage: nil, library, linker, anchors, &files) } + checkTerms(in: texts, library)
}

private func checkLinks(
    of text: AuthoredText, onPage page: Int?, _ library: Library, _ linker: Linker, _ anchors: Anchors,
    _ files: inout FileSuggestions
) -> [Diagnostic] {
    // Of one file no more messages are shown: looking for what further links may mean would be in vain.
    var left = Limits.messagesPerFile
    return text.markdown.links.compactMap { link in
        let target = linker.target(of: link.destination, in: text.file)
        let isShown = left > 0
        guard let found = problem(target, link, text, page: page, library, linker, anchors, &files, suggests: isShown) else { return nil }
        left -= 1
        return Diagnostic(found.rule, found.message, at: text.markdown.range(of: link), help: found.help)
    }
}

private typealias Finding = (rule: RuleID, message: String, help: String?)

private func problem(
    _ target: Result<Linker.Target, Linker.Problem>, _ link: Link, _ text: AuthoredText, page: Int?, _ library: Library,
    _ linker: Linker, _ anchors: Anchors, _ files: inout FileSuggestions, suggests: Bool
) -> Finding? {
    switch target {
    case .failure(let problem):
        return isFollowOn(problem, library) ? nil : wording(of: problem, link, text, linker, &files, suggests: suggests)
    case .success(.page(let number, let fragment)):
        if link.isImage { return ("link/not-an-image", "an image cannot be a page", "name a picture file") }
        return fragment.flatMap { anchorProblem($0, page: number, link, library, anchors, &files, suggests: suggests) }
    case .success(.fragment(let fragment)):
        return page.flatMap { anchorProblem(fragment, page: $0, link, library, anchors, &files, suggests: suggests) }
    case .success(.asset(let path)):
        if link.isImage, !isPicture(path) {
            return ("link/not-an-image", "\(path) is no picture", "link to it without the `!`")
        }
        return nil
    case .success(.outside(let address)):
        guard link.isImage else { return nil }
        return (
            "link/outside-image", "pictures from other sites are not loaded: \(address)",
            "put the picture beside the page; that also keeps readers' visits private"
        )
    case .success(.listing), .success(.term), .success(.questionnaire):
        return link.isImage
            ? ("link/not-an-image", "an image cannot be an entry of a data file", "name a picture file") : nil
    }
}

/// Whether a link leads nowhere only because of a file that cannot be read, about which there is a message already.
private func isFollowOn(_ problem: Linker.Problem, _ library: Library) -> Bool {
    switch problem {
    case .missing(let path): library.unread.contains(path)
    case .unknownEntry("questionnaire", let id): library.unread.contains("\(QuestionnaireFiles.folder)/\(id).yaml")
    case .unknownEntry: library.hasUnreadData
    case .empty, .scheme, .draft, .outsideContent, .notAFile, .otherKind, .badAddress: false
    }
}

private func anchorProblem(
    _ fragment: String, page number: Int, _ link: Link, _ library: Library, _ anchors: Anchors,
    _ files: inout FileSuggestions, suggests: Bool
) -> Finding? {
    let ids = anchors.pages[number]
    guard !fragment.isEmpty, !ids.contains(fragment), !anchors.unread.contains(number) else { return nil }
    let suggests = suggests && files.looks()
    let known = suggests ? ids.subtracting(["main", "pages-of-section"]) : []
    return (
        "link/unknown-anchor", "there is no place \"\(fragment)\" on the page \(library.pages[number].source.path)",
        Suggestion.nearest(to: fragment, among: known).map { "did you mean #\($0)?" }
            ?? (suggests ? "the page has " + places(known) : "look the place up on the page")
    )
}

private func places(_ known: Set<String>) -> String {
    known.isEmpty ? "no headings to link to" : listed(known.sorted().prefix(12).map { "#" + $0 })
}

private func isPicture(_ path: String) -> Bool {
    ["avif", "gif", "ico", "jpeg", "jpg", "png", "svg", "webp"].contains { path.hasSuffix("." + $0) }
}

private func wording(
    of problem: Linker.Problem, _ link: Link, _ text: AuthoredText, _ linker: Linker, _ files: inout FileSuggestions, suggests: Bool
) -> Finding {
    switch problem {
    case .empty: return ("link/empty", "the link leads nowhere", "write where it leads between the round brackets")
    case .badAddress: return badAddress(link.destination)
    case .scheme(let scheme): return refusedScheme(scheme, link.destination)
    case .missing(let path): return missing(path, link, text, suggests ? files.nearest(to: path, from: text.file) : nil)
    case .draft(let path):
        return (
            "link/draft", "the \(path.hasSuffix(".yaml") ? "questionnaire" : "page") \(path) is a draft and is not published",
            "publish it by deleting `draft: yes`, take the link out, or build with --drafts"
        )
    case .outsideContent:
        return (
            "link/outside-content", "the path leaves the folder Content",
            "link to a file inside Content, or to its web address"
        )
    case .notAFile(let suggestion):
        return (
            "link/not-a-file", "links inside the site name the file, as on a Git host",
            suggestion.map { "write \($0)" } ?? "write the path of the .md file, relative to this one"
        )
    case .unknownEntry(let scheme, let id):
        return (
            "link/unknown-entry", "there is no \(scheme) \"\(id)\" in the data files",
            Suggestion.nearest(to: id, among: suggests && files.looks() ? linker.ids(of: scheme) : []).map {
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

private func badAddress(_ destination: String) -> Finding {
    let help =
        switch destination.prefix(while: { $0 != ":" }).lowercased() {
        case _ where !destination.contains(":"):
            "write the path as the file is named, without percent signs"
        case "mailto": "write mailto: and the whole e-mail address, without spaces: mailto:desk@example.org"
        case "tel": "write tel: and the number, without spaces: tel:+1-800-553-2447"
        default: "copy it again from the browser's address line; a space is written %20"
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
        "link/scheme", "links of the kind \"\(scheme):\" are not published",
        near.map { "did you mean \($0):?" }
            ?? "use https:, mailto:, tel:, a path to a file, or \(listed(own.map { $0 + ":" }, "or"))"
    )
}

private func missing(_ path: String, _ link: Link, _ text: AuthoredText, _ meant: String?) -> Finding {
    let isPage = path.hasSuffix(".md")
    let rule: RuleID = isPage ? "link/unknown-page" : link.isImage ? "link/unknown-image" : "link/unknown-file"
    let what = isPage ? "page" : link.isImage ? "picture" : "file"
    if !isPage, !link.isImage, link.destination.hasPrefix("www.") {
        return (rule, "there is no \(what) \(path)", "write https://\(link.destination)")
    }
    let help = meant.map { "did you mean \(relativePath(from: text.file, to: $0))?" }
    return (rule, "there is no \(what) \(path)", help ?? "paths are relative to the file they are written in")
}

/// `contact: contact:ID` in the settings names an entry.
private func checkContact(_ library: Library, _ linker: Linker) -> [Diagnostic] {
    guard let contact = library.settings.contact, contact.string.hasPrefix("contact:") else { return [] }
    if library.hasUnreadData { return [] }
    if case .success = linker.target(of: contact.string, in: "site.yaml") { return [] }
    let id = String(contact.string.dropFirst("contact:".count))
    return [
        Diagnostic(
            "link/unknown-entry", "there is no contact \"\(id)\" in the data files", at: contact.range,
            help: Suggestion.nearest(to: id, among: linker.ids(of: "contact")).map { "did you mean contact:\($0)?" }
                ?? "add it to a directory in Content/data")
    ]
}
