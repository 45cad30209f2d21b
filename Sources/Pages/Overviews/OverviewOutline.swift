/// The contents list of a page that is a long list itself.
extension OverviewView {
    /// The entries that have an id, with those below them that have one; nil for a list that is seen at a glance.
    var outline: OutlineView? {
        guard count > OverviewView.seenAtOnce else { return nil }
        let items = anchored
        let all = items.reduce(items.count) { $0 + ($1.children?.items.count ?? 0) }
        return all > 1 ? OutlineView(items: items) : nil
    }

    /// All entries, whatever they are below.
    private var count: Int { items.reduce(items.count) { $0 + ($1.children?.count ?? 0) } }

    private var anchored: [OutlineItemView] {
        items.compactMap { item in
            item.anchor.map { anchor in
                let below = item.children?.anchored ?? []
                return OutlineItemView(id: anchor, title: item.title, children: below.isEmpty ? nil : OutlineView(items: below))
            }
        }
    }

    /// About two screens.
    private static let seenAtOnce = 40

    /// An id made of a name or address, the same as long as that is. It begins as no id of a theme does.
    static func anchor(_ names: String...) -> String {
        let parts = ["list"] + names.flatMap { $0.lowercased().split { !$0.isLetter && !$0.isNumber } }.map(String.init)
        return parts.joined(separator: "-")
    }
}
