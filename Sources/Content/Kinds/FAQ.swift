package import CommonMark
package import Forms

/// Questions with their answers, in groups.
package struct FAQ: Sendable {
    package let groups: [Entry<Group>]

    package struct Group: Sendable {
        package let title: Text
        package let questions: [Entry<Question>]
    }

    package struct Question: Sendable {
        package let question: Text
        package let answer: Markdown
    }

    static let question = Shape<Question>.record(
        .required("question", .line, "the question, as a reader would ask it"),
        .required("answer", .blocks, "the answer")
    ) { _, question, answer in Question(question: question, answer: answer) }

    static let group = Shape<Group>.record(
        .required("title", .line, "the heading of the group"),
        .required("questions", .entries(of: question), "the questions, each under an id")
    ) { _, title, questions in Group(title: title, questions: questions) }

    static let fields = Field.required("groups", .entries(of: group), "groups of questions, each under an id")
}
