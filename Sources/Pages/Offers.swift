import Content
import Decision
import Forms

/// A questionnaire that a page offers, because its rules rest on the page.
struct Offer: Sendable {
    let questionnaire: Identifier
    let title: String
    /// Answers to its first question that sections of the page imply: as the address of the questionnaire has them, `#need=tac`, and in
    /// words.
    let answers: [(fragment: String, label: String)]

    /// More would be a list to choose from.
    private static let most = 2

    /// The offers of each page, by its file: first those of questionnaires that cite it most.
    static func byPage(_ questionnaires: [Questionnaire]) -> [String: [Offer]] {
        var found: [String: [(offer: Offer, cites: Int)]] = [:]
        for questionnaire in questionnaires {
            for (page, cites) in Dictionary(grouping: questionnaire.allCites, by: \.page) {
                found[page.file, default: []].append((Offer(of: questionnaire, on: page, citing: cites), cites.count))
            }
        }
        return found.mapValues { offers in
            offers.enumerated().sorted { (-$0.element.cites, $0.offset) < (-$1.element.cites, $1.offset) }.map(\.element.offer)
        }
    }

    /// - Parameter cites: of the questionnaire, those that name the page.
    private init(of questionnaire: Questionnaire, on page: PagePath, citing cites: [Cite]) {
        self.questionnaire = questionnaire.name
        title = questionnaire.title.string
        let sections = Set(cites.map(\.anchor))
        let implied = Set(
            sections.compactMap { section in
                questionnaire.impliedAnswers { $0.page == page && $0.anchor == section }.first { $0.question == 0 }?.option.id
            })
        answers = questionnaire.questions.prefix(1).flatMap { first in
            first.options.filter { implied.contains($0.id) }.map { ("#\(first.id)=\($0.id)", $0.label) }
        }
    }

    /// Those of a page that it doesn't embed already.
    static func shown(_ offers: [Offer], besides embedded: [Identifier]) -> ArraySlice<Offer> {
        offers.filter { !embedded.contains($0.questionnaire) }.prefix(most)
    }
}

extension SiteRenderer {
    /// The questionnaires that a page offers at its end; nil for none.
    func offers(on number: Int) -> OffersView? {
        let path = library.pages[number].path
        let embedded = resolved.pages[number].text.embeds.compactMap(\.questionnaire)
        let items = Offer.shown(offers[path.file] ?? [], besides: embedded).map { offer in
            let start = Route.relative(from: path.address, to: QuestionnaireFiles.address(of: offer.questionnaire))
            let answers = offer.answers.map { PlaceView(title: $0.label, url: start + $0.fragment) }
            return OfferView(title: offer.title, url: start, answers: answers.isEmpty ? nil : ExamplesView(items: answers))
        }
        return items.isEmpty ? nil : OffersView(items: items)
    }
}
