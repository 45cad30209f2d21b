package import Decision
import Forms
package import Words

/// Conditions and rows of rules in the words of the questionnaire, for readers and reviewers.
package struct RuleWording: Sendable {
    private let questionnaire: Questionnaire
    private let words: Phrasebook
    private let ranges: RangeWording
    private let isShort: Bool
    private let cells: CellWording.Style

    /// - Parameters:
    ///   - words: the language to say it in.
    ///   - isShort: whether questions are called by their labels, as in tables.
    package init(_ questionnaire: Questionnaire, _ words: Phrasebook, isShort: Bool = false) {
        self.init(questionnaire, words, isShort: isShort, cells: .init(isQuoted: isShort))
    }

    init(_ questionnaire: Questionnaire, _ words: Phrasebook, isShort: Bool = false, cells: CellWording.Style) {
        self.questionnaire = questionnaire
        self.words = words
        self.isShort = isShort
        self.cells = cells
        ranges = RangeWording(questionnaire: questionnaire)
    }

    /// `Where does the device come from? Anyone else; Was it damaged? No`.
    package func row(_ row: Row) -> String {
        // What groups and the row itself demand of a subject is said in one place.
        let condition = normalized(row.condition)
        let conditions = if case .all(let list) = condition { list } else { [condition] }
        var parts = conditions.map { phrasing($0, isPart: false) }
        if row.rest != nil { parts.append(.word(parts.isEmpty ? "ruleRest" : "ruleRestOfThese")) }
        return words.text(parts.isEmpty ? .word("ruleAlways") : .list(parts, "ruleAll"))
    }

    /// A condition as it is said.
    func normalized(_ condition: Condition) -> NormalizedCondition { NormalizedCondition(condition) { questionnaire.isCertain($0) } }

    /// A condition; a part of several is bracketed.
    package func words(_ condition: Condition) -> String { words.text(phrasing(condition)) }

    /// The condition with each subject named once.
    func phrasing(_ condition: Condition) -> Phrasing {
        phrasing(normalized(condition), isPart: false)
    }

    /// - Parameter isPart: whether it is one of several of which any will do.
    func phrasing(_ condition: NormalizedCondition, isPart: Bool) -> Phrasing {
        switch condition {
        case .all(let list):
            let all = Phrasing.list(list.map { phrasing($0, isPart: false) }, "ruleAll")
            return isPart ? .pattern("ruleGroup", ["condition": all]) : all
        case .any: return .pattern("ruleGroup", ["condition": unbracketed(condition)])
        case .test(let test):
            return .test(name(test.subject), cell(test))
        }
    }

    /// The same without brackets, where nothing is beside it.
    func unbracketed(_ condition: NormalizedCondition) -> Phrasing {
        guard case .any(let list) = condition else { return phrasing(condition, isPart: false) }
        return .list(list.map { phrasing($0, isPart: true) }, "ruleAny")
    }

    /// What is demanded of a subject that is named nearby.
    func cell(_ test: NormalizedTest) -> Phrasing { CellWording(questionnaire, test.subject, ranges, cells).phrasing(test) }

    /// What is looked at.
    func name(_ subject: Subject) -> String {
        switch subject {
        case .question(let number):
            let question = questionnaire.questions[number]
            return isShort ? question.name : question.ask.string
        case .fact(let number): return questionnaire.facts[number].label
        case .amount(let number): return questionnaire.amounts[number].label
        case .calculation: return ""
        case .decision(let number):
            return questionnaire.decisions.count == 1 ? words.filled("tableOutcome") : questionnaire.decisions[number].name
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
