package import CommonMark
package import Forms

/// A procedure: what to do, step by step.
package struct Steps: Sendable {
    /// In the order in which they are done.
    package let steps: [Entry<Step>]

    /// One step of the procedure.
    package struct Step: Sendable {
        /// What to do, in a few words.
        package let action: Markdown
        /// How to do it.
        package let how: Markdown?
        /// Who does it.
        package let who: Text?
        /// When, or how long it takes.
        package let when: Markdown?
        /// What is needed for it.
        package let needs: [Markdown]
        /// The field `where`: a tool, an address or an office.
        package let location: Markdown?
        /// What the step is based on.
        package let sources: [SourceReference]
    }

    static let step = Shape<Step>.record(
        .required("do", .inline, "what to do, in a few words"),
        .optional("how", .blocks, "how to do it, and what to watch out for"),
        .optional("who", .line, "who does it"),
        .optional("when", .inline, "when, or how long it takes"),
        .optional("needs", .list(of: .inline), default: [], "what is needed for it"),
        .optional("where", .inline, "where: a tool, an address, an office"), SourceReference.field
    ) { _, action, how, who, when, needs, location, sources in
        Step(action: action, how: how, who: who, when: when, needs: needs, location: location, sources: sources)
    }

    static let fields = Field.required("steps", .entries(of: step), "the steps in order, each under an id")
}

extension Steps: DataBody {
    package static let name = "steps"
    package static let meaning = "a procedure: what to do, step by step, and who does it"

    package static let shape: Shape<DataContent> = .record(
        DataHead.kind(Steps.self), DataHead.title, DataHead.summary, DataHead.sources, DataHead.addedBy, fields
    ) { _, _, title, summary, sources, addedBy, steps in
        DataContent(title, summary, sources, addedBy, Steps(steps: steps))
    }

    /// Outcomes show the steps that lead out of them.
    package static let isForOutcomes = true

    package var texts: [Markdown?] { steps.flatMap { [$0.value.action, $0.value.how] + $0.value.details } }

    package var selectable: [String: Set<String>] { ["step": Set(steps.map(\.id.description))] }

    package var counted: [EntryGroup] { steps.map { EntryGroup(["step": $0.id.description]) } }

    /// The steps that a selection wants.
    package func shown(_ selection: Selection) -> [Entry<Step>] { steps.filter { selection.admits("step", $0.id) } }

    package func sourced(_ selection: Selection) -> [SourcedEntry]? { shown(selection).map { SourcedEntry($0, $0.value.sources) } }

    package func places(in embedding: Embedding) -> [DataPlace] {
        shown(embedding.selection).map { DataPlace($0, $0.value.action) }
    }

    package func longTexts(_ selection: Selection) -> [Markdown] { shown(selection).compactMap(\.value.how) }

    package func content(_ selection: Selection, title: String) -> BlockContent {
        BlockContent(
            shown(selection).map { step in
                BlockItem(.section, step.id, .markdown(step.value.action), [BlockPart(step.value.how)] + step.value.facts)
            }, isOrdered: true)
    }

    package static let start = """
        steps:
          ask:
            do: Write to us.
            how: Say what is broken, and since when.
            who: You
          answer:
            do: We send you a label for the parcel.
            who: The service desk
            when: On the next working day
          send:
            do: Send the device.
            who: You
            needs: [The label, A box]
            where: At any post office

        """
}

extension Steps.Step {
    /// What is said about the step besides how it is done.
    fileprivate var details: [Markdown?] { [when] + needs + [location] }

    /// Who does it, when, with what and where.
    fileprivate var facts: [BlockPart?] {
        [
            BlockPart(line: who?.string, label: "stepWho"), BlockPart(when, label: "stepWhen"),
            needs.isEmpty ? nil : BlockPart(needs.map(BlockText.markdown), separator: ", ", label: "stepNeeds"),
            BlockPart(location, label: "stepWhere"),
        ]
    }
}
