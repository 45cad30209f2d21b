extension Questionnaire {
    /// The same policy with some of its outcomes only. No row may lead to another one.
    ///
    /// - Parameter kept: their numbers, ascending.
    func keeping(outcomes kept: [Int]) -> Questionnaire {
        let numbers = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
        var policy = mappingConditions { $0.mappingOutcomes(numbers) }
        for index in decisions.indices {
            policy.decisions[index].table.rows = policy.decisions[index].table.rows.compactMap { row in
                guard case .value(let outcome) = row.result, let number = numbers[outcome] else { return nil }
                var row = row
                row.result = .value(number)
                return row
            }
        }
        var paragraphs = 0
        policy.outcomes = kept.map { index in
            var outcome = policy.outcomes[index]
            for place in outcome.paragraphs.indices {
                outcome.paragraphs[place].number = paragraphs
                paragraphs += 1
            }
            return outcome
        }
        return policy
    }

    /// The same policy with every condition replaced.
    private func mappingConditions(_ map: (Condition) -> Condition) -> Questionnaire {
        var policy = self
        func mapped(_ entries: Entries) -> Entries { Entries(conditions: entries.conditions.map(map)) }
        func mapped(_ table: RuleTable) -> RuleTable {
            var table = table
            for index in table.rows.indices {
                table.rows[index].guards = table.rows[index].guards.map(mapped)
                table.rows[index].entries = mapped(table.rows[index].entries)
            }
            return table
        }
        for index in questions.indices {
            policy.questions[index].askIf = questions[index].askIf.map(map)
            policy.questions[index].must = questions[index].must.map {
                Requirement(condition: $0.condition.map(map), that: map($0.that), message: $0.message, place: $0.place)
            }
        }
        for index in facts.indices { policy.facts[index].table = mapped(facts[index].table) }
        for index in decisions.indices { policy.decisions[index].table = mapped(decisions[index].table) }
        for index in impossible.indices { policy.impossible[index].condition = map(impossible[index].condition) }
        for index in statements.indices {
            policy.statements[index].condition = statements[index].condition.map(map)
            policy.statements[index].said = map(statements[index].said)
        }
        for index in outcomes.indices {
            for place in outcomes[index].paragraphs.indices {
                policy.outcomes[index].paragraphs[place].condition = map(outcomes[index].paragraphs[place].condition)
            }
        }
        return policy
    }
}

extension Condition {
    /// With other numbers for outcomes; what looks at one without a number never holds.
    fileprivate func mappingOutcomes(_ numbers: [Int: Int]) -> Condition {
        switch self {
        case .all(let list): .all(list.map { $0.mappingOutcomes(numbers) })
        case .any(let list): .any(list.map { $0.mappingOutcomes(numbers) })
        case .not(let inner): .not(inner.mappingOutcomes(numbers))
        case .test(let test) where test.subject.isDecision:
            .test(Test(subject: test.subject, cell: test.cell.mappingOutcomes(numbers), place: test.place))
        case .test: self
        }
    }
}

extension Cell {
    fileprivate func mappingOutcomes(_ numbers: [Int: Int]) -> Cell {
        switch self {
        case .oneOf(let outcomes): .oneOf(outcomes.compactMap { numbers[$0] })
        case .has(let outcome): numbers[outcome].map(Cell.has) ?? .any([])
        case .all(let list): .all(list.map { $0.mappingOutcomes(numbers) })
        case .any(let list): .any(list.map { $0.mappingOutcomes(numbers) })
        case .not(let inner): .not(inner.mappingOutcomes(numbers))
        case .compare, .asked, .notAsked: self
        }
    }
}
