import CommonMark
import Diagnostics

/// `embed/…`: `{{ kind name }}` names a data file that exists, and selects by what it has.
func checkEmbeds(_ library: Library) -> [Diagnostic] {
    library.pages.flatMap { page in
        page.body.embeds.compactMap { embed -> Diagnostic? in
            guard case .failure(let problem) = library.embeddings(of: embed) else { return nil }
            return Diagnostic("embed/unknown", problem.message, at: page.body.range(of: embed), help: problem.help)
        }
    }
}
