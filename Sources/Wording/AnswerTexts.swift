package import Decision
package import Forms
package import Words

extension Phrasing {
    /// A label in quotation marks, as it may hold commas and "or".
    package static func quoted(_ label: String) -> Phrasing { .pattern("labelQuoted", ["label": .text(label)]) }
}

extension Question {
    /// The answer in the words of the questionnaire.
    ///
    /// - Parameter isBare: without the unit, which is said nearby.
    package func words(of answer: Answer, _ words: Phrasebook, isBare: Bool = false) -> String {
        switch answer {
        case .option(let index): return options.indices.contains(index) ? options[index].label : "?"
        case .ticked(let indices):
            guard !indices.isEmpty else {
                if case .any(_, _, let none?) = kind { return none }
                return words.filled("qNone")
            }
            return words.text(.list(indices.filter(options.indices.contains).map { .text(options[$0].label) }, "listAnd"))
        case .number(let number):
            guard case .number(let range) = kind else { return number.description }
            let quantity = range.quantity(number)
            return words.numbers.text(isBare && !NumberStyle.isCurrencySign(quantity.unit ?? "") ? quantity.bare : quantity)
        case .day(let day): return words.days.text(day)
        }
    }

    /// The other answers that a change is about.
    ///
    /// - Parameters:
    ///   - today: the reader's day, from which the ends of a question may be counted.
    ///   - isListed: whether others are named beside it.
    package func words(of change: Change.Kind, today: Day, _ words: Phrasebook, isListed: Bool = false) -> String {
        switch change {
        case .option(let option): words.text(isListed ? .quoted(options[option].label) : .text(options[option].label))
        case .ticked(let option): words.text(.pattern("qWith", ["answer": .quoted(options[option].label)]))
        case .unticked(let option): words.text(.pattern("qWithout", ["answer": .quoted(options[option].label)]))
        case .range(let first, let last): range(first, last, today, words)
        }
    }

    /// A range; an end that is that of the question isn't said.
    private func range(_ first: Answer, _ last: Answer, _ today: Day, _ words: Phrasebook) -> String {
        guard first != last else { return self.words(of: first, words) }
        let isDate = if case .date = kind { true } else { false }
        switch (isFirst(first, today: today), isLast(last, today: today)) {
        case (true, false): return words.filled(isDate ? "dateUpTo" : "rangeUpTo", ["to": self.words(of: last, words)])
        case (false, true): return words.filled(isDate ? "dateFrom" : "rangeFrom", ["from": self.words(of: first, words)])
        case (true, true), (false, false):
            return words.filled("qBetween", ["from": self.words(of: first, words, isBare: true), "to": self.words(of: last, words)])
        }
    }

    /// Whether it is the least answer that the question takes.
    private func isFirst(_ answer: Answer, today: Day) -> Bool {
        switch (kind, answer) {
        case (.number(let range), .number(let number)):
            number.floor(digits: range.decimals) == range.from.ceiling(digits: range.decimals)
        case (.date(let range), .day(let day)): day.number == range.from.number(today: today)
        default: false
        }
    }

    /// Whether it is the greatest.
    private func isLast(_ answer: Answer, today: Day) -> Bool {
        switch (kind, answer) {
        case (.number(let range), .number(let number)):
            number.floor(digits: range.decimals) == range.to.floor(digits: range.decimals)
        case (.date(let range), .day(let day)): day.number == range.to.number(today: today)
        default: false
        }
    }

    /// Why an answer is refused, as readers are told.
    package func words(of reason: Walk.RefusalReason, _ words: Phrasebook) -> String {
        switch reason {
        case .requirement(let message): message
        case .fault(let fault): self.words(of: fault, words)
        }
    }

    /// Why an answer is not taken.
    package func words(of fault: AnswerFault, _ words: Phrasebook) -> String {
        switch fault {
        case .unknownOption: return words.filled("qOne")
        case .unknownOptions: return words.filled("qAnyOf")
        case .tooFew(let least): return words.filled("qFew", ["count": String(least)])
        case .tooManyDigits:
            let digits = kind.decimals
            let name = digits == 0 ? "qWhole" : digits == 1 ? "qDigit" : "qDigits"
            return words.filled(name, ["count": String(digits), "example": example(words)])
        case .outside(let from, let to):
            // Both ends are days of the calendar by now.
            let name = if case .date = kind { "qRangeDate" } else { "qRange" }
            return words.filled(name, ["from": self.words(of: from, words, isBare: true), "to": self.words(of: to, words)])
        case .closed: return words.filled("qClosed")
        }
    }

    /// An answer as readers may type it; nothing for other questions than numbers.
    func example(_ words: Phrasebook) -> String {
        guard case .number(let range) = kind else { return "" }
        let units = powerOfTen(range.decimals) * 20 + (range.decimals > 0 ? powerOfTen(range.decimals) / 2 : 0)
        let (first, last) = (range.from.ceiling(digits: range.decimals), range.to.floor(digits: range.decimals))
        return words.numbers.text(range.quantity(units: min(last, max(first, units))).bare)
    }
}
