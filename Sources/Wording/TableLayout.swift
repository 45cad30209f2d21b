import Decision
import Words

/// Puts rows into columns, and merges what groups demand of all their rows.
struct TableLayout {
    private let table: RuleTable
    private let questionnaire: Questionnaire
    private let book: Phrasebook
    private let wording: RuleWording

    init(_ table: RuleTable, _ questionnaire: Questionnaire, _ book: Phrasebook) {
        self.table = table
        self.questionnaire = questionnaire
        self.book = book
        wording = RuleWording(questionnaire, book, isShort: true)
    }

    /// The parts of some items: one, if it isn't too wide or has no groups.
    ///
    /// - Parameters:
    ///   - depth: how many groups are around the items.
    ///   - title: what the innermost of them demands.
    func parts(of items: [RuleItem], depth: Int, title: String?, most: Int) -> [DecisionTable.Part] {
        let groups = items.count { if case .group = $0 { true } else { false } }
        let columns = columns(of: items, below: depth)
        if columns.count <= most || groups == 0 { return [part(items, columns, around: depth, depth, title)] }
        var parts: [DecisionTable.Part] = []
        if title != nil { parts.append(.init(title: title, depth: depth, columns: [], lines: [])) }
        var single: [RuleItem] = []
        func close() {
            guard !single.isEmpty else { return }
            // Below another group they would be taken for a part of it.
            let isAfterGroup = parts.last.map { $0.depth > depth } ?? false
            let columns = self.columns(of: single, below: depth)
            parts.append(part(single, columns, around: depth, depth + 1, isAfterGroup ? book.filled("tableOthers") : nil))
            single = []
        }
        for item in items {
            guard case .group(let group) = item else {
                single.append(item)
                continue
            }
            close()
            let title = book.text(wording.phrasing(group.condition))
            parts += self.parts(of: group.items, depth: depth + 1, title: title, most: most)
        }
        close()
        return parts
    }

    private func part(_ items: [RuleItem], _ columns: [Subject?], around: Int, _ depth: Int, _ title: String?) -> DecisionTable.Part {
        let heads = columns.map { subject in
            DecisionTable.Column(subject: subject, head: subject.map(wording.name) ?? book.filled("tableFurther"))
        }
        return .init(title: title, depth: depth, columns: heads, lines: lines(items.flatMap(\.rows), columns, around))
    }
}

// Columns.
extension TableLayout {
    /// What rows look at inside so many groups, in the order in which the author names it; nil for what has no column of its own.
    private func columns(of items: [RuleItem], below depth: Int) -> [Subject?] {
        var subjects: [Subject?] = []
        var hasMore = false
        for row in items.flatMap(\.rows) {
            for condition in inner(row, depth) {
                switch condition {
                case .test(let test): if !subjects.contains(test.subject) { subjects.append(test.subject) }
                case .all, .any: hasMore = true
                }
            }
        }
        // A row without any condition has to say so.
        return subjects + (hasMore || subjects.isEmpty ? [nil] : [])
    }

    /// What a row demands besides the first groups around it.
    private func inner(_ row: Int, _ depth: Int) -> [NormalizedCondition] {
        let row = table.rows[row]
        return parts(.all(row.guards.dropFirst(depth).map(\.condition) + [row.entries.condition]))
    }

    private func parts(_ condition: Condition) -> [NormalizedCondition] {
        let normalized = NormalizedCondition(condition) { questionnaire.isCertain($0) }
        return if case .all(let list) = normalized { list } else { [normalized] }
    }
}

// Cells.
extension TableLayout {
    /// A cell before those of one group are merged.
    private struct Loose: Equatable {
        let content: DecisionTable.Content
        /// The number of groups up to the one that alone demands it; nil where the row itself has a part in it.
        let group: Int?
    }

    private func lines(_ rows: [Int], _ columns: [Subject?], _ around: Int) -> [DecisionTable.Line] {
        let grid = rows.map { row in columns.map { loose(row, $0, around) } }
        return rows.indices.map { line in
            var cells: [DecisionTable.Cell] = []
            for column in columns.indices {
                if line > 0, isJoined(grid, rows, line, column) { continue }
                let content = grid[line][column].content
                if let last = cells.last, last.content.isRest, last.content == content, last.column + last.width == column {
                    cells[cells.count - 1] = .init(column: last.column, width: last.width + 1, height: 1, content: last.content)
                    continue
                }
                var height = 1
                while line + height < rows.count, isJoined(grid, rows, line + height, column) { height += 1 }
                cells.append(.init(column: column, width: 1, height: height, content: content))
            }
            return .init(row: rows[line], cells: cells)
        }
    }

    /// Whether a cell is one with that above it: both are demanded by the same group.
    private func isJoined(_ grid: [[Loose]], _ rows: [Int], _ line: Int, _ column: Int) -> Bool {
        let cell = grid[line][column]
        guard let group = cell.group, grid[line - 1][column] == cell else { return false }
        return RuleGroup.areTogether(table.rows[rows[line - 1]], table.rows[rows[line]], in: group)
    }

    private func loose(_ row: Int, _ subject: Subject?, _ around: Int) -> Loose {
        guard let subject else { return further(row, around) }
        let written = table.rows[row]
        // The innermost group that says something of it.
        let groups = written.guards.indices.filter { mentions(written.guards[$0].condition, subject) }
        let isOwn = mentions(written.entries.condition, subject)
        guard isOwn || !groups.isEmpty else {
            return Loose(content: written.rest == nil ? .any : .rest(isOfGroup: !written.guards.isEmpty), group: nil)
        }
        for case .test(let test) in parts(written.condition) where test.subject == subject {
            let content = DecisionTable.Content.words(book.text(wording.cell(test)))
            return Loose(content: content, group: isOwn ? nil : groups.last.map { $0 + 1 })
        }
        // What is demanded in several places can always hold.
        return Loose(content: .any, group: nil)
    }

    private func mentions(_ condition: Condition, _ subject: Subject) -> Bool {
        parts(condition).contains { if case .test(let test) = $0 { test.subject == subject } else { false } }
    }

    private func further(_ row: Int, _ around: Int) -> Loose {
        let written = table.rows[row]
        let conditions = inner(row, around).filter { if case .test = $0 { false } else { true } }
        guard !conditions.isEmpty else {
            return Loose(content: written.rest == nil ? .any : .rest(isOfGroup: !written.guards.isEmpty), group: nil)
        }
        let all = Phrasing.list(conditions.map { wording.phrasing($0, isPart: false) }, "ruleAll")
        let words = book.text(conditions.count == 1 ? wording.unbracketed(conditions[0]) : all)
        let own = parts(written.entries.condition).contains { if case .test = $0 { false } else { true } }
        let groups = written.guards.indices.filter { number in
            parts(written.guards[number].condition).contains { if case .test = $0 { false } else { true } }
        }
        return Loose(content: .words(words), group: own ? nil : groups.last.map { $0 + 1 })
    }
}

extension DecisionTable.Content {
    /// Whether it is what an `else` leaves open.
    fileprivate var isRest: Bool { if case .rest = self { true } else { false } }
}

extension RuleGroup {
    /// Whether two rows are in the same group, so many groups deep.
    static func areTogether(_ one: Row, _ other: Row, in depth: Int) -> Bool {
        guard one.guards.count >= depth, other.guards.count >= depth, depth > 0 else { return false }
        return isIn(one.guards[depth - 1].condition, other, depth - 1)
    }
}
