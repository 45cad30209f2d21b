import CommonMark
import Content
import Forms
import Templating

struct DirectoryView: TemplateView {
    let groups: [GroupView]

    /// Whether several entries have no address of their own, which is then said once.
    private var isApproximate: Bool { groups.flatMap(\.entries).count(where: \.approximate) > 1 }

    static let fields = TemplateFields<Self>([.flag("isApproximate") { $0.isApproximate }, .list("groups") { $0.groups }])

    struct GroupView: TemplateView {
        let heading: HeadingView?
        let entries: [EntryView]

        static let fields = TemplateFields<Self>([.object("heading") { $0.heading }, .list("entries") { $0.entries }])
    }

    struct HeadingView: TemplateView {
        let id: String
        let title: String

        static let fields = TemplateFields<Self>([.text("id") { $0.id }, .text("title") { $0.title }])
    }

    struct EntryView: TemplateView {
        let id: String
        let name: String
        let href: String
        let address: String?
        let email: String?
        let phone: PhoneView?
        let forHTML: String?
        let approximate: Bool

        static let fields = TemplateFields<Self>([
            .text("id") { $0.id }, .text("name") { $0.name }, .text("href") { $0.href }, .text("address") { $0.address },
            .text("email") { $0.email }, .object("phone") { $0.phone }, .text("forHTML") { $0.forHTML },
            .flag("approximate") { $0.approximate },
        ])
    }

    struct PhoneView: TemplateView {
        /// As in a `tel:` address.
        let number: String
        let text: String

        static let fields = TemplateFields<Self>([.text("number") { $0.number }, .text("text") { $0.text }])
    }
}

extension Directory: DataBlock {
    func view(_ embedding: Embedding, _ head: BlockHead, _ renderer: BlockRenderer) -> DirectoryView {
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
