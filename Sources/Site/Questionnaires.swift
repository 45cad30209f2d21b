package import Content
package import Decision
package import Diagnostics
package import Forms
import Pages
import Wording
package import Words

/// A questionnaire that was proved, with how its cases ended.
package struct ProvedQuestionnaire: Sendable {
    /// The compiled form, which pages and scripts follow.
    package let diagram: DecisionDiagram
    /// Those of its later policies, in the order of time.
    package let later: [DecisionDiagram]
    /// The result of each case, in the order of its file.
    package let results: [CaseResult]
    /// What a value of a data file prints in its texts.
    package let words: @Sendable (String) -> String?
    /// Its texts, with where their links lead.
    package let texts: [ResolvedText]
}

/// COMPILE: reads and proves the questionnaires of a library, and runs their cases.
///
/// - Parameter name: only this one; nil for all.
/// - Returns: those that were proved, in the order of their names.
package func compileQuestionnaires(_ resolved: ResolvedLibrary, only name: Identifier? = nil) -> Checked<[ProvedQuestionnaire]> {
    together(
        resolved.library.questionnaires.filter { name == nil || $0.name == name }.map { compiled($0, resolved) }, resolved,
        isWhole: name == nil)
}

/// The same of all questionnaires, several at once.
package func compileQuestionnaires(_ resolved: ResolvedLibrary, jobs: Int) async -> Checked<[ProvedQuestionnaire]> {
    together(await inParallel(resolved.library.questionnaires, jobs: jobs) { compiled($0, resolved) }, resolved, isWhole: true)
}

/// What one questionnaire gives: itself if it was proved, and its policy and texts even if it wasn't.
private typealias Compiled = (proved: Checked<ProvedQuestionnaire?>, policy: Questionnaire?, texts: [ResolvedText])

private func compiled(_ files: QuestionnaireFiles, _ resolved: ResolvedLibrary) -> Compiled {
    let library = resolved.library
    let read = readPolicy(files, of: resolved)
    var diagnostics = read.diagnostics
    guard let policy = read.value else { return (Checked(nil, diagnostics), nil, []) }
    let questionnaire = policy.written
    diagnostics += checkDates(of: "questionnaire", questionnaire.upkeep, at: questionnaire.title.range, today: library.today)
    let texts = resolved.resolving(questionnaire.authoredTexts)
    let compiled = compile(policy, since: library.today, wording: .english)
    diagnostics += compiled.diagnostics
    guard let diagram = compiled.value.first else { return (Checked(nil, diagnostics), questionnaire, texts) }
    let words: @Sendable (String) -> String? = { library.values.value($0)?.wording }
    let cases = files.cases.map { file in
        readCases(file, policy: { policy.policy(on: $0 ?? library.today) }) { day, name in
            (day.map(library.values.on) ?? library.values).value(name)?.wording
        }
    }
    let run = runCases(cases.map(\.value), compiled.value, of: policy, today: library.today, wording: .english)
    diagnostics += cases.flatMap(\.diagnostics) + run.diagnostics
    let proved = ProvedQuestionnaire(
        diagram: diagram, later: Array(compiled.value.dropFirst()), results: run.value, words: words, texts: texts)
    return (Checked(proved, diagnostics), questionnaire, texts)
}

/// - Parameter isWhole: whether these are all questionnaires of the site.
private func together(_ each: [Compiled], _ resolved: ResolvedLibrary, isWhole: Bool) -> Checked<[ProvedQuestionnaire]> {
    var shared = SharedFindings()
    for one in each { if let policy = one.policy { shared.note(one.proved.diagnostics, of: policy) } }
    let ofFiles = each.flatMap { one in
        one.policy.map { shared.told(one.proved.diagnostics, of: $0.source.path, isWhole: isWhole) } ?? one.proved.diagnostics
    }
    let diagnostics = ofFiles + resolved.checkLinks(in: each.flatMap(\.texts))
    return Checked(each.compactMap(\.proved.value), weighed(diagnostics, by: resolved.library.settings.checks))
}

/// The policy of a questionnaire's files, not yet proved; nil if it cannot be understood.
package func readPolicy(_ files: QuestionnaireFiles, of resolved: ResolvedLibrary) -> Checked<PolicyInTime?> {
    readPolicyInTime(files.source, name: files.name, library: resolved) { spreadsheet in
        resolved.library.spreadsheets[spreadsheet] ?? missing(spreadsheet, resolved.library)
    }
}

private func missing(_ spreadsheet: String, _ library: Library) -> InputFile.Outcome<SourceFile> {
    let known = library.spreadsheets.keys.sorted()
    return .failure(
        InputFile.Refusal(
            diagnostic: Diagnostic(
                "csv/unreadable", "there is no file \(spreadsheet) next to the questionnaire", at: nil,
                help: Suggestion.help(for: spreadsheet, among: known))))
}

/// The words of a site, for what is said of its questionnaires outside its pages.
///
/// - Parameter site: the folder that holds `Content/` and perhaps `Templates/`.
package func words(of library: Library, site: String) -> Phrasebook {
    Theme.read(site: site, language: library.settings.language).value.phrasebook
}
