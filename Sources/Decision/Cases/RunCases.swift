package import Diagnostics
package import Forms

/// How a case ended.
package struct CaseResult: Sendable {
    /// The file of cases.
    package let file: SourceFile
    /// Its name, by which people find it.
    package let name: String
    /// The name in the file, for messages.
    package let place: SourceRange
    /// Whether everything held that it demands.
    package let passed: Bool
    /// What the case demanded and what came, in ids: `licence`, `asks damaged`.
    package let expected: String
    /// What came, in the same form as ``expected``.
    package let got: String
    /// Where its answers lead.
    package let position: Walk.Position
    /// The day on which it was decided.
    package let today: Day
    /// Whether it was decided by the policy that is in force on the day of the build: then its numbers are those of that policy.
    package let isPresent: Bool
    let demands: [Case.Expectation.Kind]
}

/// Runs cases, each on its own day or on this one.
///
/// - Parameters:
///   - today: the day from which the diagram holds.
///   - wording: how results and messages quote answers.
/// - Returns: a result for each case in written order; `questionnaire/case-failed` for those that end elsewhere, a
///   warning for answers that were never asked for, and for cases that could end elsewhere tomorrow.
package func runCases(_ files: [CaseFile], _ diagram: DecisionDiagram, today: Day, wording: any MessageWording) -> Checked<[CaseResult]> {
    runCases(files, [diagram], of: PolicyInTime(diagram.questionnaire), today: today, wording: wording)
}

/// The same of a policy that changes in the course of time.
///
/// - Parameter diagrams: of its policies, from the day of the build on.
package func runCases(
    _ files: [CaseFile], _ diagrams: [DecisionDiagram], of policy: PolicyInTime, today: Day, wording: any MessageWording
) -> Checked<[CaseResult]> {
    var run = CaseRun(files, diagrams, of: policy, today: today, wording: wording)
    for file in files { for item in file.cases { run.run(item, of: file) } }
    return Checked(run.results, run.diagnostics)
}

/// The running of cases, one after the other.
private struct CaseRun {
    let days: CaseDays
    let today: Day
    let wording: any MessageWording
    let showsFacts: Bool
    /// By the first day of each policy, made when a case needs it.
    private var checks: [Day?: CaseCheck] = [:]
    /// The earliest day of a case.
    private let first: Day
    private let present: Day?
    private(set) var results: [CaseResult] = []
    private(set) var diagnostics: [Diagnostic] = []

    init(_ files: [CaseFile], _ diagrams: [DecisionDiagram], of policy: PolicyInTime, today: Day, wording: any MessageWording) {
        let cases = files.flatMap(\.cases)
        let days = cases.compactMap(\.today)
        self.days = CaseDays(diagrams, of: policy, since: today, days: days, wording: wording)
        self.today = today
        self.wording = wording
        first = min(today, days.min() ?? today)
        present = policy.policy(on: today).validity.from
        showsFacts = cases.contains { $0.expectations.contains { if case .value(.subject(.fact), _) = $0.kind { true } else { false } } }
    }

    private mutating func check(_ questionnaire: Questionnaire) -> CaseCheck {
        let start = questionnaire.validity.from
        if let known = checks[start] { return known }
        let check = CaseCheck(questionnaire, since: max(first, start ?? first), showsFacts: showsFacts)
        checks[start] = check
        return check
    }

    mutating func run(_ item: Case, of file: CaseFile) {
        guard let walk = days.walk(on: item.today) else {
            return diagnostics.append(undecided(item, days.problems(on: item.today)))
        }
        let questionnaire = walk.diagram.questionnaire
        let words = CaseWording(questionnaire: questionnaire, wording: wording)
        let check = check(questionnaire)
        let position = walk.position(item.answers)
        let failed = item.expectations.filter { !check.isMet($0.kind, by: position, today: walk.today) }
        let shown = item.expectations.compactMap { words.found($0.kind, check, position, walk.today) }
        let result = CaseResult(
            file: file.source, name: item.name, place: item.place, passed: failed.isEmpty,
            expected: item.expectations.map { words.expected($0.kind) }.joined(separator: ", "),
            got: words.got(position.state, shown), position: position, today: walk.today,
            isPresent: questionnaire.validity.from == present, demands: item.expectations.map(\.kind))
        results.append(result)
        if let first = failed.first { diagnostics.append(words.failure(item, first, result)) }
        if item.today == nil, walk.restsOnToday(position) || isChanged(item, words.got(position.state)) {
            diagnostics.append(undated(item, on: today))
        }
        for question in position.ignored {
            diagnostics.append(
                Diagnostic(
                    "questionnaire/not-asked",
                    "\(questionnaire.questions[question].id) is never asked in this case",
                    at: item.answerPlaces[question] ?? item.place, severity: .warning,
                    help: "delete the answer, or correct the ones before it"))
        }
    }

    /// Whether a case ends elsewhere under a later policy.
    private func isChanged(_ item: Case, _ got: String) -> Bool {
        days.later.contains { walk in
            let words = CaseWording(questionnaire: walk.diagram.questionnaire, wording: wording)
            return words.got(walk.position(item.answers).state) != got
        }
    }
}

/// `questionnaire/undated-case`: it may end elsewhere on another day.
private func undated(_ item: Case, on today: Day) -> Diagnostic {
    Diagnostic(
        "questionnaire/undated-case", "the case \"\(item.name)\" has no date, but its result depends on the date", at: item.place,
        severity: .warning, help: "add `today: \(today)`, the day that it is meant for")
}

/// The policy of the case's day has a gap or a contradiction.
private func undecided(_ item: Case, _ problems: [Diagnostic]) -> Diagnostic {
    Diagnostic(
        "questionnaire/case-failed", "the case \"\(item.name)\" cannot be decided for its day",
        at: item.place, notes: problems.prefix(3).map { "on that day, \($0.message)" },
        help: "give it a later `today`, or complete the rules for that day")
}

/// The ends of cases in ids, as authors write them.
struct CaseWording {
    let questionnaire: Questionnaire
    let wording: any MessageWording

    func expected(_ kind: Case.Expectation.Kind) -> String {
        switch kind {
        case .asks(let question): "asks \(questionnaire.questions[question].id)"
        case .refused(let question): "refused \(questionnaire.questions[question].id)"
        case .value(let shown, let text): "\(name(shown)) \(text)"
        case .outcomes(let wanted):
            wanted.sorted { $0.key < $1.key }.map { outcomes($0.key, $0.value) }.joined(separator: "; ")
        }
    }

    /// What came where a value was expected, in the form in which it was written.
    func found(_ kind: Case.Expectation.Kind, _ check: CaseCheck, _ position: Walk.Position, _ today: Day) -> (String, String)? {
        guard case .value(let shown, let text) = kind else { return nil }
        guard let value = check.value(shown, position, today) else { return (name(shown), "no value") }
        let isID = text == value.id || (values(of: shown)?.contains { $0.id == text } ?? false)
        return (name(shown), isID ? value.id : value.label)
    }

    private func values(of shown: Case.Expectation.Shown) -> [FactValue]? {
        if case .subject(let subject) = shown { questionnaire.values(of: subject) } else { nil }
    }

    private func name(_ shown: Case.Expectation.Shown) -> String {
        switch shown {
        case .subject(let subject): questionnaire.name(of: subject)
        case .data(let name, _): name
        case .amount(let number): questionnaire.amounts[number].id.description
        }
    }

    /// - Parameter shown: the values that the case looked at.
    func got(_ state: Walk.State, _ shown: [(name: String, value: String)] = []) -> String {
        switch state {
        case .question(let question, _): return "asks \(questionnaire.questions[question].id)"
        case .refused(let number, let reason):
            let question = questionnaire.questions[number]
            return "refused \(question.id): \(wording.refusal(reason, to: question))"
        case .result(let result):
            let names = Set(shown.map(\.name))
            let printed = result.values.map { found in
                (questionnaire.facts[found.fact].id.description, questionnaire.facts[found.fact].values[found.value].id)
            }.filter { !names.contains($0.0) }
            let ends = result.outcomes.indices.map { outcomes($0, result.outcomes[$0]) }
            return (ends + (printed + shown).map { "\($0.0) \($0.1)" }).joined(separator: "; ")
        }
    }

    private func outcomes(_ decision: Int, _ list: [Int]) -> String {
        let ids =
            list.isEmpty ? "nothing" : list.map { questionnaire.outcomes[$0].id.description }.joined(separator: ", ")
        return questionnaire.decisions.count > 1 ? "\(questionnaire.decisions[decision].id): \(ids)" : ids
    }

    /// `questionnaire/case-failed`, with the path and the row that decided.
    func failure(_ item: Case, _ expectation: Case.Expectation, _ result: CaseResult) -> Diagnostic {
        let path = result.position.path.map { given in
            let question = questionnaire.questions[given.question]
            return "\(question.id)=\(question.text(of: given.answer))"
        }
        var notes = ["the path: \(path.isEmpty ? "nothing was asked" : path.joined(separator: " "))"]
        if case .result(let walked) = result.position.state {
            for decided in walked.because {
                let row = questionnaire.decisions[decided.decision].table.rows[decided.row]
                notes.append("row \(row.number) decided, on \(row.line(from: item.place))")
            }
        }
        return Diagnostic(
            "questionnaire/case-failed",
            "the case \"\(item.name)\" expects \(expected(expectation.kind)) but gets \(result.got)",
            at: expectation.place,
            notes: notes, help: "correct the rules, or the case if the policy has changed")
    }
}

extension Diagnostic {
    /// Whether it is of a case that doesn't end as it says: an error of the questionnaire, which is proved and can be walked all the same.
    package var isFailedCase: Bool { rule == "questionnaire/case-failed" }

    /// Whether it is an error beside which nothing is known of what it is about.
    package var isFatal: Bool { severity == .error && !isFailedCase }
}
