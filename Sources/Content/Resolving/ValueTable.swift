package import CommonMark
package import Diagnostics
package import Forms

/// What `{{ … }}` says anywhere on the site: the values of data files, and how many entries each data file has.
///
/// Made before any text is read for good, so that every field, heading and text is plain words from then on.
package struct ValueTable: NamedValues, Equatable {
    /// By `file.id`.
    package private(set) var values: [String: ValueWording] = [:]
    /// Values that cannot be told, by `file.id`, with what is wrong.
    private var faulty: [String: String] = [:]
    /// The entries of each data file, for counting.
    private(set) var counts: [String: EntryCount] = [:]
    /// The names of data files that hold values.
    private var valueFiles: Set<String> = []
    /// Data files with mistakes of their own: what they should hold is not missed.
    private var unread: Set<String> = []
    /// How the site's language writes values.
    package private(set) var style = ValueStyle.asTyped
    /// The values of all days, for other days than that of the table.
    private var timeline = ValueTimeline()
    /// Whether nothing is known yet, so that all values stay as they are written.
    private let isPending: Bool

    /// Before the data files are read.
    package static let pending = ValueTable(isPending: true)

    private init(isPending: Bool) { self.isPending = isPending }

    /// - Parameters:
    ///   - files: read while values were pending.
    ///   - unread: the names of those that have mistakes, or could not be read.
    ///   - day: whose values are told; nil for the first of each.
    init(of files: [DataFile], unread: Set<String>, style: ValueStyle, on day: Day? = nil) {
        isPending = false
        self.unread = unread
        self.style = style
        for file in files { counts[file.name.description] = EntryCount(of: file) }
        for file in files {
            guard let values = file.body as? Values else { continue }
            valueFiles.insert(file.name.description)
            for entry in values.dated { timeline.facts["\(file.name).\(entry.id)"] = entry.value }
        }
        tell(timeline.facts(on: day))
    }

    /// Words the values of a day.
    private mutating func tell(_ facts: [String: Values.Fact]) {
        (values, faulty) = ([:], [:])
        var nesting = ValueNesting(facts: facts, table: self, style: style)
        for name in facts.keys.sorted() { nesting.resolve(name) }
        values = nesting.values
        faulty = nesting.faulty
    }

    /// The table of another day.
    package func on(_ day: Day) -> ValueTable {
        var other = self
        other.tell(timeline.facts(on: day))
        return other
    }

    /// The days from which on a value that a text names says something else, or one that is named in that value.
    package func changes(namedIn texts: [SourceFile]) -> Set<Day> {
        let changing = timeline.changes
        guard !changing.isEmpty else { return [] }
        let words = texts.map { String(decoding: $0.bytes, as: UTF8.self) }
        return Set(changing.filter { name, _ in words.contains { $0.contains(name) } }.flatMap(\.value))
    }

    /// What stands between braces, looked up.
    package func answer(_ name: String) -> ValueAnswer {
        if isPending { return .open }
        if let words = countWords(name) { return count(words) }
        if let value = values[name] { return .wording(value.wording, atStart: value.wording) }
        if let problem = faulty[name] {
            return .problem(message: problem, help: "write out the fact in one of these places", suggestion: nil)
        }
        if unread.contains(String(name.prefix { $0 != "." })) { return .open }
        return .problem(
            message: "there is no value \"\(name)\"",
            help: whereToWrite(name),
            suggestion: { [values] in Suggestion.nearest(to: name, among: values.keys).map { "did you mean {{ \($0) }}?" } })
    }

    /// Where a value that is missing belongs, and how it is written there.
    private func whereToWrite(_ name: String) -> String {
        let parts = name.split(separator: ".").map(String.init)
        guard parts.count == 2 else { return "add it to a data file of the kind values" }
        let file = "Content/data/\(parts[0]).yaml"
        if valueFiles.contains(parts[0]) { return "write `\(parts[1]): …` under `values:` in \(file)" }
        if counts[parts[0]] != nil { return "\(file) is of another kind: add it to a data file of the kind values" }
        return "write \(file) with `kind: values`, a `title:`, and `\(parts[1]): …` under `values:`"
    }

    /// What a name in a condition says; nil if there is no such value.
    package func value(_ name: String) -> ValueWording? { values[name] }

    /// Whether what a file should hold is not missed, as there are messages about the file itself.
    package func isUnread(_ file: String) -> Bool { unread.contains(file) }

    /// The values of all data files, for "did you mean".
    package var names: [String] { values.keys.sorted() }
}

extension ValueTable {
    /// The words behind `count`; nil for what is no count.
    private func countWords(_ name: String) -> [String]? {
        let words = name.split(separator: " ").map(String.init)
        return words.count > 1 && words[0] == "count" ? Array(words.dropFirst()) : nil
    }

    /// `count NAME`, with what selects entries.
    private func count(_ words: [String]) -> ValueAnswer {
        guard let file = counts[words[0]] else {
            if unread.contains(words[0]) { return .open }
            return .problem(
                message: "there is no data file \"\(words[0])\" to count",
                help: counts.isEmpty
                    ? "write the data file first: Content/data/\(words[0]).yaml"
                    : "write {{ count NAME }}, where NAME is the name of a file in Content/data",
                suggestion: { [counts] in
                    Suggestion.nearest(to: words[0], among: counts.keys).map { "did you mean {{ count \($0) }}?" }
                        ?? (counts.isEmpty ? nil : "write {{ count NAME }}, where NAME is \(listed(counts.keys.sorted(), "or"))")
                })
        }
        switch file.count(selecting: words.dropFirst()) {
        case .failure(let problem):
            return .problem(message: problem.message, help: "leave it out to count all entries", suggestion: problem.help)
        case .success(let count):
            let word = style.smallNumbers.indices.contains(count) ? style.smallNumbers[count] : String(count)
            return .wording(word, atStart: word.prefix(1).uppercased() + word.dropFirst())
        }
    }
}

/// Values that name other values in their own wording.
private struct ValueNesting {
    let facts: [String: Values.Fact]
    /// Knows the counts.
    let table: ValueTable
    let style: ValueStyle
    private(set) var values: [String: ValueWording] = [:]
    private(set) var faulty: [String: String] = [:]
    private var open: Set<String> = []

    init(facts: [String: Values.Fact], table: ValueTable, style: ValueStyle) {
        self.facts = facts
        self.table = table
        self.style = style
    }

    /// Makes a value, and those that it names before it.
    mutating func resolve(_ name: String) {
        guard let fact = facts[name], values[name] == nil, faulty[name] == nil else { return }
        guard !open.contains(name), open.count < Limits.nestedValues else {
            faulty[name] = "the value \"\(name)\" depends on itself"
            return
        }
        open.insert(name)
        defer { open.remove(name) }
        let bare = filled(fact.value.string)
        let unit = fact.unit.map { filled($0.string) }
        let written = style.wording(bare, unit) ?? unit.map { bare + " " + $0 } ?? bare
        let wording = fact.text.map { filled($0.string) } ?? written
        // One that rests on itself was found out below.
        if faulty[name] != nil { return }
        guard wording.utf8.count <= Limits.valueBytes else {
            faulty[name] = "the value \"\(name)\" is longer than \(Limits.valueBytes) bytes"
            return
        }
        values[name] = ValueWording(wording: wording, bare: bare, unit: unit)
    }

    private mutating func filled(_ text: String) -> String {
        guard ValueMarks.mayBe(in: text) else { return text }
        for name in ValueMarks.names(in: text) { resolve(name) }
        let (known, table) = (values, table)
        return ValueMarks.filled(text) { name in
            if let value = known[name] { return .wording(value.wording, atStart: value.wording) }
            // The value may stand anywhere in a sentence, whatever begins its own text.
            if case .wording(let text, _) = table.answer(name) { return .wording(text, atStart: text) }
            return .open
        }.text
    }
}
