import Forms

/// What a set of cases reaches.
package struct Coverage: Sendable {
    /// A part of a questionnaire that some case reaches, or none.
    package struct Item: Sendable {
        /// `result-3`, `licence`, `origin=other`.
        package let id: String
        /// Whether a case that passed reaches it.
        package let isReached: Bool
        /// How many more options the policy never tells apart from this one.
        package var alike = 0
    }

    /// The rows of all decisions, those of `else` included.
    package let rows: [Item]
    /// The rows of facts, where a row of a decision rested on them.
    package let factRows: [Item]
    /// Questions with an `ask-if`, each asked and not asked.
    package let asking: [Item]
    /// All outcomes, in written order.
    package let outcomes: [Item]
    /// Of options that the policy never tells apart only the first: a case with any of them reaches them all.
    package let options: [Item]

    /// - Parameter results: of all cases; those that failed or are decided by another policy count for nothing.
    package init(_ results: [CaseResult], _ diagram: DecisionDiagram) {
        let questionnaire = diagram.questionnaire
        var rows: Set<DecidingRow> = []
        var factRows: Set<[Int]> = []
        var everAsked: Set<Int> = []
        var notAsked: Set<Int> = []
        let first = results.filter(\.isPresent).map(\.today).min()
        let reasons = questionnaire.facts.isEmpty ? nil : first.flatMap { FactReasons(questionnaire, since: $0) }
        var outcomes: Set<Int> = []
        var options: Set<[Int]> = []
        for result in results where result.passed && result.isPresent {
            for given in result.position.path {
                switch given.answer {
                case .option(let option): options.insert([given.question, option])
                case .ticked(let ticked): for option in ticked { options.insert([given.question, option]) }
                case .number, .day: break
                }
            }
            guard case .result(let walked) = result.position.state else { continue }
            rows.formUnion(walked.because)
            let answers = result.position.answers
            for row in walked.because {
                let row = questionnaire.decisions[row.decision].table.rows[row.row]
                for found in reasons?.rows(under: row, given: answers, today: result.today) ?? [] {
                    factRows.insert([found.fact, found.row])
                }
            }
            for shown in walked.values {
                for row in reasons?.rows(of: shown.fact, given: answers, today: result.today) ?? [] { factRows.insert([shown.fact, row]) }
            }
            for question in questionnaire.questions.indices {
                if answers[question] == nil { notAsked.insert(question) } else { everAsked.insert(question) }
            }
            outcomes.formUnion(walked.outcomes.flatMap { $0 })
        }
        self.rows = questionnaire.decisions.enumerated().flatMap { number, decision in
            decision.table.rows.indices.map { row in
                Item(
                    id: decision.rowID(decision.table.rows[row]),
                    isReached: rows.contains(DecidingRow(decision: number, row: row)))
            }
        }
        self.factRows = questionnaire.facts.enumerated().flatMap { number, fact in
            fact.table.rows.enumerated().map { row, written in
                Item(id: "\(fact.id)-\(written.number)", isReached: factRows.contains([number, row]))
            }
        }
        let askedSomewhere = diagram.askedQuestions
        self.asking = questionnaire.questions.indices.filter { questionnaire.questions[$0].askIf != nil && askedSomewhere.contains($0) }
            .flatMap {
                number in
                let id = questionnaire.questions[number].id
                return [
                    Item(id: "\(id) asked", isReached: everAsked.contains(number)),
                    Item(id: "\(id) not asked", isReached: notAsked.contains(number)),
                ]
            }
        self.outcomes = questionnaire.outcomes.indices.map {
            Item(id: questionnaire.outcomes[$0].id.description, isReached: outcomes.contains($0))
        }
        let asked = diagram.askedQuestions
        self.options = questionnaire.questions.indices.filter(asked.contains).flatMap { number in
            diagram.alikeOptions(of: number).compactMap { alike in
                alike.first.map { first in
                    Item(
                        id: "\(questionnaire.questions[number].id)=\(questionnaire.questions[number].options[first].id)",
                        isReached: alike.contains { options.contains([number, $0]) }, alike: alike.count - 1)
                }
            }
        }
    }
}

extension DecisionDiagram {
    /// The options of a question, those together that lead to the same place wherever the question is asked: of products
    /// with the same attributes one represents all. Tick-boxes are never alike, as each can be ticked or not.
    fileprivate func alikeOptions(of question: Int) -> [[Int]] {
        let options = questionnaire.questions[question].options.indices
        guard case .one = questionnaire.questions[question].kind else { return options.map { [$0] } }
        for case .choice(question, let blocks) in variables.prefix(deciding.variables) {
            var places = UniqueTable<Int>()
            var classes: [[Int]] = []
            for option in options {
                let place = places.index(of: blocks[option])
                if place == classes.count { classes.append([option]) } else { classes[place].append(option) }
            }
            return classes
        }
        // Only shown in texts.
        return [Array(options)]
    }
}
