import CommonMark
import Content
import Forms

struct FAQView {
    let name: String
    let id: String
    let title: String
    let words: [String: String]
    /// Of the headings of its groups.
    let level: Int
    /// Of the questions.
    let levelBelow: Int
    let groups: [GroupView]

    struct GroupView {
        let id: String
        let title: String
        let questions: [QuestionView]
    }

    struct QuestionView {
        let id: String
        let question: String
        let answerHTML: String
    }
}

extension BlockRenderer {
    func view(_ faq: FAQ, _ head: BlockHead, _ file: DataFile, _ selection: Selection) -> FAQView {
        FAQView(
            name: head.name, id: head.id, title: head.title, words: head.words, level: head.level, levelBelow: head.level + 1,
            groups: faq.groups.filter { selection.admits("group", $0.id) }.map { group in
                .init(
                    id: group.id.description, title: group.value.title.string,
                    questions: group.value.questions.map {
                        .init(
                            id: $0.id.description, question: $0.value.question.string,
                            answerHTML: blocks($0.value.answer, in: file))
                    })
            })
    }
}
