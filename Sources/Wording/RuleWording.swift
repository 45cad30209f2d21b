package import Decision
import Forms
package import Words

/// Conditions and rows of rules in the words of the questionnaire, for readers and reviewers.
package struct RuleWording: Sendable {
    private let questionnaire: Questionnaire
    private let words: Phrasebook
    private let ranges: RangeWording

    /// - Parameter words: the language to say it in.
    package init(_ questionnaire: Questionnaire, _ words: Phrasebook) {
        self.questionnaire = questionnaire
        self.words = words
        ranges = RangeWording(questionnaire: questionnaire)
    }

    /// `Where does the device come from? Anyone else; Was it damaged? No`.
    package func row(_ row: Row) -> String {
        // What groups and the row itself demand of a subject is said in one place.
        let condition = NormalizedCondition(row.condition) { questionnaire.isCertain($0) }
        let conditions = if case .all(let list) = condition { list } else { [condition] }
        var parts = conditions.map { phrasing($0, isPart: false) }
        if row.rest != nil { parts.append(.word(parts.isEmpty ? "ruleRest" : "ruleRestOfThese")) }
        return words.text(parts.isEmpty ? .word("ruleAlways") : .list(parts, "ruleAll"))
    }

    /// A condition; a part of several is bracketed.
    package func words(_ condition: Condition) -> String { words.text(phrasing(condition)) }

    /// The condition with each subject named once.
    func phrasing(_ condition: Condition) -> Phrasing {
        phrasing(NormalizedCondition(condition) { questionnaire.isCertain($0) }, isPart: false)
    }

    /// - Parameter isPart: whether it is one of several of which any will do.
    private func phrasing(_ condition: NormalizedCondition, isPart: Bool) -> Phrasing {
        switch condition {
        case .all(let list):
            let all = Phrasing.list(list.map { phrasing($0, isPart: false) }, "ruleAll")
            return isPart ? .pattern("ruleGroup", ["condition": all]) : all
        case .any(let list):
            return .pattern("ruleGroup", ["condition": .list(list.map { phrasing($0, isPart: true) }, "ruleAny")])
        case .test(let test):
            let cell = CellWording(questionnaire, test.subject, ranges).phrasing(test)
            return .test(name(test.subject), cell)
        }
    }

    /// What is looked at.
    func name(_ subject: Subject) -> String {
        switch subject {
        case .question(let number): return questionnaire.questions[number].ask.string
        case .fact(let number): return questionnaire.facts[number].label
        case .attribute(let number, let index):
            guard case .one(let choices) = questionnaire.questions[number].kind else { return "" }
            return choices.attributes[index].label
        }
    }
}

extension RuleWording {
    /// What the row of a fact gives.
    package func value(of row: Row, _ fact: Fact) -> String {
        switch row.result {
        case .value(let value): fact.values[value].label
        case .sameAs(let subject): name(subject)
        }
    }
}

extension Phrasing {
    /// A subject with what is demanded of it: `Was it damaged? No`, `Date of purchase: 3 May 2026`.
    static func test(_ subject: String, _ cell: Phrasing) -> Phrasing {
        let isSentence = subject.last.map { "?:.!؟？。".contains($0) } ?? false
        return .pattern(isSentence ? "ruleTest" : "ruleTestNamed", ["subject": .text(subject), "cell": cell])
    }

    /// A decision of several, with what is said of it.
    package static func labelled(_ decision: Decision, _ said: Phrasing) -> Phrasing { .test(decision.name, said) }
}
