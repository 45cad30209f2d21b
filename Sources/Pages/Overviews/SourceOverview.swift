import Content
import Decision
import Forms
import Words

/// Something on the site that is based on documents, with where readers find it.
private struct Statement {
    let title: String
    let url: String
    let sources: [SourceReference]
    /// Entries of data on a page, which name sources of their own.
    var entries: [Statement] = []

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
                children: overview(of: statements, on: document))
        }
        return (OverviewView(items: items), OverviewPartsView.title(from: documents.first?.title, to: documents.last?.title))
    }

    /// What is based on a document.
    private func overview(of statements: [Statement], on document: CitedDocument) -> OverviewView? {
        let items = statements.filter { statement in statement.all.contains { $0.document.string == document.name } }.map { statement in
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
                entries: diagram.questionnaire.outcomes.map {
                    Statement(title: $0.title.string, url: "\(policy)#outcome-\($0.id)", sources: $0.sources)
                })
        }
        return pages + questionnaires
    }
}
