import CommonMark
import Content
import Decision
import Forms

extension SiteRenderer {
    /// The text of a page with its data, its outline, and what is known about it.
    func fillContent(of number: Int, _ view: inout PageView) {
        let page = library.pages[number]
        let address = page.path.address
        let text = resolved.pages[number].text
        var resolution = filled(text, of: number, on: address)
        // The front page starts with its questionnaires, wherever in the text they stand.
        if page.frontMatter.layout == .home {
            for index in text.embeds.indices where text.embeds[index].questionnaire != nil { resolution.embeds[index] = [] }
            fillFront(of: number, text.embeds.compactMap { questionnaire(of: $0) }, &view)
        }
        switch page.frontMatter.layout {
        case .page, .list:
            let html = String(decoding: page.body.html(resolution), as: UTF8.self)
            view.contentHTML = html.isEmpty ? nil : html
            view.outline = outline(page.body)
        case .tabs, .home:
            let split = page.body.parts(level: 2, resolution)
            view.contentHTML = split.before.isEmpty ? nil : String(decoding: split.before, as: UTF8.self)
            view.parts = split.parts.map { part in
                PartView(
                    id: part.heading.id, title: part.heading.text,
                    titleHTML: String(decoding: part.titleHTML, as: UTF8.self),
                    contentHTML: String(decoding: part.contentHTML, as: UTF8.self))
            }
        }
        // Lists of what readers need lead further than a list of sections, and one of the two is enough.
        if page.frontMatter.layout == .home, view.parts.isEmpty { fillSections(&view, on: address) }
        if library.settings.explainsTerms, page.frontMatter.explainsTerms { explainTerms(on: address, &view) }
        view.sources = documentLinks.view(resolved.sources(of: resolved.pages[number]), on: address)
        view.facts = facts(of: resolved.pages[number])
        view.offers = offers(on: number)
        view.related = relatedPages(to: number)
        view.structuredData = structuredData(of: number, text.embeddings)
    }

    /// The sections of the site, as far as a front page holds them.
    private func fillSections(_ view: inout PageView, on address: String) {
        view.sections = tree.top.prefix(Limits.frontSections).map { sectionCard($0, on: address) }
        if tree.top.count > Limits.frontSections { view.allSectionsURL = Route.relative(from: address, to: OverviewPage.pages.address) }
    }

    /// Explains terms of the glossaries at their first use, in the order in which they are read.
    func explainTerms(on address: String, _ view: inout PageView) {
        guard !resolver.terms.isEmpty else { return }
        var terms = FirstTerms(resolver.terms) { page in
            let other = library.pages[page].path.address
            return other == address ? nil : Route.relative(from: address, to: other)
        }
        for html in [view.contentHTML].compactMap({ $0 }) + view.parts.map(\.contentHTML) { terms.note(html) }
        view.contentHTML = view.contentHTML.map { terms.linked($0) }
        view.parts = view.parts.map { part in
            PartView(id: part.id, title: part.title, titleHTML: part.titleHTML, contentHTML: terms.linked(part.contentHTML))
        }
    }

    /// What stands in the places of a text's links, values and embeds when it is printed at an address.
    ///
    /// - Parameter number: of the page in whose text they are.
    func filled(_ text: ResolvedText, of number: Int, on address: String) -> Resolution {
        var resolution = resolver.resolution(of: text, on: address, home: library.pages[number].path.address)
        var blocks = BlockRenderer(theme: theme, resolver: resolver, address: address)
        var place = 0
        resolution.embeds = zip(text.markdown.embeds, text.embeds).map { embed, found in
            questionnaire(of: found).map { QuestionnaireRenderer(self, $0).embed(on: address, isFront: false) }
                ?? Array(
                    found.data.map { embedding in
                        blocks.shown = blockParts[number, place]?.shown(0, on: address)
                        place += 1
                        return blocks.html(embedding, level: text.markdown.level(at: embed))
                    }.joined())
        }
        return resolution
    }

    /// The questionnaire that an embed puts into a page.
    private func questionnaire(of embed: ResolvedEmbed) -> DecisionDiagram? {
        embed.questionnaire.flatMap { name in questionnaires.first { $0.questionnaire.name == name } }
    }

    /// The headings of the second and third level; nil for fewer than two, which need no list.
    private func outline(_ body: Markdown) -> OutlineView? {
        var items: [OutlineItemView] = []
        for heading in body.headings {
            if heading.level == 2 {
                items.append(OutlineItemView(id: heading.id, title: heading.text))
            } else if heading.level == 3, let last = items.indices.last {
                let item = OutlineItemView(id: heading.id, title: heading.text)
                items[last].children = OutlineView(items: (items[last].children?.items ?? []) + [item])
            }
        }
        return items.count < 2 ? nil : OutlineView(items: items)
    }
}
