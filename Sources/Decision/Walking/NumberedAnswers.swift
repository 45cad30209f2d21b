import Forms

/// The answers to a question about a number or a date as whole numbers: units of the last digit, or days.
extension Question {
    /// The first and last answer on a day; nil for other kinds, and where the limits have crossed.
    func limits(today: Day) -> ClosedRange<Int>? {
        let (from, to): (Int, Int)
        switch kind {
        case .number(let range):
            (from, to) = (range.from.ceiling(digits: range.decimals), range.to.floor(digits: range.decimals))
        case .date(let range): (from, to) = (range.from.number(today: today), range.to.number(today: today))
        case .one, .any: return nil
        }
        return from <= to ? from...to : nil
    }

    /// The number that an answer is; nil for other kinds.
    func number(of answer: Answer) -> Int? {
        switch answer {
        case .number(let number): number.floor(digits: kind.decimals)
        case .day(let day): day.number
        case .option, .ticked: nil
        }
    }

    /// The answer that such a number is; nil for other kinds.
    func answer(numbered number: Int) -> Answer? {
        switch kind {
        case .number(let range):
            .number(
                ExactNumber(decimal(number, decimals: range.decimals)) ?? ExactNumber(units: number, decimals: range.decimals))
        case .date: Day(number: number).map(Answer.day)
        case .one, .any: nil
        }
    }
}
