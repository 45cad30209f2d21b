import Diagnostics

/// `page/expired` and `page/review-due`: what the front matter says about a page's time has come. Warnings.
func checkDates(_ library: Library) -> [Diagnostic] {
    library.pages.flatMap { page -> [Diagnostic] in
        let facts = page.frontMatter
        var diagnostics: [Diagnostic] = []
        let place = facts.title.range
        if let expires = facts.expires, expires < library.today {
            diagnostics.append(
                Diagnostic(
                    "page/expired", "the page held until \(expires), and today is \(library.today)", at: place,
                    severity: .warning,
                    help: "bring it up to date and change `expires`, or delete the page and leave an alias"))
        }
        if let reviewed = facts.reviewed, let every = facts.reviewEvery, let due = reviewed.adding(every),
            due < library.today
        {
            diagnostics.append(
                Diagnostic(
                    "page/review-due", "the page was due for review on \(due)", at: place, severity: .warning,
                    notes: facts.owner.map { ["its owner is \($0.string)"] } ?? [],
                    help: "check it and set `reviewed` to today"))
        }
        if facts.reviewEvery != nil, facts.reviewed == nil {
            diagnostics.append(
                Diagnostic(
                    "page/review-due", "the page has to be reviewed regularly, and never was", at: place,
                    severity: .warning,
                    help: "check it and write `reviewed: \(library.today)`"))
        }
        return diagnostics
    }
}
