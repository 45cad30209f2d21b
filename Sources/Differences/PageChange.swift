import CommonMark
import Content
import Diagnostics
import Forms

/// A page that is different in the newer version.
package struct PageChange: Sendable {
    /// What happened to it.
    package enum Kind: Sendable {
        case added, removed
        /// From another place, by its path there.
        case moved(from: String)
        case changed
    }

    /// Its path below `Content/`, in the newer version if it is there.
    package let path: String
    /// Its title there.
    package let title: String
    /// What happened to it.
    package let kind: Kind
    /// Where its text is different, by heading.
    package let sections: [SectionChange]
}

/// A part of a page whose text is different.
package struct SectionChange: Sendable {
    /// The heading; nothing for what is before the first, and for the front matter.
    package let heading: String
    /// The lines that are no longer there.
    package let removed: [String]
    /// The lines that are new.
    package let added: [String]

    /// Whether only links lead elsewhere, as after a page was moved.
    var isOfLinksAlone: Bool { !removed.isEmpty && removed.map(withoutDestinations) == added.map(withoutDestinations) }
}

/// A line of Markdown without where its links lead.
private func withoutDestinations(_ line: String) -> String { line.replacing(/\]\([^()\s]*\)/, with: "]()") }

/// The pages that are different, in the order of their paths.
func pageChanges(_ old: Library, _ new: Library) -> [PageChange] {
    var changes: [PageChange] = []
    let gone = old.pages.filter { new.page(file: $0.path.file) == nil }
    let come = new.pages.filter { old.page(file: $0.path.file) == nil }
    let origins = origins(of: come, among: gone)
    let moved = Set(origins.values.map(\.path.file))
    for page in come {
        if let origin = origins[page.path.file] {
            changes.append(
                PageChange(
                    path: page.path.file, title: page.title, kind: .moved(from: origin.path.file), sections: sectionChanges(origin, page)))
        } else {
            changes.append(PageChange(path: page.path.file, title: page.title, kind: .added, sections: []))
        }
    }
    // What can't be read may still be there.
    for page in gone where !moved.contains(page.path.file) && !new.unread.contains(page.path.file) {
        changes.append(PageChange(path: page.path.file, title: page.title, kind: .removed, sections: []))
    }
    for page in new.pages {
        guard let before = old.page(file: page.path.file), before.source.bytes != page.source.bytes else { continue }
        changes.append(PageChange(path: page.path.file, title: page.title, kind: .changed, sections: sectionChanges(before, page)))
    }
    return changes.sorted { $0.path < $1.path }
}

/// Where pages were before, by their paths: pages that say so, or whose text is the same; then those with most of the text of one.
private func origins(of pages: [Page], among gone: [Page]) -> [String: Page] {
    var result: [String: Page] = [:]
    var left = gone
    func take(_ index: Int, for page: Page) { result[page.path.file] = left.remove(at: index) }
    for page in pages {
        let index = left.firstIndex { before in
            page.frontMatter.aliases.contains { OldAddress($0.string)?.address == before.path.address }
                || before.source.bytes == page.source.bytes
        }
        if let index { take(index, for: page) }
    }
    // A whole site that was written anew has none.
    guard left.count * pages.count <= mostComparisons else { return result }
    for page in pages where result[page.path.file] == nil {
        let alike = left.indices.map { (index: $0, share: sharedLines(left[$0], page)) }.max { $0.share < $1.share }
        if let alike, alike.share >= leastShare { take(alike.index, for: page) }
    }
    return result
}

/// More pairs of pages aren't compared.
private let mostComparisons = 10_000
/// Of the lines of the longer page: so many percent are the same in a page that was moved and changed.
private let leastShare = 60

/// How many percent of the longer text's lines are in both; none for texts of a few lines, which may be alike by chance.
private func sharedLines(_ old: Page, _ new: Page) -> Int {
    let lines = [old, new].map { page in
        String(decoding: page.source.bytes, as: UTF8.self).split(separator: "\n").map(String.init).filter { $0 != "---" }
    }
    guard lines.allSatisfy({ $0.count >= 5 }) else { return 0 }
    var left = Dictionary(lines[0].map { ($0, 1) }, uniquingKeysWith: +)
    let shared = lines[1].count { line in
        guard let count = left[line], count > 0 else { return false }
        left[line] = count - 1
        return true
    }
    return 100 * shared / max(lines[0].count, lines[1].count)
}

/// Where the texts of two pages are different, in the order of the newer one.
private func sectionChanges(_ old: Page, _ new: Page) -> [SectionChange] {
    let (before, now) = (sections(of: old), sections(of: new))
    var order = now.map(\.heading)
    order += before.map(\.heading).filter { !order.contains($0) }
    var seen: Set<String> = []
    return order.filter { seen.insert($0).inserted }.compactMap { heading in
        let lines = before.filter { $0.heading == heading }.flatMap(\.lines)
        let others = now.filter { $0.heading == heading }.flatMap(\.lines)
        let (removed, added) = lineChanges(from: lines, to: others)
        guard !removed.isEmpty || !added.isEmpty else { return nil }
        return SectionChange(heading: heading, removed: removed, added: added)
    }
}

/// The lines of a page, by the headings they are under.
private func sections(of page: Page) -> [(heading: String, lines: [String])] {
    let lines = String(decoding: page.source.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    // Lines are counted from 1, and a heading's own line belongs to it.
    let headings = page.body.headings.map { (line: page.body.range(of: $0).start.line, text: $0.text) }
    var result: [(heading: String, lines: [String])] = []
    var start = 0
    var current = ""
    for heading in headings where heading.line - 1 >= start {
        result.append((current, Array(lines[start..<(heading.line - 1)])))
        (start, current) = (heading.line - 1, heading.text)
    }
    result.append((current, Array(lines[start...])))
    return result
}

/// The lines of a text that are no longer there, and those that are new.
func lineChanges(from old: String, to new: String) -> (removed: [String], added: [String]) {
    func lines(_ text: String) -> [String] { text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
    return lineChanges(from: lines(old), to: lines(new))
}

private func lineChanges(from old: [String], to new: [String]) -> (removed: [String], added: [String]) {
    let difference = new.difference(from: old)
    var removed = difference.removals.map(\.element).filter { !$0.isEmpty }
    var added = difference.insertions.map(\.element).filter { !$0.isEmpty }
    // A line that stands elsewhere now says the same.
    for line in removed {
        guard let place = added.firstIndex(of: line), let own = removed.firstIndex(of: line) else { continue }
        added.remove(at: place)
        removed.remove(at: own)
    }
    let isMovedAlone = removed.isEmpty && added.isEmpty && !difference.isEmpty && old.filter { !$0.isEmpty } != new.filter { !$0.isEmpty }
    return (removed, isMovedAlone ? ["(the same lines in another order)"] : added)
}

extension CollectionDifference.Change {
    fileprivate var element: ChangeElement {
        switch self {
        case .insert(_, let element, _), .remove(_, let element, _): element
        }
    }
}
