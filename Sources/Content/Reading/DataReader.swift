import CommonMark
import Diagnostics
import Forms
import YAML

/// Reads one data file: first its kind, then all of it as that kind.
func readData(
    _ source: SourceFile, name: Identifier, values: ValueTable, readCSV: (String) -> InputFile.Outcome<SourceFile>
) -> Checked<DataFile?> {
    let parsed = parse(source, ifEmpty: "start with `kind: …` and `title: …`, or delete the file")
    var findings = Findings(file: name.description, values: values)
    findings.add(parsed.diagnostics)
    guard let root = parsed.value, let kind = readKind(root, &findings) else { return Checked(nil, findings.diagnostics) }
    let draft = kind.body.read(root, readCSV: readCSV, &findings)
    return Checked(draft.map { DataFile($0, name: name, source: source) }, findings.diagnostics)
}

/// The kind of a file, from its field `kind`.
private func readKind(_ root: Node, _ findings: inout Findings) -> DataKind? {
    guard case .mapping = root.value else {
        findings.mismatch(root, expected: "a map that starts with `kind: …`")
        return nil
    }
    guard let node = root["kind"] else {
        findings.add(
            Diagnostic(
                "yaml/missing-field", "the field \"kind\" is missing here", at: root.firstLine,
                help: "add `kind: …`: one of \(listed(DataKind.allCases.map(\.rawValue), "or"))"))
        return nil
    }
    return Shape<DataKind>.choice().read(node, &findings)
}
