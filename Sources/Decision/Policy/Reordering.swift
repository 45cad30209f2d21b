extension Questionnaire {
    /// The same policy with its questions asked in another order.
    ///
    /// - Parameter order: the present number of the question at each new place.
    func reordered(_ order: [Int]) -> Questionnaire {
        var places = Array(repeating: 0, count: order.count)
        for (place, number) in order.enumerated() { places[number] = place }
        let renamed = Renaming(places: places)
        var other = Questionnaire(
            name: name, source: source, title: title, summary: summary, also: also,
            questions: order.map { number in
                let question = questions[number]
                return Question(
                    id: question.id, place: question.place, ask: question.ask, label: question.label, also: question.also,
                    hint: question.hint, kind: question.kind,
                    askIf: question.askIf.map(renamed.condition),
                    must: question.must.map {
                        Requirement(
                            condition: $0.condition.map(renamed.condition), that: renamed.condition($0.that),
                            message: $0.message, place: $0.place)
                    })
            },
            facts: facts.map { fact in
                var copy = fact
                copy.table = renamed.table(fact.table)
                return copy
            },
            amounts: amounts.map(renamed.amount), outcomes: outcomes.map(renamed.outcome),
            decisions: decisions.map { Decision(id: $0.id, title: $0.title, table: renamed.table($0.table)) },
            impossible: impossible.map {
                Impossible(condition: renamed.condition($0.condition), because: $0.because, place: $0.place)
            },
            statements: statements.map { statement in
                var copy = statement
                copy.condition = statement.condition.map(renamed.condition)
                copy.said = renamed.condition(statement.said)
                return copy
            },
            upkeep: upkeep, filesBeside: filesBeside)
        other.validity = validity
        return other
    }
}

/// Conditions with other numbers for the questions.
private struct Renaming {
    let places: [Int]

    func condition(_ condition: Condition) -> Condition {
        switch condition {
        case .all(let list): .all(list.map(self.condition))
        case .any(let list): .any(list.map(self.condition))
        case .not(let inner): .not(self.condition(inner))
        case .test(let test):
            .test(
                Test(
                    subject: subject(test.subject), cell: cell(test.cell), place: test.place, lowered: test.lowered.map(self.condition)))
        }
    }

    func subject(_ subject: Subject) -> Subject {
        switch subject {
        case .question(let number): .question(places[number])
        case .attribute(let number, let index): .attribute(question: places[number], index: index)
        case .calculation(let calculation): .calculation(calculation.renumbered(places))
        case .fact, .amount, .decision: subject
        }
    }

    private func cell(_ cell: Cell) -> Cell {
        switch cell {
        case .compare(let relation, .question(let number, let shift)):
            .compare(relation, .question(places[number], shift))
        case .all(let list): .all(list.map(self.cell))
        case .any(let list): .any(list.map(self.cell))
        case .not(let inner): .not(self.cell(inner))
        case .oneOf, .has, .compare, .asked, .notAsked: cell
        }
    }

    func amount(_ amount: Amount) -> Amount {
        Amount(
            id: amount.id, place: amount.place, label: amount.label, formula: amount.formula.renumbered(places), kind: amount.kind,
            questions: amount.questions.map { places[$0] }.sorted(), restsOnToday: amount.restsOnToday)
    }

    /// Facts and outcomes keep their numbers.
    func table(_ table: RuleTable) -> RuleTable {
        RuleTable(
            match: table.match,
            rows: table.rows.map { row in
                var result = row.result
                if case .sameAs(let subject) = row.result { result = .sameAs(self.subject(subject)) }
                return Row(
                    number: row.number, guards: row.guards.map { Entries(conditions: $0.conditions.map(condition)) },
                    entries: Entries(conditions: row.entries.conditions.map(condition)), rest: row.rest, result: result,
                    cites: row.cites,
                    place: row.place, resultPlace: row.resultPlace, validity: row.validity)
            }, place: table.place)
    }

    func outcome(_ outcome: Outcome) -> Outcome {
        Outcome(
            id: outcome.id, place: outcome.place, title: outcome.title, tone: outcome.tone, text: outcome.text,
            cites: outcome.cites, sources: outcome.sources,
            names: names(outcome.names), amounts: outcome.amounts,
            paragraphs: outcome.paragraphs.map { paragraph in
                Paragraph(
                    number: paragraph.number, condition: condition(paragraph.condition), text: paragraph.text,
                    names: names(paragraph.names), amounts: paragraph.amounts, place: paragraph.place)
            }, answers: outcome.answers.map { places[$0] }, validity: outcome.validity)
    }

    private func names(_ names: [NamedValue]) -> [NamedValue] {
        names.map { NamedValue(subject: subject($0.subject), amount: $0.amount, place: $0.place) }
    }
}
