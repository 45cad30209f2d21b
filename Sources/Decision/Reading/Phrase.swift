/// What the words of a cell demand of a number or date, before their terms are resolved.
indirect enum Phrase {
    case compare(Comparing)
    case all([Phrase])
    case any([Phrase])
    /// Words that can mean two things, with the line for each.
    case unclear(String, ifCounted: String, ifNot: String)

    /// One comparison.
    struct Comparing {
        let relation: Relation
        let term: TermWords
        /// The words that compare, for messages; empty for a plain value.
        let words: String
        /// What the words compare.
        let fit: Fit
    }

    /// Which kind of answers a phrase goes with.
    enum Fit { case both, numbers, dates }
}

/// What an answer is compared with, in the author's words.
struct TermWords {
    /// As a questionnaire writes it: `1500`, `today - 18 years`, `sent`.
    var text: String
    /// Why the words are not taken as they are; nil when they are.
    var problem: String?
    /// The other way to read them.
    var other: String?
    /// What else would help, beside the line to write.
    var advice: String?
    /// Whether `text` is only an example, as what was meant is not known.
    var isExample = false
    /// `18 years ago`: more of it lies earlier.
    var countsBack = false
}

extension Phrase {
    /// The phrase as a questionnaire writes it.
    ///
    /// - Parameter takesOther: where words can be read in two ways, the second.
    func line(isDate: Bool, takesOther: Bool = false) -> String {
        switch self {
        case .compare(let item):
            let words = item.relation.words(isDate: isDate)
            return words + (takesOther ? item.term.other ?? item.term.text : item.term.text)
        case .all(let list):
            if case (.compare(let low)?, .compare(let high)?) = (list.first, list.last), list.count == 2,
                low.relation == .atLeast, high.relation == .atMost
            {
                let text = { (term: TermWords) in takesOther ? term.other ?? term.text : term.text }
                return "from \(text(low.term)) to \(text(high.term))"
            }
            return list.map { $0.line(isDate: isDate, takesOther: takesOther) }.joined(separator: " and ")
        case .any(let list): return list.map { $0.line(isDate: isDate, takesOther: takesOther) }.joined(separator: " or ")
        case .unclear(_, let line, _): return line
        }
    }

    /// Every comparison in the phrase, in written order.
    var comparisons: [Comparing] {
        switch self {
        case .compare(let item): [item]
        case .all(let list), .any(let list): list.flatMap(\.comparisons)
        case .unclear: []
        }
    }

    /// The first part that can mean two things, with the lines for them.
    var unclear: (words: String, ifCounted: String, ifNot: String)? {
        switch self {
        case .compare: nil
        case .all(let list), .any(let list): list.lazy.compactMap(\.unclear).first
        case .unclear(let words, let ifCounted, let ifNot): (words, ifCounted, ifNot)
        }
    }
}

extension Phrase {
    /// The comparisons of a range with two ends, such as `from 3 to 5`.
    var ends: (low: Comparing, high: Comparing)? {
        guard case .all(let list) = self, list.count == 2, case .compare(let low) = list[0], case .compare(let high) = list[1],
            low.words == "from", high.words == "to"
        else { return nil }
        return (low, high)
    }

    /// Lines for `not` before several comparisons with `and`: it can be meant of the first, or of all of them together.
    func denied(isDate: Bool) -> [CellForm] {
        guard case .all(let list) = self else { return [] }
        let items = list.compactMap { part in if case .compare(let item) = part { item } else { nil } }
        guard items.count == list.count else { return [] }
        let terms = items.map(\.term.text)
        if items.allSatisfy({ $0.relation == .equal }) { return [.except(terms)] }
        let denied = zip(items, terms).map { item, term in item.relation.denied.map { $0.words(isDate: isDate) + term } }
        let lines = denied.compactMap { $0 }
        guard lines.count == items.count else { return [] }
        let rest = list.dropFirst().map { $0.line(isDate: isDate) }
        return [.words(([lines[0]] + rest).joined(separator: " and ")), .words(lines.joined(separator: " or "))]
    }
}

extension Relation {
    /// The words before a term, as a questionnaire writes them, with a space behind.
    func words(isDate: Bool) -> String {
        switch self {
        case .equal: ""
        case .less: isDate ? "before " : "under "
        case .atMost: isDate ? "on or before " : "at most "
        case .greater: isDate ? "after " : "over "
        case .atLeast: isDate ? "on or after " : "at least "
        }
    }

    /// The same relation seen from the other side: more time ago is earlier.
    var turned: Relation {
        switch self {
        case .equal: .equal
        case .less: .greater
        case .atMost: .atLeast
        case .greater: .less
        case .atLeast: .atMost
        }
    }
}
