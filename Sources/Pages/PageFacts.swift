import Content
import Forms
import Words
import CommonMark
import Decision
import History

extension SiteRenderer {
    /// What is known about a page of the library: who keeps it, since when it holds, how it changed, where to edit it.
    ///
    /// The data files that it shows count as its text, since they are nowhere else. A questionnaire does not: it has pages
    /// of its own; nor does a single value, since a change of another one in its file would be told as a change of this page.
    func facts(of page: ResolvedPage) -> FactsView? {
        let facts = page.page.frontMatter
        return view(facts.upkeep, effective: facts.effective, file: page.page.path.file, paths: page.shownFiles)
    }

    /// The day on which a page last changed for its readers.
    func lastChange(of page: ResolvedPage) -> Day? {
        history?.changes(of: page.shownFiles).first?.day
    }

    /// The same about a questionnaire.
    func facts(of questionnaire: Questionnaire) -> FactsView? {
        view(questionnaire.upkeep, effective: nil, file: questionnaire.path, paths: questionnaire.paths)
    }

    /// - Parameters:
    ///   - file: the file to edit.
    ///   - paths: all files whose changes count.
    private func view(_ upkeep: Upkeep, effective: Day?, file: String, paths: [String]) -> FactsView? {
        let date: (Day) -> DateView = { DateView(date: $0.description, text: theme.phrasebook.days.text($0)) }
        let changes = history?.changes(of: paths) ?? []
        let links = sourceLinks(of: file)
        let list = library.settings.history.level == .changes ? self.list(changes, links, date) : nil
        let changed = changes.first.map { change in
            ChangedView(
                day: date(change.day), url: list == nil ? links?.history : "#\(ChangesView.id)")
        }
        let isToCome = effective.map { $0 > library.today } ?? false
        let view = FactsView(
            owner: upkeep.owner?.string, effective: isToCome ? nil : effective.map(date),
            effectiveFrom: isToCome ? effective.map(date) : nil, reviewed: upkeep.reviewed.map(date), changed: changed,
            editURL: links?.edit, changes: list)
        return view.isEmpty ? nil : view
    }

    /// More changes than these are only in the repository.
    private static let changeLimit = 20

    private func list(_ changes: [FileChange], _ links: SourceLinks?, _ date: (Day) -> DateView) -> ChangesView? {
        guard !changes.isEmpty else { return nil }
        let rest = changes.count - SiteRenderer.changeLimit
        return ChangesView(
            items: changes.prefix(SiteRenderer.changeLimit).map { ChangeView(day: date($0.day), what: $0.words) },
            olderText: rest > 0 ? theme.words["changesOlder"]?.replacing("{count}", with: String(rest)) : nil, allURL: links?.history)
    }

    /// Where a file of the site is on its host; nil if the settings do not say, or if it is not there.
    func sourceLinks(of file: String) -> SourceLinks? {
        guard let pattern = library.settings.edit?.string, history?.holds(file) ?? true else { return nil }
        return SourceLinks(pattern: pattern, path: (history?.folder ?? "Content/") + file)
    }
}
