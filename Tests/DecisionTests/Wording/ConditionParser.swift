/// Reads English words of conditions back, knowing nothing of how they were made. Words that could mean two things mean nothing
/// to it: `and` beside `or` without brackets, and `not` before several answers.
struct ConditionParser {
    /// What was given to a question: nothing where it is not asked.
    enum Given: Sendable {
        case nothing
        case option(String)
        case ticked(Set<String>)
        case number(Int)
    }

    typealias Meaning = (_ given: [String: Given]) -> Bool

    /// The questions as they are asked, with the labels of their answers.
    let questions: [String: [String]]

    /// Parts that all have to hold.
    func condition(_ text: String) -> Meaning? {
        let parts = split(text, "; ").map { $0.hasPrefix("or ") ? nil : part($0) }
        return together(parts, isAll: true)
    }

    private func part(_ text: String) -> Meaning? {
        if let inner = unbracketed(text) {
            let options = split(inner, "; or ")
            if options.count == 1 { return condition(inner) }
            return together(options.map { split($0, "; ").count == 1 ? part($0) : nil }, isAll: false)
        }
        guard let ask = questions.keys.first(where: { text.hasPrefix($0 + " ") }) else { return nil }
        return cell(String(text.dropFirst(ask.count + 1)), ask)
    }

    private func cell(_ text: String, _ ask: String) -> Meaning? {
        let options = split(text, ", or ")
        let parts = split(text, ", and ")
        if options.count > 1 {
            // One `or` among several `and` could belong to the last of them.
            return parts.count == 1 ? together(options.map { cell($0, ask) }, isAll: false) : nil
        }
        if parts.count > 1 { return together(parts.map { cell($0, ask) }, isAll: true) }
        if let answered = words(text, ask) { return answered }
        if let inner = unbracketed(text) { return cell(inner, ask) }
        return (questions[ask] ?? []).isEmpty ? numbers(text, ask) : choice(text, ask) ?? ticks(text, ask)
    }

    private func words(_ text: String, _ ask: String) -> Meaning? {
        switch text {
        case "any answer": { _ in true }
        case "(not possible)": { _ in false }
        case "(answered)": { !($0[ask] ?? .nothing).isNothing }
        case "(not asked)": { ($0[ask] ?? .nothing).isNothing }
        case "none of them": { $0[ask]?.ticked?.isEmpty ?? false }
        case "at least one of them": { !($0[ask]?.ticked?.isEmpty ?? true) }
        default: nil
        }
    }

    /// `Red or Blue`, `not Red`, `neither Red nor Blue`, `none of Red, Blue or Grey`
    private func choice(_ text: String, _ ask: String) -> Meaning? {
        let names: [String]
        let isNot: Bool
        if let range = options(text, questions[ask] ?? []) {
            (names, isNot) = (range, false)
        } else if let two = pair(text, "neither ", " nor ") {
            (names, isNot) = (two, true)
        } else if text.hasPrefix("none of ") {
            (names, isNot) = (list(text.dropFirst(8), "or"), true)
        } else if text.hasPrefix("not ") {
            (names, isNot) = ([String(text.dropFirst(4))], true)
        } else {
            (names, isNot) = (list(text[...], "or"), false)
        }
        guard known(names, ask) else { return nil }
        return { given in
            switch given[ask] {
            case .option(let option): names.contains(option) != isNot
            // Of several answers only "neither … nor" and "none of" say something.
            case .ticked(let ticked): isNot && ticked.isDisjoint(with: names)
            default: false
            }
        }
    }

    /// `at least Green`, `at most Green`, `from Green to Grey`
    private func options(_ text: String, _ all: [String]) -> [String]? {
        if text.hasPrefix("at least "), let first = all.firstIndex(of: String(text.dropFirst(9))) { return Array(all[first...]) }
        if text.hasPrefix("at most "), let last = all.firstIndex(of: String(text.dropFirst(8))) { return Array(all[...last]) }
        guard let ends = pair(text, "from ", " to "), let first = all.firstIndex(of: ends[0]), let last = all.firstIndex(of: ends[1]),
            first <= last
        else { return nil }
        return Array(all[first...last])
    }

    private func ticks(_ text: String, _ ask: String) -> Meaning? {
        let forms: [(String, [String]?, @Sendable (Set<String>, [String]) -> Bool)] = [
            ("including ", nil, { $0.isSuperset(of: $1) }), ("without ", nil, { $0.isDisjoint(with: $1) }),
            ("both ", pair(text, "both ", " and "), { $0.isSuperset(of: $1) }),
            ("not both ", pair(text, "not both ", " and "), { !$0.isSuperset(of: $1) }),
            ("all of ", list(text.dropFirst(7), "and"), { $0.isSuperset(of: $1) }),
            ("not all of ", list(text.dropFirst(11), "and"), { !$0.isSuperset(of: $1) }),
            ("at least one of ", list(text.dropFirst(16), "and"), { !$0.isDisjoint(with: $1) }),
        ]
        for (start, several, fits) in forms where text.hasPrefix(start) {
            let names = several ?? [String(text.dropFirst(start.count))]
            return known(names, ask) ? { $0[ask]?.ticked.map { fits($0, names) } ?? false } : nil
        }
        return nil
    }

    private func numbers(_ text: String, _ ask: String) -> Meaning? {
        if let two = pair(text, "neither ", " nor ") { return none(two, ask) }
        if text.hasPrefix("none of ") { return none(list(text.dropFirst(8), "or"), ask) }
        if text.hasPrefix("not ") { return none([String(text.dropFirst(4))], ask) }
        return range(text).map { fits in { $0[ask]?.number.map(fits) ?? false } }
    }

    private func none(_ texts: [String], _ ask: String) -> Meaning? {
        let ranges = texts.compactMap { range($0) }
        guard ranges.count == texts.count else { return nil }
        return { $0[ask]?.number.map { number in !ranges.contains { $0(number) } } ?? false }
    }

    private func range(_ text: String) -> ((Int) -> Bool)? {
        let words = text.split(separator: " ").map(String.init)
        let numbers = words.compactMap { Int($0) }
        guard let first = numbers.first, let last = numbers.last else { return nil }
        switch words.map({ Int($0) == nil ? $0 : "#" }).joined(separator: " ") {
        case "#": return { $0 == first }
        case "over #": return { $0 > first }
        case "under #": return { $0 < first }
        case "up to #": return { $0 <= first }
        case "# or more": return { $0 >= first }
        case "# to #": return { first <= $0 && $0 <= last }
        default: return nil
        }
    }
}

extension ConditionParser {
    private func together(_ parts: [Meaning?], isAll: Bool) -> Meaning? {
        let known = parts.compactMap { $0 }
        guard known.count == parts.count else { return nil }
        return { given in isAll ? known.allSatisfy { $0(given) } : known.contains { $0(given) } }
    }

    private func known(_ names: [String], _ ask: String) -> Bool { names.allSatisfy { questions[ask]?.contains($0) ?? false } }

    /// `A`, `A or B`, `A, B or C`
    private func list(_ text: Substring, _ word: String) -> [String] {
        split(String(text), " \(word) ").flatMap { split($0, ", ") }
    }

    private func pair(_ text: String, _ start: String, _ middle: String) -> [String]? {
        guard text.hasPrefix(start) else { return nil }
        let parts = split(String(text.dropFirst(start.count)), middle)
        return parts.count == 2 ? parts : nil
    }

    /// What a pair of brackets around all of it holds.
    private func unbracketed(_ text: String) -> String? {
        guard text.hasPrefix("("), text.hasSuffix(")") else { return nil }
        let inner = text.dropFirst().dropLast()
        var depth = 0
        for character in inner {
            depth += character == "(" ? 1 : character == ")" ? -1 : 0
            if depth < 0 { return nil }
        }
        return String(inner)
    }

    /// The parts between separators that no brackets hold.
    private func split(_ text: String, _ separator: String) -> [String] {
        var parts = [""]
        var rest = text[...]
        var depth = 0
        while let character = rest.first {
            if depth == 0, rest.hasPrefix(separator) {
                parts.append("")
                rest = rest.dropFirst(separator.count)
                continue
            }
            depth += character == "(" ? 1 : character == ")" ? -1 : 0
            parts[parts.count - 1].append(character)
            rest = rest.dropFirst()
        }
        return parts
    }
}

extension ConditionParser.Given {
    var isNothing: Bool { if case .nothing = self { true } else { false } }
    var ticked: Set<String>? { if case .ticked(let labels) = self { labels } else { nil } }
    var number: Int? { if case .number(let number) = self { number } else { nil } }
}
