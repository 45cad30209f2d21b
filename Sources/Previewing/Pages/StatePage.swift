import Content
import Diagnostics
import Forms
import Pages
import Words

extension PreviewSite {
    /// How many errors the site has, in the theme's words.
    var stateTitle: String {
        errors.isEmpty ? theme.phrase("previewSound") : theme.phrasebook.text(.counted(errors.count, "previewCount"))
    }

    /// A page about the site's state: errors, warnings, drafts, pages that nothing leads to.
    func statePage() -> [UInt8] {
        var view = PreviewPageView(language: language, title: stateTitle)
        view.groups = [
            FindingsView(title: theme.phrase("previewErrors"), items: errors.map(FindingView.init)),
            FindingsView(title: theme.phrase("previewWarnings"), items: warnings.map(FindingView.init)),
        ].filter { !$0.items.isEmpty }
        view.lists = [
            PlacesView(title: theme.phrase("previewDrafts"), items: links { $0.frontMatter.isDraft }),
            PlacesView(title: theme.phrase("previewUnlinked"), items: links(isUnlinked)),
        ].filter { !$0.isEmpty }
        return theme.page("overview", view)
    }

    private func links(_ isListed: (Page) -> Bool) -> [(title: String, url: String)] {
        (library?.pages.filter(isListed) ?? []).map { page in
            (title: page.title, url: "/" + Route.encoded(page.path.address))
        }
    }
}
