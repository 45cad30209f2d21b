package import Decision
package import Forms
package import Words

extension Question {
    /// Reads an answer as people type it: numbers and dates by the language of the site, options by their ids or labels.
    ///
    /// - Parameters:
    ///   - isPlain: what reports write is read as it is, `1.234` in German too: programs give back what they were given.
    ///   - today: the day from which the first and the last day of a question are counted.
    package func answer(
        typed text: String, isPlain: Bool = false, today: Day, _ words: Phrasebook
    ) -> Result<Answer, AnswerProblem> {
        switch kind {
        case .one, .any: return isPlain ? answer(text) : choice(text)
        case .number(let range):
            if isPlain, let exact = ExactNumber(text), exact.description == text { return .success(.number(exact)) }
            return number(text, range, words)
        case .date: return day(text, today: today, words)
        }
    }

    /// Options by their ids, or as readers see them: `ja` where the option is called Ja.
    private func choice(_ text: String) -> Result<Answer, AnswerProblem> {
        let known = answer(text)
        guard case .failure = known else { return known }
        let isOne = if case .one = kind { true } else { false }
        let typed = isOne ? [text] : text.split(separator: ",").map(String.init)
        func plain(_ text: String) -> String { text.split(separator: " ").joined(separator: " ").lowercased() }
        let ids = typed.map { word -> String in
            let found = options.filter { plain($0.label) == plain(word) }
            return found.count == 1 ? "\(found[0].id)" : word
        }
        if case .success(let answer) = answer(ids.joined(separator: ",")) { return .success(answer) }
        return known
    }

    /// A number in the marks of the language; where it can be read in two ways, both are offered.
    private func number(_ text: String, _ range: NumberRange, _ words: Phrasebook) -> Result<Answer, AnswerProblem> {
        let reader = NumberReader(
            words.numbers, decimals: range.decimals, unit: range.unit, range: range.from.approximate...range.to.approximate)
        switch reader.read(text) {
        case .exact(let exact):
            if let number = ExactNumber(exact) { return .success(.number(number)) }
            // No question takes a number that is too long to be worked with.
            let isLong = exact.prefix { $0 != "." }.count { $0 != "-" } > 12
            return .failure(AnswerProblem(message: self.words(of: isLong ? range.outside : .tooManyDigits, words)))
        case .either(let one, let other): return refused("qTwo", ["text": text, "one": one, "other": other], words)
        case .perhaps(let one): return refused("qPerhaps", ["text": text, "one": one], words)
        case .currency: return refused("qCurrency", ["unit": range.unit ?? "", "example": example(words)], words)
        case .none: return refused("qNumber", ["example": example(words)], words)
        }
    }

    /// A day in the order of the language; where it can be read in two ways, those that the question takes are offered.
    private func day(_ text: String, today: Day, _ words: Phrasebook) -> Result<Answer, AnswerProblem> {
        switch DayReader(words.days).read(text) {
        case .day(let day): return .success(.day(day))
        case .either(let one, let other):
            // Only what the question takes is offered.
            let fitting = [one, other].filter { fault(of: .day($0), today: today) == nil }
            guard let first = fitting.first else {
                let fault = fault(of: .day(one), today: today) ?? .closed
                return .failure(AnswerProblem(message: self.words(of: fault, words)))
            }
            let name = fitting.count == 1 ? "qPerhaps" : "qTwo"
            return refused(name, ["text": text, "one": words.days.text(first), "other": words.days.text(other)], words)
        case .shortYear: return refused("qShortYear", ["example": "2026"], words)
        case .none:
            let example = Day(year: 2026, month: 3, day: 27).map(words.days.text) ?? ""
            return refused("qDate", ["example": example], words)
        }
    }

    /// - Parameter name: of the words that say why.
    private func refused(_ name: String, _ slots: [String: String], _ words: Phrasebook) -> Result<Answer, AnswerProblem> {
        .failure(AnswerProblem(message: words.filled(name, slots)))
    }
}

extension ExactNumber {
    /// Near enough to tell readings apart that differ by a thousand.
    fileprivate var approximate: Double {
        var value = Double(units)
        for _ in 0..<decimals { value /= 10 }
        return value
    }
}
