import CommonMark
import Content
import Forms
import Templating

struct ActionsView: TemplateView {
    let arrangements: [ArrangementView]
    let needs: [NeedView]
    /// Nil where there is nothing to choose.
    let tools: ToolsView?

    static let fields = TemplateFields<Self>([
        .list("arrangements") { $0.arrangements }, .list("needs") { $0.needs }, .object("tools") { $0.tools },
    ])

    /// By what readers choose: of a single need or arrangement there is no list.
    struct ToolsView: TemplateView {
        let byNeed: Bool
        let byArrangement: Bool

        static let fields = TemplateFields<Self>([.flag("byNeed") { $0.byNeed }, .flag("byArrangement") { $0.byArrangement }])
    }

    struct ArrangementView: TemplateView {
        let id: String
        let label: String
        let hintHTML: String?

        static let fields = TemplateFields<Self>([.text("id") { $0.id }, .text("label") { $0.label }, .text("hintHTML") { $0.hintHTML }])
    }

    struct NeedView: TemplateView {
        let id: String
        let label: String
        let hintHTML: String?
        let paths: [PathView]

        static let fields = TemplateFields<Self>([
            .text("id") { $0.id }, .text("label") { $0.label }, .text("hintHTML") { $0.hintHTML }, .list("paths") { $0.paths },
        ])
    }

    struct PathView: TemplateView {
        let arrangement: String
        let label: String
        let contentHTML: String

        static let fields = TemplateFields<Self>([
            .text("arrangement") { $0.arrangement }, .text("label") { $0.label }, .text("contentHTML") { $0.contentHTML },
        ])
    }
}

extension Actions: DataBlock {
    func view(_ embedding: Embedding, _ head: BlockHead, _ renderer: BlockRenderer) -> ActionsView {
        renderer.view(self, head, embedding.file, embedding.selection)
    }
}

extension BlockRenderer {
    fileprivate func view(_ actions: Actions, _ head: BlockHead, _ file: DataFile, _ selection: Selection) -> ActionsView {
        let arrangements = actions.arrangements.filter { selection.admits("arrangement", $0.id) }
        let needs = actions.needs.filter { selection.admits("need", $0.id) }
        let tools = ActionsView.ToolsView(byNeed: needs.count > 1, byArrangement: arrangements.count > 1)
        return ActionsView(
            arrangements: arrangements.map {
                .init(
                    id: $0.id.description, label: $0.value.label.string,
                    hintHTML: $0.value.hint.map { inline($0, in: file) })
            },
            needs: needs.map { need in
                let paths = Dictionary(need.value.paths.map { ($0.id, $0.value) }) { first, _ in first }
                return .init(
                    id: need.id.description, label: need.value.label.string,
                    hintHTML: need.value.hint.map { inline($0, in: file) },
                    paths: arrangements.compactMap { arrangement in
                        paths[arrangement.id].map { view($0, of: arrangement, file) }
                    })
            },
            tools: tools.byNeed || tools.byArrangement ? tools : nil)
    }

    private func view(
        _ path: Actions.Path, of arrangement: Entry<Actions.Arrangement>, _ file: DataFile
    ) -> ActionsView.PathView {
        let content =
            switch path {
            case .text(let text): blocks(text, in: file)
            case .steps(let steps): "<ol>\n" + steps.map { "<li>\(inline($0, in: file))</li>\n" }.joined() + "</ol>\n"
            }
        return .init(
            arrangement: arrangement.id.description, label: arrangement.value.label.string, contentHTML: content)
    }
}
