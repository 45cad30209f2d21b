import Content
import Decision
import Diagnostics
import Pages
import Site

/// A site under an editor's hands: prepared again after each change, with what is still good kept from before.
///
/// What it shows is what a build of the same files would publish, drafts added.
struct PreviewSession: Sendable {
    private let options: CheckOptions
    private var memory = SiteMemory()
    private var history = HistoryMemory()
    private var questionnaires = QuestionnaireMemory()
    private var count = 0
    private var last: PreviewSite?

    /// A session that has not looked at the site yet.
    init(_ options: CheckOptions) { self.options = options }

    /// Looks at the site as it is now.
    ///
    /// Errors never end it: the site it gives then shows the last good version, and carries the errors.
    mutating func refresh() async -> PreviewSite {
        let loaded = await memory.load(options.load)
        let language = loaded.shown.value.library.settings.language
        let theme = Theme.read(site: options.load.site, language: language)
        let prepared = prepare(
            loaded.shown, options, theme: theme, history: await history.history(of: loaded.shown.value.library, in: options.load.site),
            questionnaires: { questionnaires.compiled($0, keepsOtherFiles: loaded.keepsOtherFiles) },
            isForAllPages: false)
        count += 1
        let site = PreviewSite(
            number: count, renderer: prepared.value, library: loaded.shown.value,
            // The page that says what is wrong with a theme cannot be made by it.
            theme: theme.diagnostics.hasErrors ? Theme.embedded(language: language).value : theme.value, language: language,
            diagnostics: (prepared.diagnostics + loaded.published).sorted(), isStrict: options.isStrict, last: last)
        last = site
        return site
    }
}
