import Content

extension Questionnaire {
    /// HTML of a text with the answers and facts that it names as `{{ bought }}`, the way the author wrote them.
    package func restoringNames(in html: String) -> String {
        AnswerNames.restored(html, names: questions.map(\.id.description) + facts.map(\.id.description))
    }
}

extension Row {
    /// The outcomes that the row of a decision leads to.
    package var outcomes: [Int] {
        if case .value(let outcome) = result { [outcome] } else { [] }
    }
}

extension RuleWording {
    /// What the row of a fact gives.
    package func value(of row: Row, _ fact: Fact) -> String {
        switch row.result {
        case .value(let value): fact.values[value].label
        case .sameAs(let subject): self.subject(subject)
        }
    }
}

extension Question {
    /// Readers search in its options, which come from a data file.
    package var isSearched: Bool {
        if case .one(let choices) = kind { choices.isFromData } else { false }
    }
}
