import Forms
@testable import Decision

/// What conditions on amounts mean, as they are written: each amount is calculated, and compared.
struct ReferenceAmounts {
    let reference: Reference
    let asked: [Reference.Asked]
    let answers: Reference.Everything

    /// A cell on a question or amount; it may name amounts.
    func truth(_ cell: Cell, of subject: Subject) -> Reference.Truth {
        switch cell {
        case .not(let inner): return reference.all([exists(questions(of: subject)), reference.not(truth(inner, of: subject))])
        case .all(let list): return reference.all(list.map { truth($0, of: subject) })
        case .any(let list): return reference.not(reference.all(list.map { reference.not(truth($0, of: subject)) }))
        case .compare(let relation, let term):
            return reference.all([
                exists(questions(of: subject)), exists(questions(of: term)), holds(subject, relation, term) ? .yes : .no,
            ])
        case .asked: return exists(questions(of: subject))
        case .notAsked: return reference.not(exists(questions(of: subject)))
        case .oneOf, .has: return .no
        }
    }

    private func questions(of subject: Subject) -> [Int] {
        switch subject {
        case .question(let number): [number]
        case .amount(let number): reference.questionnaire.amounts[number].questions
        case .attribute, .fact, .decision, .calculation: []
        }
    }

    private func questions(of term: Term) -> [Int] {
        switch term {
        case .question(let number, _): [number]
        case .amount(let number, _): reference.questionnaire.amounts[number].questions
        case .number, .bound: []
        }
    }

    private func exists(_ questions: [Int]) -> Reference.Truth {
        reference.all(questions.map { asked[$0] == .yes ? .yes : asked[$0] == .no ? .no : .open })
    }

    private func holds(_ subject: Subject, _ relation: Relation, _ term: Term) -> Bool {
        let left: AmountValue? =
            switch subject {
            case .question(let number): answer(number)
            case .amount(let number): amount(number)
            case .attribute, .fact, .decision, .calculation: nil
            }
        switch (left, value(of: term)) {
        case (.number(let one)?, .number(let other)?):
            let digits = max(one.decimals, other.decimals)
            return relation.fits((one.floor(digits: digits) - other.floor(digits: digits)).signum())
        case (.day(let one)?, .day(let other)?): return relation.fits((one.number - other.number).signum())
        default: return false
        }
    }

    private func value(of term: Term) -> AmountValue? {
        switch term {
        case .number(let number): .number(number)
        case .bound(.day(let day)): .day(day)
        case .bound(.today(let shift)): .day(day(reference.moved(reference.today.number, shift)))
        case .question(let number, let shift): moved(answer(number), shift)
        case .amount(let number, let shift): moved(amount(number), shift)
        }
    }

    private func moved(_ value: AmountValue?, _ shift: Shift) -> AmountValue? {
        if case .day(let found)? = value { .day(day(reference.moved(found.number, shift))) } else { value }
    }

    private func amount(_ number: Int) -> AmountValue? {
        let all = Dictionary(uniqueKeysWithValues: answers.enumerated().map { ($0, $1) })
        return reference.questionnaire.value(ofAmount: number, all, today: reference.today)
    }

    private func answer(_ number: Int) -> AmountValue? {
        switch answers[number] {
        case .number(let number): .number(number)
        case .day(let day): .day(day)
        case .option, .ticked: nil
        }
    }
}
