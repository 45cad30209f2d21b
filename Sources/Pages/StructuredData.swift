import CommonMark
import Content
import Diagnostics

extension SiteRenderer {
    /// What search engines are told about a page (schema.org, as JSON-LD): its place, its questions and answers.
    ///
    /// Nil without a public address, as every entry needs one.
    func structuredData(of number: Int, _ embeddings: [Embedding]) -> String? {
        let parts = [breadcrumbs(of: number), questions(embeddings, on: number)].compactMap { $0 }
        guard !parts.isEmpty else { return nil }
        return JSONValue.object([("@context", .string("https://schema.org")), ("@graph", .array(parts))]).text(
            forHTML: true)
    }

    private func breadcrumbs(of number: Int) -> JSONValue? {
        let above = tree.ancestors(of: number)
        guard !above.isEmpty, library.settings.address != nil else { return nil }
        let items = (above + [number]).enumerated().map { place, number -> JSONValue in
            let page = library.pages[number]
            return .object([
                ("@type", .string("ListItem")), ("position", .number(place + 1)), ("name", .string(page.title)),
                ("item", .string(canonical(page.path.address) ?? "")),
            ])
        }
        return .object([("@type", .string("BreadcrumbList")), ("itemListElement", .array(items))])
    }

    private func questions(_ embeddings: [Embedding], on number: Int) -> JSONValue? {
        let questions = embeddings.flatMap { embedding -> [JSONValue] in
            guard case .faq(let faq) = embedding.file.body else { return [] }
            let shown = faq.groups.filter { embedding.selection.admits("group", $0.id) }
            return shown.flatMap { $0.value.questions.map { question($0, embedding.file, on: number) } }
        }
        guard !questions.isEmpty else { return nil }
        return .object([("@type", .string("FAQPage")), ("mainEntity", .array(questions))])
    }

    private func question(_ entry: Entry<FAQ.Question>, _ file: DataFile, on number: Int) -> JSONValue {
        let address = library.pages[number].path.address
        let answer = entry.value.answer
        let text = answer.plainText(resolver.resolution(of: answer, in: file.path, on: address))
        var fields: [(String, JSONValue)] = [
            ("@type", .string("Question")), ("name", .string(entry.value.question.string)),
            ("acceptedAnswer", .object([("@type", .string("Answer")), ("text", .string(text))])),
        ]
        if let url = canonical(address) { fields.append(("url", .string("\(url)#\(entry.id)"))) }
        return .object(fields)
    }
}
