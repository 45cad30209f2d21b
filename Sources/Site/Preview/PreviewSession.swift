import Content
import Decision
import Diagnostics
import Pages

/// A site under an editor's hands: prepared again after each change, with what is still good kept from before.
///
/// What it shows is what a build of the same files would publish, drafts added.
package struct PreviewSession: Sendable {
    private let options: CheckOptions
    private var memory = SiteMemory()
    private var history = HistoryMemory()
    private var questionnaires = QuestionnaireMemory()
    private var count = 0
    private var last: PreviewSite?

    package init(_ options: CheckOptions) { self.options = options }

    /// Looks at the site as it is now.
    ///
    /// Errors never end it: the site it gives then shows the last good version, and carries the errors.
    package mutating func refresh() async -> PreviewSite {
        let loaded = await memory.load(options.load)
        let prepared = prepare(
            loaded.shown, options, history: await history.history(of: loaded.shown.value, in: options.load.site),
            questionnaires: { questionnaires.compiled($0, keepsOtherFiles: loaded.keepsOtherFiles) },
            isForAllPages: false)
        count += 1
        let site = PreviewSite(
            number: count, renderer: prepared.value, library: loaded.shown.value,
            diagnostics: (prepared.diagnostics + loaded.published).sorted(), isStrict: options.isStrict,
            jobs: options.load.jobs, last: last)
        last = site
        return site
    }
}
