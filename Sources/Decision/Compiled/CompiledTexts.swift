import Diagnostics
import CommonMark
import Forms

extension CompiledForm {
    /// What a form needs to ask a question, with its limits in the units in which nodes count.
    static func question(_ number: Int, of questionnaire: Questionnaire, _ rendering: Rendering) -> JSON {
        let question = questionnaire.questions[number]
        var fields: [(String, JSON)] = [
            ("id", .string(question.id.description)), ("ask", .string(question.ask.string)),
        ]
        if let hint = question.hint { fields.append(("hint", .string(rendering.html(hint)))) }
        switch question.kind {
        case .one(let choices):
            fields.append(("kind", .string("one")))
            if question.isSearched { fields.append(("search", .bool(true))) }
            let options = choices.options.map { option($0, isAlways: question.isAlwaysShown($0), rendering) }
            fields.append(("options", .array(options)))
            let attributes = named(choices, number, questionnaire)
            if !attributes.isEmpty { fields.append(("attributes", .object(attributes))) }
        case .any(let choices, let least, let none):
            fields += [("kind", .string("any")), ("options", .array(choices.options.map { option($0, isAlways: false, rendering) }))]
            if least > 0 { fields.append(("atLeast", .integer(least))) }
            if let none { fields.append(("none", .string(none))) }
        case .number(let range):
            fields += [
                ("kind", .string("number")), ("from", .integer(range.from.ceiling(digits: range.decimals))),
                ("to", .integer(range.to.floor(digits: range.decimals))), ("decimals", .integer(range.decimals)),
            ]
            if let unit = range.unit { fields.append(("unit", .string(unit))) }
        case .date(let range):
            fields += [("kind", .string("date")), ("from", bound(range.from)), ("to", bound(range.to))]
        }
        return .object(fields)
    }

    private static func bound(_ bound: DateBound) -> JSON {
        switch bound {
        case .day(let day): .object([("day", .integer(day.number))])
        case .today(let shift): .object([("today", .integers([shift.months, shift.days]))])
        }
    }

    /// The attributes that texts show, each with its words for every option.
    private static func named(_ choices: Choices, _ number: Int, _ questionnaire: Questionnaire) -> [(String, JSON)] {
        let shown = Set(
            questionnaire.outcomes.flatMap(\.allNames).compactMap { name -> Int? in
                if case .attribute(number, let index) = name.subject { index } else { nil }
            })
        return shown.sorted().map { index in
            let attribute = choices.attributes[index]
            let words = attribute.valueOfOption.map { value in
                value.map { JSON.string(attribute.values[$0].label) } ?? .null
            }
            return (attribute.id, .array(words))
        }
    }

    /// - Parameter isAlways: it stays in the list whatever readers search for.
    private static func option(_ option: Option, isAlways: Bool, _ rendering: Rendering) -> JSON {
        var fields: [(String, JSON)] = [("id", .string(option.id.description)), ("label", .string(option.label))]
        if isAlways { fields.append(("always", .bool(true))) }
        if let hint = option.hint { fields.append(("hint", .string(rendering.html(hint)))) }
        if !option.also.isEmpty { fields.append(("also", .array(option.also.map(JSON.string)))) }
        return .object(fields)
    }

    /// The values by id and label, as terminals number them.
    static func fact(_ fact: Fact) -> JSON {
        .object([
            ("id", .string(fact.id.description)), ("label", .string(fact.label)),
            ("values", .array(fact.values.map { .object([("id", .string($0.id)), ("label", .string($0.label))]) })),
        ])
    }

    /// `shows` names the questions whose answers the text needs.
    static func outcome(_ number: Int, of diagram: DecisionDiagram, _ rendering: Rendering) -> JSON {
        let outcome = diagram.questionnaire.outcomes[number]
        var fields: [(String, JSON)] = [
            ("id", .string(outcome.id.description)), ("title", .string(outcome.title.string)),
            ("tone", .string(outcome.tone.rawValue)),
        ]
        if let text = outcome.text { fields.append(("text", .string(rendering.html(text)))) }
        let paragraphs = outcome.paragraphs.map { (String($0.number), JSON.string(rendering.html($0.text))) }
        if !paragraphs.isEmpty { fields.append(("paragraphs", .object(paragraphs))) }
        if !outcome.answers.isEmpty { fields.append(("answers", .integers(outcome.answers))) }
        let shown = diagram.shownQuestions(number)
        if !shown.isEmpty { fields.append(("shows", .integers(shown))) }
        let amounts = outcome.amounts(showing: outcome.paragraphs.map(\.number))
        if !amounts.isEmpty { fields.append(("amounts", .integers(amounts))) }
        let cited = outcome.cites.map(rendering.link) + rendering.sources(outcome)
        if !cited.isEmpty { fields.append(("cites", cites(cited))) }
        return .object(fields)
    }

    /// The rows by id and in words, for explanations; walkers need none of it.
    static func decision(_ decision: Decision, _ questionnaire: Questionnaire, _ rendering: Rendering) -> JSON {
        var fields: [(String, JSON)] = [("id", .string(decision.id.description))]
        if questionnaire.decisions.count > 1 { fields.append(("title", .string(decision.name))) }
        if decision.table.match == .many { fields.append(("many", .bool(true))) }
        if let otherwise = decision.otherwise(questionnaire) {
            fields.append(
                ("otherwise", .object([("outcome", .integer(otherwise.outcome)), ("row", .integer(otherwise.row))])))
        }
        fields.append(
            (
                "rows",
                .array(
                    decision.table.rows.map { row in
                        var fields: [(String, JSON)] = [
                            ("id", .string(decision.rowID(row))), ("words", .string(rendering.row(row))),
                        ]
                        if !row.cites.isEmpty { fields.append(("cites", cites(row.cites.map(rendering.link)))) }
                        return .object(fields)
                    })
            ))
        return .object(fields)
    }

    private static func cites(_ links: [(address: String, words: String)]) -> JSON {
        .array(links.map { .object([("href", .string($0.address)), ("words", .string($0.words))]) })
    }
}

extension Decision {
    /// What names a row in results: `result-3`.
    package func rowID(_ row: Row) -> String { "\(id)-\(row.number)" }
}

extension DecisionDiagram {
    /// Changes whenever answers may lead elsewhere or are named otherwise, and only then: what a saved state carries.
    ///
    /// FNV-1a, 64 bits, over the ids and the routing part.
    package var version: String {
        let ids = questionnaire.questions.map { "\($0.id):\($0.options.map(\.id.description).joined(separator: ","))" }
        let outcomes = questionnaire.outcomes.map(\.id.description)
        let amounts = questionnaire.amounts.map { "\($0.id)=\(CompiledForm.formula($0.formula).text) \($0.kind)" }
        let text = (ids + outcomes + amounts).joined(separator: ";") + JSON.object(CompiledForm.deciding(self)).text
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
