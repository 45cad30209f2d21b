import CommonMark
import Diagnostics

/// `link/unknown-entry` of terms that exist, but in a glossary that no page shows: their links would be plain text.
func checkTerms(_ resolved: ResolvedLibrary) -> [Diagnostic] { checkTerms(in: resolved.allTexts, resolved) }

/// The same for texts that the library does not read itself.
func checkTerms(in texts: @autoclosure () -> [ResolvedText], _ resolved: ResolvedLibrary) -> [Diagnostic] {
    let shown = resolved.glossaryPages
    let isHidden = resolved.library.data.contains { $0.kind == .glossary && shown[$0.name] == nil }
    // A page that is not whole may be the one that should show it.
    guard isHidden, resolved.pages.allSatisfy(\.isWhole) else { return [] }
    return texts().flatMap { text in
        text.targets.compactMap { link, target -> Diagnostic? in
            guard case .term(let term) = target, shown[term.file.name] == nil else { return nil }
            return Diagnostic(
                "link/unknown-entry", "no page shows the glossary \(term.file.name), so its terms are not explained anywhere",
                at: text.markdown.range(of: link), help: "put {{ glossary \(term.file.name) }} into a page")
        }
    }
}
