import Content

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
