import CommonMark
import Content
import Decision
import Diagnostics
import Forms
import Site

/// Compiled questionnaires, kept while nothing changes that they are made from: proving one costs more than all the rest
/// of a refresh.
///
/// They are made from the files that are no pages, from the day, and from the places on pages that their rules cite.
struct QuestionnaireMemory {
    private var kept: (library: Library, compiled: Checked<[ProvedQuestionnaire]>)?

    /// - Parameter keepsOtherFiles: whether all files but pages are as they were at the last call.
    mutating func compiled(_ library: Library, keepsOtherFiles: Bool) -> Checked<[ProvedQuestionnaire]> {
        if let kept, keepsOtherFiles, kept.library.today == library.today, haveSamePlaces(kept.library, library) {
            return kept.compiled
        }
        let compiled = compileQuestionnaires(library)
        kept = (library, compiled)
        return compiled
    }

    /// Whether both have the same pages with the same ids on them.
    private func haveSamePlaces(_ old: Library, _ new: Library) -> Bool {
        old.pages.count == new.pages.count
            && zip(old.pages, new.pages).allSatisfy { old, new in
                old === new
                    || (old.path == new.path && old.body.headings.map(\.id) == new.body.headings.map(\.id)
                        && old.body.embeds.map(\.words) == new.body.embeds.map(\.words))
            }
    }
}
