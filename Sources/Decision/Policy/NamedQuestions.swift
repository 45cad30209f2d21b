extension Condition {
    /// The questions that it names itself, or by an attribute of their answers.
    package var questions: Set<Int> {
        switch self {
        case .all(let list), .any(let list): list.reduce(into: []) { $0.formUnion($1.questions) }
        case .not(let condition): condition.questions
        case .test(let test): test.subject.questions.union(test.cell.questions)
        }
    }
}

extension Subject {
    fileprivate var questions: Set<Int> {
        switch self {
        case .question(let number), .attribute(let number, _): [number]
        case .fact: []
        }
    }
}

extension Cell {
    /// The questions that answers are compared with.
    fileprivate var questions: Set<Int> {
        switch self {
        case .compare(_, .question(let number, _)): [number]
        case .not(let cell): cell.questions
        case .all(let list), .any(let list): list.reduce(into: []) { $0.formUnion($1.questions) }
        case .oneOf, .has, .compare, .asked, .notAsked: []
        }
    }
}
