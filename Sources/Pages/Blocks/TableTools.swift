import Templating

/// What readers do with the rows of a table, where there are enough of them. Its room is on the page before the script is.
struct TableToolsView: TemplateView {
    /// Whether readers filter the rows.
    let filters: Bool
    /// Whether readers sort by a column.
    let sorts: Bool

    static let fields = TemplateFields<Self>([.flag("filters") { $0.filters }, .flag("sorts") { $0.sorts }])

    /// Fewer rows are seen at a glance.
    static let sortedFrom = 4
    static let filteredFrom = 8
}
