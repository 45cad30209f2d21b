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
        let steps = shown(embedding.selection)
        return StepsView(
            name: head.name, words: head.words, isSingle: steps.count == 1,
            items: steps.map { step in
                let facts = step.value.facts(head.words, HTMLText.escaped) { renderer.inline($0, in: embedding.file) }
                return .init(
                    id: renderer.isOutcome ? nil : step.id.description,
                    itemHTML: renderer.inline(step.value.action, in: embedding.file),
                    noteHTML: step.value.how.map { renderer.blocks($0, in: embedding.file) },
                    facts: facts.isEmpty ? nil : .init(items: facts.map { .init(label: $0.label, textHTML: $0.text) }))
            })
    }

    /// Numbered lines, each step in one.
    func plainText(_ embedding: Embedding, _ renderer: BlockRenderer) -> String {
        let steps = shown(embedding.selection)
        let words: (Markdown) -> String = { renderer.words($0, in: embedding.file) }
        return steps.enumerated().map { index, step in
            let facts = step.value.facts(renderer.theme.words, { $0 }, words).map { "\($0.label): \($0.text)" }
            let text = ([step.value.action, step.value.how].compactMap { $0 }.map(words) + facts).joined(separator: " · ")
            return steps.count == 1 ? text : "\(index + 1). \(text)"
        }.joined(separator: "\n")
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

extension Steps.Step {
    /// Who, when, with what and where, with a label for each.
    ///
    /// - Parameters:
    ///   - line: plain words as they are to be printed.
    ///   - printed: Markdown as it is to be printed.
    fileprivate func facts(
        _ words: [String: String], _ line: (String) -> String, _ printed: (Markdown) -> String
    ) -> [(label: String, text: String)] {
        let facts: [(String, String?)] = [
            ("stepWho", who.map { line($0.string) }), ("stepWhen", when.map(printed)),
            ("stepNeeds", needs.isEmpty ? nil : needs.map(printed).joined(separator: ", ")),
            ("stepWhere", location.map(printed)),
        ]
        return facts.compactMap { word, text in text.map { (words[word] ?? word, $0) } }
    }
}
