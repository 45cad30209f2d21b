import CommonMark
package import Content
package import Decision
import Diagnostics
import Forms
package import Pages
package import Search

/// INDEX: the files that a search in the browser reads.
///
/// - Parameter put: takes each as soon as it is made, and the one that names the others last. Nothing is made if the task is cancelled.
package func searchFiles(_ renderer: SiteRenderer, jobs: Int, put: (RenderedFile) async -> Void) async {
    let library = renderer.library
    let settings = SearchIndex.Settings(
        language: library.settings.language, words: renderer.searchWords, hash: Digest.short)
    let records = await records(of: renderer.resolved, renderer.questionnaires, words: renderer.theme.words, jobs: jobs) {
        renderer.address(of: $0, at: $1)
    }
    // The preview cancels the index of a version that nobody can see any more; the second half is the longer one.
    guard !Task.isCancelled else { return }
    let classes = library.settings.words.map { entry in Synonyms([entry.id.description] + entry.value.map(\.string)) }
    await SearchIndex.make(
        records, synonyms: synonyms(of: library), classes: classes, said: said(renderer), settings: settings, jobs: jobs
    ) { await put(RenderedFile(path: $0.path, bytes: $0.bytes)) }
}

/// The file with what readers say who mean an answer; nil if no questionnaire has cues.
private func said(_ renderer: SiteRenderer) -> [UInt8]? {
    let questionnaires = renderer.questionnaires.map(\.questionnaire)
    let index = SaidIndex(
        questionnaires, settings: renderer.library.settings, form: { QuestionnaireFiles.dataPath(of: $0.name) }, link: renderer.link(to:))
    return index.map { Array($0.json.text().utf8) }
}

/// The words that a search on the site finds.
///
/// - Parameter words: those of the theme.
package func searchVocabulary(
    of resolved: ResolvedLibrary, _ questionnaires: [DecisionDiagram], words: [String: String], jobs: Int
) async -> SearchVocabulary {
    SearchVocabulary(
        await records(of: resolved, questionnaires, words: words, jobs: jobs) { page, _ in page.path.address },
        synonyms: synonyms(of: resolved.library), language: resolved.library.settings.language)
}

/// `markdown/vague-words` for other words (`also`) that say nothing of their entry: each of them is in many of the search's records.
func checkOtherWords(
    of resolved: ResolvedLibrary, _ questionnaires: [Questionnaire], words: [String: String], jobs: Int
) async -> [Diagnostic] {
    let library = resolved.library
    let others = library.otherWords + questionnaires.flatMap(\.otherWords)
    guard library.settings.hasSearch, !others.isEmpty else { return [] }
    // Of a site of which a part can't be read, every word is in a greater share.
    guard library.unread.isEmpty, questionnaires.count == library.questionnaires.count else { return [] }
    let pages = await indexRecords(of: resolved, words: words, jobs: jobs) { page, _ in page.path.address }
    let all = pages + questionnaires.flatMap { records(of: $0) }
    guard let common = CommonWords(all, language: library.settings.language) else { return [] }
    let found = others.filter { common.isAll(of: $0.text) }.map { text, place in
        Diagnostic(
            "markdown/vague-words", "\"\(text)\" under `also` has only words that much of the site has: a search for it finds all of that",
            at: place, severity: .warning, help: "add a rarer word to it, or delete it")
    }
    return weighed(found, by: library.settings.checks)
}

extension Library {
    /// What `also` lists in pages and data files that a search finds.
    fileprivate var otherWords: [(text: String, place: SourceRange)] {
        let texts = pages.filter(isListed).flatMap(\.frontMatter.also) + data.flatMap(\.body.otherWords)
        return texts.map { ($0.string, $0.range) }
    }
}

extension Questionnaire {
    /// What `also` lists for it, its questions and its options; data files have the words of theirs.
    fileprivate var otherWords: [(text: String, place: SourceRange)] {
        also.map { ($0, title.range) }
            + questions.flatMap { question in
                question.also.map { ($0, question.place) }
                    + question.options.filter { $0.group == nil }.flatMap { option in option.also.map { ($0, option.place) } }
            }
    }
}

/// Everything that a search can lead to. Questionnaires are after the pages: of two equal results the text comes before
/// the question about it.
private func records(
    of resolved: ResolvedLibrary, _ questionnaires: [DecisionDiagram], words: [String: String], jobs: Int, url: @escaping AddressOf
) async -> [SearchRecord] {
    let pages = await indexRecords(of: resolved, words: words, jobs: jobs, url: url)
    return pages + questionnaires.flatMap { records(of: $0.questionnaire) }
}

/// Whether a path is that of a file of the search.
package func isOfSearch(_ path: String) -> Bool {
    path == SearchIndex.manifestPath || path.hasPrefix(SearchIndex.folder)
}

/// A questionnaire, and each of its answers: whoever searches for one may start with it.
///
/// An answer to the first question leads straight on. One to a later question is kept until it is asked for, so it comes
/// after the text that says the same.
private func records(of questionnaire: Questionnaire) -> [SearchRecord] {
    let title = questionnaire.title.string
    let address = Route.encoded(QuestionnaireFiles.address(of: questionnaire.name))
    let questions = questionnaire.questions.map(\.ask.string)
    var own = SearchRecord(
        kind: .questionnaire, title: title, url: address, names: questionnaire.also,
        body: ([questionnaire.summary?.plainText() ?? ""] + questions).filter { !$0.isEmpty }.joined(separator: " "))
    own.keywords = questionnaire.questions.flatMap(\.also)
    let answers = questionnaire.questions.enumerated().flatMap { number, question -> [SearchRecord] in
        guard case .one(let choices) = question.kind, !choices.isYesNo else { return [] }
        return choices.options.map { option in
            SearchRecord(
                kind: .questionnaire, title: option.label, url: "\(address)#\(question.id)=\(option.id)", pageTitle: title,
                names: option.also, context: [title, question.ask.string], body: option.hint?.plainText() ?? "",
                isSecondary: number > 0)
        }
    }
    return [own] + answers
}
