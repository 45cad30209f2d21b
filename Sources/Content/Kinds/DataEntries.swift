import CommonMark
package import Diagnostics
import Forms

/// Something of a data file that has an id on the page that shows it.
package struct DataPlace: Sendable {
    /// Unique on the page.
    package let id: String
    /// Where an author chose the id.
    package let range: SourceRange
    private let name: Name

    /// The words are worked out only where they are asked for: ids are looked up far more often.
    private enum Name {
        case text(Text)
        case markdown(Markdown)
        case words(String)
    }

    /// - Parameter id: on the page, where it isn't that of the entry.
    init<Value>(_ entry: Entry<Value>, id: String? = nil, _ name: Text) {
        self.init(entry, id, .text(name))
    }

    init<Value>(_ entry: Entry<Value>, id: String? = nil, _ name: Markdown) {
        self.init(entry, id, .markdown(name))
    }

    init<Value>(_ entry: Entry<Value>, id: String? = nil, words: String) {
        self.init(entry, id, .words(words))
    }

    private init<Value>(_ entry: Entry<Value>, _ id: String?, _ name: Name) {
        self.id = id ?? entry.id.description
        range = entry.place
        self.name = name
    }

    /// What readers see there.
    package var title: String {
        switch name {
        case .text(let text): text.string
        case .markdown(let markdown): markdown.plainText()
        case .words(let words): words
        }
    }
}

/// Entries of a data file that have the same values of the fields by which an embed selects.
package struct EntryGroup: Sendable, Equatable {
    /// The value of each such field.
    package let fields: [String: String]
    /// How many entries there are in the group.
    package let count: Int

    init(_ fields: [String: String] = [:], count: Int = 1) {
        self.fields = fields
        self.count = count
    }
}
