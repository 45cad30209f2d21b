import Templating

/// Prints a report as one page in the site's style, which needs nothing beside it: for people who don't use Git.
package struct DiffHTML {
    private let style: [UInt8]

    /// - Parameter style: the sheet of the site's theme.
    package init(style: [UInt8]) { self.style = style }

    /// What the theme has no need of elsewhere.
    private static let own = """
        main { box-sizing: border-box; width: 100%; max-width: 60rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
        main > * + *, details > * + *, li > * + * { margin-block-start: .75rem; }
        main > h2 { margin-block-start: 2.5rem; }
        main > h3 { margin-block-start: 1.5rem; }
        main ul { padding-inline-start: 1.25rem; }
        ins, del { display: block; text-decoration: none; white-space: pre-wrap; overflow-wrap: anywhere; padding: 0 .5rem; \
        border-inline-start: .25rem solid; }
        ins { border-color: #1a7f37; }
        del { border-color: #b42318; }
        ins::before { content: "+ "; }
        del::before { content: "− "; }
        .sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr)); gap: .5rem; margin: .25rem 0; }
        """

    /// A whole page.
    package func text(_ blocks: [ReportBlock]) -> String {
        let title = blocks.lazy.compactMap { if case .heading(1, let text) = $0 { text } else { nil } }.first ?? "Nothing is different"
        let body = blocks.isEmpty ? "<h1>Nothing is different</h1>\n" : blocks.map(block).joined()
        return StandalonePage.html(title: title, style: String(decoding: style, as: UTF8.self) + "\n" + DiffHTML.own, body: body)
    }

    private func block(_ block: ReportBlock) -> String {
        switch block {
        case .heading(let level, let text): "<h\(level)>\(HTMLEscaping.escaped(text))</h\(level)>\n"
        case .paragraph(let text): "<p>\(HTMLEscaping.escaped(text))</p>\n"
        case .list(let items): "<ul>\n" + items.map(item).joined() + "</ul>\n"
        case .change(let old, let new):
            "<div class=\"sides\">\n<div>\(old.map { "<del>\(HTMLEscaping.escaped($0))</del>" }.joined())</div>\n"
                + "<div>\(new.map { "<ins>\(HTMLEscaping.escaped($0))</ins>" }.joined())</div>\n</div>\n"
        case .details(let summary, let blocks):
            "<details>\n<summary>\(HTMLEscaping.escaped(summary))</summary>\n" + blocks.map(self.block).joined() + "</details>\n"
        }
    }

    private func item(_ item: ReportItem) -> String {
        let code = item.code.map { "<br>For example: <code>\(HTMLEscaping.escaped($0))</code>" } ?? ""
        return "<li>\(HTMLEscaping.escaped(item.text))\(code)\n" + item.inner.map(block).joined() + "</li>\n"
    }
}
