package import Content
package import Diagnostics
package import Forms

/// Reads one questionnaire file, as ``readQuestionnaire(_:name:library:readCSV:)`` does, and finds its periods.
///
/// - Returns: nil when anything could not be read.
package func readPolicyInTime(
    _ source: SourceFile, name: Identifier, library: ResolvedLibrary, readCSV: (String) -> InputFile.Outcome<SourceFile>
) -> Checked<PolicyInTime?> {
    let read = readQuestionnaire(source, name: name, library: library, readCSV: readCSV)
    return Checked(read.value.map { written in PolicyInTime(written: written) { _ in written } }, read.diagnostics)
}
