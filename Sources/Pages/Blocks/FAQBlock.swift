import CommonMark
import Content
import Diagnostics
import Forms
import Templating

struct FAQView: TemplateView {
    /// Of the headings of the questions.
    let levelBelow: Int
    let groups: [GroupView]

    static let fields = TemplateFields<Self>([.number("levelBelow") { $0.levelBelow }, .list("groups") { $0.groups }])

    struct GroupView: TemplateView {
        let id: String
        let title: String
        let questions: [QuestionView]

        static let fields = TemplateFields<Self>([.text("id") { $0.id }, .text("title") { $0.title }, .list("questions") { $0.questions }])
    }

    struct QuestionView: TemplateView {
        let id: String
        let question: String
        let answerHTML: String
        let sources: CitesView?

        static let fields = TemplateFields<Self>([
            .text("id") { $0.id }, .text("question") { $0.question }, .text("answerHTML") { $0.answerHTML },
            .object("sources") { $0.sources },
        ])
    }
}

extension FAQ: DataBlock {
    func view(_ embedding: Embedding, _ head: BlockHead, _ renderer: BlockRenderer) -> FAQView {
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
            levelBelow: head.level + 1,
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
