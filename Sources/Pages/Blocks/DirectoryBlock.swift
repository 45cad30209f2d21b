import CommonMark
import Content
import Forms

struct DirectoryView {
    let name: String
    let id: String
    let title: String
    let words: [String: String]
    /// Of the headings of its groups.
    let level: Int
    let groups: [GroupView]

    struct GroupView {
        let heading: HeadingView?
        let entries: [EntryView]
    }

    struct HeadingView {
        let id: String
        let title: String
    }

    struct EntryView {
        let id: String
        let name: String
        let href: String
        let address: String?
        let email: String?
        let phone: PhoneView?
        let forHTML: String?
        let approximate: Bool
    }

    struct PhoneView {
        /// As in a `tel:` address.
        let number: String
        let text: String
    }
}

extension Directory: DataBlock {
    static let keys = [
        "directory": "groups:directoryGroup",
        "directoryGroup": "heading:heading entries:entry",
        "entry": "id name href address email phone:phone forHTML approximate",
        "phone": "number text",
    ]

    func view(_ embedding: Embedding, _ head: BlockHead, _ renderer: BlockRenderer) -> Any {
        renderer.view(self, head, embedding.file, embedding.selection)
    }
}

extension BlockRenderer {
    fileprivate func view(_ directory: Directory, _ head: BlockHead, _ file: DataFile, _ selection: Selection) -> DirectoryView {
        let shown = directory.shown(selection)
        let byGroup = Dictionary(grouping: shown) { $0.value.group?.string ?? "" }
        let grouped = directory.groups.map { group in (group, byGroup[group.id.description] ?? []) }
        let rest = shown.filter { $0.value.group == nil }
        let groups =
            [DirectoryView.GroupView(heading: nil, entries: rest.map { view($0, file) })]
            + grouped.map { group, entries in
                DirectoryView.GroupView(
                    heading: .init(id: "\(head.id)-\(group.id)", title: group.value.string),
                    entries: entries.map { view($0, file) })
            }
        return DirectoryView(
            name: head.name, id: head.id, title: head.title, words: head.words, level: head.level,
            groups: groups.filter { !$0.entries.isEmpty })
    }

    private func view(_ entry: Entry<Directory.Listing>, _ file: DataFile) -> DirectoryView.EntryView {
        let listing = entry.value
        return .init(
            id: entry.id.description, name: listing.name.string, href: listing.address ?? "",
            address: listing.url.map { shown($0.string) }, email: listing.email?.string,
            phone: listing.phone.map { .init(number: $0.string.filter { $0 != " " }, text: $0.string) },
            forHTML: listing.purpose.map { inline($0, in: file) }, approximate: listing.isApproximate)
    }

    /// A web address as people read it: without its scheme and last slash.
    private func shown(_ url: String) -> String {
        let bare = url.hasPrefix("https://") ? url.dropFirst(8) : url[...]
        return String(bare.hasSuffix("/") ? bare.dropLast() : bare)
    }
}
