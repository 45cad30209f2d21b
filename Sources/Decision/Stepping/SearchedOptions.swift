import Diagnostics
import Forms

extension Question {
    /// From so many options on, readers search in them: fewer are seen at a glance.
    package static let searchedFrom = 12

    /// Readers search in its options: those of a data file, and long lists.
    package var isSearched: Bool {
        if case .one(let choices) = kind { choices.isFromData || choices.options.count >= Question.searchedFrom } else { false }
    }

    /// Whether readers see an option whatever they type: what an author added below a data file, and in a long list that says
    /// that the right one is not there.
    package func isAlwaysShown(_ option: Option) -> Bool {
        guard case .one(let choices) = kind else { return false }
        return choices.isFromData ? option.place.file === place.file : isSearched && Question.restIDs.contains(option.id.description)
    }

    /// The ids of options that mean "anything else".
    private static let restIDs: Set = ["other", "others", "none", "no", "not-listed", "unknown", "not-sure", "dont-know", "do-not-know"]
}
