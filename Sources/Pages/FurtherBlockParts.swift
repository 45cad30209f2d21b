package import Content
import Forms

extension SiteRenderer {
    /// The pages with the later parts of tables and lists that are longer than a page.
    func furtherBlockParts() -> [RenderedFile] {
        blockParts.blocks.flatMap { block in block.parts.indices.dropFirst().map { file(part: $0, of: block) } }
    }

    private func file(part: Int, of block: LongBlock) -> RenderedFile {
        let page = block.page
        let address = block.address(of: part)
        let number = library.pageNumber(file: page.path.file)
        let title = "\(block.embedding.file.title.string) (\(part + 1))"
        var view = furtherPage(title, of: page, at: address)
        let blocks = BlockRenderer(theme: theme, resolver: resolver, address: address, shown: block.shown(part, on: address))
        view.contentHTML = String(decoding: blocks.html(block.embedding, level: 2), as: UTF8.self)
        if library.settings.explainsTerms, page.frontMatter.explainsTerms { explainTerms(on: address, &view) }
        let html = theme.render("page", layout(view, at: address, section: number.flatMap(tree.section)))
        return RenderedFile(path: Route.file(address), bytes: html)
    }

    /// What is published in parts, for those who build.
    var blockNotes: [String] {
        blockParts.blocks.map { block in
            "\(block.embedding.file.path) is shown on \(block.parts.count) pages of at most \(Limits.blockRows) rows: /\(block.page.path.address) "
                + "and those that it links to"
        }
    }

    /// What is on one page however long it is, because its kind isn't published in parts.
    var wholeNotes: [String] {
        resolved.pages.flatMap { page in
            page.text.embeddings.compactMap { embedding in
                guard let block = embedding.file.body as? any DataBlock, !type(of: block).hasParts else { return nil }
                let count = embedding.ids.count
                guard count > Limits.wholeEntries else { return nil }
                return "\(embedding.file.path) puts \(count) entries on one page, /\(page.page.path.address), which phones load slowly: "
                    + "divide it into several files"
            }
        }
    }

    /// Where a page, or a place on it, is published: below the root of the site, percent-encoded.
    package func address(of page: Page, at anchor: String?) -> String {
        Route.encoded(blockParts.address(of: page.path.address, at: anchor)) + (anchor.map { "#" + Route.encoded($0) } ?? "")
    }
}
