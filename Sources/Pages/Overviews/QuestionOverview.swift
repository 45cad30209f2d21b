import CommonMark
import Content
import Decision

extension SiteRenderer {
    /// Whether the site answers questions anywhere.
    var hasQuestions: Bool {
        !questionnaires.isEmpty || library.data.contains { if case .faq = $0.body { true } else { false } }
    }

    /// All questions that the site answers: the questionnaires, then those of each page, in reading order.
    ///
    /// A file of questions that several pages show counts on the first of them. Past the limit the pages alone are named.
    var questionOverview: OverviewView? {
        guard hasQuestions else { return nil }
        let address = OverviewPage.questions.address
        let walks = questionnaires.map { diagram in
            OverviewItemView(
                title: diagram.questionnaire.title.string,
                url: Route.relative(from: address, to: QuestionnaireFiles.address(of: diagram.questionnaire.name)),
                summary: diagram.questionnaire.summary?.plainText())
        }
        var seen = Set<QuestionID>()
        var pages = tree.order.compactMap { number -> OverviewItemView? in
            let page = library.pages[number]
            guard library.isListed(page) else { return nil }
            let url = Route.relative(from: address, to: page.path.address)
            let items = questions(on: page).filter { seen.insert($0.id).inserted }.map {
                OverviewItemView(title: $0.text, url: "\(url)#\($0.id.question)")
            }
            return items.isEmpty ? nil : OverviewItemView(title: page.title, url: url, children: OverviewView(items: items))
        }
        if seen.count > OverviewPage.entryLimit {
            for index in pages.indices { pages[index].children = nil }
        }
        return OverviewView(items: walks + pages)
    }

    /// A question by its file and its id there.
    private struct QuestionID: Hashable {
        let file: Identifier
        let question: Identifier
    }

    private func questions(on page: Page) -> [(id: QuestionID, text: String)] {
        page.body.embeds.flatMap { embed -> [(id: QuestionID, text: String)] in
            guard case .success(let found) = library.embeddings(of: embed) else { return [] }
            return found.flatMap { embedding -> [(id: QuestionID, text: String)] in
                guard case .faq(let faq) = embedding.file.body else { return [] }
                return faq.groups.filter { embedding.selection.admits("group", $0.id) }.flatMap(\.value.questions).map {
                    (QuestionID(file: embedding.file.name, question: $0.id), $0.value.question.string)
                }
            }
        }
    }
}
