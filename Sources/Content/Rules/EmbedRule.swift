import CommonMark
import Diagnostics

/// `embed/…`: `{{ kind name }}` names a data file that exists, and selects by what it has.
func checkEmbeds(_ library: Library) -> [Diagnostic] {
    library.pages.flatMap { page in
        page.body.embeds.compactMap { embed -> Diagnostic? in
            guard case .failure(let problem) = library.embeddings(of: embed) else { return nil }
            let range = page.body.range(of: embed)
            return Diagnostic(
                "embed/unknown", problem.message, at: problem.word.map(range.word) ?? range, help: "name a file in Content/data",
                suggestion: problem.help)
        }
    }
}
