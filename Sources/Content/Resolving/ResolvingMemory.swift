import Diagnostics
import Forms

/// Resolves a library again and again, and only what an edit can have changed.
///
/// Looking up links is half of checking a large site, and an edit mostly changes neither a path nor an id.
package struct ResolvingMemory: Sendable {
    private var kept: (resolved: ResolvedLibrary, findings: [[Diagnostic]])?

    /// Nothing is known yet.
    package init() {}

    /// Forgets everything: to be called when a file that is no page has changed.
    package mutating func forget() { kept = nil }

    /// Looks up every link and embed.
    ///
    /// - Parameter jobs: how many pages are looked at at once.
    func resolve(_ library: Library, jobs: Int) async -> ResolvedLibrary {
        let linker = Linker(library)
        let known = kept.flatMap { hasSameFiles($0.resolved.library, library) ? $0.resolved.pages : nil }
        let pages = await inParallel(Array(library.pages.indices), jobs: jobs) { number in
            if let known, known[number].page === library.pages[number] { return known[number] }
            return ResolvedPage(library.pages[number], library, linker)
        }
        return ResolvedLibrary(library, linker, pages: pages)
    }

    /// What a rule finds on each page, in their order; it is asked again only about what may have changed.
    mutating func findings(_ resolved: ResolvedLibrary, check: (ResolvedPage) -> [Diagnostic]) -> [Diagnostic] {
        let known = kept.flatMap {
            hasSameFiles($0.resolved.library, resolved.library) && resolved.hasSamePlaces(as: $0.resolved) ? $0 : nil
        }
        let findings = resolved.pages.enumerated().map { number, page -> [Diagnostic] in
            guard let known, known.resolved.pages[number] === page else { return check(page) }
            return known.findings[number]
        }
        kept = (resolved, findings)
        return findings.flatMap { $0 }
    }

    /// Whether both have files at the same paths, so that a link that led to one of them still does.
    private func hasSameFiles(_ old: Library, _ new: Library) -> Bool {
        old.pages.count == new.pages.count && old.unread == new.unread && old.drafts == new.drafts
            && zip(old.pages, new.pages).allSatisfy { $0 === $1 || $0.path == $1.path }
    }
}
