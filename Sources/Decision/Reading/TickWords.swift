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
