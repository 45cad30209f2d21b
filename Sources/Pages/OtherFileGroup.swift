import Content
import Forms

/// The files next to the pages of the library, in groups that can be made one without the others: a preview makes what is
/// asked for, and the style sheet of a page does not wait for ten thousand others.
package enum OtherFileGroup: Hashable, Sendable {
    /// The list of questionnaires, and what their data mean.
    case questionnaires
    /// The pages and data of the questionnaire of this name.
    case questionnaire(String)
    /// The pages that list everything.
    case overviews
    /// The further parts of lists and tables that are longer than a page.
    case lists
    /// Sections as one document each.
    case documents
    /// One of these.
    case document(Int)
    /// What web servers and crawlers read, the page for wrong addresses, and those at old addresses.
    case host
    /// The theme's own files.
    case theme

    /// The only group in which the file at a path can be.
    ///
    /// - Parameter path: below the root, as ``Route/file(_:)`` gives it.
    package init(path: String) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let overviews = OverviewPage.allCases.map(\.address)
        switch parts.first.map(String.init) ?? "" {
        case Route.assetFolder: self = .theme
        case QuestionnaireFiles.folder where parts.count > 2: self = .questionnaire(String(parts[1]))
        case "api" where parts.count > 2: self = .questionnaire(String(parts[2].prefix { $0 != "." }))
        case QuestionnaireFiles.folder, "api": self = .questionnaires
        case _ where overviews.contains { path == Route.file($0) }: self = .overviews
        case let first where OverviewPage(rawValue: first) != nil && parts.count > 1 && parts[1].hasPrefix("~"): self = .overviews
        case _ where path.hasPrefix(OverviewPage.pages.address): self = .documents
        case _ where parts.dropLast().last?.hasPrefix("~") == true: self = .lists
        default: self = .host
        }
    }
}
