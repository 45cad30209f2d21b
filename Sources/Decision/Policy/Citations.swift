extension Questionnaire {
    /// Every cite of outcomes and rows.
    package var allCites: [Cite] {
        outcomes.flatMap(\.cites) + (facts.map(\.table) + decisions.map(\.table)).flatMap { $0.rows.flatMap(\.cites) }
    }

    /// The option of the first question that everybody has chosen to whom some cites apply: no row that rests on one of them can hold
    /// with another option. Nil if there are several, or if the first question has no options.
    ///
    /// Only what a row itself says counts, so an option may be missed, but none is named that isn't certain.
    ///
    /// - Parameter isMeant: whether a cite is one of them.
    package func firstAnswer(where isMeant: (Cite) -> Bool) -> Option? {
        guard let first = questions.first, case .one = first.kind else { return nil }
        let isCited = outcomes.map { $0.cites.contains(where: isMeant) }
        let rows =
            facts.flatMap { $0.table.rows.filter { $0.cites.contains(where: isMeant) } }
            + decisions.flatMap { decision in
                decision.table.rows.filter { $0.cites.contains(where: isMeant) || $0.outcomes.contains { isCited[$0] } }
            }
        let open = first.options.indices.filter { option in rows.contains { $0.condition.holds(whenFirstIs: option) != false } }
        return open.count == 1 ? first.options[open[0]] : nil
    }
}

extension Condition {
    /// Whether it holds when only the first question is answered, with this option; nil if that depends on other answers.
    fileprivate func holds(whenFirstIs option: Int) -> Bool? {
        switch self {
        case .all(let list): list.map { $0.holds(whenFirstIs: option) }.allHold
        case .any(let list): list.map { $0.holds(whenFirstIs: option) }.anyHolds
        case .not(let inner): inner.holds(whenFirstIs: option).map { !$0 }
        case .test(let test): test.subject == .question(0) ? test.cell.holds(on: option) : nil
        }
    }
}

extension Cell {
    /// Whether it holds on a question that this option answers; nil where it looks at something else.
    fileprivate func holds(on option: Int) -> Bool? {
        switch self {
        case .oneOf(let options): options.contains(option)
        case .asked: true
        case .notAsked: false
        case .all(let list): list.map { $0.holds(on: option) }.allHold
        case .any(let list): list.map { $0.holds(on: option) }.anyHolds
        case .not(let inner): inner.holds(on: option).map { !$0 }
        case .has, .compare: nil
        }
    }
}
