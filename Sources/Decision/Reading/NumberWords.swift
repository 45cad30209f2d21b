import Forms

/// Reads numbers as authors write them, for a question with a unit of its own.
struct NumberWords {
    let range: NumberRange
    /// The id that a name, or the words of another question, mean; nil for anything else.
    let name: (String) -> String?

    /// Nil for words that are no number. A number that is not written as it should be has the problem with it, and how to write it.
    func term(_ text: String) -> TermWords? {
        if let name = name(text) { return TermWords(text: name) }
        var rest = text[...]
        // `-€5`, as pages print it.
        let isNegative = rest.first == "-" && rest.dropFirst().first.map { NumberWords.signs[$0] != nil } ?? false
        if isNegative { rest = rest.dropFirst() }
        let sign = rest.first.flatMap { NumberWords.signs[$0] == nil ? nil : String($0) }
        if sign != nil { rest = rest.dropFirst().drop { $0 == " " } }
        if let figure = NumberWords.inWords.firstIndex(where: { text == $0 || text.hasPrefix($0 + " ") }) {
            let unit = String(text.dropFirst(NumberWords.inWords[figure].count)).trimmed
            guard NumberWords.isUnit(unit) else { return nil }
            return checked(TermWords(text: String(figure), problem: "numbers are written in figures"), unit: unit)
        }
        let (digits, unit) = NumberWords.parted(rest)
        guard let words = number(isNegative ? "-" + digits : digits), sign == nil || unit.isEmpty, NumberWords.isUnit(unit) else {
            return nil
        }
        return checked(words, unit: sign ?? unit)
    }

    /// The digits at the start, with the marks between groups of them, and the words after them.
    private static func parted(_ text: Substring) -> (digits: String, unit: String) {
        var end = text.startIndex
        var index = text.startIndex
        while index < text.endIndex {
            let next = text.index(after: index)
            if text[index].isASCII, text[index].isNumber || (text[index] == "-" && index == text.startIndex) {
                end = next
            } else if !".,'’_ ".contains(text[index]) || !(next < text.endIndex && text[next].isNumber) {
                break
            }
            index = next
        }
        return (String(text[..<end]), String(text[end...]).trimmed)
    }

    /// Digits with a point, perhaps with a minus before them, and how else they can be meant.
    private func number(_ digits: String) -> TermWords? {
        guard digits.hasPrefix("-") else { return positive(digits) }
        return positive(String(digits.dropFirst())).map { words in
            var words = words
            words.text = "-" + words.text
            words.other = words.other.map { "-" + $0 }
            return words
        }
    }

    /// Marks between digits are groups, a point, or can be either: `1.500` is 1500 for a question of whole numbers, and 1.5 is
    /// possible where there are decimals.
    private func positive(_ digits: String) -> TermWords? {
        let groups = digits.split(whereSeparator: { ".,'’_ ".contains($0) })
        let marks = Set(digits.filter { ".,'’_ ".contains($0) })
        guard !groups.isEmpty, digits.first?.isNumber ?? false else { return nil }
        let together = groups.joined()
        let isGrouped = groups.count > 1 && groups.dropFirst().allSatisfy { $0.count == 3 } && groups[0].count <= 3
        if marks.count == 2, let last = digits.last(where: { ".,'’_ ".contains($0) }), ".,".contains(last) {
            // `1,500.50`, `1.500,50`: the last mark is the point.
            let number = groups.dropLast().joined() + "." + (groups.last ?? "")
            return ExactNumber(number) == nil ? nil : TermWords(text: number, problem: NumberWords.grouped)
        }
        guard marks.count < 2, !together.hasPrefix("0") || groups.count == 2 || together == "0" else { return nil }
        switch marks.first {
        case nil: return ExactNumber(digits) == nil ? nil : TermWords(text: digits)
        case "." where groups.count == 2 && !(isGrouped && range.decimals < 3):
            return ExactNumber(digits) == nil ? nil : TermWords(text: digits)
        case "," where groups.count == 2 && !isGrouped:
            return TermWords(text: groups.joined(separator: "."), problem: "numbers are written with a point")
        default:
            guard isGrouped, ExactNumber(together) != nil else { return nil }
            let isPoint = groups.count == 2 && range.decimals > 0 && !(marks.first == " ")
            let point = isPoint ? ExactNumber(groups.joined(separator: ".")) : nil
            let fits = point.map { $0.decimals <= range.decimals } ?? false
            return TermWords(
                text: together, problem: NumberWords.grouped, other: fits ? point?.description : nil,
                advice: point == nil || fits ? nil : "a number with at most \(counted(range.decimals, "digit")) after the point")
        }
    }

    private static let grouped = "numbers are written without marks between their digits"

    /// The number with what is wrong with the unit behind or before it, if it is not the question's own.
    private func checked(_ given: TermWords, unit written: String) -> TermWords {
        var words = given
        guard !written.isEmpty else { return words }
        guard let unit = range.unit?.lowercased() else {
            words.problem = "the question has no unit"
            words.advice = "give the question `unit: \(written)`"
            return words
        }
        let own = [unit, unit + "s", unit + "es"] + (unit.hasSuffix("s") ? [String(unit.dropLast())] : [])
        let signs = written.first.flatMap { NumberWords.signs[$0] } ?? []
        let isMoney = NumberWords.signs.values.contains { $0.contains(written) && $0.contains(unit) }
        guard !own.contains(written), !isOne(written, of: unit), !signs.contains(unit), !isMoney else { return words }
        words.problem = "it is counted in \(unit)"
        let factor = NumberWords.factors.first(where: { $0.from.hasPrefix(written) && [unit, unit + "s"].contains($0.into) })
        if let factor, let count = Int(words.text) {
            words.text = String(count * factor.times)
        } else {
            words.isExample = true
        }
        return words
    }

    /// Whether it is what one of the unit is called, as pages print it: `child` of `children`, `Person` of `Personen`.
    private func isOne(_ written: String, of unit: String) -> Bool {
        let counted = unit.prefix { $0 != " " }
        let one = NumberWords.irregular[String(counted)] ?? String(counted.hasSuffix("s") ? counted.dropLast() : counted)
        if written == one + unit.dropFirst(counted.count) { return true }
        return written.count >= 3 && unit.hasPrefix(written) && unit.count - written.count <= 2
    }

    /// What one of a unit is called where it isn't the plural without its last letters.
    private static let irregular = ["people": "person", "children": "child"]

    /// Units that are so many of another.
    private static let factors: [(from: String, into: String, times: Int)] = [
        ("weeks", "days", 7), ("years", "months", 12), ("days", "hours", 24), ("hours", "minutes", 60),
        ("minutes", "seconds", 60),
    ]

    /// Whether words can be a unit, and not what joins or compares.
    private static func isUnit(_ text: String) -> Bool {
        let words = text.split(separator: " ").map(String.init)
        return words.count <= 3 && !words.contains { joining.contains($0) || $0.contains(where: { "0123456789,+\"".contains($0) }) }
    }

    private static let joining: Set<String> = [
        "or", "and", "to", "until", "not", "at", "up", "upwards", "onwards", "onward", "minimum", "maximum", "plus", "-", "on", "through",
    ]

    /// Signs of currencies, with what else they are called.
    private static let signs: [Character: [String]] = [
        "€": ["€", "eur", "euro", "euros"], "£": ["£", "gbp", "pound", "pounds"],
        "$": ["$", "usd", "dollar", "dollars"], "¥": ["¥", "jpy", "yen", "cny", "yuan"],
    ]

    static let inWords = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ]
}
