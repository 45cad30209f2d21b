import Content

/// Conditions and rows of rules in the words of the questionnaire, for readers and reviewers.
package struct RuleWording: Sendable {
    private let questionnaire: Questionnaire

    package init(_ questionnaire: Questionnaire) { self.questionnaire = questionnaire }

    /// `Where does the device come from? Anyone else; Was it damaged? No`.
    package func row(_ row: Row) -> String {
        var parts = row.guards.flatMap(\.conditions).map { words($0) } + row.entries.conditions.map { words($0) }
        if row.rest != nil { parts.append(parts.isEmpty ? "in all other cases" : "in all other of these cases") }
        return parts.isEmpty ? "always" : parts.joined(separator: "; ")
    }

    /// A condition; a part of several is bracketed.
    package func words(_ condition: Condition) -> String {
        switch condition {
        case .all(let list): list.map { words($0) }.joined(separator: "; ")
        case .any(let list): "(" + list.map { words($0) }.joined(separator: "; or ") + ")"
        case .not(let inner): "not (\(words(inner)))"
        case .test(let test): subject(test.subject) + " " + words(test.cell, of: test.subject)
        }
    }

    func subject(_ subject: Subject) -> String {
        switch subject {
        case .question(let number):
            let ask = questionnaire.questions[number].ask.string
            return ask.last.map { "?:.!".contains($0) } ?? false ? ask : ask + ":"
        case .fact(let number): return questionnaire.facts[number].label + ":"
        case .attribute(let number, let index):
            guard case .one(let choices) = questionnaire.questions[number].kind else { return "" }
            return choices.attributes[index].label + ":"
        }
    }

    private func words(_ cell: Cell, of subject: Subject) -> String {
        switch cell {
        case .asked: return "(answered)"
        case .notAsked: return "(not asked)"
        case .oneOf(let options): return listed(options.map { label($0, subject) }, "or")
        case .has(let option): return "with " + label(option, subject)
        case .all(let list): return list.map { words($0, of: subject) }.joined(separator: ", ")
        case .any(let list): return list.map { words($0, of: subject) }.joined(separator: " or ")
        case .not(.any(let list)) where list.count > 1:
            return "not " + list.map { words($0, of: subject) }.joined(separator: ", nor ")
        case .not(let inner): return "not " + words(inner, of: subject)
        case .compare(let relation, let term): return words(relation, term, of: subject)
        }
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

    private func words(_ relation: Relation, _ term: Term, of subject: Subject) -> String {
        var isDate = false
        var unit = ""
        if case .question(let number) = subject {
            switch questionnaire.questions[number].kind {
            case .date: isDate = true
            case .number(let range): unit = range.unit.map { " " + $0 } ?? ""
            case .one, .any: break
            }
        }
        let verb: String =
            switch relation {
            case .equal: ""
            case .less: isDate ? "before " : "under "
            case .atMost: isDate ? "on or before " : "at most "
            case .greater: isDate ? "after " : "over "
            case .atLeast: isDate ? "on or after " : "at least "
            }
        switch term {
        case .number(let number): return verb + number.description + unit
        case .bound(.day(let day)): return verb + day.description
        case .bound(.today(let shift)): return verb + "today" + shift.words
        case .question(let other, let shift):
            return verb + "the answer to \"\(questionnaire.questions[other].ask.string)\"" + shift.words
        }
    }
}
