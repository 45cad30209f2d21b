import CommonMark
import Content
import Decision
import Pictures
import Wording
import Words
import Forms
import Templating

/// Renders one questionnaire: its start page, a page for each state, its policy, its data.
struct QuestionnaireRenderer: Sendable {
    let site: SiteRenderer
    let diagram: DecisionDiagram
    /// Nil past the limit of pages: then the policy page takes their place.
    let steps: StepGraph?
    /// What its pages know of the way to them.
    let trails: [StepTrails.Trail]
    /// What can still follow from each; empty where there is one result.
    let outlooks: [[StepOutlooks.Outlook]]
    /// The diagram in words.
    let wording: DiagramWording
    /// The same with the labels of the questions.
    let shortWording: DiagramWording

    /// Whether some decision is small enough for a picture.
    let hasPicture: Bool

    /// How many pages without script a questionnaire may have.
    static let pageLimit = Limits.questionnairePages

    init(_ site: SiteRenderer, _ diagram: DecisionDiagram) {
        self.site = site
        self.diagram = diagram
        steps = StepGraph(diagram, limit: QuestionnaireRenderer.pageLimit)
        trails = steps.map { StepTrails($0).trails } ?? []
        outlooks = diagram.questionnaire.hasSeveralResults ? steps.map { StepOutlooks($0).pages } ?? [] : []
        hasPicture = !QuestionnaireRenderer.readableRoots(diagram).isEmpty
        wording = DiagramWording(diagram)
        shortWording = DiagramWording(diagram, isShort: true)
    }

    var questionnaire: Questionnaire { diagram.questionnaire }
    var start: String { QuestionnaireFiles.address(of: questionnaire.name) }
    var policyAddress: String { start + "policy/" }
    var pictureAddress: String { policyAddress + "picture/" }
    var proofAddress: String { policyAddress + "proof/" }
    var dataPath: String { QuestionnaireFiles.dataPath(of: questionnaire.name) }
    private var words: [String: String] { site.theme.words }

    /// All files of the questionnaire.
    func files() -> [RenderedFile] {
        let pictures = pictures
        let drawings = pictures.map {
            RenderedFile(path: policyAddress + pictureName($0.root), bytes: Array($0.drawing.svg.utf8))
        }
        let policy = policyPages() + [proofPage()] + picturePage(pictures) + drawings
        return [startPage(), data()] + countedFiles() + policy + (steps?.pages.indices.dropFirst().map(statePage) ?? [])
    }

    /// The address of a state's page; the first state is where everybody starts.
    func address(ofPage number: Int) -> String { Route.step(number, from: start) }

    /// The addresses of the questionnaire as seen from a page.
    func links(from address: String) -> QuestionnaireView {
        QuestionnaireView(
            title: questionnaire.title.string, url: Route.relative(from: address, to: start),
            policyURL: Route.relative(from: address, to: policyAddress), dataURL: Route.relative(from: address, to: dataPath),
            version: diagram.version,
            pictureURL: hasPicture ? Route.relative(from: address, to: pictureAddress) : nil,
            countsURL: countsFolder.map { Route.relative(from: address, to: $0) },
            units: site.theme.phrasebook.numbers.units.json(countedUnits))
    }

    /// The units of its questions for numbers, and of its amounts.
    private var countedUnits: [String] {
        let asked = questionnaire.questions.compactMap { if case .number(let range) = $0.kind { range.unit } else { nil } }
        let units = questionnaire.amounts.compactMap { if case .number(_, let unit, _, _) = $0.kind { unit } else { nil } }
        return asked + units.filter { !asked.contains($0) }
    }

    private func startPage() -> RenderedFile {
        var view = site.baseView(title: questionnaire.title.string, address: start)
        view.summary = questionnaire.summary?.plainText()
        view.canonical = site.canonical(start)
        view.facts = site.facts(of: questionnaire)
        let step = step(ofPage: 0, from: start)
        return page("questionnaire", view, at: start, StartPageView(step: step, policy: step == nil ? rules : nil))
    }

    private func statePage(_ number: Int) -> RenderedFile {
        let address = address(ofPage: number)
        if let step = step(ofPage: number, from: address) {
            var view = site.baseView(title: step.ask, address: address)
            view.documentTitle = documentTitle(step.ask, number)
            view.noindex = true
            let own = QuestionPageView(step: step, trail: trail(toPage: number, from: address), outlook: outlook(ofPage: number))
            return page("question", view, at: address, own)
        }
        let results = results(ofPage: number, on: address)
        let title = results.first?.outcomes.first?.title ?? ""
        var view = site.baseView(title: title, address: address)
        view.documentTitle = documentTitle(title, number)
        view.noindex = true
        let isSingle = results.flatMap(\.outcomes).count == 1
        let own = ResultPageView(
            results: results, isSingle: isSingle, address: site.canonical(address), trail: trail(toPage: number, from: address))
        return page("result", view, at: address, own)
    }

    /// Several states ask the same question, and no two pages have the same title.
    private func documentTitle(_ title: String, _ number: Int) -> String {
        "\(title) (\(number + 1)) – \(questionnaire.title.string) – \(site.library.settings.title.string)"
    }

    /// - Parameter own: what the template is given beside the keys of every page of a questionnaire.
    func page(_ template: String, _ page: PageView, at address: String, _ own: some TemplateView) -> RenderedFile {
        var view = page
        view.breadcrumbs = breadcrumbs(at: address)
        view.reportURL = site.resolver.reportURL(title: view.title, address: address, version: diagram.version)
        let layout = site.layout(view, at: address, section: nil)
        let text = site.theme.render(template, layout, QuestionnairePageView(questionnaire: links(from: address)), own)
        // Several outcomes may have notes. The script of results does the same with what it shows.
        let html = ["policy", "result"].contains(template) ? NoteNumbers.continued(text) : text
        return RenderedFile(path: Route.file(address), bytes: html)
    }

    private func breadcrumbs(at address: String) -> [PlaceView] {
        let front = site.library.front.map { PlaceView(title: $0.title, url: Route.relative(from: address, to: "")) }
        let list = PlaceView(
            title: words["qIndex"] ?? "", url: Route.relative(from: address, to: QuestionnaireFiles.folder + "/"))
        let own = address == start ? nil : PlaceView(title: questionnaire.title.string, url: Route.relative(from: address, to: start))
        return [front, list, own].compactMap { $0 }
    }
}
