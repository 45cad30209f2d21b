/// What English says of options, and how a questionnaire writes it.
struct ListWords {
    /// The ids of the options.
    let known: [String]
    /// Their labels, which pages and messages print in place of ids.
    let labels: [String]

    /// The cell that says the same in ids; nil if the words are none of these.
    func line(_ text: String) -> String? {
        if text == "any" || text == "anything" || text == "*" { return "asked" }
        if text == "empty" || text == "unanswered" { return "not asked" }
        if text == "answered" || text == "(answered)" { return "asked" }
        if text == "(not asked)" { return "not asked" }
        if let yesNo = ["true": "yes", "false": "no", "y": "yes", "n": "no"][text.lowercased()], known.contains(yesNo) { return yesNo }
        for (words, isNot) in ListWords.openings where text.lowercased().hasPrefix(words) {
            guard let names = ids(String(text.dropFirst(words.count))) else { continue }
            return isNot ? ListWords.negated(names) : ListWords.cell(names)
        }
        return ids(text).map(ListWords.cell)
    }

    private static let openings = [
        ("neither ", true), ("anything but ", true), ("other than ", true), ("except ", true), ("is not ", true), ("isn't ", true),
        ("!= ", true), ("!=", true), ("<> ", true), ("without ", true), ("none of ", true),
        ("either ", false), ("one of ", false), ("any of ", false), ("is ", false), ("equals ", false), ("== ", false), ("==", false),
        ("= ", false), ("=", false),
    ]

    private static func cell(_ names: [String]) -> String {
        names.count == 1 ? names[0] : "[\(names.joined(separator: ", "))]"
    }

    private static func negated(_ names: [String]) -> String {
        names.count == 1 ? "not \(names[0])" : "{not: [\(names.joined(separator: ", "))]}"
    }

    /// The ids that a list names by id or label; nil if it names anything else.
    private func ids(_ text: String) -> [String]? {
        if let id = id(text) { return [id] }
        let found = ListWords.names(text).map(id)
        let ids = found.compactMap { $0 }
        return ids.count == found.count && !ids.isEmpty ? ids : nil
    }

    private func id(_ text: String) -> String? {
        let text = text.trimmed
        if known.contains(text) { return text }
        if let index = labels.firstIndex(where: { $0.lowercased() == text.lowercased() }) { return known[index] }
        return known.first { $0 == text.lowercased() }
    }

    /// `a, b or c` as its members.
    static func names(_ text: String) -> [String] {
        [" or ", " nor ", " and ", "|", "/", ";"].reduce(text) { $0.replacing($1, with: ",") }
            .split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
    }
}

/// What authors try to say about how many tick-boxes are ticked.
struct TickWords {
    let known: [String]

    /// Whether a cell counts.
    static func counts(_ text: String) -> Bool {
        text.contains(where: \.isNumber) && (PhraseReader(isDate: false, term: whole).phrase(text) != nil)
    }

    private static func whole(_ text: String) -> TermWords? { Int(text).map { TermWords(text: String($0)) } }

    /// What says the same without counting.
    func help(counting text: String) -> String {
        let all = "[\(known.joined(separator: ", "))]"
        if case .compare(let item) = PhraseReader(isDate: false, term: TickWords.whole).phrase(text), let count = Int(item.term.text) {
            switch (item.relation, count) {
            case (.atLeast, 1), (.greater, 0): return "write `{has-any: \(all)}`"
            case (.atLeast, known.count), (.equal, known.count), (.greater, known.count - 1): return "write `{has-all: \(all)}`"
            case (.atMost, 0), (.equal, 0), (.less, 1): return "write `none`"
            default: break
            }
        }
        return
            "name the combinations that count, each in a row or under `any:`, such as `{has-all: [\(known.prefix(2).joined(separator: ", "))]}`"
    }
}
