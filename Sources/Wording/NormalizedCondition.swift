import Decision

/// What a condition demands of one subject.
struct NormalizedTest: Sendable {
    let subject: Subject
    /// What the answer or value has to be, where there is one.
    var cell: NormalizedCell
    /// Whether it holds where there is none.
    var holdsWithout: Bool
}

/// A condition as it is said: without `not`, each subject named once in a list, and no list in a list of its own kind.
///
/// Rows are written for the machine as much as for people: groups repeat conditions, and `not` encloses whole maps. Said
/// word for word, a row would name a question three times. In this form each subject is named once, where it comes first.
indirect enum NormalizedCondition: Sendable {
    case all([NormalizedCondition])
    case any([NormalizedCondition])
    case test(NormalizedTest)

    /// - Parameter isCertain: whether a subject has a value for every reader.
    init(_ condition: Condition, isCertain: (Subject) -> Bool) {
        switch condition {
        case .all(let list): self = NormalizedCondition.joined(list.map { NormalizedCondition($0, isCertain: isCertain) }, isAll: true)
        case .any(let list): self = NormalizedCondition.joined(list.map { NormalizedCondition($0, isCertain: isCertain) }, isAll: false)
        case .not(let inner): self = NormalizedCondition(inner, isCertain: isCertain).negated(isCertain)
        case .test(let test):
            let holdsWithout = test.cell.holdsUnasked && !isCertain(test.subject)
            self = .test(NormalizedTest(subject: test.subject, cell: NormalizedCell(test.cell), holdsWithout: holdsWithout))
        }
    }

    /// By De Morgan: what held of all holds of some no longer, and a subject without a value now counts if it did not.
    private func negated(_ isCertain: (Subject) -> Bool) -> NormalizedCondition {
        switch self {
        case .all(let list): NormalizedCondition.joined(list.map { $0.negated(isCertain) }, isAll: false)
        case .any(let list): NormalizedCondition.joined(list.map { $0.negated(isCertain) }, isAll: true)
        case .test(let test):
            .test(
                NormalizedTest(
                    subject: test.subject, cell: test.cell.negated, holdsWithout: !test.holdsWithout && !isCertain(test.subject)))
        }
    }

    /// All or any of some conditions, as one.
    private static func joined(_ conditions: [NormalizedCondition], isAll: Bool) -> NormalizedCondition {
        var parts: [NormalizedCondition] = []
        for part in conditions.flatMap({ $0.parts(isAll) }) { add(part, to: &parts, isAll: isAll) }
        return parts.count == 1 ? parts[0] : isAll ? .all(parts) : .any(parts)
    }

    /// What is demanded of a subject that was named before is said there.
    private static func add(_ part: NormalizedCondition, to parts: inout [NormalizedCondition], isAll: Bool) {
        guard case .test(let test) = part else { return parts.append(part) }
        for (index, known) in parts.enumerated() {
            guard case .test(var joint) = known, joint.subject == test.subject else { continue }
            joint.cell = NormalizedCell.joined([joint.cell, test.cell], isAll: isAll)
            joint.holdsWithout = isAll ? joint.holdsWithout && test.holdsWithout : joint.holdsWithout || test.holdsWithout
            parts[index] = .test(joint)
            return
        }
        parts.append(part)
    }

    /// The conditions that it joins, if it joins them so.
    private func parts(_ isAll: Bool) -> [NormalizedCondition] {
        switch self {
        case .all(let list) where isAll: list
        case .any(let list) where !isAll: list
        default: [self]
        }
    }
}

extension Questionnaire {
    /// Whether a subject has a value for every reader.
    func isCertain(_ subject: Subject) -> Bool {
        switch subject {
        case .question(let number): return questions[number].askIf == nil
        case .attribute(let number, let index):
            guard case .one(let choices) = questions[number].kind else { return false }
            return questions[number].askIf == nil && !choices.attributes[index].valueOfOption.contains(nil)
        case .amount(let number): return amounts[number].questions.allSatisfy { questions[$0].askIf == nil }
        case .calculation(let calculation): return calculation.questions.allSatisfy { questions[$0].askIf == nil }
        case .fact, .decision: return true
        }
    }
}
