import Diagnostics
import Forms
import YAML

extension Shape<QuestionDraft> {
    /// The same, which tells authors where cues go that they wrote at the question: what readers say means an answer.
    var withCuesAtAnswers: Shape {
        Shape(schema) { node, findings in
            guard case .mapping(let entries) = node.value else { return read(node, &findings) }
            let cues: Set = ["said", "maybe-said", "not-said"]
            for entry in entries where cues.contains(entry.key.text) {
                findings.add(
                    Diagnostic(
                        "yaml/unknown-field", "`\(entry.key.text)` belongs to an answer, and this is the question", at: entry.key.range,
                        help: place(of: entry, in: node)))
            }
            return read(Node(.mapping(entries.filter { !cues.contains($0.key.text) }), at: node.range), &findings)
        }
    }

    private func place(of entry: Node.Entry, in question: Node) -> String {
        let name = entry.key.text
        if question["one-of"] != nil || question["any-of"] != nil { return "write it below the option that it means" }
        if question["number"] != nil || question["date"] != nil { return "delete it: numbers and dates have no cues" }
        // A list as it can stay: on one line, if its words need no quotation marks.
        let cues: [String] =
            if case .sequence(let items) = entry.value.value {
                items.compactMap { if case .scalar(let scalar) = $0.value { scalar.text } else { nil } }
            } else {
                []
            }
        let isPlain = !cues.isEmpty && cues.allSatisfy { cue in !cue.contains { ",:#[]{}\"'\n".contains($0) } }
        let list = isPlain ? "[\(cues.joined(separator: ", "))]" : "…"
        return "write it below the answer that it means: `yes: {\(name): \(list)}` or `no: {\(name): \(list)}`"
    }
}
