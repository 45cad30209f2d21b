import Diagnostics

/// `page/duplicate-title`: two pages with one title cannot be told apart in tabs, results and screen readers
/// (WCAG 2.2, 2.4.2). A warning.
func checkTitles(_ library: Library) -> [Diagnostic] {
    var first: [String: Page] = [:]
    return library.pages.compactMap { page in
        guard !page.title.isEmpty else { return nil }
        guard let other = first[page.title] else {
            first[page.title] = page
            return nil
        }
        return Diagnostic(
            "page/duplicate-title", "the page has the same title as \(other.source.path)",
            at: page.frontMatter.title.range,
            severity: .warning, help: "say in the title what tells the two apart")
    }
}
