package import CommonMark
import Forms

/// A piece of Markdown with the file in which it stands, against which its links are read.
package struct AuthoredText: Sendable {
    package let markdown: Markdown
    /// Below `Content/`: `data/tools.yaml`.
    package let file: String

    package init(markdown: Markdown, file: String) {
        self.markdown = markdown
        self.file = file
    }
}

extension DataFile {
    /// The path of the file below `Content/`.
    package var path: String { "data/\(name).yaml" }

    /// All files below `Content/` that it is made of.
    package var paths: [String] {
        guard case .table(let table) = body, let spreadsheet = table.spreadsheet else { return [path] }
        return [path, "data/\(spreadsheet)"]
    }

    /// Every piece of Markdown in the file, in written order.
    package var texts: [Markdown] {
        let own: [Markdown?] =
            switch body {
            case .actions(let actions):
                actions.arrangements.map(\.value.hint)
                    + actions.needs.flatMap { need in [need.value.hint] + need.value.paths.flatMap(\.value.texts) }
            case .checklist(let checklist):
                [checklist.note] + checklist.items.flatMap { [$0.value.item, $0.value.why] }
            case .comparison(let comparison):
                comparison.rows.flatMap { [$0.value.label] + $0.value.cells.map(\.value.text) }
                    + comparison.notes.map(\.value)
            case .directory(let directory): directory.entries.map(\.value.purpose)
            case .faq(let faq): faq.groups.flatMap { $0.value.questions.map(\.value.answer) }
            case .glossary(let glossary): glossary.terms.flatMap { [$0.value.definition, $0.value.see] }
            case .products(let products):
                products.groups.flatMap { $0.value.products.map(\.value.note) } + [products.nothingFound]
            case .table(let table): table.rows.flatMap { $0.cells.map { $0?.text } }
            case .values(let values): values.values.map(\.value.note)
            }
        return ([summary] + own).compactMap { $0 }
    }
}

extension Actions.Path {
    fileprivate var texts: [Markdown] {
        switch self {
        case .text(let text): [text]
        case .steps(let steps): steps
        }
    }
}

extension Table.Cell {
    fileprivate var text: Markdown? {
        switch self {
        case .text(let text), .link(let text): text
        case .number, .date, .choice: nil
        }
    }
}

extension Page {
    var text: AuthoredText { AuthoredText(markdown: body, file: path.file) }
}

extension Library {
    /// Every piece of Markdown on the site: pages, data files, the notice.
    package var texts: [AuthoredText] {
        pages.map(\.text) + textsBesidePages
    }

    /// Those that stand on no page of their own.
    var textsBesidePages: [AuthoredText] {
        data.flatMap { file in file.texts.map { AuthoredText(markdown: $0, file: file.path) } }
            + [settings.notice].compactMap { $0 }.map { AuthoredText(markdown: $0, file: "site.yaml") }
    }
}
