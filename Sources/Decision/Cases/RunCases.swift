package import Content
package import Diagnostics

/// How a case ended.
package struct CaseResult: Sendable {
    package let file: SourceFile
    package let name: String
    package let place: SourceRange
    package let passed: Bool
    /// What the case demanded and what came, in ids: `licence`, `asks damaged`.
    package let expected: String
    package let got: String
    package let position: Walk.Position
}

/// Runs cases, each on its own day or on this one.
///
/// - Returns: a result for each case in written order; `questionnaire/case-failed` for those that end elsewhere, a
///   warning for answers that were never asked for.
package func runCases(_ files: [CaseFile], _ diagram: DecisionDiagram, today: Day) -> Checked<[CaseResult]> {
    var results: [CaseResult] = []
    var diagnostics: [Diagnostic] = []
    for file in files {
        for item in file.cases {
            let position = Walk(diagram, today: item.today ?? today).position(item.answers)
            let words = CaseWording(questionnaire: diagram.questionnaire)
            let failed = item.expectations.filter { !$0.kind.isMet(by: position) }
            let result = CaseResult(
                file: file.source, name: item.name, place: item.place, passed: failed.isEmpty,
                expected: item.expectations.map { words.expected($0.kind) }.joined(separator: ", "),
                got: words.got(position.state),
                position: position)
            results.append(result)
            if let first = failed.first { diagnostics.append(words.failure(item, first, result)) }
            for question in position.ignored {
                diagnostics.append(
                    Diagnostic(
                        "questionnaire/not-asked",
                        "\(diagram.questionnaire.questions[question].id) was never asked for in this case",
                        at: item.answerPlaces[question] ?? item.place, severity: .warning,
                        help: "delete the answer, or mend the ones before it"))
            }
        }
    }
    return Checked(results, diagnostics)
}

extension Case.Expectation.Kind {
    /// Whether a walk ended as expected.
    func isMet(by position: Walk.Position) -> Bool {
        switch (self, position.state) {
        case (.asks(let wanted), .question(let question, _)): wanted == question
        case (.refused(let wanted), .refused(let question, _)): wanted == question
        case (.outcomes(let wanted), .result(let result)):
            wanted.allSatisfy { result.outcomes[$0.key].sorted() == $0.value }
        case (.value(let fact, let value), .result(let result)):
            result.values.contains(ShownFact(fact: fact, value: value))
        default: false
        }
    }
}

/// The ends of cases in ids, as authors write them.
struct CaseWording {
    let questionnaire: Questionnaire

    func expected(_ kind: Case.Expectation.Kind) -> String {
        switch kind {
        case .asks(let question): "asks \(questionnaire.questions[question].id)"
        case .refused(let question): "refused \(questionnaire.questions[question].id)"
        case .value(let fact, let value):
            "\(questionnaire.facts[fact].id) \(questionnaire.facts[fact].values[value].id)"
        case .outcomes(let wanted):
            wanted.sorted { $0.key < $1.key }.map { outcomes($0.key, $0.value) }.joined(separator: "; ")
        }
    }

    func got(_ state: Walk.State) -> String {
        switch state {
        case .question(let question, _): "asks \(questionnaire.questions[question].id)"
        case .refused(let question, let message): "refused \(questionnaire.questions[question].id): \(message)"
        case .result(let result):
            (result.outcomes.indices.map { outcomes($0, result.outcomes[$0]) }
                + result.values.map {
                    "\(questionnaire.facts[$0.fact].id) \(questionnaire.facts[$0.fact].values[$0.value].id)"
                })
                .joined(separator: "; ")
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
                notes.append("row \(row.number) decided, in \(row.line(from: item.place))")
            }
        }
        return Diagnostic(
            "questionnaire/case-failed",
            "the case \"\(item.name)\" expects \(expected(expectation.kind)) and gets \(result.got)",
            at: expectation.place,
            notes: notes, help: "mend the rules, or the case if the policy changed")
    }
}
