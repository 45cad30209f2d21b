import Diagnostics
import Forms

/// Reads the data files in two rounds: the first gives the values and the numbers of entries, the second reads those files
/// again that name some.
///
/// - Parameters:
///   - style: how the site's language writes values.
///   - today: the day whose values and entries are given; nil for the first of each.
/// - Returns: the files, and what values say.
func readDataFiles(
    _ files: [(name: Identifier, path: String)], style: ValueStyle, today: Day? = nil,
    _ read: (String) -> InputFile.Outcome<SourceFile>
) -> (files: Checked<[DataFile]>, values: ValueTable) {
    var drafts = files.map { readDraft($0.name, $0.path, read) }
    let unread = drafts.filter { $0.file.value == nil || $0.file.diagnostics.hasErrors }.map(\.name.description)
    let values = ValueTable(of: drafts.compactMap(\.file.value), unread: Set(unread), style: style, on: today)
    for index in drafts.indices where drafts[index].mayHoldValues {
        guard let source = drafts[index].source else { continue }
        drafts[index].file = readData(source, name: drafts[index].name, values: values) { read("data/" + $0) }
    }
    let read = drafts.compactMap(\.file.value)
    return (Checked(today.map { day in read.map { $0.inForce(on: day) } } ?? read, drafts.flatMap(\.file.diagnostics)), values)
}

/// A data file whose values are still written as they are.
private struct DataDraft {
    let name: Identifier
    var source: SourceFile?
    var file: Checked<DataFile?>
    /// Whether it has to be read again.
    var mayHoldValues = false
}

private func readDraft(_ name: Identifier, _ path: String, _ read: (String) -> InputFile.Outcome<SourceFile>) -> DataDraft {
    switch read(path) {
    case .failure(let refusal): return DataDraft(name: name, file: Checked(nil, [refusal.diagnostic]))
    case .success(let source):
        var mayHoldValues = source.mayHoldValues
        let file = readData(source, name: name, values: .pending) { spreadsheet in
            let outcome = read("data/" + spreadsheet)
            if case .success(let rows) = outcome, rows.mayHoldValues { mayHoldValues = true }
            return outcome
        }
        return DataDraft(name: name, source: source, file: file, mayHoldValues: mayHoldValues)
    }
}

extension SourceFile {
    /// Whether `{{` stands somewhere in it.
    package var mayHoldValues: Bool {
        let brace = UInt8(ascii: "{")
        var index = bytes.startIndex
        while let first = bytes[index...].firstIndex(of: brace), first + 1 < bytes.endIndex {
            if bytes[first + 1] == brace { return true }
            index = first + 1
        }
        return false
    }
}
