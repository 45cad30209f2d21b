package import CommonMark
package import Diagnostics
package import Forms
import YAML

/// What to do: a path of steps for each need under each arrangement.
package struct Actions: Sendable {
    package let arrangements: [Entry<Arrangement>]
    package let needs: [Entry<Need>]

    package struct Arrangement: Sendable {
        package let label: Text
        package let hint: Markdown?
    }

    package struct Need: Sendable {
        package let label: Text
        package let hint: Markdown?
        package let paths: [Entry<Path>]
        package let range: SourceRange
    }

    /// What to do: some text, or steps in order.
    package enum Path: Sendable {
        case text(Markdown)
        case steps([Markdown])
    }

    static let path = Shape<Path>(.either([.text(.markdown), .list(.text(.markdownLine))])) { node, findings in
        // A text alone is a text, not a list of one step.
        if case .sequence = node.value {
            return Shape<[Markdown]>.list(of: .inline).read(node, &findings).map(Path.steps)
        }
        return Shape<Markdown>.blocks.read(node, &findings).map(Path.text)
    }

    static let arrangement = Shape<Arrangement>.record(
        .required("label", .line, "the arrangement, in a few words"),
        .optional("hint", .inline, "how a reader tells that it is theirs")
    ) { _, label, hint in Arrangement(label: label, hint: hint) }

    static let need = Shape<Need>.record(
        .required("label", .line, "the need, in a few words"),
        .optional("hint", .inline, "what it means"),
        .required("paths", .entries(of: path), "for each arrangement its text or its list of steps")
    ) { range, label, hint, paths in Need(label: label, hint: hint, paths: paths, range: range) }

    static let arrangements = Field.required("arrangements", .entries(of: arrangement), "the columns, each under an id")
    static let needs = Field.required("needs", .entries(of: need), "the rows, each under an id")
}
