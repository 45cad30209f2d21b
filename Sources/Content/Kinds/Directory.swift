package import CommonMark
package import Diagnostics
package import Forms
import YAML

/// Tools, contacts and links: each address is here once and is named elsewhere as `tool:ID`.
package struct Directory: Sendable {
    /// The headings by which the entries are grouped.
    package let groups: [Entry<Text>]
    /// In the order of the file.
    package let entries: [Entry<Listing>]

    /// What an entry is; also the scheme of links to it.
    package enum Kind: String, CaseIterable, Sendable {
        case tool, contact, link

        var meaning: String { "named in texts as \(rawValue):ID" }
    }

    /// One tool, contact or link.
    package struct Listing: Sendable {
        /// Decides the scheme of links to it.
        package let kind: Kind
        /// The text of links without words of their own.
        package let name: Text
        /// An address of http or https.
        package let url: Text?
        /// An e-mail address.
        package let email: Text?
        /// A telephone number, with the spaces of its author.
        package let phone: Text?
        /// Whether an address is written that cannot be one, about which there is a message.
        let hasFaultyAddress: Bool
        /// What it is for.
        package let purpose: Markdown?
        /// The id of a group.
        package let group: Text?
        /// The source gives only the name, so the address is the vendor's front page.
        package let isApproximate: Bool
        /// The day on which a document was last read, for what is based on it.
        package let read: Day?
        /// What the entry is based on.
        package let sources: [SourceReference]
        /// Where the entry is written, for messages.
        package let range: SourceRange

        /// The address that a link to the entry leads to.
        package var address: String? {
            url?.string ?? email.map { "mailto:" + $0.string } ?? phone.map { "tel:" + $0.string.filter { $0 != " " } }
        }
    }

    private static let url: Field<Written<Text>?> = .optional("url", Shape.webAddress.orFaulty, "its web address")
    private static let email: Field<Written<Text>?> = .optional("email", Shape.email.orFaulty, "its e-mail address")
    private static let phone: Field<Written<Text>?> = .optional("phone", Shape.phone.orFaulty, "its telephone number")

    static let listing = Shape<Listing>.record(
        .required("is", .choice(meaning: \.meaning), "tool, contact or link"),
        .required("name", .line, "the name that links show"),
        url, email, phone,
        .optional("for", .inline, "what it is for"),
        .optional("group", .line, "the id of a group above"),
        .optional(
            "approximate", .yesNo, default: false,
            "yes if only the name is known and the address is the owner's front page"),
        .optional("read", .date, "the day on which a document was last read: statements can name it as their source"), SourceReference.field
    ) { range, kind, name, url, email, phone, purpose, group, isApproximate, read, sources in
        Listing(
            kind: kind, name: name, url: url?.value, email: email?.value, phone: phone?.value,
            hasFaultyAddress: isFaulty(url) || isFaulty(email) || isFaulty(phone), purpose: purpose, group: group,
            isApproximate: isApproximate, read: read, sources: sources, range: range)
    }.bound(by: .atLeastOne(["url", "email", "phone"]))

    private static func isFaulty(_ address: Written<Text>?) -> Bool {
        if let address { address.value == nil } else { false }
    }

    static let groups = Field.optional(
        "groups", .entries(of: Shape<Text>.line), default: [], "headings for the entries, each under an id")
    static let entries = Field.required("entries", .entries(of: listing), "the entries, each under an id")
}

extension Directory: DataBody {
    package static let name = "directory"
    package static let meaning = "tools, contacts and links, each address once"

    package static let shape: Shape<DataContent> = .record(
        DataHead.kind(Directory.self), DataHead.title, DataHead.summary, DataHead.sources, DataHead.addedBy, groups, entries
    ) { _, _, title, summary, sources, addedBy, groups, entries in
        DataContent(title, summary, sources, addedBy, Directory(groups: groups, entries: entries))
    }

    package var texts: [Markdown?] { entries.map(\.value.purpose) }

    package var selectable: [String: Set<String>] {
        ["group": Set(groups.map(\.id.description)), "is": Set(entries.map(\.value.kind.rawValue))]
    }

    package var counted: [EntryGroup] {
        entries.map { EntryGroup(["is": $0.value.kind.rawValue, "group": $0.value.group?.string ?? ""]) }
    }

    /// The entries that a selection wants.
    package func shown(_ selection: Selection) -> [Entry<Listing>] {
        entries.filter {
            selection.admits("is", $0.value.kind.rawValue) && selection.admits("group", $0.value.group?.string ?? "")
        }
    }

    /// A document is what others are based on.
    package func sourced(_ selection: Selection) -> [SourcedEntry]? {
        shown(selection).filter { $0.value.read == nil }.map { SourcedEntry($0, $0.value.sources) }
    }

    package func places(in embedding: Embedding) -> [DataPlace] {
        let entries = shown(embedding.selection)
        let used = Set(entries.compactMap { $0.value.group?.string })
        return entries.map { DataPlace($0, $0.value.name) }
            + groups.filter { used.contains($0.id.description) }
            .map { DataPlace($0, id: embedding.ownID($0.id.description), $0.value) }
    }

    package func content(_ selection: Selection, title: String) -> BlockContent {
        BlockContent(
            shown(selection).map { entry in
                let listing = entry.value
                let addresses = [listing.email, listing.phone].map { BlockPart(line: $0?.string) }
                return BlockItem(listing.kind.found, entry.id, .line(listing.name.string), [BlockPart(listing.purpose)] + addresses)
            })
    }

    /// The ids of all directories are checked together, as links find an entry by its id alone.
    package static func isKnownDouble(_ second: Embedding, _ first: Embedding) -> Bool { first.file.name != second.file.name }

    package static let start = """
        entries:
          front-page:
            is: link                  # tool, contact or link; texts name it as [words](link:front-page)
            name: Our front page
            url: https://www.example.org/
            for: Everything else.
          desk:
            is: contact
            name: Service desk
            email: desk@example.org
            for: Questions that nothing here answers.

        """
}

extension DataKind {
    static let directory = DataKind(Directory.self)
}

extension Directory.Kind {
    fileprivate var found: BlockItem.Kind {
        switch self {
        case .tool: .tool
        case .contact: .contact
        case .link: .link
        }
    }
}
