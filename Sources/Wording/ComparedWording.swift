package import Decision
import Forms
package import Words

/// Puts into words for whom two versions of a questionnaire differ: with the newer version's words, and the older one's for what only it has.
package struct ComparedWording: Sendable {
    private let diff: QuestionnaireDiff
    private let wording: DiagramWording
    private let book: Phrasebook

    /// - Parameter book: the words of the site.
    package init(_ diff: QuestionnaireDiff, _ book: Phrasebook) {
        self.diff = diff
        self.book = book
        let variables = diff.variables.map { variable in
            switch variable {
            case .answers(let variable): variable
            case .steps(let question, _): DiagramVariable.asking(question: question)
            }
        }
        wording = DiagramWording(diff.questionnaire, variables, since: diff.days[1], isShort: true)
    }

    /// Who is in a region: all that they answer, each question named once.
    package func readers(_ region: Region) -> String {
        let conditions = region.conditions.filter { condition in
            if case .answers = diff.variables[condition.variable] { true } else { false }
        }
        let digits = region.conditions.compactMap { condition -> String? in
            guard case .steps(let question, _) = diff.variables[condition.variable], condition.blocks.count == 1 else { return nil }
            let name = diff.questionnaire.questions[question].name
            return condition.blocks == [1] ? "\(name): with as few decimals as before" : "\(name): with more decimals than before"
        }
        let words = conditions.isEmpty && !digits.isEmpty ? [] : [book.text(wording.all(conditions))]
        return (words + digits).joined(separator: "; ")
    }

    /// What a reader answers to both versions, as `waymark ask` takes it: first what the newer one asks.
    package func answers(_ example: [[Walk.GivenAnswer]]) -> String {
        var named: Set<String> = []
        return [1, 0].flatMap { version in
            let questions = diff.versions[version].questionnaire.questions
            return example[version].compactMap { given -> String? in
                let question = questions[given.question]
                return named.insert("\(question.id)").inserted ? "\(question.id)=\(question.text(of: given.answer))" : nil
            }
        }.joined(separator: " ")
    }

    /// For which answers an amount is different, and by how much.
    package func amount(_ change: AmountChange) -> String {
        let amount = diff.versions[1].questionnaire.amounts[change.numbers[1]]
        switch change.extent {
        case .otherKind: return "“\(amount.label)” is of another kind, or in another unit"
        case .untried: return "“\(amount.label)” has another formula; there are too many answers to try all"
        case .counted(let different, let all, let least, let most):
            let by = least == most ? difference(least, amount) : "\(difference(least, amount)) to \(difference(most, amount))"
            let answers =
                all == 1 ? "" : different == all ? ", whatever is answered" : ", for \(number(different)) of \(number(all)) answers"
            let ranges = different == all ? [] : change.ranges.prefix(4).compactMap { range(of: change.questions[0], $0) }
            let place = ranges.isEmpty || change.ranges.count > 4 ? "" : " (\(ranges.joined(separator: ", ")))"
            return "“\(amount.label)”: \(by)\(answers)\(place)"
        }
    }

    private func number(_ count: Int) -> String { book.text(.number(Quantity(units: count, decimals: 0, unit: nil))) }

    /// How much more or less an amount is: `+50 EUR`, `−3 days`.
    package func difference(_ number: ExactNumber, _ amount: Amount) -> String {
        let sign = number.units < 0 ? "−" : "+"
        switch amount.kind {
        case .day: return sign + book.text(.counted(abs(number.units), "spanDay"))
        case .number(let decimals, let unit, _, _):
            let digits = max(decimals, number.decimals)
            let units = abs(number.floor(digits: digits))
            return sign + book.text(.number(Quantity(units: units, decimals: digits, unit: unit)))
        }
    }

    /// `Chassis: 11 to 500`.
    private func range(of question: Int, _ values: ClosedRange<Int>) -> String? {
        let asked = diff.questionnaire.questions[question]
        let ends: (Endpoint.Value, Endpoint.Value)
        let isDate: Bool
        switch asked.kind {
        case .number(let range):
            (ends, isDate) = ((.number(range.quantity(units: values.lowerBound)), .number(range.quantity(units: values.upperBound))), false)
        case .date:
            guard let from = Day(number: values.lowerBound), let to = Day(number: values.upperBound) else { return nil }
            (ends, isDate) = ((.day(from), .day(to)), true)
        case .one, .any: return nil
        }
        let range = ValueRange(low: Endpoint(ends.0, .before), high: Endpoint(ends.1, .after))
        return RangeWording(questionnaire: diff.questionnaire).phrasing(range, isDate: isDate).map { book.text(.test(asked.name, $0)) }
    }

    /// Answers with which an amount is different, as `waymark ask` takes them.
    package func answers(_ given: [Int: Answer], of version: Int) -> String {
        let questions = diff.versions[version].questionnaire.questions
        return given.sorted { $0.key < $1.key }.map { "\(questions[$0.key].id)=\(questions[$0.key].text(of: $0.value))" }
            .joined(separator: " ")
    }

    /// What a version says, in its own words.
    package func end(_ end: ResultChange.End, of version: Int) -> String {
        switch end {
        case .undefined: version == 0 ? "not an answer before" : "no longer an answer"
        case .refused: "refused"
        case .accepted: "accepted"
        case .nothing: "no result"
        case .outcome(let number): "“\(diff.versions[version].questionnaire.outcomes[number].title.string)”"
        }
    }
}

extension CombinationCount {
    /// With its digits in groups: `1,204`.
    package func text(_ book: Phrasebook) -> String {
        switch self {
        case .uncounted: "more than can be counted"
        case .exactly(let count): count.int.map { book.text(.number(Quantity(units: $0, decimals: 0, unit: nil))) } ?? count.decimal
        }
    }
}
