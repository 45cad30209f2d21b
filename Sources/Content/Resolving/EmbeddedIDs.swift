import CommonMark
package import Diagnostics
import Forms

extension Embedding {
    /// What gets an id on the page, apart from headings of texts.
    var places: [DataPlace] { file.body.places(in: self) }

    /// The ids that the block puts on a page, with the places where authors chose them: those of its entries, of the
    /// groups in which they are, of its notes and of headings in its texts.
    package var ids: [(id: String, place: SourceRange)] {
        places.map { ($0.id, $0.range) } + texts.flatMap { text in text.headings.map { ($0.id, text.range(of: $0)) } }
    }

    /// The name of an entry, a group of entries or a heading of its texts, by its id on the page.
    func title(of id: String) -> String? {
        places.first { $0.id == id }?.title ?? texts.flatMap(\.headings).first { $0.id == id }?.text
    }

    /// The texts that are shown and can have headings.
    private var texts: [Markdown] { file.body.longTexts(selection) }

    /// The id of a group or note, which is known in its file only and so carries the file's name on a page.
    package func ownID(_ part: String) -> String { "\(blockID)-\(part)" }
}
