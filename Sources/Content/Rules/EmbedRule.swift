package import CommonMark
import Diagnostics
package import Forms

/// `embed/…`: `{{ kind name }}` names a data file that exists, and selects by what it has.
func checkEmbeds(_ library: Library) -> [Diagnostic] {
    library.pages.flatMap { page in
        page.body.embeds.compactMap { embed -> Diagnostic? in
            guard case .failure(let problem) = library.embeddings(of: embed) else { return nil }
            return diagnostic(problem, at: page.body.range(of: embed))
        }
    }
}

extension Library {
    /// `embed/…` and `markdown/embed-in-data`: an outcome shows data files that exist, of the kinds that are meant for it.
    package func checkEmbeds(inOutcome text: Markdown, _ findings: inout Findings) {
        for embed in text.embeds {
            let range = text.range(of: embed)
            let kind = embed.words.first.flatMap(DataKind.init(rawValue:))
            guard embed.words.first != "questionnaire", kind?.body.isForOutcomes ?? true else {
                let kinds = DataKind.allCases.filter { $0.body.isForOutcomes }.map(\.rawValue)
                findings.add(
                    Diagnostic(
                        "markdown/embed-in-data", "an outcome can\u{2019}t show data of the kind \"\(embed.words.first ?? "")\"", at: range,
                        help: "put it into a page and link there; an outcome shows only \(listed(kinds))"))
                continue
            }
            if case .failure(let problem) = embeddings(of: embed) { findings.add(diagnostic(problem, at: range)) }
        }
    }
}

private func diagnostic(_ problem: EmbedProblem, at range: SourceRange) -> Diagnostic {
    Diagnostic(
        "embed/unknown", problem.message, at: problem.word.map(range.word) ?? range, help: "name a file in Content/data",
        suggestion: problem.help)
}
