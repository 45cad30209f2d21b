@testable import Pages
import Templating
import Testing

/// The keys that are declared of each template are those that its pages are given: templates that print the names of what they
/// find take the place of the theme's.
@Suite struct TemplateKeyTests {
    private static let templates = TemplateKeys.rendered.filter { TemplateKeys.keys(of: $0)?.first?["page"] != nil }
    /// The shared keys of all pages, which the head asks for, whether or not a page has them.
    private static let shared = Set(keysOfPage("not-found").map { "page.\($0)" })
    /// What only Git knows, or what only the preview has.
    private static let ofGit: Set<String> = ["page.latest"]
    /// What only long lists and very large questionnaires have: the site of the test is small.
    private static let ofLarge = ["questionnaire": ["policy"], "home": ["page.allSectionsURL"]].merging(
        ["list", "who-sees-your-answers", "policy", "search", "section"].map { ($0, ["parts"]) }
    ) { $1 }.merging(["overview": ["page.outline", "parts"]]) { $1 }
    private static let ofPreview: Set<String> = ["due-for-review"]

    private static func declared(_ template: String) -> Set<String> {
        Set(TemplateKeys.keys(of: template)?.flatMap(\.names) ?? []).union(keysOfPage(template).map { "page.\($0)" })
    }

    private static func keysOfPage(_ template: String) -> [String] { TemplateKeys.keys(of: template)?.first?["page"]?.inner?.names ?? [] }

    @Test func `each template is given the keys that are declared for it, and no others`() async throws {
        let keys = Self.templates.map(Self.declared).reduce(Set()) { $0.union($1) }.sorted()
        let probe = keys.map { "{{#\($0)}}<\($0)>{{/\($0)}}" }.joined()
        var files = Self.site
        for template in Self.templates { files["Templates/\(template).mustache"] = "TEMPLATE:\(template):\(probe)" }
        let renderer = try await renderer(files)
        let pages = (0..<renderer.pageCount).map(renderer.page) + renderer.otherFiles()
        var given: [String: Set<String>] = [:]
        for page in pages {
            let text = String(decoding: page.bytes, as: UTF8.self)
            guard text.hasPrefix("TEMPLATE:") else { continue }
            let name = String(text.split(separator: ":")[1])
            given[name, default: []].formUnion(text.matches(of: /<([A-Za-z.]+)>/).map { String($0.1) })
        }
        for template in Self.templates where !Self.ofPreview.contains(template) {
            let (declared, given) = (Self.declared(template), given[template] ?? [])
            #expect(given.subtracting(declared).sorted() == [], "\(template) is given more than is declared")
            let missing = declared.subtracting(given).subtracting(Self.shared).subtracting(Self.ofGit)
            #expect(missing.sorted() == Self.ofLarge[template] ?? [], "\(template) lacks keys")
        }
    }

    private static let text = "Before.\n\n## First\n\nText.\n\n## Second\n\nMore."

    /// A site with everything that a template may be given.
    private static let site = [
        "Content/index.md": page(
            "Home", "layout: home\nowner: A\nsources: [The Act]\nexamples: [Word]\n", "{{ questionnaire a }}\n\n\(text)"),
        "Content/front/index.md": page("Front", "layout: home\nowner: A\nsources: [The Act]\n", "Before."),
        "Content/front/page.md": page("Below", "layout: home\nowner: A\nsources: [The Act]\naliases: [/old/]\n", text),
        "Content/list/index.md": page("List", "layout: list\nowner: A\nsources: [The Act, A, B]\n", text),
        "Content/list/page.md": page("Page", "owner: A\nsources: [The Act, E, F]\n", text),
        "Content/tabs/index.md": page("Tabs", "layout: tabs\nowner: A\nsources: [The Act, C, D]\n", text),
        "Content/tabs/one.md": page("One", "sources: [A, B]\n", text),
        "Content/text/index.md": page("Text", "owner: A\nsources: [The Act, E, F]\n", text),
        "Content/text/one.md": page("Two", "sources: [C, D]\n", text),
        "Content/questionnaires/b.yaml": """
        kind: questionnaire
        title: Which of two?
        questions: {what: {ask: What?, one-of: {a: A, b: B}}}
        outcomes: {a: {title: A}, b: {title: B}}
        rules: [{if: {what: a}, then: a}, {else: b}]
        """,
        "Content/questionnaires/a.yaml": """
        kind: questionnaire
        title: Which way?
        owner: A
        questions:
          what: {ask: What?, one-of: {a: A, b: B}}
          more: {ask: More?, ask-if: {what: b}, one-of: {a: A, b: B}}
        outcomes:
          a: {title: A, cites: [front/page.md#first, list/page.md#first, list/index.md, tabs/index.md, text/index.md]}
          b: {title: B}
          c: {title: C}
        match: many
        rules:
          - {if: {what: a}, then: a}
          - {if: {what: a}, then: c}
          - {if: {more: a}, then: a}
          - {else: b}
        """,
    ]
}
