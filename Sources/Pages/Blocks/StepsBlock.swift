import CommonMark
import Content
import Diagnostics
import Forms

struct StepsView {
    let name: String
    let words: [String: String]
    /// One step alone needs no number.
    let isSingle: Bool
    let items: [ItemView]

    struct ItemView {
        /// Nil in an outcome: a page may show several outcomes with the same step.
        let id: String?
        let itemHTML: String
        let noteHTML: String?
        let facts: FactsView?
    }

    struct FactsView {
        let items: [FactView]
    }

    struct FactView {
        let label: String
        let textHTML: String
    }
}

extension Steps: DataBlock {
    static let keys = [
        "steps": "isSingle items:stepItem",
        "stepItem": "id itemHTML noteHTML facts:stepFacts",
        "stepFacts": "items:stepFact",
        "stepFact": "label textHTML",
    ]

    func view(_ embedding: Embedding, _ head: BlockHead, _ renderer: BlockRenderer) -> Any {
        let items = embedding.content.items
        let printer = BlockPrinter(
            line: HTMLText.escaped, markdown: { renderer.inline($0, in: embedding.file) }, word: { head.words[$0] })
        return StepsView(
            name: head.name, words: head.words, isSingle: items.count == 1,
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
