/// Makes conditions on tick-boxes, choices and numbers in every form that there is, nested in one another.
struct ConditionGenerator {
    private var random: Random
    private let isOrdered: Bool

    init(seed: UInt64) {
        random = Random(seed: seed)
        isOrdered = seed % 3 == 0
    }

    mutating func text() -> String {
        let isOptional = random.chance(50)
        return ConditionGenerator.text(condition(3), isOptional: isOptional, isOrdered: isOrdered)
    }

    /// - Parameters:
    ///   - isOptional: whether some readers are not asked what the condition looks at.
    ///   - isOrdered: whether the options of a choice go from the least to the greatest.
    static func text(_ condition: String, isOptional: Bool = false, isOrdered: Bool = false) -> String {
        let asked = isOptional ? ", ask-if: {sure: yes}" : ""
        return """
            kind: questionnaire
            title: Test
            questions:
              sure: {ask: Sure?}
              t: {ask: Papers?, any-of: {p: Passport, q: Bill, r: Receipt}\(asked)}
              u: {ask: Keys?, any-of: {p: House, q: Car}\(asked)}
              o: {ask: Colour?, one-of: {red: Red, green: Green, blue: Blue, grey: Grey}\(asked)\(isOrdered ? ", ordered: yes" : "")}
              n: {ask: Age?, number: {from: 0, to: 9}\(asked)}
            outcomes: {a: {title: A}, b: {title: B}}
            rules:
              - {if: \(condition), then: a}
              - {else: b}
            """
    }

    private mutating func condition(_ depth: Int) -> String {
        guard depth > 0, random.chance(60) else { return test() }
        let parts = (0..<(1 + random.below(3))).map { _ in condition(depth - 1) }
        return "{\(random.pick(["any", "all", "not"])): [\(parts.joined(separator: ", "))]}"
    }

    private mutating func test() -> String {
        switch random.below(8) {
        case 0: "{sure: \(random.pick(["yes", "no", "not yes"]))}"
        case 1...3: "{t: \(ticks(["p", "q", "r"], 2))}"
        case 4: "{u: \(ticks(["p", "q"], 2))}"
        case 5: "{n: \(number())}"
        default: "{o: \(choice(2))}"
        }
    }

    private mutating func ticks(_ options: [String], _ depth: Int) -> String {
        if depth > 0, random.chance(35) { return "{not: \(ticks(options, depth - 1))}" }
        switch random.below(8) {
        case 0: return random.pick(["none", "not none"])
        case 1: return random.pick(["asked", "not asked"])
        case 2: return "{\(tick(options)), \(random.pick(["lacks", "only"])): [\(some(options))]}"
        default: return "{\(tick(options))}"
        }
    }

    private mutating func tick(_ options: [String]) -> String {
        "\(random.pick(["has", "has-any", "has-all"])): [\(some(options))]"
    }

    private mutating func choice(_ depth: Int) -> String {
        let options = ["red", "green", "blue", "grey"]
        if depth > 0, random.chance(30) { return "{not: \(choice(depth - 1))}" }
        if depth > 0, random.chance(20) { return "[\(choice(depth - 1)), \(choice(depth - 1))]" }
        switch random.below(5) {
        case 0: return random.pick(["asked", "not asked"])
        case 1: return "not \(random.pick(options))"
        case 2 where isOrdered:
            let words = random.pick(["at least green", "under blue", "over red", "at most blue", "from green to grey"])
            return "\(random.pick(["", "not "]))\(words)"
        default: return "[\(some(options))]"
        }
    }

    private mutating func number() -> String {
        let first = random.below(9)
        switch random.below(6) {
        case 0: return random.pick(["asked", "not asked"])
        case 1: return "{not: [\(first), \(random.below(9))]}"
        case 2: return "\(random.pick(["", "not "]))from \(first) to \(first + 1 + random.below(9 - first))"
        case 3: return "[\(first), over \(random.below(9))]"
        default: return "\(random.pick(["", "not "]))\(random.pick(["", "over ", "under ", "at most ", "at least "]))\(first)"
        }
    }

    private mutating func some(_ options: [String]) -> String {
        let chosen = options.filter { _ in random.chance(50) }
        return (chosen.isEmpty ? [random.pick(options)] : chosen).joined(separator: ", ")
    }
}
