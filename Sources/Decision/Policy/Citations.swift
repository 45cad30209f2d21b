extension Questionnaire {
    /// Every cite of outcomes and rows.
    package var allCites: [Cite] {
        outcomes.flatMap(\.cites) + (facts.map(\.table) + decisions.map(\.table)).flatMap { $0.rows.flatMap(\.cites) }
    }

    /// The answers that everybody has given to whom some cites apply: no row that rests on one of them can hold with another answer.
    /// Questions with several ticks, numbers and days are left out.
    ///
    /// Only what a row itself says counts, so an answer may be missed, but none is named that isn't certain.
    ///
    /// - Parameter isMeant: whether a cite is one of them.
    /// - Returns: for each such question its number and the option, in the order of the questions.
    package func impliedAnswers(where isMeant: (Cite) -> Bool) -> [(question: Int, option: Option)] {
        let isCited = outcomes.map { $0.cites.contains(where: isMeant) }
        let rows =
            facts.flatMap { $0.table.rows.filter { $0.cites.contains(where: isMeant) } }
            + decisions.flatMap { decision in
                decision.table.rows.filter { $0.cites.contains(where: isMeant) || $0.outcomes.contains { isCited[$0] } }
            }
        return questions.enumerated().compactMap { number, question in
            guard case .one = question.kind else { return nil }
            let open = question.options.indices.filter { option in
                rows.contains { $0.condition.holds(when: number, is: option) != false }
            }
            return open.count == 1 && question.options.count > 1 ? (number, question.options[open[0]]) : nil
        }
    }
}

extension Condition {
    /// Whether it holds when only one question is answered, with this option; nil if that depends on other answers.
    fileprivate func holds(when question: Int, is option: Int) -> Bool? {
        switch self {
        case .all(let list): list.map { $0.holds(when: question, is: option) }.allHold
        case .any(let list): list.map { $0.holds(when: question, is: option) }.anyHolds
        case .not(let inner): inner.holds(when: question, is: option).map { !$0 }
        case .test(let test): test.subject == .question(question) ? test.cell.holds(on: option) : nil
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
