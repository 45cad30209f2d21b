import Diagnostics

/// What was found about the links of each page, kept while all that links can lead to is the same.
///
/// Following links is half of checking a large site, and an edit mostly changes neither a path nor an id.
package struct LinkMemory: Sendable {
    private struct Kept: Sendable {
        let library: Library
        let anchors: Anchors
        let findings: [[Diagnostic]]
    }

    private var kept: Kept?

    /// With nothing known yet.
    package init() {}

    /// Forgets everything: to be called when a file that is no page has changed.
    package mutating func forget() { kept = nil }

    /// The ids on all pages.
    func anchors(of library: Library) -> Anchors {
        guard let kept, kept.library.unread == library.unread else { return Anchors(library) }
        return Anchors(library, known: (kept.library, kept.anchors))
    }

    /// The findings of all pages, in their order.
    ///
    /// - Parameter check: checks the links of the page of this number.
    mutating func findings(_ library: Library, _ anchors: Anchors, check: (Int) -> [Diagnostic]) -> [Diagnostic] {
        let known = kept.flatMap { haveSamePlaces($0, library, anchors) ? $0 : nil }
        let findings = library.pages.indices.map { number -> [Diagnostic] in
            guard let known, known.library.pages[number] === library.pages[number] else { return check(number) }
            return known.findings[number]
        }
        kept = Kept(library: library, anchors: anchors, findings: findings)
        return findings.flatMap { $0 }
    }

    /// Whether both have the same pages with the same ids on them.
    private func haveSamePlaces(_ kept: Kept, _ library: Library, _ anchors: Anchors) -> Bool {
        let old = kept.library
        return old.pages.count == library.pages.count && old.unread == library.unread && old.drafts == library.drafts
            && kept.anchors.unread == anchors.unread
            && library.pages.indices.allSatisfy { number in
                old.pages[number] === library.pages[number]
                    || (old.pages[number].path == library.pages[number].path
                        && kept.anchors.pages[number] == anchors.pages[number])
            }
    }
}
