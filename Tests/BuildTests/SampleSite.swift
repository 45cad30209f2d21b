import Content
import Decision
import Diagnostics
import Forms
import Foundation
import YAML

/// A site that has every field that an author can write, and the places of those that hold text.
enum SampleSite {
    /// A text field of a file, and where its value stands.
    struct Slot {
        /// `faq.groups.*.title`
        let name: String
        let file: String
        let range: Range<Int>
        let text: String

        /// Whether people read it, so that it has to take a value. Of the cells of a table those that are words.
        var isRead: Bool { SampleSite.read.contains(name) && !(name.hasPrefix("table.rows") && ["3", "big"].contains(text)) }

        /// The files with a value behind the text of this field.
        func filled(in files: [String: String], with value: String = "{{ figures.days }}") throws -> [String: String] {
            var files = files
            var bytes = Array((files[file] ?? "").utf8)
            let quoted = String(decoding: try JSONEncoder().encode("\(text) \(value)"), as: UTF8.self)
            bytes.replaceSubrange(range, with: quoted.replacing("\\/", with: "/").utf8)
            files[file] = String(decoding: bytes, as: UTF8.self)
            return files
        }
    }

    /// What each file of the sample is read by.
    static let schemas: [(String, Schema)] =
        DataKind.allCases.map { ($0.rawValue, $0.schema) }
        + [("page", FrontMatter.schema), ("site", SiteSettings.schema), ("questionnaire", QuestionnaireShape.schema)]

    /// Fields that people read: each has to take a value.
    static let read: Set = [
        "page.title", "page.summary", "page.owner", "page.tags.*", "page.also.*", "faq.groups.*.questions.*.also.*", "questionnaire.also.*",
        "questionnaire.questions.*.also.*",
        "page.examples.*", "page.sources.*", "page.sources.*.document",
        "page.sources.*.section", "site.title", "site.summary", "site.banner", "site.notice", "faq.added-by", "faq.sources.*.section",
        "questionnaire.title", "questionnaire.summary", "questionnaire.owner", "questionnaire.questions.*.ask",
        "questionnaire.questions.*.label",
        "questionnaire.questions.*.hint", "questionnaire.questions.*.one-of.*", "questionnaire.questions.*.one-of.*.label",
        "questionnaire.questions.*.one-of.*.hint", "questionnaire.questions.*.none", "questionnaire.questions.*.number.unit",
        "questionnaire.questions.*.must.*.else", "questionnaire.facts.*.label", "questionnaire.facts.*.values.*",
        "questionnaire.amounts.*.label", "questionnaire.amounts.*.unit",
        "questionnaire.outcomes.*.title", "questionnaire.outcomes.*.text", "questionnaire.outcomes.*.paragraphs.*.text",
        "questionnaire.statements.*.because", "questionnaire.decisions.*.title",
        "questionnaire.impossible.*.because", "faq.title", "faq.summary", "faq.groups.*.title",
        "faq.groups.*.questions.*.question", "faq.groups.*.questions.*.answer", "glossary.terms.*.term",
        "glossary.terms.*.short", "glossary.terms.*.also.*", "glossary.terms.*.definition", "directory.groups.*",
        "directory.entries.*.name", "directory.entries.*.for", "checklist.note", "checklist.compares", "checklist.items.*.item",
        "checklist.items.*.why", "comparison.columns.*", "comparison.columns.*.label", "comparison.rows.*.label",
        "comparison.rows.*.cells.*.text", "comparison.notes.*", "actions.arrangements.*.label", "actions.arrangements.*.hint",
        "actions.needs.*.label", "actions.needs.*.hint", "actions.needs.*.paths.*", "actions.needs.*.paths.*.*",
        "products.attributes.*.label", "products.attributes.*.values.*", "products.categories.*",
        "products.groups.*.products.*.name", "products.groups.*.products.*.also.*", "products.groups.*.products.*.note",
        "products.nothing-found", "steps.steps.*.do", "steps.steps.*.how", "steps.steps.*.who", "steps.steps.*.when",
        "steps.steps.*.needs.*", "steps.steps.*.where", "table.columns.*", "table.columns.*.label", "table.columns.*.unit",
        "table.columns.*.options.*", "table.rows.*.*", "values.values.*", "values.values.*.unit", "values.values.*.text",
        "values.values.*.note", "values.values.*.source",
    ]

    /// The files of the sample, below `Tests/Fixtures/values`.
    static func files() throws -> [String: String] {
        let root = fixtures.appending(path: "values")
        var files: [String: String] = [:]
        for case let url as URL in FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil) ?? .init()
        where !url.hasDirectoryPath {
            files[String(url.path.dropFirst(root.path.count + 1))] = try String(contentsOf: url, encoding: .utf8)
        }
        return files
    }

    /// The files with a value in each of these fields.
    static func filled(_ slots: [Slot], with value: String) throws -> [String: String] {
        // From the end on, so that places before stay where they are.
        try slots.reversed().reduce(try files()) { try $1.filled(in: $0, with: value) }
    }

    /// The places of all text fields, file by file, in written order. Those of `figures.yaml`, which the values come from,
    /// are left as they are.
    static func slots(_ files: [String: String]) -> [Slot] {
        files.keys.sorted().filter { $0 != "Content/data/figures.yaml" }.flatMap { path -> [Slot] in
            let source = SourceFile(path: path, text: files[path] ?? "")
            guard let (kind, range) = part(source), let schema = schemas.first(where: { $0.0 == kind })?.1,
                let root = parse(SourceRange(source, range)).value
            else { return [] }
            var slots: [Slot] = []
            collect(root, schema, kind, path, &slots)
            return slots
        }
    }

    /// What a file is, and the part of it that is YAML.
    private static func part(_ source: SourceFile) -> (kind: String, range: Range<Int>)? {
        if source.path.hasSuffix(".md") { return frontMatterRange(of: source).map { ("page", $0) } }
        guard source.path.hasSuffix(".yaml"), !source.path.hasSuffix(".cases.yaml") else { return nil }
        if source.path == "Content/site.yaml" { return ("site", 0..<source.bytes.count) }
        let first = String(decoding: source.line(1), as: UTF8.self)
        return (String(first.dropFirst("kind: ".count)), 0..<source.bytes.count)
    }

    private static func collect(_ node: Node, _ schema: Schema, _ name: String, _ file: String, _ slots: inout [Slot]) {
        switch (schema, node.value) {
        case (.text(let form), .scalar(let scalar)) where isText(form):
            let slot = Slot(name: name, file: file, range: node.range.bytes, text: scalar.text)
            if !slots.contains(where: { $0.range == slot.range && $0.file == file }) { slots.append(slot) }
        case (.list(let element, _), .sequence(let nodes)):
            for node in nodes { collect(node, element, name + ".*", file, &slots) }
        case (.list(let element, _), .scalar): collect(node, element, name + ".*", file, &slots)
        case (.map(let form), .mapping(let entries)):
            for entry in entries {
                if let field = form.fields.first(where: { $0.name == entry.key.text }) {
                    collect(entry.value, field.schema, "\(name).\(field.name)", file, &slots)
                } else if let others = form.others {
                    collect(entry.value, others.value, name + ".*", file, &slots)
                }
            }
        case (.either(let forms), _): for form in forms { collect(node, form, name, file, &slots) }
        default: break
        }
    }

    /// The names of all text fields of a schema.
    static func textFields(_ schema: Schema, _ name: String) -> [String] {
        switch schema {
        case .text(let form): isText(form) ? [name] : []
        case .list(let element, _): textFields(element, name + ".*")
        case .map(let form):
            form.fields.flatMap { textFields($0.schema, "\(name).\($0.name)") }
                + (form.others.map { textFields($0.value, name + ".*") } ?? [])
        case .either(let forms): forms.flatMap { textFields($0, name) }
        case .yesNo, .integer, .choice, .named: []
        }
    }

    private static func isText(_ form: TextForm) -> Bool {
        [TextForm.line, .markdownLine, .markdown, .markdownLink].contains { $0.words == form.words }
            || form.words.hasPrefix("a cell of the column") || form.words.hasPrefix("a label of at most")
    }
}
