package import CommonMark
import Diagnostics
package import Forms

/// `embed/…`: `{{ kind name }}` names a data file that exists, and selects by what it has.
func checkEmbeds(_ resolved: ResolvedLibrary) -> [Diagnostic] {
    resolved.pages.flatMap { page in
        zip(page.page.body.embeds, page.text.embeds).compactMap { embed, found in
            found.problem.map { diagnostic($0, at: page.page.body.range(of: embed)) }
        }
    }
}

extension ResolvedLibrary {
    /// `embed/…` and `markdown/embed-in-data`: an outcome shows data files that exist, of the kinds that are meant for it.
    ///
    /// - Parameter file: the questionnaire's, below `Content/`.
    package func checkEmbeds(inOutcome markdown: Markdown, in file: String, _ findings: inout Findings) {
        let text = text(markdown, in: file)
        for (embed, found) in zip(markdown.embeds, text.embeds) {
            let range = markdown.range(of: embed)
            let kind = embed.words.first.flatMap(DataKind.init(rawValue:))
            guard embed.words.first != "questionnaire", kind?.body.isForOutcomes ?? true else {
                let kinds = DataKind.allCases.filter { $0.body.isForOutcomes }.map(\.rawValue)
                findings.add(
                    Diagnostic(
                        "markdown/embed-in-data", "an outcome can\u{2019}t show data of the kind \"\(embed.words.first ?? "")\"", at: range,
                        help: "put it into a page and link there; an outcome shows only \(listed(kinds))"))
                continue
            }
            if let problem = found.problem { findings.add(diagnostic(problem, at: range)) }
        }
    }
}

private func diagnostic(_ problem: EmbedProblem, at range: SourceRange) -> Diagnostic {
    Diagnostic(
        "embed/unknown", problem.message, at: problem.word.map(range.word) ?? range, help: "name a file in Content/data",
        suggestion: problem.help)
}
