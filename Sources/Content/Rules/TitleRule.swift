import Diagnostics
import Forms

/// `page/duplicate-title`: two pages with one title cannot be told apart in tabs, results and screen readers
/// (WCAG 2.2, 2.4.2). A warning.
func checkTitles(_ library: Library) -> [Diagnostic] {
    var first: [String: Page] = [:]
    first.reserveCapacity(library.pages.count)
    return library.pages.compactMap { page in
        guard !page.title.isEmpty, let other = first.updateValue(page, forKey: page.title) else { return nil }
        first[page.title] = other
        return Diagnostic(
            "page/duplicate-title", "the page has the same title as \(other.source.path)",
            at: page.frontMatter.title.range,
            severity: .warning, help: "change a title so that readers can tell the two apart")
    }
}
