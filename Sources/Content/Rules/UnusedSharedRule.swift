import Diagnostics
import Forms

/// `questionnaire/unused-shared`: a shared file that no questionnaire uses.
func checkUnusedShared(_ library: Library) -> [Diagnostic] {
    // A questionnaire that cannot be read may use any of them: its own message comes first.
    guard !library.unread.contains(where: { $0.hasPrefix(QuestionnaireFiles.folder + "/") }) else { return [] }
    return library.sharedRules.filter { !$0.isUsed }.map { shared in
        Diagnostic(
            "questionnaire/unused-shared", "no questionnaire uses this file", at: SourceRange(shared.source, line: 1), severity: .warning,
            help: "write `use: [{rules: \(shared.name)}]` in a questionnaire, or delete the file")
    }
}
