import Content
import Decision
import Forms
import History
import Words

extension SiteRenderer {
    /// What the layout `home` shows beside its text: the search, a tile for each questionnaire, what changed lately.
    ///
    /// - Parameter diagrams: the questionnaires that the text embeds, in its order.
    func fillFront(of number: Int, _ diagrams: [DecisionDiagram], _ view: inout PageView) {
        let page = library.pages[number]
        let address = page.path.address
        let search = Route.relative(from: address, to: OverviewPage.search.address)
        let examples = page.frontMatter.examples.map {
            PlaceView(title: $0.string, url: "\(search)?q=\(Route.encoded($0.string))")
        }
        if library.settings.hasSearch {
            view.search = HomeSearchView(url: search, examples: examples.isEmpty ? nil : ExamplesView(items: examples))
        }
        let most = diagrams.count > 1 ? SiteRenderer.tileAnswers : Int.max
        let tiles = diagrams.map { QuestionnaireRenderer(self, $0).embed(on: address, isFront: true, most: most) }
        view.questionnaireHTML = tiles.isEmpty ? nil : String(decoding: tiles.joined(), as: UTF8.self)
        view.latest = latest(on: number)
    }

    /// Of several tiles each shows so many answers to its first question, so that all tiles are seen at once.
    private static let tileAnswers = 4
    /// So many changes are named on the front page.
    private static let latestCount = 5

    /// The pages and questionnaires that changed last, the newest first; nil where the site says nothing of its history.
    private func latest(on number: Int) -> LatestView? {
        guard library.settings.history.level != .no, let history else { return nil }
        let address = library.pages[number].path.address
        let pages = tree.order.filter { $0 != number && library.isListed(library.pages[$0]) }.map { other in
            let page = resolved.pages[other]
            return (files: page.shownFiles, title: page.page.title, address: page.page.path.address)
        }
        let policies = questionnaires.map(\.questionnaire).map {
            (files: $0.paths, title: $0.title.string, address: QuestionnaireFiles.address(of: $0.name))
        }
        let changed = (pages + policies).compactMap { place in history.changes(of: place.files).first.map { (place, $0) } }
        // Of one commit in reading order, which is the order here.
        let newest = changed.enumerated().sorted { ($0.element.1.commit, $0.offset) < ($1.element.1.commit, $1.offset) }
        let isTold = library.settings.history.level == .changes
        let items = newest.prefix(SiteRenderer.latestCount).map(\.element).map { place, change in
            LatestItemView(
                title: place.title, url: Route.relative(from: address, to: place.address),
                day: DateView(date: change.day.description, text: theme.phrasebook.days.text(change.day)),
                what: isTold ? change.words : nil)
        }
        return items.isEmpty ? nil : LatestView(items: items)
    }
}
