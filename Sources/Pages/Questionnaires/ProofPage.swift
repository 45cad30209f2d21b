import Content
import Decision
import Diagnostics
import Forms
import Wording
import Words

extension QuestionnaireRenderer {
    /// What was shown of the policy.
    var proof: PolicyProof { PolicyProof(diagram, steps: steps, cases: site.cases[questionnaire.name] ?? []) }

    /// What was shown, when, with which version, and by which cases.
    func proofPage() -> RenderedFile {
        let book = site.theme.phrasebook
        let proof = proof
        let wording = ProofWording(proof, of: questionnaire, book)
        var view = site.baseView(title: book.filled("proofTitle", ["title": questionnaire.title.string]), address: proofAddress)
        view.canonical = site.canonical(proofAddress)
        view.summary = wording.summary
        let shown = proof.cases.prefix(Limits.shownCases)
        let more = proof.cases.count - shown.count
        let filled = ProofView(
            summary: wording.summary, details: wording.details, cases: wording.cases,
            list: shown.isEmpty ? nil : list(of: Array(shown), wording),
            files: files(of: proof.cases),
            more: more > 0 ? book.text(.pattern("qMore", ["count": .number(Quantity(units: more, decimals: 0, unit: nil))])) : nil)
        return page("proof", view, at: proofAddress, ProofPageView(proof: filled, contents: contents(on: proofAddress)))
    }

    private func list(of cases: [CaseResult], _ wording: ProofWording) -> ProofView.CasesView {
        let items = cases.map { view(of: $0, wording) }
        let count = Quantity(units: items.count, decimals: 0, unit: nil)
        return .init(
            title: site.theme.phrasebook.text(.pattern("proofShow", ["count": .number(count)])), items: items,
            hasOtherDays: items.contains { $0.url == nil })
    }

    /// The files of the cases on the host that keeps the repository: a reader has no others.
    private func files(of cases: [CaseResult]) -> ProofView.CaseFilesView? {
        let paths = Array(Set(cases.map { $0.file.path })).sorted()
        let links = paths.compactMap { path in
            site.sourceLinks(of: String(path.trimmingPrefix("Content/"))).map {
                PlaceView(title: String(path.split(separator: "/").last ?? ""), url: $0.edit)
            }
        }
        return links.isEmpty ? nil : .init(items: links)
    }

    private func view(of result: CaseResult, _ wording: ProofWording) -> ProofView.CaseView {
        // On another day the answers may lead elsewhere.
        let isToday = result.today == site.library.today
        let answers = result.position.path.map { given in
            let question = questionnaire.questions[given.question]
            return "\(question.id)=\(question.text(of: given.answer))&"
        }.joined()
        let url = Route.relative(from: proofAddress, to: start) + "#\(answers)v=\(diagram.version)"
        return .init(name: result.name, url: isToday ? url : nil, end: wording.end(of: result))
    }

    /// Links to the parts of the policy, which are on one page but for the picture and the proof.
    func contents(on address: String) -> OverviewPartsView {
        let book = site.theme.phrasebook
        let policy = address == policyAddress ? "" : Route.relative(from: address, to: policyAddress)
        let parts = [("policyOutcomes", "outcomes"), ("policyRules", "rules"), ("policyQuestions", "questions")].map { word, anchor in
            OverviewPartsView.Item(title: book.filled(word), url: "\(policy)#\(anchor)", current: false)
        }
        let proof = OverviewPartsView.Item(
            title: book.filled("proofPart"), url: Route.relative(from: address, to: proofAddress), current: address == proofAddress)
        let picture = OverviewPartsView.Item(
            title: book.filled("picturePart"), url: Route.relative(from: address, to: pictureAddress), current: address == pictureAddress)
        return OverviewPartsView(items: parts + (hasPicture ? [picture] : []) + [proof], note: pictureNote)
    }

    /// Why there is no picture, or not of every decision; nil where none is missing.
    private var pictureNote: String? {
        let sizes = QuestionnaireRenderer.undrawnSizes(diagram)
        guard let largest = sizes.max() else {
            let hasMany = diagram.decisionRoots.contains { $0.outcome != nil }
            return hasMany ? site.theme.phrasebook.filled("pictureMany") : nil
        }
        let count = Quantity(units: largest, decimals: 0, unit: nil)
        return site.theme.phrasebook.text(.pattern(hasPicture ? "pictureSome" : "pictureNone", ["count": .number(count)]))
    }
}
