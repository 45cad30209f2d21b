package import Diagnostics
package import Forms

/// `page/expired` and `page/review-due`: what pages say about themselves, whose time has come. Warnings.
func checkDates(_ library: Library) -> [Diagnostic] {
    library.pages.flatMap { page in
        checkDates(of: "page", page.frontMatter.upkeep, at: page.frontMatter.title.range, today: library.today) + checkOrder(page)
    }
}

/// `page/dates`: a page that ceases to hold before it comes into force never holds.
private func checkOrder(_ page: Page) -> [Diagnostic] {
    guard let effective = page.frontMatter.effective, let expires = page.frontMatter.expires, expires < effective else { return [] }
    return [
        Diagnostic(
            "page/dates", "the page expires on \(expires), but takes effect only on \(effective)",
            at: page.frontMatter.upkeep.places.expires ?? page.frontMatter.title.range, help: "correct `expires` or `effective`")
    ]
}

/// The same for anything that has an owner.
///
/// - Parameters:
///   - what: what it is: `page`.
///   - place: its title, for what is not written anywhere.
package func checkDates(of what: String, _ upkeep: Upkeep, at place: SourceRange, today: Day) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    if let expires = upkeep.expires, expires < today {
        diagnostics.append(
            Diagnostic(
                "page/expired", "the \(what) expired on \(expires), and today is \(today)", at: upkeep.places.expires ?? place,
                severity: .warning,
                help: "bring it up to date and change `expires`, or delete the \(what) and leave an alias"))
    }
    if let reviewed = upkeep.reviewed, reviewed > today {
        diagnostics.append(
            Diagnostic(
                "page/review-due", "the review on \(reviewed) is in the future: today is \(today)", at: upkeep.places.reviewed ?? place,
                severity: .warning,
                help: "set `reviewed` to the day on which the \(what) was last checked"))
    }
    switch upkeep.review {
    case .due(let due) where due < today:
        diagnostics.append(
            Diagnostic(
                "page/review-due", "the \(what) was due for review on \(due)", at: upkeep.places.reviewed ?? place, severity: .warning,
                notes: upkeep.owner.map { ["its owner is \($0.string)"] } ?? [],
                help: "check it and set `reviewed` to today"))
    case .missing:
        diagnostics.append(
            Diagnostic(
                "page/review-due", "the \(what) needs regular reviews, but has never been reviewed", at: place, severity: .warning,
                help: "check it and write `reviewed: \(today)`"))
    case .due, .never: break
    }
    return diagnostics
}
