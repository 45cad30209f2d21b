import CommonMark
import Content
import Diagnostics
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
        let sources: CitesView?
    }
}

extension FAQ: DataBlock {
    static let keys = [
        "faq": "levelBelow groups:faqGroup",
        "faqGroup": "id title questions:faqQuestion",
        "faqQuestion": "id question answerHTML sources:cites",
    ]

    func view(_ embedding: Embedding, _ head: BlockHead, _ renderer: BlockRenderer) -> Any {
        renderer.view(self, head, embedding.file, embedding.selection)
    }

    func structuredData(_ embedding: Embedding, _ place: StructuredPlace) -> StructuredBlock {
        .questions(
            shown(embedding.selection).flatMap(\.value.questions).map { question in
                var fields: [(String, JSONValue)] = [
                    ("@type", .string("Question")), ("name", .string(question.value.question.string)),
                    (
                        "acceptedAnswer",
                        .object([("@type", .string("Answer")), ("text", .string(place.words(question.value.answer, in: embedding.file)))])
                    ),
                ]
                if let url = place.url { fields.append(("url", .string("\(url)#\(question.id)"))) }
                return .object(fields)
            })
    }
}

extension BlockRenderer {
    fileprivate func view(_ faq: FAQ, _ head: BlockHead, _ file: DataFile, _ selection: Selection) -> FAQView {
        FAQView(
            name: head.name, id: head.id, title: head.title, words: head.words, level: head.level, levelBelow: head.level + 1,
            groups: faq.shown(selection).map { group in
                .init(
                    id: group.id.description, title: group.value.title.string,
                    questions: group.value.questions.map {
                        .init(
                            id: $0.id.description, question: $0.value.question.string,
                            answerHTML: blocks($0.value.answer, in: file), sources: citations($0.value.sources))
                    })
            })
    }
}
