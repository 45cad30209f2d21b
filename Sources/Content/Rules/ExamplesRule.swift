import Diagnostics
import Forms

/// `yaml/unknown-field` for examples of searches on a site without a search.
func checkExamples(_ library: Library) -> [Diagnostic] {
    guard !library.settings.hasSearch else { return [] }
    return library.pages.compactMap(\.frontMatter.examples.first).map { example in
        Diagnostic(
            "yaml/unknown-field", "the site has no search, so a page can't show examples of searches", at: example.range,
            help: "remove `examples`, or remove `search: no` from site.yaml")
    }
}
