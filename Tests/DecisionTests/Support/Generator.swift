@testable import Decision

/// Makes questionnaires at random: small enough to try every answer, with everything that the language has.
struct Generator {
    private var random: Random
    private var kinds: [Kind] = []
    private var facts: [[String]] = []
    /// Decisions that conditions name, as entries that look at them.
    private var earlier: [[String]] = []
    private var isNamedByFacts = false
    private var amounts: [MadeAmount] = []
    /// No conditions that leave combinations out: then the order of asking is exactly what rule 2 says.
    let isPlain: Bool
    /// How often a question of a plain one refuses answers, in percent.
    var mustChance = 0
    /// What it has most of.
    let focus: Focus

    enum Focus: String, CaseIterable {
        case anything
        /// Numbers or dates that are compared with one another, two and three at a time.
        case comparisons
        /// Dates that are counted from today.
        case days
        /// Answers that `must` and `impossible` leave out.
        case refusals
        /// Outcomes with paragraphs that some readers are shown.
        case paragraphs
        /// Decisions that later decisions name, and questions, facts and what is refused.
        case decisions
        /// Numbers and dates of which amounts are calculated, each of one question, which conditions compare.
        case amounts
        /// Amounts that say how far answers are apart, and comparisons of amounts with other answers.
        case distances
        /// Amounts of several answers that are no line: products, sums, the greater of two.
        case calculations
    }

    enum Kind {
        case yesNo, one(Int), any(Int), number, date
        /// A date within four days.
        case near

        var size: Int {
            switch self {
            case .yesNo: 2
            case .one(let count): count
            case .any(let count): 1 << count
            case .number: 5
            case .date: 12
            case .near: 4
            }
        }
    }

    init(seed: UInt64, isPlain: Bool, focus: Focus = .anything) {
        random = Random(seed: seed)
        self.isPlain = isPlain
        self.focus = focus
    }

    mutating func text() -> String {
        let count = 2 + random.below(3)
        // So few combinations that all can be tried.
        repeat { kinds = someKinds(count) } while kinds.map(\.size).reduce(1, *) > 150
        facts = (0..<random.below(3)).map { _ in random.chance(50) ? ["yes", "no"] : ["low", "mid", "high"] }
        let decisions = focus == .decisions ? firstDecision() : ""
        if hasAmounts { makeAmounts() }
        var text = "kind: questionnaire\ntitle: Test\nquestions:\n"
        for number in 0..<count { text += question(number) }
        if !facts.isEmpty { text += "facts:\n" + facts.indices.map { fact($0) }.joined() }
        if !amounts.isEmpty {
            text += "amounts:\n" + amounts.enumerated().map { "  m\($0): {value: \"\($1.formula)\"}\n" }.joined()
        }
        text += "outcomes:\n"
        for outcome in 0..<3 {
            text += "  o\(outcome):\n    title: Outcome \(outcome)\n    tone: \(["good", "caution", "bad"][outcome])\n"
            if random.chance(10) {
                text +=
                    "    text: It is {{ \(random.chance(60) || facts.isEmpty ? "q\(random.below(count))" : "f\(random.below(facts.count))") }}.\n"
            }
        }
        if focus == .paragraphs { text += paragraphs() }
        if !isPlain, random.chance(focus == .refusals ? 80 : 40) {
            text += "impossible:\n  - {if: \(condition(2)), because: No}\n"
        }
        if focus == .decisions {
            text += decisions + laterDecisions()
        } else if random.chance(20) {
            text += "decisions:\n  one:\n" + table(indent: "    ") + "  two:\n" + table(indent: "    ")
        } else {
            text += table(indent: "")
        }
        return text
    }

    /// The first of several; in half of them facts may name it, and it names no fact.
    private mutating func firstDecision() -> String {
        let known = facts
        let isBeforeFacts = random.chance(50)
        if isBeforeFacts { facts = [] }
        let table = table(indent: "    ")
        facts = known
        earlier = [Self.entries("one", table)]
        isNamedByFacts = isBeforeFacts
        return "decisions:\n  one:\n" + table
    }

    private mutating func laterDecisions() -> String {
        var text = ""
        for name in ["two", "three"].prefix(1 + random.below(2)) {
            let table = table(indent: "    ")
            text += "  \(name):\n" + table
            earlier.append(Self.entries(name, table))
        }
        return text
    }

    /// Everything that can be asked of a decision.
    private static func entries(_ name: String, _ table: String) -> [String] {
        let outcomes = (0..<3).map { "o\($0)" }.filter { table.contains("then: \($0)}") || table.contains("else: \($0)}") }
        let cells =
            table.contains("match: many")
            ? outcomes.flatMap { ["{has: \($0)}", "{lacks: \($0)}", "{only: [\($0)]}"] } + ["none"]
            : outcomes.flatMap { [$0, "not \($0)"] } + (outcomes.count > 1 ? ["[\(outcomes[0]), \(outcomes[1])]"] : [])
        return cells.map { "\(name): \($0)" }
    }

    /// Of the last outcome.
    private mutating func paragraphs() -> String {
        let paragraphs = (0..<(1 + random.below(2))).map { number -> String in
            let name = random.chance(60) || facts.isEmpty ? "q\(random.below(kinds.count))" : "f\(random.below(facts.count))"
            let text = random.chance(40) ? "Paragraph \(number)." : "It is {{ \(name) }}."
            return "      - if: \(random.chance(40) && name.hasPrefix("q") ? "{\(name): asked}" : condition(2))\n        text: \(text)\n"
        }
        return "    paragraphs:\n" + paragraphs.joined()
    }

    private mutating func someKinds(_ count: Int) -> [Kind] {
        switch focus {
        case .anything, .refusals, .paragraphs, .decisions: return (0..<count).map { _ in kind() }
        case .days: return (0..<count).map { _ in random.chance(60) ? .date : .yesNo }
        case .amounts, .distances:
            let first = random.pick([Kind.number, .number, .near])
            return [first] + (1..<count).map { _ in random.chance(30) ? first : random.pick([.number, .near, .yesNo]) }
        case .calculations:
            return [.number, .number] + (2..<max(2, count)).map { _ in random.pick([.number, .near, .yesNo, .yesNo]) }
        case .comparisons:
            let compared = random.chance(50) ? Kind.number : .near
            return (0..<count).map { $0 < 3 ? compared : .yesNo }
        }
    }

    private mutating func kind() -> Kind {
        switch random.below(9) {
        case 0...2: .yesNo
        case 3...4: .one(2 + random.below(2))
        case 5...6: .any(1 + random.below(2))
        case 7: .number
        default: .date
        }
    }

    private mutating func question(_ number: Int) -> String {
        var text = "  q\(number):\n    ask: Question \(number)?\n"
        switch kinds[number] {
        case .yesNo: break
        case .one(let count):
            text += "    one-of: {\((0..<count).map { "a\($0): Answer \($0)" }.joined(separator: ", "))}\n"
        case .any(let count):
            text += "    any-of: {\((0..<count).map { "a\($0): Answer \($0)" }.joined(separator: ", "))}\n"
            if !isPlain, random.chance(20) { text += "    at-least: 1\n" }
        case .number: text += "    number: {from: 0, to: 4}\n"
        case .date: text += "    date: {from: 2026-11-19, to: \(random.chance(50) ? "today" : "2026-11-24")}\n"
        case .near: text += "    date: {from: 2026-11-20, to: 2026-11-23}\n"
        }
        if random.chance(40) { text += "    ask-if: \(condition(2))\n" }
        if random.chance(isPlain ? mustChance : focus == .refusals ? 50 : 15) {
            text += "    must:\n"
            for _ in 0..<(1 + random.below(2)) {
                text +=
                    "      - {\(random.chance(60) ? "if: \(condition(1)), " : "")that: \(condition(1, about: number)), else: Not so}\n"
            }
        }
        return text
    }

    private mutating func fact(_ number: Int) -> String {
        let first = random.chance(30)
        var text = "  f\(number):\n" + (first ? "    match: first\n" : "") + "    rules:\n"
        let values = facts[number]
        for _ in 0..<(1 + random.below(3)) {
            text += "      - {if: \(condition(2, facts: number)), then: \(random.pick(values))}\n"
        }
        for (index, kind) in kinds.enumerated() where random.chance(15) {
            if case .yesNo = kind, values.count == 2 {
                text += "      - {if: {q\(index): asked}, then: {same-as: q\(index)}}\n"
            }
        }
        // A value that the rows do not give could not be named.
        text +=
            "      - {if: {q0: asked, not: {q0: asked}}, then: \(values[0])}\n"
            + values.dropFirst().map { "      - {if: {q0: asked, not: {q0: asked}}, then: \($0)}\n" }.joined()
        if random.chance(85) { text += "      - {else: \(values[0])}\n" }
        return text
    }

    private mutating func table(indent: String) -> String {
        let match = random.pick(["one", "one", "first", "many"])
        return "\(indent)match: \(match)\n\(indent)rules:\n" + rows(indent: indent + "  ", depth: 0)
    }

    private mutating func rows(indent: String, depth: Int) -> String {
        var text = ""
        for _ in 0..<(1 + random.below(3)) {
            if depth < 1, random.chance(25) {
                text +=
                    "\(indent)- if: \(condition(1))\n\(indent)  rules:\n"
                    + rows(indent: indent + "    ", depth: depth + 1)
            } else {
                text += "\(indent)- {if: \(condition(3)), then: o\(random.below(3))}\n"
            }
        }
        if random.chance(65) { text += "\(indent)- {else: o\(random.below(3))}\n" }
        return text
    }

    /// A statement about the questionnaire that was made: about questions, facts and the outcomes of its decisions.
    mutating func statement(_ questionnaire: Questionnaire) -> String {
        var said = condition(1)
        if random.chance(80) {
            let decision = random.pick(questionnaire.decisions)
            let outcome = questionnaire.outcomes[random.pick(decision.outcomes)].id
            let cells = decision.table.match == .many ? ["{has: \(outcome)}", "{lacks: \(outcome)}"] : ["\(outcome)", "not \(outcome)"]
            let entry = "\(decision.id): \(random.pick(cells))"
            said = random.chance(60) ? "{\(entry)}" : "{\(entry), all: [\(said)]}"
        }
        let claim = random.chance(50) ? "never" : "always"
        return "{\(random.chance(70) ? "if: \(condition(2)), " : "")\(claim): \(said)}"
    }

    /// - Parameters:
    ///   - facts: only facts before this one are named, so that there is no circle.
    ///   - about: the question that has to be named.
    private mutating func condition(_ size: Int, facts limit: Int? = nil, about: Int? = nil) -> String {
        var entries: [String] = []
        var names: Set<Int> = []
        if !earlier.isEmpty, about == nil, limit == nil || isNamedByFacts, random.chance(35) {
            entries.append(random.pick(random.pick(earlier)))
        }
        for _ in 0..<(1 + random.below(size)) {
            let question = about ?? random.below(kinds.count)
            let usable = limit ?? facts.count
            if !amounts.isEmpty, about == nil, random.chance(50) {
                let amount = random.below(amounts.count)
                if names.insert(200 + amount).inserted { entries.append("m\(amount): \(cell(ofAmount: amount))") }
                continue
            }
            if usable > 0, about == nil, random.chance(25) {
                let fact = random.below(usable)
                if names.insert(100 + fact).inserted { entries.append("f\(fact): \(random.pick(facts[fact]))") }
            } else if names.insert(question).inserted {
                entries.append("q\(question): \(cell(question))")
            }
        }
        let text = "{" + entries.joined(separator: ", ") + "}"
        switch random.below(12) {
        case 0: return "{not: \(text)}"
        case 1: return "{any: [\(text), {q\(random.below(kinds.count)): asked}]}"
        default: return text
        }
    }

    private mutating func cell(_ question: Int) -> String {
        if random.chance(6) { return random.pick(["asked", "not asked"]) }
        switch kinds[question] {
        case .yesNo: return random.pick(["yes", "no", "yes", "no", "not yes"])
        case .one(let count):
            let option = "a\(random.below(count))"
            return random.pick([option, option, "not \(option)", "[a0, a1]"])
        case .any(let count):
            let option = "a\(random.below(count))"
            return random.pick([
                "{has: \(option)}", "{lacks: \(option)}", "none", "{only: [\(option)]}", "{has-any: [a0, \(option)]}",
            ])
        case .number where focus == .distances && random.chance(20) && amounts.contains { !$0.isDate }:
            return random.pick(["at least ", "under ", "", "over "]) + named(isDate: false)
        case .near where focus == .distances && random.chance(20) && amounts.contains(where: \.isDate):
            return random.pick(["before ", "on or before ", "", "after "]) + named(isDate: true)
        case .number:
            if !isPlain, random.chance(focus == .comparisons ? 70 : 20),
                let other = partner(question, { if case .number = $0 { true } else { false } })
            {
                let forms = ["at least q\(other)", "under q\(other)", "q\(other)"]
                return random.pick(focus == .comparisons ? forms + ["over q\(other)", "at most q\(other)"] : forms)
            }
            return random.pick([
                "at least \(random.below(5))", "under \(1 + random.below(4))", "\(random.below(5))", "from 1 to 3",
                "\"> 2\"",
            ])
        case .date where focus == .days && random.chance(60):
            return random.pick([
                "after today - 2 days", "before today - 1 day", "on or before today - 1 day", "on or after today - 3 days",
                "before today + 1 day",
            ])
        case .near:
            guard focus != .amounts, focus != .calculations, random.chance(70),
                let other = partner(question, { if case .near = $0 { true } else { false } })
            else {
                return random.pick(["before 2026-11-21", "on or after 2026-11-22", "2026-11-20"])
            }
            return random.pick([
                "before q\(other)", "on or before q\(other)", "on or after q\(other) + 1 day", "after q\(other) - 2 days", "q\(other)",
            ])
        case .date:
            if !isPlain, focus != .days, random.chance(20),
                let other = partner(question, { if case .date = $0 { true } else { false } })
            {
                return random.pick(["before q\(other)", "on or after q\(other) + 1 day"])
            }
            return random.pick([
                "before 2026-11-21", "on or after 2026-11-22", "after today - 2 days", "2026-11-20",
                "before today - 1 day",
            ])
        }
    }

    private mutating func partner(_ question: Int, _ fits: (Kind) -> Bool) -> Int? {
        let others = kinds.indices.filter { $0 != question && fits(kinds[$0]) }
        return others.isEmpty ? nil : random.pick(others)
    }
}

// Amounts.
extension Generator {
    /// An amount, as it is written.
    struct MadeAmount {
        /// The question that it rests on, or one of them.
        let question: Int
        let formula: String
        let isDate: Bool
        /// A month later, when no test reads it.
        var isFar = false
    }

    private var hasAmounts: Bool { [.amounts, .distances, .calculations].contains(focus) }

    /// Of one question, of how far two are apart, and of how far one is from today.
    private mutating func makeAmounts() {
        amounts = (0..<(1 + random.below(3))).compactMap { _ in
            let question = random.below(kinds.count)
            return amount("q\(question)", of: question)
        }
    }

    /// What is calculated from two answers or three.
    private mutating func calculation(_ name: String, of question: Int) -> MadeAmount? {
        let numbers = kinds.indices.filter { kinds[$0].size == 5 }
        switch kinds[question] {
        case .number:
            let (other, third) = (random.pick(numbers), random.pick(numbers))
            return MadeAmount(
                question: question,
                formula: random.pick([
                    "\(name) * q\(other)", "\(name) + q\(other)", "2 * \(name) + q\(other)", "min(\(name), q\(other)) * 2",
                    "max(\(name), q\(other)) - 1", "round(\(name) / (q\(other) + 1), 1)", "\(name) * \(name) - q\(other)",
                    "floor(\(name) * q\(other) / 3)", "round(\(name) * q\(other) * 0.7, 1)", "(\(name) - 2) * (q\(other) - 2)",
                    "\(name) * q\(other) + q\(third)", "\(name) + q\(other) - q\(third)",
                ]), isDate: false)
        case .near:
            let other = random.pick(numbers)
            return random.pick([
                MadeAmount(question: question, formula: "\(name) + q\(other) days", isDate: true),
                MadeAmount(question: question, formula: "days-between(2026-11-20, \(name)) * q\(other)", isDate: false),
            ])
        case .date, .yesNo, .one, .any: return nil
        }
    }

    private mutating func amount(_ name: String, of question: Int) -> MadeAmount? {
        if focus == .calculations { return calculation(name, of: question) }
        switch kinds[question] {
        case .number:
            if focus == .distances, let other = partner(question, { if case .number = $0 { true } else { false } }) {
                return MadeAmount(
                    question: question,
                    formula: random.pick([
                        "\(name) - q\(other)", "max(\(name) - q\(other), 0) * 2", "2 * \(name) - 2 * q\(other) + 1",
                        "round((\(name) - q\(other)) / 2)",
                    ]), isDate: false)
            }
            return MadeAmount(
                question: question,
                formula: random.pick(
                    [
                        "\(name) * 3 - 2", "max(\(name), 2) + 1", "round(\(name) / 3)", "(\(name) - 2) * (\(name) - 2)",
                        "min(\(name), 4 - \(name))", "floor(\(name) / 2)", "10 - \(name) * 2", "round(\(name) * 0.37, 1)",
                        "\(name) - floor(\(name) / 2) * 2", "12 / (\(name) + 1) * 5", "ceil(\(name) / 4) * \(name)",
                    ].filter { !$0.hasPrefix("12") }), isDate: false)
        case .near, .date:
            if focus == .distances, let other = partner(question, { if case .near = $0 { true } else { false } }) {
                return MadeAmount(
                    question: question,
                    formula: random.pick(["days-between(\(name), q\(other))", "max(days-between(q\(other), \(name)), 0) * 2"]),
                    isDate: false)
            }
            return random.pick(
                [
                    MadeAmount(question: question, formula: "\(name) + 2 days", isDate: true),
                    MadeAmount(question: question, formula: "max(\(name), 2026-11-22)", isDate: true),
                    MadeAmount(question: question, formula: "days-between(\(name), 2026-11-22)", isDate: false),
                    MadeAmount(question: question, formula: "days-between(\(name), today)", isDate: false),
                    MadeAmount(question: question, formula: "max(days-between(today, \(name)), 0) + 1", isDate: false),
                    MadeAmount(question: question, formula: "day(\(name)) - 20", isDate: false),
                    MadeAmount(question: question, formula: "weeks-between(\(name), 2026-12-05)", isDate: false),
                    MadeAmount(
                        question: question, formula: "date(2026, 11, 18 + min(max(days-between(2026-11-19, \(name)), 0), 9))", isDate: true),
                    MadeAmount(question: question, formula: "\(name) + 1 month", isDate: true, isFar: true),
                    MadeAmount(question: question, formula: "end-of-month(\(name)) - 9 days", isDate: true),
                ].filter { focus == .amounts || !$0.formula.contains("today") })
        case .yesNo, .one, .any: return nil
        }
    }

    private mutating func cell(ofAmount amount: Int) -> String {
        if focus == .calculations, !amounts[amount].isDate, random.chance(60) {
            return random.pick([
                "at least \(random.below(9))", "under \(1 + random.below(9))", "\(random.below(7))", "from 2 to 6", "not over 4",
                "over 2.5",
            ])
        }
        if amounts[amount].isFar {
            return random.pick(["before 2026-12-22", "on or after 2026-12-21", "2026-12-20", "not after 2026-12-19"])
        }
        if amounts[amount].isDate {
            return random.pick([
                "before 2026-11-22", "on or after 2026-11-23", focus == .amounts ? "after today - 1 day" : "after 2026-11-20",
                focus == .amounts ? "on or before today + 2 days" : "2026-11-23", "2026-11-22",
                "not after 2026-11-23", "before \(named(isDate: true, not: amount))",
                "after \(answer(besides: amount))",
            ])
        }
        return random.pick([
            "at least \(random.below(4))", "under \(1 + random.below(4))", "\(random.below(4))", "from 1 to 3", "not over 1",
            "at most \(named(isDate: false, not: amount))", "over -1", "under 2 or over 3",
            kinds[amounts[amount].question].size == 5 ? "at most \(answer(besides: amount))" : "at least 1",
        ])
    }

    private mutating func named(isDate: Bool, not own: Int? = nil) -> String {
        let fitting = amounts.indices.filter { amounts[$0].isDate == isDate && !amounts[$0].isFar && $0 != own && isTogether($0, own) }
        return fitting.isEmpty ? (isDate ? "2026-11-21" : "1") : "m\(random.pick(fitting))"
    }

    /// A question that an amount is compared with: its own, or any of the kind.
    private mutating func answer(besides amount: Int) -> String {
        let own = amounts[amount].question
        let others = kinds.indices.filter { kinds[$0].size == kinds[own].size }
        return "q\(focus == .amounts ? own : random.pick(others))"
    }

    private func isTogether(_ amount: Int, _ own: Int?) -> Bool {
        focus == .distances || focus == .calculations || amounts[amount].question == own.map { amounts[$0].question }
    }
}
