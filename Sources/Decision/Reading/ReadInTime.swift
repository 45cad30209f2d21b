package import Content
package import Diagnostics
package import Forms

/// Reads one questionnaire file, as ``readQuestionnaire(_:name:library:on:readCSV:)`` does, and finds its periods.
///
/// A period also ends where a value of a data file changes that the file names. Then the file is read again for each period, its rows
/// with the values of then; what is wrong only in a later period is told with its days.
///
/// - Returns: nil when anything could not be read.
package func readPolicyInTime(
    _ source: SourceFile, name: Identifier, library resolved: ResolvedLibrary, readCSV: (String) -> InputFile.Outcome<SourceFile>
) -> Checked<PolicyInTime?> {
    let library = resolved.library
    let changes = library.values.changes(namedIn: [source] + filesBeside(source, library))
    let read = readQuestionnaire(source, name: name, library: resolved, on: changes.isEmpty ? nil : library.today, readCSV: readCSV)
    guard let written = read.value else { return Checked(nil, read.diagnostics) }
    var diagnostics = read.diagnostics
    let policy = PolicyInTime(written: written, changes: changes) { period in
        guard !changes.isEmpty, !period.contains(library.today), let day = period.from ?? period.until else { return written }
        let again = readQuestionnaire(source, name: name, library: resolved.withValues(on: day), on: day, readCSV: readCSV)
        // Periods that are over decide cases only.
        if day > library.today {
            diagnostics += again.diagnostics.filter { found in !read.diagnostics.contains { found.repeats($0) } }.map { $0.during(period) }
        }
        return again.value ?? written
    }
    return Checked(diagnostics.hasErrors ? nil : policy, diagnostics)
}

/// The spreadsheets and shared files that a questionnaire names, and perhaps more.
private func filesBeside(_ source: SourceFile, _ library: Library) -> [SourceFile] {
    let text = String(decoding: source.bytes, as: UTF8.self)
    let spreadsheets = library.spreadsheets.compactMap { name, outcome -> SourceFile? in
        guard text.contains(name), case .success(let file) = outcome else { return nil }
        return file
    }
    return spreadsheets + library.sharedRules.filter { text.contains($0.name.description) }.map(\.source)
}
