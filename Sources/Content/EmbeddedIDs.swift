import CommonMark
package import Diagnostics
import Forms

extension Embedding {
    /// The ids that the block puts on a page, with the places where authors chose them: those of its entries, of the
    /// groups in which they stand, of its notes and of headings in its texts.
    package var ids: [(id: String, place: SourceRange)] {
        entries.map { ($0.0.description, $0.1) } + parts
            + texts.flatMap { text in text.headings.map { ($0.id, text.range(of: $0)) } }
    }

    private var entries: [(Identifier, SourceRange)] {
        switch file.body {
        case .actions(let actions): actions.needs.filter { selection.admits("need", $0.id) }.map { ($0.id, $0.place) }
        case .checklist(let checklist): checklist.items.map { ($0.id, $0.place) }
        case .comparison(let comparison): comparison.rows.map { ($0.id, $0.place) }
        case .directory(let directory): shown(directory).map { ($0.id, $0.place) }
        case .faq(let faq):
            faq.groups.filter { selection.admits("group", $0.id) }.flatMap { group in
                [(group.id, group.place)] + group.value.questions.map { ($0.id, $0.place) }
            }
        case .glossary(let glossary): glossary.terms.map { ($0.id, $0.place) }
        case .products(let products): shown(products).flatMap { $0.value.products.map { ($0.id, $0.place) } }
        case .table, .values: []
        }
    }

    /// Groups and notes, whose ids are known in their file only and so carry its name on a page.
    private var parts: [(String, SourceRange)] {
        switch file.body {
        case .comparison(let comparison): comparison.notes.map { (noteID($0.id), $0.place) }
        case .directory(let directory):
            shownGroups(of: directory).map { (groupID($0.id), $0.place) }
        case .products(let products): shown(products).map { (groupID($0.id), $0.place) }
        case .actions, .checklist, .faq, .glossary, .table, .values: []
        }
    }

    /// The texts that are shown and can have headings.
    var texts: [Markdown] {
        switch file.body {
        case .actions(let actions):
            actions.needs.filter { selection.admits("need", $0.id) }.flatMap(\.value.paths)
                .filter { selection.admits("arrangement", $0.id) }.compactMap(\.value.text)
        case .checklist(let checklist): ([checklist.note] + checklist.items.map(\.value.why)).compactMap { $0 }
        case .faq(let faq):
            faq.groups.filter { selection.admits("group", $0.id) }.flatMap { $0.value.questions.map(\.value.answer) }
        case .glossary(let glossary): glossary.terms.map(\.value.definition)
        case .comparison, .directory, .products, .table, .values: []
        }
    }

    private func shownGroups(of directory: Directory) -> [Entry<Text>] {
        let used = Set(shown(directory).compactMap { $0.value.group?.string })
        return directory.groups.filter { used.contains($0.id.description) }
    }

    private func shown(_ directory: Directory) -> [Entry<Directory.Listing>] {
        directory.entries.filter { directory.admits($0.value, selection) }
    }

    private func shown(_ products: Products) -> [Entry<Products.Group>] {
        products.groups.filter { products.admits($0.value, selection) }
    }

    /// The id of a group's heading.
    func groupID(_ group: Identifier) -> String { "\(blockID)-\(group)" }

    /// The id of a note below a comparison.
    private func noteID(_ note: Identifier) -> String { "\(blockID)-note-\(note)" }
}

extension Actions.Path {
    fileprivate var text: Markdown? { if case .text(let text) = self { text } else { nil } }
}
