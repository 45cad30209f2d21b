import Content
package import Words

/// Conditions and rows of rules in the words of the questionnaire, for readers and reviewers.
package struct RuleWording: Sendable {
    private let questionnaire: Questionnaire
    private let words: Phrasebook
    private let ranges: RangeWording

    package init(_ questionnaire: Questionnaire, _ words: Phrasebook) {
        self.questionnaire = questionnaire
        self.words = words
        ranges = RangeWording(questionnaire: questionnaire)
    }

    /// `Where does the device come from? Anyone else; Was it damaged? No`.
    package func row(_ row: Row) -> String {
        var parts = (row.guards.flatMap(\.conditions) + row.entries.conditions).map { phrasing($0) }
        if row.rest != nil { parts.append(.word(parts.isEmpty ? "ruleRest" : "ruleRestOfThese")) }
        return words.text(parts.isEmpty ? .word("ruleAlways") : .list(parts, "ruleAll"))
    }

    /// A condition; a part of several is bracketed.
    package func words(_ condition: Condition) -> String { words.text(phrasing(condition)) }

    func phrasing(_ condition: Condition) -> Phrasing {
        switch condition {
        case .all(let list): .list(list.map { phrasing($0) }, "ruleAll")
        case .any(let list): .pattern("ruleGroup", ["condition": .list(list.map { phrasing($0) }, "ruleAny")])
        case .not(let inner): .pattern("ruleNot", ["condition": phrasing(inner)])
        case .test(let test):
            .pattern("ruleTest", ["subject": .text(subject(test.subject)), "cell": phrasing(test.cell, of: test.subject)])
        }
    }

    /// What is looked at, so that an answer can follow.
    func subject(_ subject: Subject) -> String {
        switch subject {
        case .question(let number): return questionnaire.questions[number].asking
        case .fact(let number): return questionnaire.facts[number].label + ":"
        case .attribute(let number, let index):
            guard case .one(let choices) = questionnaire.questions[number].kind else { return "" }
            return choices.attributes[index].label + ":"
        }
    }

    private func phrasing(_ cell: Cell, of subject: Subject) -> Phrasing {
        let inner: (Cell) -> Phrasing = { phrasing($0, of: subject) }
        switch cell {
        case .asked: return .word("cellAsked")
        case .notAsked: return .word("cellNotAsked")
        case .oneOf(let options): return .list(options.map { .text(label($0, subject)) }, "listOr")
        case .has(let option): return .pattern("qWith", ["answer": .text(label(option, subject))])
        case .all(let list): return range(list, of: subject) ?? .list(list.map(inner), "cellAll")
        case .any(let list):
            let areRanges = list.contains { if case .compare = $0 { true } else { range([$0], of: subject) != nil } }
            return .list(list.map(inner), areRanges ? "rangesOr" : "listOr")
        case .not(.any(let list)) where list.count > 1:
            return .pattern("cellNot", ["cell": .list(list.map(inner), "cellNor")])
        case .not(.compare(let relation, let term)):
            // "Not at most 3" says over 3; on a question that is not asked neither holds.
            guard let turned = relation.opposite else { return .pattern("cellNot", ["cell": inner(.compare(relation, term))]) }
            return inner(.compare(turned, term))
        case .not(let cell): return .pattern("cellNot", ["cell": inner(cell)])
        case .compare: return range([cell], of: subject) ?? .word("rangeAny")
        }
    }

    /// Comparisons of which each gives one end at most, as one range; nil for other cells.
    private func range(_ cells: [Cell], of subject: Subject) -> Phrasing? {
        guard case .question(let number) = subject else { return nil }
        let question = questionnaire.questions[number]
        var range = ValueRange(low: nil, high: nil)
        for cell in cells {
            guard case .compare(let relation, let term) = cell else { return nil }
            let part = ValueRange(relation, term.value(for: question))
            guard part.low == nil || range.low == nil, part.high == nil || range.high == nil else { return nil }
            range = ValueRange(low: range.low ?? part.low, high: range.high ?? part.high)
        }
        let isDate = if case .date = question.kind { true } else { false }
        return ranges.phrasing(range, isDate: isDate, isPast: question.takesNoLaterThanToday)
    }

    private func label(_ option: Int, _ subject: Subject) -> String {
        switch subject {
        case .question(let number): return questionnaire.questions[number].options[option].label
        case .fact(let number): return questionnaire.facts[number].values[option].label
        case .attribute(let number, let index):
            guard case .one(let choices) = questionnaire.questions[number].kind else { return "" }
            return choices.attributes[index].values[option].label
        }
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
    /// The question as asked, so that an answer can follow.
    var asking: String {
        let ask = ask.string
        return ask.last.map { "?:.!".contains($0) } ?? false ? ask : ask + ":"
    }
}

extension Relation {
    /// What holds where this one does not; nil for equality, against which two relations stand.
    fileprivate var opposite: Relation? {
        switch self {
        case .equal: nil
        case .less: .atLeast
        case .atMost: .greater
        case .greater: .atMost
        case .atLeast: .less
        }
    }
}
