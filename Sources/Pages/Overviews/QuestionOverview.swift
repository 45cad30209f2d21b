import CommonMark
import Content
import Decision
import Forms

/// A question of a page, in the list of all.
struct ListedQuestion: Sendable {
    let page: Int
    let anchor: String
    let text: String
}

extension SiteRenderer {
    /// Whether the site answers questions anywhere.
    var hasQuestions: Bool {
        !questionnaires.isEmpty || library.data.contains { $0.body is FAQ }
    }

    /// The pages of the list of all questions.
    var questionParts: [[ListedQuestion]] { madeQuestionParts.value }

    /// All questions of pages, in reading order, cut into the pages of the list. A file of questions that several pages show counts
    /// on the first of them.
    static func questionParts(_ resolved: ResolvedLibrary, _ tree: SiteTree) -> [[ListedQuestion]] {
        var seen = Set<QuestionID>()
        let all = tree.order.filter { resolved.library.isListed(resolved.library.pages[$0]) }.flatMap { number in
            questions(on: resolved.pages[number]).filter { seen.insert($0.id).inserted }
                .map { ListedQuestion(page: number, anchor: $0.id.question.description, text: $0.text) }
        }
        return all.isEmpty ? [[]] : all.chunks(of: Limits.listEntries)
    }

    /// One page of the list of all questions, and what it holds in words: the questionnaires are on the first.
    func questionOverview(part: Int, on address: String) -> (OverviewView, String) {
        let walks = questionnaires.map { diagram in
            OverviewItemView(
                title: diagram.questionnaire.title.string,
                url: Route.relative(from: address, to: QuestionnaireFiles.address(of: diagram.questionnaire.name)),
                summary: diagram.questionnaire.summary?.plainText())
        }
        let all = questionParts[part]
        var pages: [Int] = []
        for question in all where pages.last != question.page { pages.append(question.page) }
        let groups = pages.map { number in
            let page = library.pages[number]
            let url = Route.relative(from: address, to: page.path.address)
            let items = all.filter { $0.page == number }.map { OverviewItemView(title: $0.text, url: "\(url)#\($0.anchor)") }
            return OverviewItemView(
                title: page.title, url: url, children: OverviewView(items: items), anchor: OverviewView.anchor(page.path.address))
        }
        return (OverviewView(items: (part == 0 ? walks : []) + groups), partTitle(pages))
    }

    /// A question by its file and its id there.
    private struct QuestionID: Hashable {
        let file: Identifier
        let question: Identifier
    }

    private static func questions(on page: ResolvedPage) -> [(id: QuestionID, text: String)] {
        page.text.embeddings.flatMap { embedding -> [(id: QuestionID, text: String)] in
            guard let faq = embedding.file.body as? FAQ else { return [] }
            return faq.shown(embedding.selection).flatMap(\.value.questions).map {
                (QuestionID(file: embedding.file.name, question: $0.id), $0.value.question.string)
            }
        }
    }
}
