import CommonMark
import Diagnostics
package import Forms
import YAML

extension FrontMatter {
    /// What the JSON Schema of front matter is made of. The title may be left out, as the text may give it.
    package static var schema: Schema { headed.schema }

    /// Reads the fields of front matter. The title may come from the page's first heading instead.
    ///
    /// - Parameter heading: the title that the text itself gives.
    static func read(_ node: Node, heading: Text?, _ findings: inout Findings) -> FrontMatter? {
        guard let heading else { return titled.read(node, &findings) }
        return headed.read(node, &findings).map { $0.title.string.isEmpty ? $0.titled(heading) : $0 }
    }

    /// Made once: a shape of so many fields takes longer to make than to read with.
    private static let titled = shape(heading: nil)
    private static let headed = shape(heading: Text("", at: SourceRange(SourceFile(path: "", bytes: []), 0..<0)))

    private static func shape(heading: Text?) -> Shape<FrontMatter> {
        .record(
            titleField(heading: heading), summary, order, layout, aliases, SourceReference.field, Upkeep.Fields.owner,
            Upkeep.Fields.reviewed,
            Upkeep.Fields.reviewEvery, effective, expires, draft, also, tags, examples, search, terms, related
        ) {
            _, title, summary, order, layout, aliases, sources, owner, reviewed, every, effective, expires, draft, also, tags,
            examples, search, terms, related
            in
            FrontMatter(
                title: title, summary: summary, order: order, layout: layout, aliases: aliases, sources: sources, owner: owner,
                reviewed: reviewed.day, reviewEvery: reviewed.isFaulty ? nil : every, effective: effective,
                expires: expires?.day, isDraft: draft, also: also, tags: tags, examples: examples, isSearched: search, explainsTerms: terms,
                showsRelated: related,
                places: Upkeep.Places(reviewed: reviewed.place, expires: expires?.place))
        }
    }

    /// The front matter of a page that has none, or whose front matter cannot be read.
    static func titled(_ title: Text) -> FrontMatter {
        FrontMatter(
            title: title, summary: nil, order: nil, layout: .page, aliases: [], sources: [], owner: nil, reviewed: nil,
            reviewEvery: nil,
            effective: nil, expires: nil, isDraft: false, also: [], tags: [], examples: [], isSearched: true, explainsTerms: true,
            showsRelated: true,
            places: Upkeep.Places())
    }

    private static func titleField(heading: Text?) -> Field<Text> {
        guard let heading else { return .required("title", .line, "the heading of the page") }
        return .optional("title", .line, default: heading, "the heading of the page")
    }

    private static let summary = Field.optional(
        "summary", Shape<Text>.line, "one sentence on what the page answers, for cards and search engines")
    private static let order = Field.optional("order", Shape<Int>.integer, "the place in its folder, lowest first")
    private static let layout = Field.optional(
        "layout", Shape<Layout>.choice(meaning: \.meaning), default: .page, "page, list, tabs or home")
    private static let aliases = Field.optional(
        "aliases", Shape<[Text]>.list(of: .oldAddress), default: [], "old addresses that lead here")
    private static let effective = Field.optional("effective", Shape<Day>.date, "the first day on which it applies")
    private static let expires = Field.optional("expires", placedDate, "the last day on which it applies")
    private static let placedDate = Shape<PlacedDay>(Shape<Day>.date.schema) { node, findings in
        Shape<Day>.date.read(node, &findings).map { PlacedDay(day: $0, place: node.range) }
    }
    private static let draft = Field.optional(
        "draft", Shape<Bool>.yesNo, default: false, "yes keeps the page out of the published site")
    private static let also = Field.optional(
        "also", Shape<[Text]>.list(of: .line), default: [], "other names that search finds it by, as by its title")
    private static let tags = Field.optional("tags", Shape<[Text]>.list(of: .line), default: [], "words to find it by")
    private static let examples = Field.optional(
        "examples", Shape<[Text]>.list(of: .line), default: [], "searches that the front page offers to try")
    private static let search = Field.optional(
        "search", Shape<Bool>.yesNo, default: true, "no keeps it out of the search")

    private static let terms = Field.optional(
        "terms", Shape<Bool>.yesNo, default: true, "no stops glossary terms from being explained where they aren't linked")
    private static let related = Field.optional(
        "related", Shape<Bool>.yesNo, default: true, "no leaves out the list of related pages at its end, and keeps it out of such lists")
}

/// A day, and where it is written.
private struct PlacedDay: Sendable {
    let day: Day
    let place: SourceRange
}
