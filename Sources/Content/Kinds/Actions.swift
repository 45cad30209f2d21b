package import CommonMark
package import Diagnostics
package import Forms
import YAML

/// What to do: a path of steps for each need under each arrangement.
package struct Actions: Sendable {
    /// The columns, in the order of the file.
    package let arrangements: [Entry<Arrangement>]
    /// The rows, in the order of the file.
    package let needs: [Entry<Need>]

    /// One of the circumstances that change what to do, such as a kind of contract.
    package struct Arrangement: Sendable {
        /// The heading of the column.
        package let label: Text
        /// How readers recognise that it is theirs.
        package let hint: Markdown?
    }

    /// Something that readers want to do.
    package struct Need: Sendable {
        /// The heading of the row.
        package let label: Text
        /// What the need means.
        package let hint: Markdown?
        /// Under the id of an arrangement each; a rule reports those that are missing.
        package let paths: [Entry<Path>]
        /// What the paths are based on.
        package let sources: [SourceReference]
        /// Where the need is written, for messages.
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
        .optional("hint", .inline, "how readers recognise that it is theirs")
    ) { _, label, hint in Arrangement(label: label, hint: hint) }

    static let need = Shape<Need>.record(
        .required("label", .line, "the need, in a few words"),
        .optional("hint", .inline, "what it means"),
        .required("paths", .entries(of: path), "for each arrangement its text or its list of steps"), SourceReference.field
    ) { range, label, hint, paths, sources in Need(label: label, hint: hint, paths: paths, sources: sources, range: range) }

    static let arrangements = Field.required("arrangements", .entries(of: arrangement), "the columns, each under an id")
    static let needs = Field.required("needs", .entries(of: need), "the rows, each under an id")
}

extension Actions: DataBody {
    package static let name = "actions"
    package static let meaning = "what to do: a path of steps for each need under each arrangement"

    package static let shape: Shape<DataContent> = .record(
        DataHead.kind(Actions.self), DataHead.title, DataHead.summary, DataHead.sources, DataHead.addedBy, arrangements, needs
    ) { _, _, title, summary, sources, addedBy, arrangements, needs in
        DataContent(title, summary, sources, addedBy, Actions(arrangements: arrangements, needs: needs))
    }

    package var texts: [Markdown?] {
        arrangements.map(\.value.hint) + needs.flatMap { need in [need.value.hint] + need.value.paths.flatMap(\.value.texts) }
    }

    package var selectable: [String: Set<String>] {
        ["need": Set(needs.map(\.id.description)), "arrangement": Set(arrangements.map(\.id.description))]
    }

    package var counted: [EntryGroup] { needs.map { EntryGroup(["need": $0.id.description]) } }

    private func shown(_ selection: Selection) -> [Entry<Need>] { needs.filter { selection.admits("need", $0.id) } }

    package func sourced(_ selection: Selection) -> [SourcedEntry]? {
        shown(selection).map { SourcedEntry($0, $0.value.sources) }
    }

    package func places(in embedding: Embedding) -> [DataPlace] {
        shown(embedding.selection).map { DataPlace($0, $0.value.label) }
    }

    package func longTexts(_ selection: Selection) -> [Markdown] {
        shown(selection).flatMap(\.value.paths).filter { selection.admits("arrangement", $0.id) }.compactMap(\.value.text)
    }

    package func content(_ selection: Selection, title: String) -> BlockContent {
        let items = shown(selection).map { need in
            let paths = need.value.paths.map { BlockPart($0.value.texts.map(BlockText.markdown)) }
            return BlockItem(.section, need.id, .line(need.value.label.string), [BlockPart(need.value.hint)] + paths)
        }
        return BlockContent(items, rest: [BlockPart([.line(title)])])
    }

    package func problems(_ written: WrittenKeys) -> [Diagnostic] {
        var columns = DeclaredIDs(arrangements.map(\.id), written: written.keys(under: "arrangements"))
        let ofNeeds = written.keysOfEach(under: "needs", in: "paths")
        return needs.flatMap { need in
            checkCells(
                need.value.paths.map { ($0.id, $0.place) }, of: &columns, row: need.place, "arrangement",
                written: ofNeeds[need.id.description] ?? [])
        }
    }

    package static let start = """
        arrangements:                 # the columns
          direct: {label: Bought from us}
          partner: {label: Bought from a partner}
        needs:                        # the rows
          repair:
            label: It needs a repair
            paths:                    # what to do, for each arrangement
              direct: [Write to us., Send the device.]
              partner: Ask your partner.

        """
}

extension Actions.Path {
    fileprivate var texts: [Markdown] {
        switch self {
        case .text(let text): [text]
        case .steps(let steps): steps
        }
    }

    /// The text that can have headings.
    fileprivate var text: Markdown? { if case .text(let text) = self { text } else { nil } }
}
