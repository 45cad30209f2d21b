import Content

/// What a set of cases reaches.
package struct Coverage: Sendable {
    /// A part of a questionnaire that some case reaches, or none.
    package struct Item: Sendable {
        /// `result-3`, `licence`, `origin=other`.
        package let id: String
        package let isReached: Bool
    }

    package let rows: [Item]
    package let outcomes: [Item]
    package let options: [Item]

    package init(_ results: [CaseResult], _ diagram: DecisionDiagram) {
        let questionnaire = diagram.questionnaire
        var rows: Set<DecidingRow> = []
        var outcomes: Set<Int> = []
        var options: Set<[Int]> = []
        for result in results where result.passed {
            for given in result.position.path {
                switch given.answer {
                case .option(let option): options.insert([given.question, option])
                case .ticked(let ticked): for option in ticked { options.insert([given.question, option]) }
                case .number, .day: break
                }
            }
            guard case .result(let walked) = result.position.state else { continue }
            rows.formUnion(walked.because)
            outcomes.formUnion(walked.outcomes.flatMap { $0 })
        }
        self.rows = questionnaire.decisions.enumerated().flatMap { number, decision in
            decision.table.rows.indices.map { row in
                Item(
                    id: decision.rowID(decision.table.rows[row]),
                    isReached: rows.contains(DecidingRow(decision: number, row: row)))
            }
        }
        self.outcomes = questionnaire.outcomes.indices.map {
            Item(id: questionnaire.outcomes[$0].id.description, isReached: outcomes.contains($0))
        }
        let asked = diagram.askedQuestions
        self.options = questionnaire.questions.indices.filter(asked.contains).flatMap { number in
            questionnaire.questions[number].options.indices.map { option in
                Item(
                    id: "\(questionnaire.questions[number].id)=\(questionnaire.questions[number].options[option].id)",
                    isReached: options.contains([number, option]))
            }
        }
    }
}
