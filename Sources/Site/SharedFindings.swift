import Content
import Decision
import Diagnostics

/// What is found in the files that several questionnaires use.
struct SharedFindings {
    /// What one questionnaire needs and another doesn't is no fault of the file: it is one where all of them report it.
    private static let ofAll: Set<RuleID> = [
        "questionnaire/unused-fact", "questionnaire/unused-question", "questionnaire/unused-option", "questionnaire/dead-rule",
    ]

    private struct Place: Hashable {
        let rule: RuleID
        let file: String
        let start: Int
    }

    /// For each place in a shared file what questionnaires report it.
    private var reporters: [Place: Set<String>] = [:]
    /// For each shared file the questionnaires that use it.
    private var users: [String: Set<String>] = [:]

    /// Notes what was found in one questionnaire.
    mutating func note(_ diagnostics: [Diagnostic], of questionnaire: Questionnaire) {
        for file in questionnaire.paths { users["Content/" + file, default: []].insert(questionnaire.path) }
        for diagnostic in diagnostics {
            guard let place = Self.place(of: diagnostic) else { continue }
            reporters[place, default: []].insert(questionnaire.path)
        }
    }

    /// The same without what is no fault of a shared file; what is left says which questionnaire it was found in.
    ///
    /// - Parameter isWhole: whether all questionnaires are among those that were noted.
    func told(_ diagnostics: [Diagnostic], of questionnaire: String, isWhole: Bool) -> [Diagnostic] {
        diagnostics.compactMap { diagnostic in
            guard let place = Self.place(of: diagnostic) else { return diagnostic }
            if Self.ofAll.contains(place.rule), !isWhole || reporters[place] != users[place.file] { return nil }
            return diagnostic.used(by: questionnaire)
        }
    }

    /// Nil for what is found elsewhere.
    private static func place(of diagnostic: Diagnostic) -> Place? {
        guard let range = diagnostic.range, range.file.isSharedRules else { return nil }
        return Place(rule: diagnostic.rule, file: range.file.path, start: range.bytes.lowerBound)
    }
}
