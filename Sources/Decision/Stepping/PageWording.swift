import Content

extension Row {
    /// The outcomes that the row of a decision leads to.
    package var outcomes: [Int] {
        if case .value(let outcome) = result { [outcome] } else { [] }
    }
}

extension Question {
    /// Readers search in its options, which come from a data file.
    package var isSearched: Bool {
        if case .one(let choices) = kind { choices.isFromData } else { false }
    }
}
