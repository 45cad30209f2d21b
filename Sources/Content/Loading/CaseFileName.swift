import Diagnostics
import Forms

/// Which questionnaire a file of cases belongs to, when its name does not say so.
enum CaseFileName {
    /// `q.CASES.yaml`, `q.case.yaml`, `q_cases.yml`, `cases.yaml`.
    static func isMeant(by name: String) -> Bool {
        let stem = stem(name)
        return endings.contains { stem.hasSuffix($0) } || ["cases", "case"].contains(stem)
    }

    /// The name that a file should have: that of the questionnaire which is nearest.
    static func help(for path: String, questionnaires: [String]) -> String {
        let stem = stem(path.split(separator: "/").last.map(String.init) ?? path)
        let ending = endings.first { stem.hasSuffix($0) }
        let base = Identifier.cleaned(String(stem.dropLast(ending?.count ?? stem.count)))
        let first = Identifier.cleaned(String(stem.prefix { $0 != "." }))
        let nearest =
            [base, first].first(where: questionnaires.contains) ?? Suggestion.nearest(to: base, among: questionnaires)
            ?? Suggestion.nearest(to: first, among: questionnaires) ?? (questionnaires.count == 1 ? questionnaires[0] : nil)
        if let nearest { return "name it \(nearest).cases.yaml" }
        return questionnaires.isEmpty
            ? "write the questionnaire first; its cases belong in NAME.cases.yaml"
            : "name it NAME.cases.yaml, where NAME is \(listed(questionnaires, "or"))"
    }

    private static let endings = [".cases", "-cases", "_cases", ".case", "-case", "_case"]

    private static func stem(_ name: String) -> String {
        let small = name.lowercased()
        return [".yaml", ".yml"].first(where: small.hasSuffix).map { String(small.dropLast($0.count)) } ?? small
    }
}
