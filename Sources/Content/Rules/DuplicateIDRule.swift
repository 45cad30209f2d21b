import Diagnostics

/// `page/duplicate-id`: an id of a data file that stands on the page already, so that links would find the wrong one.
func checkDuplicateIDs(_ resolved: ResolvedLibrary) -> [Diagnostic] {
    resolved.pages.flatMap { page in
        page.doubles.map { double in
            Diagnostic(
                "page/duplicate-id", "the id \"\(double.id)\" is used twice on the page \(page.page.source.path)",
                at: double.second,
                help: "rename the id, give the heading another one with {#id}, or put the data on another page")
        }
    }
}
