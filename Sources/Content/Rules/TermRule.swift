import CommonMark
import Diagnostics

/// `link/unknown-entry` of terms that exist, but in a glossary that no page shows: their links would be plain text.
func checkTerms(_ library: Library) -> [Diagnostic] { checkTerms(in: library.texts, library) }

/// The same for texts that the library does not read itself.
func checkTerms(in texts: @autoclosure () -> [AuthoredText], _ library: Library) -> [Diagnostic] {
    let shown = library.glossaryPages
    let hidden = library.data.filter { $0.kind == .glossary && shown[$0.name] == nil }
    guard !hidden.isEmpty, !library.pages.contains(where: library.hasFaultyBlocks) else { return [] }
    let linker = Linker(library)
    return texts().flatMap { text in
        text.markdown.links.compactMap { link -> Diagnostic? in
            guard case .success(.term(_, let file)) = linker.target(of: link.destination, in: text.file), shown[file.name] == nil
            else { return nil }
            return Diagnostic(
                "link/unknown-entry", "no page shows the glossary \(file.name), so that its terms are explained nowhere",
                at: text.markdown.range(of: link), help: "put {{ glossary \(file.name) }} into a page")
        }
    }
}
