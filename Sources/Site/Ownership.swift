import Content
package import Decision
package import Diagnostics
package import Forms

/// What concerns one owner of a site: the messages in what they keep, and when it has to be reviewed.
package struct OwnedCheck: Sendable {
    /// The messages that concern the owner.
    package let diagnostics: [Diagnostic]
    /// The most urgent first.
    package let reviews: [ReviewItem]
    /// The day on which reviews are due or not.
    package let today: Day
    /// What the owner keeps.
    private let files: Set<String>

    init(diagnostics: [Diagnostic], reviews: [ReviewItem], today: Day, files: Set<String>) {
        self.diagnostics = diagnostics.filter { files.contains($0.path ?? "") }
        self.reviews = reviews
        self.today = today
        self.files = files
    }

    /// Whether a message is about something that the owner keeps.
    package func concerns(_ diagnostic: Diagnostic) -> Bool { files.contains(diagnostic.path ?? "") }
}

/// Checks a site for one owner.
///
/// Files that nobody owns concern nobody here: `check` without an owner tells all.
///
/// - Returns: nil if nobody of that name keeps anything; and the names of those who do, in byte order.
package func check(_ options: CheckOptions, owner: String) async -> (check: OwnedCheck?, owners: [String]) {
    let loaded = await load(options.load)
    let library = loaded.value.library
    let questionnaires = compileQuestionnaires(loaded.value)
    var files: [String: Set<String>] = [:]
    for page in library.pages {
        if let name = page.frontMatter.owner?.string { files[name, default: []].insert(page.source.path) }
    }
    for questionnaire in library.questionnaires {
        // Read alone, since a questionnaire that is not good has an owner too.
        guard let name = keeper(of: questionnaire.source) else { continue }
        files[name, default: []].formUnion([questionnaire.source.path] + (questionnaire.cases + questionnaire.sentences).map(\.path))
    }
    let owners = files.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    guard let own = files[owner] else { return (nil, owners) }
    let reviews = reviewList(library, questionnaires.value.map(\.diagram.questionnaire))
    let owned = OwnedCheck(
        diagnostics: (loaded.diagnostics + questionnaires.diagnostics
            + checkSentences(loaded.value, questionnaires.value.map(\.diagram.questionnaire)).diagnostics).sorted(),
        reviews: reviews.filter { $0.upkeep.owner?.string == owner }, today: library.today, files: own)
    return (owned, owners)
}
