package import Content
package import Diagnostics
import Forms
package import History

/// Reads what Git knows of a site's content, as far as its settings ask for it: nothing is run for a site that does not.
package func history(of library: Library, in site: String) async -> Checked<ContentHistory?> {
    let settings = library.settings
    guard settings.usesGit else { return Checked(nil) }
    var history = await readHistory(
        of: joined(site, "Content"), hasChanges: settings.history.level != .no,
        at: settings.history.place ?? settings.edit?.range)
    history.diagnostics = weighed(history.diagnostics, by: settings.checks)
    return history
}

extension SiteSettings {
    /// Whether pages say what Git knows of their files.
    var usesGit: Bool { history.level != .no || changes != .no || edit != nil }
}
