import Content
import Diagnostics
import Pages

/// The default theme is read once; a site that has files of its own in place of some has it read each time.
struct ThemeMemory {
    private var kept: (language: String, theme: Checked<Theme>)?

    mutating func theme(site: String, language: String) -> Checked<Theme> {
        guard !folderExists(joined(site, "Templates")) else { return Theme.read(site: site, language: language) }
        if let kept, kept.language == language { return kept.theme }
        let theme = Theme.read(site: site, language: language)
        kept = (language, theme)
        return theme
    }
}
