/// Ids that are on a page for other things than its headings: templates, scripts and blocks put them there.
package enum PageIDs {
    /// On the pages that are made of Markdown. A test holds them against the templates of these pages.
    package static let ofPages: Set<String> = [
        "main", "page-changes", "page-latest", "pages-of-section", "explanation-box", "search-field",
        "q-ask", "q-hint", "q-error", "q-unit", "q-answers", "q-why", "q-changes", "q-outlook", "q-first", "q-refused", "guaranteed",
    ]

    /// Where the texts of data files and questionnaires are printed, which is also the page that prints a policy.
    package static let ofData: Set<String> = ofPages.union(["outcomes", "rules", "questions", "diagram", "questionnaires"])
}
