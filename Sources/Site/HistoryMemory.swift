import Content
import Diagnostics
import Forms
import History

/// Reads what Git knows of a site's content, as far as its settings ask for it: nothing is run for a site that does not.
func history(of library: Library, in site: String) async -> Checked<ContentHistory?> {
    let settings = library.settings
    guard settings.history.level != .no || settings.edit != nil else { return Checked(nil) }
    var history = await readHistory(
        of: joined(site, "Content"), hasChanges: settings.history.level != .no,
        at: settings.history.place ?? settings.edit?.range)
    history.diagnostics = weighed(history.diagnostics, by: settings.checks)
    return history
}

/// The history of a site under an editor's hands: read once, and again at the first change after a commit.
struct HistoryMemory {
    private var kept: (settings: SourceFile?, history: Checked<ContentHistory?>)?

    mutating func history(of library: Library, in site: String) async -> Checked<ContentHistory?> {
        let settings = library.settings.source
        if let kept, kept.settings?.bytes == settings?.bytes, isTrue(kept.history.value) { return kept.history }
        let history = await Site.history(of: library, in: site)
        kept = (settings, history)
        return history
    }

    /// A folder without a repository stays one until the preview is started again.
    private func isTrue(_ history: ContentHistory?) -> Bool { history.map { $0.mark == $0.mark.now } ?? true }
}
