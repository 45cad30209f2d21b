import Content
import Templating

/// The values that each template is given, and no others: what ``TemplateContexts`` holds templates against.
///
/// Views declare their keys; here is which views each template is rendered with, and which of their keys that kind of page has.
/// Tests hold the keys of each page against what pages are given.
enum TemplateKeys {
    /// The keys of each view that a template is given which is rendered by itself; nil for a part of others.
    static func keys(of template: String) -> [ViewKeys]? { roots[template] }

    /// The templates that are rendered by themselves.
    static var rendered: [String] { roots.keys.sorted() }

    /// All keys of all templates.
    static let all: Set<String> = {
        var names = Set<String>()
        var pending = roots.values.flatMap { $0 }
        var seen = Set<ObjectIdentifier>()
        while let keys = pending.popLast() {
            guard seen.insert(ObjectIdentifier(keys)).inserted else { continue }
            names.formUnion(keys.names)
            pending += keys.names.compactMap { keys[$0]?.inner }
        }
        return names
    }()

    /// What a page is given under `page`, by its kind.
    private enum PageKeys {
        static let base = [
            "language", "direction", "title", "documentTitle", "summary", "socialType", "oldQueries", "canonical", "noindex",
            "structuredData", "reportURL", "feeds",
        ]
        static let redirect = base + ["url"]
        /// Below the front page.
        static let lower = base + ["breadcrumbs"]
        static let withFacts = lower + ["facts"]
        static let withChildren = lower + ["children"]
        // Those of the library, by their layout.
        static let library = withFacts + ["contentHTML", "sources", "pager", "documentURL", "offers"]
        static let text = library + ["outline", "related"]
        static let list = text + ["children"]
        static let tabs = library + ["parts", "related"]
        static let home = library + ["parts", "sections", "allSectionsURL", "search", "questionnaireHTML", "latest"]
    }

    private static let roots = [pages, questionnaires, others, blocks].reduce(into: [String: [ViewKeys]]()) { all, some in
        all.merge(some) { own, _ in own }
    }

    private static let pages: [String: [ViewKeys]] = {
        let overview = [layout(PageKeys.lower), OverviewPageView.keys]
        return [
            "page": [layout(PageKeys.text, ["navigationHTML"])],
            "list": [layout(PageKeys.list, ["navigationHTML", "parts"], [CardView.keys.only(["title", "summary", "url"])])],
            "tabs": [layout(PageKeys.tabs, ["navigationHTML"])], "home": [layout(PageKeys.home, ["navigationHTML"])],
            "not-found": [layout(PageKeys.base)], "redirect": [layout(PageKeys.redirect), RedirectPageView.keys],
            "section": [layout(PageKeys.lower), SectionDocumentView.keys],
            "due-for-review": [layout(PageKeys.lower), ReviewPageView.keys], "search": overview,
            "overview": [layout(PageKeys.lower + ["outline"]), OverviewPageView.keys],
            "who-sees-your-answers": overview, "questionnaires": [layout(PageKeys.withChildren)],
        ]
    }()

    private static let questionnaires: [String: [ViewKeys]] = {
        let own = QuestionnairePageView.keys
        return [
            "questionnaire": [layout(PageKeys.withFacts), own, StartPageView.keys],
            "question": [layout(PageKeys.lower), own, QuestionPageView.keys],
            "result": [layout(PageKeys.lower), own, ResultPageView.keys],
            "policy": [layout(PageKeys.withFacts), own, PolicyPageView.keys],
            "proof": [layout(PageKeys.lower), own, ProofPageView.keys],
            "picture": [layout(PageKeys.lower), own, PicturePageView.keys],
            "parts/questionnaire-embed": [QuestionnaireEmbedView.keys],
        ]
    }()

    private static let others: [String: [ViewKeys]] = {
        let preview = PreviewPageView.keys
        let shared = ["language", "direction", "title", "styleURL", "homeURL", "words"]
        return [
            "parts/navigation": [NavigationView.keys], "parts/added": [AddedView.keys],
            "preview/boxes": [PreviewBoxesView.keys], "preview/overview": [preview.only(shared + ["groups", "lists"])],
            "preview/rule": [preview.only(shared + ["contentHTML"])], "preview/waiting": [preview.only(shared)],
        ]
    }()

    /// What is around a page.
    ///
    /// - Parameters:
    ///   - page: the keys of the page itself.
    ///   - more: what it has beside the keys of every page.
    ///   - children: the keys of the pages in its list, if they aren't all that a card may have.
    private static func layout(_ page: [String], _ more: [String] = [], _ children: [ViewKeys] = []) -> ViewKeys {
        let inner = PageView.keys.only(page, inner: children.first.map { ["children": $0] } ?? [:])
        return LayoutView.keys.only(["site", "page", "root", "assets", "words"] + more, inner: ["page": inner])
    }

    private static let blocks: [String: [ViewKeys]] = {
        func keys<Block: DataBlock>(_ block: Block.Type) -> ViewKeys { Block.View.keys }
        let blocks = DataKind.allCases.compactMap { $0.body as? any DataBlock.Type }
        return Dictionary(blocks.map { ("blocks/\($0.name)", [BlockHead.keys, keys($0)]) }) { first, _ in first }
    }()
}
