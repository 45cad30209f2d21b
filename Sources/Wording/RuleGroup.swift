import Decision
import Diagnostics

/// The rows of a table in the groups in which their author wrote them.
indirect enum RuleItem {
    /// A row by its index.
    case row(Int)
    case group(RuleGroup)

    /// All rows in it.
    var rows: [Int] {
        switch self {
        case .row(let row): [row]
        case .group(let group): group.items.flatMap(\.rows)
        }
    }
}

/// Rows under a condition that all of them share.
struct RuleGroup {
    let condition: Condition
    let items: [RuleItem]

    /// - Parameter rows: those that are wanted.
    static func items(of table: RuleTable, rows: Range<Int>, depth: Int = 0) -> [RuleItem] {
        var items: [RuleItem] = []
        var next = rows.lowerBound
        while next < rows.upperBound {
            let row = table.rows[next]
            guard row.guards.count > depth else {
                items.append(.row(next))
                next += 1
                continue
            }
            // Rows of one group share the place of its condition.
            let condition = row.guards[depth].condition
            let end = rows[next...].first { !isIn(condition, table.rows[$0], depth) } ?? rows.upperBound
            items.append(.group(RuleGroup(condition: condition, items: self.items(of: table, rows: next..<end, depth: depth + 1))))
            next = end
        }
        return items
    }

    static func isIn(_ condition: Condition, _ row: Row, _ depth: Int) -> Bool {
        row.guards.count > depth && row.guards[depth].condition.firstPlace == condition.firstPlace
    }
}

extension Condition {
    /// Where its first entry is written.
    fileprivate var firstPlace: Int? {
        var place: Int?
        forEachTest { if place == nil { place = $0.place.bytes.lowerBound } }
        return place
    }
}
