import Content
import Diagnostics
import History
import Site

/// The history of a site under an editor's hands: read once, and again at the first change after a commit.
struct HistoryMemory {
    private var kept: (settings: SourceFile?, history: Checked<ContentHistory?>)?

    /// What Git knows of a site, read again only if its settings or the last commit are others.
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
