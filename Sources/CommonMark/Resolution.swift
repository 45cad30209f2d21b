/// What a site decided about the open ends of a text: where links go, what embeds show, what values say that were open when
/// the text was read.
///
/// The arrays run parallel to those of `Markdown`; a missing or nil entry means "as written".
package struct Resolution: Sendable {
    /// Where links and images go.
    package var links: [ResolvedLink?]
    /// What values say that were open when the text was read, by their names.
    package var names: [String: NameWording]
    /// HTML, printed as it is.
    package var embeds: [[UInt8]?]
    /// What embeds say in plain text; nothing unless it is set.
    package var embedWords: [String] = []
    /// The words that Waymark itself adds, in the language of the page.
    package var words: Words

    /// Nothing given means nothing decided.
    package init(
        links: [ResolvedLink?] = [], names: [String: NameWording] = [:], embeds: [[UInt8]?] = [], words: Words = .english
    ) {
        self.links = links
        self.names = names
        self.embeds = embeds
        self.words = words
    }

    /// Nothing decided: links go where the author wrote, as the `cmark` program prints them in its safe mode.
    package static let asWritten = Resolution()
}

/// What is printed in the place of a value that only the printing of a text can know.
package enum NameWording: Sendable, Hashable {
    case text(String)
    /// Printed as it is; where no element can be, its name is.
    case html(String)
}

/// Where a link goes.
package struct ResolvedLink: Sendable, Hashable {
    /// What kind of place it is.
    package enum Kind: Sendable, Hashable {
        /// Of the same site.
        case inside
        /// Of another site: marked `rel="external"`.
        case outside
        /// An entry of a glossary, to be explained where the fact comes from: marked `class="term"`. With the full words where the
        /// link says a short form, so that print can write them out.
        case term(full: String?)
        /// Nowhere: only its text is printed.
        case broken
    }

    /// Printed percent-encoded where needed and escaped, and not looked at otherwise: its scheme is the caller's.
    package var url: String
    /// Takes the place of the link's own text: for autolinks such as `<tool:warranty-finder>`.
    package var text: String?
    /// How the link is marked.
    package var kind: Kind
    /// Of an image, if it is known: the page keeps its place free.
    package var size: PixelSize?

    /// A link inside the site unless said otherwise.
    package init(url: String, text: String? = nil, kind: Kind = .inside, size: PixelSize? = nil) {
        self.url = url
        self.text = text
        self.kind = kind
        self.size = size
    }
}

/// The size of an image, in CSS pixels.
package struct PixelSize: Sendable, Hashable {
    /// In pixels, as stored in the file.
    package let width: Int
    /// In pixels, as stored in the file.
    package let height: Int

    /// Read from the file of a picture, so that browsers can keep room for it.
    package init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }
}

/// The words that are on a page without having been written by its author.
package struct Words: Sendable, Hashable {
    /// The titles of the callouts.
    package var note = "Note"
    /// `> [!TIP]`.
    package var tip = "Tip"
    /// `> [!IMPORTANT]`.
    package var important = "Important"
    /// `> [!WARNING]`.
    package var warning = "Warning"
    /// `> [!CAUTION]`.
    package var caution = "Caution"
    /// The name of the list of footnotes, for people who hear the page.
    package var footnotes = "Footnotes"
    /// Followed by the number of the footnote.
    package var backToReference = "Back to reference"
    /// The names of boxes to tick.
    package var taskOpen = "Not done"
    /// A box that is ticked.
    package var taskDone = "Done"
    /// Followed by a colon and the table's headings.
    package var table = "Table"

    /// English.
    package init() {}
    /// What is used where a site gives no other words.
    package static let english = Words()
}
