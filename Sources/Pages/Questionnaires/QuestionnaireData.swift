import CommonMark
import Content
package import Decision
import Wording
import Forms

extension QuestionnaireRenderer {
    /// The compiled form, whose addresses are relative to itself.
    func data() -> RenderedFile {
        let wording = ReasonWording(questionnaire, site.theme.phrasebook)
        let form = CompiledForm.json(
            diagram,
            CompiledForm.Rendering(
                html: { blocks($0, on: dataPath) }, link: { link(to: $0, from: dataPath) },
                sources: { site.documentLinks.citations($0.sources, from: dataPath) },
                schema: site.library.settings.hasAPI ? Route.relative(from: dataPath, to: SiteRenderer.schemaPath) : nil,
                row: wording.text, formula: FormulaWording(questionnaire, site.theme.phrasebook).parts))
        return RenderedFile(path: dataPath, bytes: Array(form.text.utf8))
    }

    /// The questionnaire inside another page: its first question right there, where that is a short choice.
    ///
    /// - Parameters:
    ///   - address: the page on which it is.
    ///   - isFront: it is on the front page, under a heading of its own.
    ///   - most: it is one of several tiles, which show so many answers and no hints; if there are more, a link leads to the others.
    func embed(on address: String, isFront: Bool, most: Int = .max) -> [UInt8] {
        let step = step(ofPage: 0, from: address)
        let options = step?.groups.flatMap(\.options) ?? []
        let isShort = options.count <= StepGroups.few && !options.contains { $0.answer == nil }
        // A link in place of a single answer would save nothing.
        let isCut = isShort && most < options.count - 1
        let shown = most == .max ? step : step?.tile(of: isCut ? most : .max)
        let view = QuestionnaireEmbedView(
            questionnaire: links(from: address), isFront: isFront, step: isShort ? shown : nil, isCut: isCut)
        return site.theme.render("parts/questionnaire-embed", view)
    }
}

extension SiteRenderer {
    /// Next to the folder of the compiled forms, so that no questionnaire's name can take it.
    static let schemaPath = "api/questionnaire.schema.json"

    /// The list of all questionnaires, and what their data mean.
    func questionnaireLists() -> [RenderedFile] {
        guard !questionnaires.isEmpty else { return [] }
        guard library.settings.hasAPI else { return [questionnaireList()] }
        return [questionnaireList(), RenderedFile(path: SiteRenderer.schemaPath, bytes: Array(CompiledForm.schema.utf8))]
    }

    /// The pages and data of the questionnaire of this name.
    func questionnaireFiles(_ name: String) -> [RenderedFile] {
        questionnaires.filter { $0.questionnaire.name.description == name }
            .flatMap { QuestionnaireRenderer(self, $0).files() }
    }

    /// What a page without script that ends a questionnaire shows: outcomes by decision, and facts.
    ///
    /// - Parameter address: below the root: `questionnaires/access/7/`. Nil for all other addresses.
    package func result(at address: String) -> (diagram: DecisionDiagram, outcomes: [[Int]], values: [ShownFact], paragraphs: [Int])? {
        let parts = address.split(separator: "/")
        guard parts.count == 3, parts[0] == QuestionnaireFiles.folder, let number = Int(parts[2]),
            let diagram = questionnaires.first(where: { $0.questionnaire.name.description == parts[1] }),
            let pages = StepGraph(diagram, limit: QuestionnaireRenderer.pageLimit)?.pages, pages.indices.contains(number - 1),
            case .result(let outcomes, let values, let paragraphs) = pages[number - 1]
        else { return nil }
        return (diagram, outcomes, values, paragraphs)
    }

    /// The pages of questionnaires that search engines list: not the single states.
    var questionnaireAddresses: [String] {
        guard !questionnaires.isEmpty else { return [] }
        let each = questionnaires.flatMap { diagram -> [String] in
            let start = QuestionnaireFiles.address(of: diagram.questionnaire.name)
            return [start] + policyPaths(of: diagram).map { start + $0 }
        }
        return [QuestionnaireFiles.folder + "/"] + each
    }

    /// The pages on the policy of a questionnaire, below its own address.
    func policyPaths(of diagram: DecisionDiagram) -> [String] {
        RulePart.parts(of: diagram.questionnaire).indices.map { Route.part($0, of: "policy/") } + ["policy/proof/"]
            + (QuestionnaireRenderer.readableRoots(diagram).isEmpty ? [] : ["policy/picture/"])
    }

    private func questionnaireList() -> RenderedFile {
        let address = QuestionnaireFiles.folder + "/"
        var view = baseView(title: theme.words["qIndex"] ?? "", address: address)
        view.summary = theme.words["qIndexSummary"]
        view.canonical = canonical(address)
        view.reportURL = resolver.reportURL(title: view.title, address: address)
        if let front = library.front { view.breadcrumbs = [PlaceView(title: front.title, url: Route.relative(from: address, to: ""))] }
        view.children = questionnaires.map { diagram in
            let start = QuestionnaireFiles.address(of: diagram.questionnaire.name)
            return CardView(
                title: diagram.questionnaire.title.string, summary: diagram.questionnaire.summary?.plainText(),
                url: Route.relative(from: address, to: start), policyURL: Route.relative(from: address, to: start + "policy/"))
        }
        return RenderedFile(
            path: Route.file(address),
            bytes: theme.render("questionnaires", layout(view, at: address, section: nil)))
    }
}
