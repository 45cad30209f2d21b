import Diagnostics
import Forms

extension CompiledForm {
    /// An amount, described as a question is that is answered with such a number or day.
    static func amount(_ number: Int, of questionnaire: Questionnaire, _ words: [FormulaPart]) -> JSON {
        let amount = questionnaire.amounts[number]
        return .object(
            [("id", .string(amount.id.description)), ("label", .string(amount.label))] + kind(amount.kind)
                + [("formula", formula(amount.formula)), ("words", .array(words.map(part)))])
    }

    private static func kind(_ kind: Amount.Kind) -> [(String, JSON)] {
        guard case .number(let decimals, let unit, let from, let to) = kind else { return [("kind", .string("date"))] }
        return [("kind", .string("number")), ("from", .integer(from)), ("to", .integer(to)), ("decimals", .integer(decimals))]
            + (unit.map { [("unit", .string($0))] } ?? [])
    }

    private static func part(_ part: FormulaPart) -> JSON {
        switch part {
        case .text(let text): .string(text)
        case .question(let number, let words): .object([("question", .integer(number)), ("words", .string(words))])
        case .amount(let number, let words): .object([("amount", .integer(number)), ("words", .string(words))])
        case .today(let words): .object([("today", .bool(true)), ("words", .string(words))])
        }
    }

    /// A formula as steps of a machine with a stack: values are put on it, and what is done takes its own from there.
    static func formula(_ formula: Formula) -> JSON { .array(steps(formula)) }

    private static func steps(_ formula: Formula) -> [JSON] {
        switch formula {
        case .number(let number): [.string(number.description)]
        case .day(let day): [.object([("day", .integer(day))])]
        case .question(let number): [.integer(number)]
        case .amount(let number): [.object([("amount", .integer(number))])]
        default: formula.parts.flatMap(steps) + [.object([("do", .string(name(of: formula)))] + details(formula))]
        }
    }

    /// What a step says beside its name.
    private static func details(_ formula: Formula) -> [(String, JSON)] {
        switch formula {
        case .least(let list), .greatest(let list): [("of", .integer(list.count))]
        case .rounded(_, _, let digits): [("digits", .integer(digits))]
        default: []
        }
    }

    private static func name(of formula: Formula) -> String {
        switch formula {
        case .sum: "+"
        case .difference: "-"
        case .product: "*"
        case .quotient: "/"
        case .least: "min"
        case .greatest: "max"
        case .rounded(_, let rounding, _): rounding.rawValue
        case .shifted(_, _, let unit): unit.rawValue
        case .between(_, _, let unit): "\(unit.rawValue)-between"
        case .date: "date"
        case .part(let part, _): part.rawValue
        case .endOfMonth: "end-of-month"
        case .today: "today"
        case .number, .day, .question, .amount: ""
        }
    }
}
