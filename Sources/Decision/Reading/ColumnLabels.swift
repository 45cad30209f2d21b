import Diagnostics
import Forms

/// `label:` of questions and facts: they head the columns of the decision table, so they are short and no two are the same.
enum ColumnLabels {
    /// A longer head makes its column wider than what is in it.
    static let most = 40

    /// A label. With a value of a data file in it, only what is printed counts.
    static let shape = Shape<Text>.form(
        TextForm("a label of at most \(most) characters", pattern: #"^(?:[^\n]{1,\#(most)}|[^\n]*\{\{[^\n]*)[\n ]*$"#, mayBeNumber: true),
        help: "name the subject in a word or two, such as `Origin`; `ask` has room for the whole question"
    ) { text in
        (1...most).contains(text.utf16.count) && !text.utf8.contains(10)
    }

    /// Reports labels that two columns of a table would share.
    static func check(_ draft: PartsDraft, _ findings: inout Findings) {
        let questions = draft.questions.map { (id: $0.id, label: $0.value.label) }
        let facts = draft.facts.map { (id: $0.id, label: $0.value.label) }
        var owners: [String: Identifier] = [:]
        for (id, label) in questions + facts {
            guard let label else { continue }
            if let owner = owners[label.string] {
                findings.add(
                    Diagnostic(
                        "questionnaire/name", "the label \"\(label.string)\" is already used for \(owner)", at: label.range,
                        help: "give one of them another label: it is all that tells their columns apart"))
            } else {
                owners[label.string] = id
            }
        }
    }
}
