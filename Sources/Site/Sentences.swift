package import Content
package import Decision
package import Diagnostics

/// What a site understands of sentences: checks the cues of its questionnaires, and runs the sentences beside them.
///
/// - Parameter questionnaires: all that the site has. If one can't be read, nothing is run: sentences are matched with the cues of all.
/// - Returns: how well the sentences of each questionnaire that has some are understood.
package func checkSentences(_ resolved: ResolvedLibrary, _ questionnaires: [Questionnaire]) -> Checked<[SentenceCounts]> {
    let library = resolved.library
    var result = Checked<[SentenceCounts]>([])
    guard questionnaires.count == library.questionnaires.count,
        let index = SaidIndex(questionnaires, settings: library.settings, form: { QuestionnaireFiles.dataPath(of: $0.name) })
    else { return result }
    for (files, questionnaire) in zip(library.questionnaires, questionnaires) {
        result.diagnostics += index.checkCues(of: questionnaire)
        guard !files.sentences.isEmpty else { continue }
        let run = index.run(files.sentences, of: questionnaire)
        result.value.append(run.value)
        result.diagnostics += run.diagnostics
    }
    result.diagnostics = weighed(result.diagnostics, by: library.settings.checks)
    return result
}
