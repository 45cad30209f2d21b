package import Content
package import Decision
import Forms
import Pages

/// What the addresses of a site mean, as it is built now.
package struct SiteAddresses: Sendable {
    /// Where a questionnaire ends.
    struct Result: Hashable, Sendable {
        let questionnaire: String
        /// The titles of the outcomes that the page shows, and their ids.
        let titles: [String]
        let ids: [String]
    }

    /// A questionnaire, whose results may be counted.
    struct Counted: Sendable {
        let name: String
        let title: String
        /// In the author's order.
        let outcomes: [(id: String, title: String)]
    }

    /// Titles of pages by their address below the site's root.
    private(set) var titles: [String: String] = [:]
    /// The addresses that old ones lead to.
    private(set) var aliases: [String: String] = [:]
    /// The files of pages, for what an editor has to open.
    private(set) var files: [String: String] = [:]
    /// Pages of questionnaires for readers without script, other than the first; nil for those that ask.
    private(set) var steps: [String: Result?] = [:]
    /// The questionnaires, in their order.
    private(set) var questionnaires: [Counted] = []
    /// The files by which their results are counted.
    private(set) var countedFiles: Set<String> = []
    /// Whether the site counts results now.
    let countsResults: Bool
    /// The title of the site.
    let title: String
    /// The language of all titles.
    let language: String
    /// The path of the site on its host, with slashes around it.
    let base: String

    /// - Parameter questionnaires: compiled, as their pages without script are made of diagrams.
    package init(_ library: Library, _ questionnaires: [DecisionDiagram]) {
        let address = library.settings.address ?? ""
        let parts = address.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: true)
        base = parts.count > 2 ? "/" + parts[2] : "/"
        countsResults = library.settings.counts == .outcomes
        title = library.settings.title.string
        language = library.settings.language
        for page in library.pages {
            titles[page.path.address] = page.title
            files[page.path.address] = page.path.file
        }
        for moved in library.moved { aliases[moved.old.address] = moved.address }
        for diagram in questionnaires { add(diagram) }
    }

    private mutating func add(_ diagram: DecisionDiagram) {
        let policy = diagram.questionnaire
        titles[QuestionnaireFiles.address(of: policy.name)] = policy.title.string
        countedFiles.formUnion(ResultCounts.all(of: policy).map(\.path))
        questionnaires.append(
            Counted(
                name: policy.name.description, title: policy.title.string,
                outcomes: policy.outcomes.map { ($0.id.description, $0.title.string) }))
        for (address, page) in stepAddresses(of: diagram).dropFirst() {
            guard case .result(let outcomes, _, _) = page else {
                steps.updateValue(nil, forKey: address)
                continue
            }
            let shown = outcomes.flatMap { $0 }.map { policy.outcomes[$0] }
            steps[address] = Result(
                questionnaire: policy.title.string, titles: shown.map(\.title.string), ids: shown.map(\.id.description))
        }
    }
}
