import CommonMark
import Content
import Diagnostics
import Forms
import Synchronization
import YAML

/// Reads `cites`: paths of pages below `Content/`, each with a place on it.
final class CiteReader: Sendable {
    let resolved: ResolvedLibrary
    /// The places on pages that were asked for: many cites name one page.
    private let places = Mutex<[PagePath: Set<String>]>([:])

    init(_ resolved: ResolvedLibrary) { self.resolved = resolved }

    /// One cite, or a list of them; in a spreadsheet they are separated by `|`.
    func list(_ node: Node?, _ findings: inout Findings) -> [Cite] {
        guard let node else { return [] }
        let nodes: [Node] = if case .sequence(let list) = node.value { list } else { [node] }
        return list(nodes.flatMap(words), &findings)
    }

    /// The words of a scalar between `|`, each with its own place.
    private func words(of node: Node) -> [Text] {
        guard let source = node.sourceText else { return [] }
        return source.bytes.split(separator: UInt8(ascii: "|")).compactMap { part in
            let isBlank: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || $0 == 10 }
            guard let first = part.firstIndex(where: { !isBlank($0) }), let last = part.lastIndex(where: { !isBlank($0) })
            else { return nil }
            return Text(String(decoding: part[first...last], as: UTF8.self), at: source.range(of: first..<last + 1))
        }
    }

    /// The places that exist; a message about each of the others.
    func list(_ texts: [Text], _ findings: inout Findings) -> [Cite] { texts.compactMap { cite($0, &findings) } }

    /// `relicensing/policy.md#support`: a page, and a place on it.
    private func cite(_ text: Text, _ findings: inout Findings) -> Cite? {
        let parts = text.string.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        if resolved.library.drafts.contains(PagePath(file: parts[0])) {
            findings.add(
                Diagnostic(
                    "link/draft", "the page \(parts[0]) is a draft and is not published", at: text.range,
                    help: "delete `draft: yes` to publish it, cite another page, or build with --drafts"))
            return nil
        }
        guard let found = resolved.page(file: parts[0]) else {
            findings.add(
                Diagnostic(
                    "link/unknown-page", "there is no page \(parts[0])", at: text.range,
                    help: findings.suggester.help(for: parts[0], among: resolved.library.pages.map(\.path.file))
                        ?? "write its path below Content, such as relicensing/policy.md#support"))
            return nil
        }
        let page = found.page
        let anchor = parts.count > 1 ? parts[1] : nil
        if let anchor, found.isWhole, !places(on: found).contains(anchor) {
            findings.add(
                Diagnostic(
                    "link/unknown-anchor", "there is no anchor \"\(anchor)\" on the page \(page.source.path)",
                    at: text.range,
                    help: findings.suggester.help(for: "#" + anchor, among: page.body.headings.map { "#" + $0.id }) { known in
                        "the page has \(known.isEmpty ? "no headings" : listed(Array(known.prefix(12))))"
                    }))
            return nil
        }
        return Cite(text: text, page: page.path, anchor: anchor)
    }

    /// What an address on a page can name: its headings, and what is embedded in it.
    private func places(on page: ResolvedPage) -> Set<String> {
        if let known = places.withLock({ $0[page.page.path] }) { return known }
        let found = page.namedPlaces
        places.withLock { $0[page.page.path] = found }
        return found
    }
}
