import Content
import Decision
import Forms
import Words

/// Something on the site that is based on documents, with where readers find it.
struct SourcedStatement: Sendable {
    let title: String
    /// Of its page, below the site's root.
    let address: String
    /// Where it is on the page, with the `#`; empty for the page itself.
    var fragment = ""
    let sources: [SourceReference]
    /// The part of the site in which it is; nil for what is in none.
    var section: Section?
    /// Entries of data on a page, which name sources of their own.
    var entries: [SourcedStatement] = []

    /// A section by its page, or a questionnaire.
    struct Section: Equatable, Sendable {
        let address: String
        let title: String
    }

    /// All that it names, and what its entries name.
    var all: [SourceReference] { sources + entries.flatMap(\.all) }

    func url(from place: String) -> String { Route.relative(from: place, to: address) + fragment }
}

/// What is based on documents, worked out once: every page asks whether there is anything.
struct SourcedStatements: Sendable {
    /// The documents, cut into the pages of their list.
    let parts: [[CitedDocument]]
    /// By the names of the documents: all pages in reading order, then the outcomes of all questionnaires.
    fileprivate let byDocument: [String: [SourcedStatement]]

    init() { (parts, byDocument) = ([], [:]) }

    fileprivate init(_ statements: [SourcedStatement], _ resolved: ResolvedLibrary) {
        parts = resolved.cited(statements.flatMap(\.all)).chunks(of: Limits.listEntries)
        var byDocument: [String: [SourcedStatement]] = [:]
        for statement in statements {
            for name in Set(statement.all.map(\.document.string)) { byDocument[name, default: []].append(statement) }
        }
        self.byDocument = byDocument
    }
}

extension SiteRenderer {
    /// Whether anything on the site says what it is based on.
    var hasSources: Bool { !sourceParts.isEmpty }

    /// The documents that anything on the site is based on, cut into the pages of their list.
    var sourceParts: [[CitedDocument]] { sourced.parts }

    /// One page of that list, and what it holds in words.
    func sourceOverview(part: Int, on address: String) -> (OverviewView, String) {
        let documents = sourceParts[part]
        let items = documents.map { document in
            OverviewItemView(
                title: document.title, url: documentLinks.place(of: document, from: address)?.url,
                summary: document.read.map { "\(theme.words["sourceRead"] ?? "") \(theme.phrasebook.days.text($0))" },
                children: sections(on: document, from: address), anchor: OverviewView.anchor(document.name))
        }
        return (OverviewView(items: items), OverviewPartsView.title(from: documents.first?.title, to: documents.last?.title))
    }

    /// What is based on a document, by the sections of the site. What is alone in its section has no heading.
    private func sections(on document: CitedDocument, from address: String) -> OverviewView? {
        let all = sourced.byDocument[document.name] ?? []
        var items: [OverviewItemView] = []
        for group in all.chunks(by: \.section) {
            guard let section = group[0].section, group.count > 1 || group[0].entries.count > 1 else {
                items += group.compactMap { overview(of: [$0], on: document, from: address)?.items.first }.map(folded)
                continue
            }
            let url = Route.relative(from: address, to: section.address)
            let isOwn = group[0].url(from: address) == url
            var item = isOwn ? overview(of: [group[0]], on: document, from: address)?.items.first : nil
            let others = overview(of: isOwn ? Array(group.dropFirst()) : group, on: document, from: address)?.items ?? []
            let below = (item?.children?.items ?? []) + others
            item = item ?? OverviewItemView(title: section.title, url: url)
            item?.children = below.isEmpty ? nil : OverviewView(items: below)
            item?.anchor = OverviewView.anchor(document.name, section.address)
            items += [item].compactMap { $0 }.map(folded)
        }
        return items.isEmpty ? nil : OverviewView(items: items)
    }

    /// Closed where it is long: a reader of the list sees first which parts of the site rest on a document.
    private func folded(_ item: OverviewItemView) -> OverviewItemView {
        guard item.countBelow > Limits.shownStatements else { return item }
        var item = item
        item.fold = theme.phrasebook.text(
            .pattern("sourceFold", ["count": .number(Quantity(units: item.countBelow, decimals: 0, unit: nil))]))
        return item
    }

    /// What is based on a document.
    private func overview(of statements: [SourcedStatement], on document: CitedDocument, from address: String) -> OverviewView? {
        let based = statements.filter { statement in statement.all.contains { $0.document.string == document.name } }
        let items = based.map { statement in
            let parts = resolved.cited(statement.sources.filter { $0.document.string == document.name }).first?.parts ?? []
            let names = parts.compactMap(\.section)
            return OverviewItemView(
                title: statement.title, url: statement.url(from: address), summary: names.isEmpty ? nil : names.joined(separator: "; "),
                children: overview(of: statement.entries, on: document, from: address))
        }
        return items.isEmpty ? nil : OverviewView(items: items)
    }

    /// Everything on the site that says what it is based on.
    var sourcedStatements: SourcedStatements {
        let pages = tree.order.filter { library.isListed(library.pages[$0]) }.map { number in
            let page = resolved.pages[number]
            let address = page.page.path.address
            return SourcedStatement(
                title: page.page.title, address: address, sources: resolved.ownSources(of: page),
                section: tree.section(of: number).map { library.pages[$0] }.map { .init(address: $0.path.address, title: $0.title) },
                entries: resolved.sourcedEntries(of: page).map { entry, place in
                    SourcedStatement(
                        title: place?.title ?? page.page.title,
                        address: place.map { blockParts.address(of: address, at: $0.id) } ?? address,
                        fragment: place.map { "#\(Route.encoded($0.id))" } ?? "", sources: entry.sources)
                })
        }
        let questionnaires = questionnaires.map { diagram in
            let start = QuestionnaireFiles.address(of: diagram.questionnaire.name)
            return SourcedStatement(
                title: diagram.questionnaire.title.string, address: start, sources: [],
                section: .init(address: start, title: diagram.questionnaire.title.string),
                entries: diagram.questionnaire.outcomes.map {
                    SourcedStatement(title: $0.title.string, address: start + "policy/", fragment: "#outcome-\($0.id)", sources: $0.sources)
                })
        }
        return SourcedStatements(pages + questionnaires, resolved)
    }
}
