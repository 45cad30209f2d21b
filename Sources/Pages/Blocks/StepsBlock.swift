import CommonMark
import Content
import Diagnostics
import Forms
import Templating

struct StepsView: TemplateView {
    /// One step alone needs no number.
    let isSingle: Bool
    let items: [ItemView]

    static let fields = TemplateFields<Self>([.flag("isSingle") { $0.isSingle }, .list("items") { $0.items }])

    struct ItemView: TemplateView {
        /// Nil in an outcome: a page may show several outcomes with the same step.
        let id: String?
        let itemHTML: String
        let noteHTML: String?
        let facts: FactsView?

        static let fields = TemplateFields<Self>([
            .text("id") { $0.id }, .text("itemHTML") { $0.itemHTML }, .text("noteHTML") { $0.noteHTML }, .object("facts") { $0.facts },
        ])
    }

    struct FactsView: TemplateView {
        let items: [FactView]

        static let fields = TemplateFields<Self>([.list("items") { $0.items }])
    }

    struct FactView: TemplateView {
        let label: String
        let textHTML: String

        static let fields = TemplateFields<Self>([.text("label") { $0.label }, .text("textHTML") { $0.textHTML }])
    }
}

extension Steps: DataBlock {
    func view(_ embedding: Embedding, _ head: BlockHead, _ renderer: BlockRenderer) -> StepsView {
        let items = embedding.content.items
        let printer = BlockPrinter(
            line: HTMLEscaping.escaped, markdown: { renderer.inline($0, in: embedding.file) }, word: { head.words[$0] })
        return StepsView(
            isSingle: items.count == 1,
            items: zip(items, shown(embedding.selection)).map { item, step in
                let facts = item.parts.compactMap { part in
                    printer.label(part).map { StepsView.FactView(label: $0, textHTML: printer.text(part)) }
                }
                return .init(
                    id: renderer.isOutcome ? nil : item.id.description, itemHTML: printer.text(item.title),
                    noteHTML: step.value.how.map { renderer.blocks($0, in: embedding.file) },
                    facts: facts.isEmpty ? nil : .init(items: facts))
            })
    }

    /// An excerpt is no procedure of its own.
    func structuredData(_ embedding: Embedding, _ place: StructuredPlace) -> StructuredBlock {
        guard embedding.selection == .all, steps.count > 1 else { return .nothing }
        let items = steps.enumerated().map { index, step -> JSONValue in
            var fields: [(String, JSONValue)] = [
                ("@type", .string("HowToStep")), ("position", .number(index + 1)),
                ("name", .string(place.words(step.value.action, in: embedding.file))),
            ]
            if let how = step.value.how { fields.append(("text", .string(place.words(how, in: embedding.file)))) }
            if let url = place.url { fields.append(("url", .string("\(url)#\(step.id)"))) }
            return .object(fields)
        }
        return .whole(
            .object([("@type", .string("HowTo")), ("name", .string(embedding.file.title.string)), ("step", .array(items))]))
    }
}
