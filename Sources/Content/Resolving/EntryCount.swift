import Forms

/// How many entries a data file has, by the fields that select among them.
struct EntryCount: Sendable, Equatable {
    private let groups: [EntryGroup]
    private let selectable: [String: Set<String>]

    init(of file: DataFile) {
        let groups = file.body.counted
        // What selects only how entries are shown does not change their number.
        let fields = Set(groups.flatMap(\.fields.keys))
        self.groups = groups
        selectable = file.body.selectable.filter { fields.contains($0.key) }
    }

    /// The number of entries that some words select, such as `category=low`; of all, without a word.
    func count(selecting words: ArraySlice<String>) -> Result<Int, EmbedProblem> {
        Selection.read(words, known: selectable).map { selection in
            groups.filter { group in group.fields.allSatisfy { selection.admits($0.key, $0.value) } }.reduce(0) { $0 + $1.count }
        }
    }
}
