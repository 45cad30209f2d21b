import Content
import Decision
import Diagnostics
import Forms
import Site

/// Compiled questionnaires, kept while nothing changes that they are made from: proving one costs more than all the rest
/// of a refresh.
///
/// They are made from all files but the pages, from the day, and from the places on pages that their rules cite.
struct QuestionnaireMemory {
    private var kept: (resolved: ResolvedLibrary, compiled: Checked<[ProvedQuestionnaire]>)?

    /// - Parameter keepsOtherFiles: whether all files but pages are as they were at the last call.
    mutating func compiled(_ resolved: ResolvedLibrary, keepsOtherFiles: Bool) -> Checked<[ProvedQuestionnaire]> {
        if let kept, keepsOtherFiles, kept.resolved.library.today == resolved.library.today,
            resolved.hasSamePlaces(as: kept.resolved)
        {
            return kept.compiled
        }
        let compiled = compileQuestionnaires(resolved)
        kept = (resolved, compiled)
        return compiled
    }
}
