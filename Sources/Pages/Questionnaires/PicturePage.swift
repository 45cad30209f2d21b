import Content
import Decision
import Forms
import Pictures
import Words

extension QuestionnaireRenderer {
    /// The decisions as pictures and as text; none where no picture can be read.
    func picturePage(_ pictures: [DrawnRoot]) -> [RenderedFile] {
        guard !pictures.isEmpty else { return [] }
        let title = site.theme.phrasebook.filled("pictureTitle", ["title": questionnaire.title.string])
        var view = site.baseView(title: title, address: pictureAddress)
        view.canonical = site.canonical(pictureAddress)
        let items = pictures.map { self.view($0, isOne: pictures.count == 1) }
        return [
            page(
                "picture", view, at: pictureAddress,
                PicturePageView(diagrams: DiagramsView(items: items), contents: contents(on: pictureAddress)))
        ]
    }

    private func view(_ drawn: DrawnRoot, isOne: Bool) -> DiagramsView.DiagramView {
        let picture = drawn.picture
        let steps = picture.boxes.indices.filter { picture.boxes[$0].tone == nil }.map { box in
            DiagramsView.StepView(
                id: id(of: box, drawn), ask: picture.boxes[box].text, url: link(of: picture.boxes[box]), place: picture.boxes[box].place,
                ways: picture.arrows.filter { $0.from == box }.map { way($0, drawn) })
        }
        return .init(
            title: isOne ? nil : picture.title, name: picture.title, svgURL: "../" + pictureName(drawn.root), width: drawn.drawing.width,
            height: drawn.drawing.height, steps: steps)
    }

    private func way(_ arrow: Picture.Arrow, _ drawn: DrawnRoot) -> DiagramsView.WayView {
        let end = drawn.picture.boxes[arrow.to]
        guard let number = drawn.picture.number(of: arrow.to) else {
            return .init(answer: arrow.text, to: end.text, url: link(of: end))
        }
        let words = site.theme.phrasebook.filled("pictureGoTo", ["number": String(number)])
        return .init(answer: arrow.text, to: words, url: "#" + id(of: arrow.to, drawn))
    }

    private func id(of box: Int, _ drawn: DrawnRoot) -> String {
        "step-\(drawn.root + 1)-\(drawn.picture.number(of: box) ?? 0)"
    }

    private func link(of box: Picture.Box) -> String? { box.subject.map { "../#\(anchor(of: $0))" } }

    /// Where the policy says more about a box.
    func anchor(of subject: Picture.BoxSubject) -> String {
        switch subject {
        case .question(let number): "question-\(questionnaire.questions[number].id)"
        case .outcome(let number): anchor(of: questionnaire.outcomes[number])
        }
    }
}
