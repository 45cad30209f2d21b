/// Makes questionnaires that compare numbers and dates in every way there is.
struct RangeGenerator {
    private var random: Random

    init(seed: UInt64) { random = Random(seed: seed) }

    enum Kind: CaseIterable { case whole, money, decimals, date }

    mutating func text() -> String {
        let kind = random.pick(Kind.allCases)
        let count = 1 + random.below(2)
        var text = "kind: questionnaire\ntitle: Test\nquestions:\n"
        for number in 0..<count { text += "  q\(number):\n    ask: Question \(number)?\n    \(answers(kind, number))\n" }
        text += "outcomes:\n" + (0..<4).map { "  o\($0): {title: Outcome \($0)}\n" }.joined()
        text += "match: first\nrules:\n"
        for row in 0..<(2 + random.below(3)) {
            let question = random.below(count)
            text += "  - {if: {q\(question): \(cell(kind, question, count))}, then: o\(row % 3)}\n"
        }
        return text + "  - {else: o3}\n"
    }

    private func answers(_ kind: Kind, _ number: Int) -> String {
        switch kind {
        case .whole: "number: {from: 0, to: 3000, unit: people}"
        case .money: "number: {from: -500, to: 5000, decimals: \(number == 0 ? 2 : 1), unit: £}"
        case .decimals: "number: {from: 0, to: 100, decimals: \(1 + number)}"
        case .date: "date: {from: 1900-01-01, to: today + 5 years}"
        }
    }

    private mutating func cell(_ kind: Kind, _ question: Int, _ count: Int) -> String {
        let isDate = if case .date = kind { true } else { false }
        let first = term(kind, question, count)
        switch random.below(8) {
        case 0: return first
        case 1: return "not \(first)"
        case 2 where kind != .date:
            let ends = [number(kind, 0), number(kind, 60)].sorted { (Double($0) ?? 0) < (Double($1) ?? 0) }
            return "from \(ends[0]) to \(ends[1])"
        case 2: return "from today - \(2 + random.below(3)) years to today - \(random.pick(["3 weeks", "30 days", "1 month"]))"
        case 3: return "not \(random.pick(isDate ? ["before", "on or before"] : ["under", "at least"])) \(first)"
        default:
            return random.pick(isDate ? ["before", "after", "on or before", "on or after"] : ["under", "over", "at most", "at least"]) + " "
                + first
        }
    }

    private mutating func term(_ kind: Kind, _ question: Int, _ count: Int) -> String {
        let isOther = count > 1 && random.chance(40)
        guard case .date = kind else { return isOther ? "q\(1 - question)" : number(kind, 0) }
        let base = isOther ? "q\(1 - question)" : random.chance(30) ? "2020-0\(1 + random.below(9))-15" : "today"
        let spans = ["1 day", "90 days", "6 weeks", "1 month", "13 months", "24 months", "1 year", "18 years"]
        return random.chance(20) ? base : base + random.pick([" - ", " + "]) + random.pick(spans)
    }

    /// - Parameter least: so that an end of a range lies behind its beginning.
    private mutating func number(_ kind: Kind, _ least: Int) -> String {
        let whole = least + random.below(60)
        switch kind {
        case .whole: return random.chance(20) ? String(whole + 1000) : String(whole)
        case .money: return random.pick(["\(whole)", "\(whole).5", "\(whole + 1500)"])
        case .decimals, .date: return random.pick(["\(whole)", "\(whole).5"])
        }
    }
}
