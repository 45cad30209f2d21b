package import CommonMark
package import Forms

/// Questions with their answers, in groups.
package struct FAQ: Sendable {
    /// What is in force, in the order of the file: a group without questions goes with them.
    package let groups: [Entry<Group>]
    /// All of the file, whatever its dates.
    private let all: [Entry<Group>]

    /// - Parameter day: on which questions are in force; nil for all of them.
    private init(_ all: [Entry<Group>], on day: Day?) {
        self.all = all
        guard let day else {
            groups = all
            return
        }
        groups = all.compactMap { group in
            let shown = group.value.questions.filter { $0.value.validity.contains(day) }
            guard !shown.isEmpty || group.value.questions.isEmpty else { return nil }
            return group.with(Group(title: group.value.title, questions: shown))
        }
    }

    /// Questions about one subject.
    package struct Group: Sendable {
        /// The heading above the questions.
        package let title: Text
        /// In the order of the file.
        package let questions: [Entry<Question>]
    }

    /// A question with its answer.
    package struct Question: Sendable {
        /// As readers would ask it.
        package let question: Text
        /// Other ways to ask it, by which a search finds it.
        package let also: [Text]
        /// Any Markdown, also with headings.
        package let answer: Markdown
        /// What the answer is based on.
        package let sources: [SourceReference]
        /// The days on which it is shown.
        package let validity: Validity
    }

    private static let questionRecord = Shape<Question>.record(
        .required("question", .line, "the question, as a reader would ask it"),
        .optional("also", .list(of: .line), default: [], "other words for it that search finds"),
        .required("answer", .blocks, "the answer"), SourceReference.field, Validity.fromField, Validity.untilField
    ) { _, question, also, answer, sources, from, until in
        Question(
            question: question, also: also, answer: answer, sources: sources, validity: Validity(from: from?.day, until: until?.day))
    }

    static let question = Shape<Question>(questionRecord.schema) { node, findings in
        guard let question = questionRecord.read(node, &findings) else { return nil }
        findings.add(ValueDates.problems(of: node, question.validity))
        return question
    }

    static let group = Shape<Group>.record(
        .required("title", .line, "the heading of the group"),
        .required("questions", .entries(of: question), "the questions, each under an id")
    ) { _, title, questions in Group(title: title, questions: questions) }

    static let fields = Field.required("groups", .entries(of: group), "groups of questions, each under an id")
}

extension FAQ: DataBody {
    package static let name = "faq"
    package static let meaning = "questions and answers, in groups"

    package static let shape: Shape<DataContent> = .record(
        DataHead.kind(FAQ.self), DataHead.title, DataHead.summary, DataHead.sources, DataHead.addedBy, fields
    ) { _, _, title, summary, sources, addedBy, groups in
        DataContent(title, summary, sources, addedBy, FAQ(groups, on: nil))
    }

    package func inForce(on day: Day) -> any DataBody { FAQ(all, on: day) }

    package var changes: Set<Day> { Set(all.flatMap(\.value.questions).flatMap(\.value.validity.changes)) }

    /// An answer is often read alone.
    package static let printsSources = true

    /// Those of other days too: their links are checked, and kept when pages move.
    package var texts: [Markdown?] { all.flatMap { $0.value.questions.map(\.value.answer) } }

    package var otherWords: [Text] { groups.flatMap(\.value.questions).flatMap(\.value.also) }

    package var selectable: [String: Set<String>] { ["group": Set(groups.map(\.id.description))] }

    package var counted: [EntryGroup] {
        groups.map { EntryGroup(["group": $0.id.description], count: $0.value.questions.count) }
    }

    /// The groups that a selection wants.
    package func shown(_ selection: Selection) -> [Entry<Group>] { groups.filter { selection.admits("group", $0.id) } }

    package func sourced(_ selection: Selection) -> [SourcedEntry]? {
        shown(selection).flatMap { $0.value.questions.map { SourcedEntry($0, $0.value.sources) } }
    }

    package func places(in embedding: Embedding) -> [DataPlace] {
        shown(embedding.selection).flatMap { group in
            [DataPlace(group, group.value.title)] + group.value.questions.map { DataPlace($0, $0.value.question) }
        }
    }

    package func longTexts(_ selection: Selection) -> [Markdown] {
        shown(selection).flatMap { $0.value.questions.map(\.value.answer) }
    }

    package func content(_ selection: Selection, title: String) -> BlockContent {
        BlockContent(
            shown(selection).flatMap(\.value.questions).map {
                BlockItem(
                    .question, $0.id, .line($0.value.question.string), [BlockPart($0.value.answer)],
                    names: $0.value.also.map(\.string))
            })
    }

    package static let start = """
        groups:
          first:
            title: First questions
            questions:
              when:
                question: When do I hear from you?
                answer: On the next working day.
              who:
                question: Who may ask?
                answer: |
                  Everybody. Have at hand:

                  * the number of the order
                  * your address

        """
}
