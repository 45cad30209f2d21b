import Content
import Decision
import Forms
import Words

/// Something on the site that is based on documents, with where readers find it.
private struct Statement {
    let title: String
    let url: String
    let sources: [SourceReference]
    /// The part of the site in which it is; nil for what is in none.
    var section: Section?
    /// Entries of data on a page, which name sources of their own.
    var entries: [Statement] = []

    /// A section by its page, or a questionnaire.
    struct Section: Equatable {
        let address: String
        let title: String
    }

    /// All that it names, and what its entries name.
    var all: [SourceReference] { sources + entries.flatMap(\.all) }
}

extension SiteRenderer {
    /// Whether anything on the site says what it is based on.
    var hasSources: Bool { !sourceParts.isEmpty }

    /// All documents, worked out once: every page asks whether there are any.
    var sources: [CitedDocument] { resolved.cited(statements(from: OverviewPage.sources.address).flatMap(\.all)) }

    /// One page of that list, and what it holds in words.
    func sourceOverview(part: Int, on address: String) -> (OverviewView, String) {
        let documents = sourceParts[part]
        let statements = statements(from: address)
        let items = documents.map { document in
            OverviewItemView(
                title: document.title, url: documentLinks.place(of: document, from: address)?.url,
                summary: document.read.map { "\(theme.words["sourceRead"] ?? "") \(theme.phrasebook.days.text($0))" },
                children: sections(of: statements, on: document, from: address), anchor: OverviewView.anchor(document.name))
        }
        return (OverviewView(items: items), OverviewPartsView.title(from: documents.first?.title, to: documents.last?.title))
    }

    /// What is based on a document, by the sections of the site. What is alone in its section has no heading.
    private func sections(of statements: [Statement], on document: CitedDocument, from address: String) -> OverviewView? {
        let all = based(statements, on: document)
        var items: [OverviewItemView] = []
        for group in all.chunks(by: \.section) {
            guard let section = group[0].section, group.count > 1 || group[0].entries.count > 1 else {
                items += group.compactMap { overview(of: [$0], on: document)?.items.first }
                continue
            }
            let url = Route.relative(from: address, to: section.address)
            let isOwn = group[0].url == url
            var item = isOwn ? overview(of: [group[0]], on: document)?.items.first : nil
            let others = overview(of: isOwn ? Array(group.dropFirst()) : group, on: document)?.items ?? []
            let below = (item?.children?.items ?? []) + others
            item = item ?? OverviewItemView(title: section.title, url: url)
            item?.children = below.isEmpty ? nil : OverviewView(items: below)
            item?.anchor = OverviewView.anchor(document.name, section.address)
            items += [item].compactMap { $0 }
        }
        return items.isEmpty ? nil : OverviewView(items: items)
    }

    private func based(_ statements: [Statement], on document: CitedDocument) -> [Statement] {
        statements.filter { statement in statement.all.contains { $0.document.string == document.name } }
    }

    /// What is based on a document.
    private func overview(of statements: [Statement], on document: CitedDocument) -> OverviewView? {
        let items = based(statements, on: document).map { statement in
            let parts = resolved.cited(statement.sources.filter { $0.document.string == document.name }).first?.parts ?? []
            let names = parts.compactMap(\.section)
            return OverviewItemView(
                title: statement.title, url: statement.url, summary: names.isEmpty ? nil : names.joined(separator: "; "),
                children: overview(of: statement.entries, on: document))
        }
        return items.isEmpty ? nil : OverviewView(items: items)
    }

    /// All pages in reading order, then the outcomes of all questionnaires.
    private func statements(from address: String) -> [Statement] {
        let pages = tree.order.filter { library.isListed(library.pages[$0]) }.map { number in
            let page = resolved.pages[number]
            let url = Route.relative(from: address, to: page.page.path.address)
            return Statement(
                title: page.page.title, url: url, sources: resolved.ownSources(of: page),
                section: tree.section(of: number).map { library.pages[$0] }.map { .init(address: $0.path.address, title: $0.title) },
                entries: resolved.sourcedEntries(of: page).map { entry, place in
                    Statement(
                        title: place?.title ?? page.page.title,
                        url: place.map { place in
                            let part = blockParts.address(of: page.page.path.address, at: place.id)
                            return Route.relative(from: address, to: part) + "#\(Route.encoded(place.id))"
                        } ?? url,
                        sources: entry.sources)
                })
        }
        let questionnaires = questionnaires.map { diagram in
            let start = QuestionnaireFiles.address(of: diagram.questionnaire.name)
            let policy = Route.relative(from: address, to: start + "policy/")
            return Statement(
                title: diagram.questionnaire.title.string, url: Route.relative(from: address, to: start), sources: [],
                section: .init(address: start, title: diagram.questionnaire.title.string),
                entries: diagram.questionnaire.outcomes.map {
                    Statement(title: $0.title.string, url: "\(policy)#outcome-\($0.id)", sources: $0.sources)
                })
        }
        return pages + questionnaires
    }
}
