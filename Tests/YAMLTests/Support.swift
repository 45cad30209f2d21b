import Diagnostics
import YAML

/// A text as a whole file, parsed.
func read(_ text: String) -> Checked<Node?> { read(Array(text.utf8)) }

func read(_ bytes: [UInt8]) -> Checked<Node?> {
    let file = SourceFile(path: "Content/data/x.yaml", bytes: bytes)
    return parse(file.whole)
}

/// A diagnostic on one line: rule, place, marked text.
func brief(_ diagnostic: Diagnostic) -> String {
    guard let range = diagnostic.range else { return "\(diagnostic.rule) nowhere" }
    return "\(diagnostic.rule) \(range.start.line):\(range.start.column)"
}

/// A tree in a few signs: `{a: b, c: [d]}`; quotes around text that was quoted.
func shown(_ node: Node?) -> String {
    guard let node else { return "-" }
    switch node.value {
    case .scalar(let scalar): return scalar.style == .plain ? scalar.text : scalar.text.debugDescription
    case .sequence(let nodes): return "[" + nodes.map { shown($0) }.joined(separator: ", ") + "]"
    case .mapping(let entries):
        return "{" + entries.map { $0.key.text + ": " + shown($0.value) }.joined(separator: ", ") + "}"
    }
}
