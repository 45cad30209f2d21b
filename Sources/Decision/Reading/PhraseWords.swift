/// The words by which comparisons are written: those that the documentation teaches, those that pages and messages print,
/// and what else English says for the same.
enum PhraseWords {
    typealias Word = (words: String, relation: Relation, fit: Phrase.Fit)

    /// Before the term; tried from the longest, so that `on or before` is not read as something else.
    static let before: [Word] = [
        group(.atLeast, .both, ">=", "=>", "≥"),
        group(.atMost, .both, "<=", "=<", "≤"),
        group(.greater, .both, ">"), group(.less, .both, "<"), group(.equal, .both, "==", "="),
        group(.equal, .both, "exactly ", "equal to ", "equals ", "the same as ", "is "),
        group(
            .atLeast, .numbers, "at least ", "no less than ", "no fewer than ", "more than or equal to ",
            "greater than or equal to ", "a minimum of ", "minimum of ", "minimum ", "min. ", "min "),
        group(
            .atMost, .numbers, "at most ", "no more than ", "less than or equal to ", "fewer than or equal to ",
            "a maximum of ", "maximum of ", "maximum ", "max. ", "max "),
        group(
            .greater, .numbers, "over ", "more than ", "greater than ", "larger than ", "higher than ", "bigger than ",
            "above ", "exceeding ", "exceeds "),
        group(.less, .numbers, "under ", "less than ", "fewer than ", "smaller than ", "lower than ", "below "),
        group(.atLeast, .both, "from "),
        group(.atMost, .both, "up to and including ", "up to ", "until "),
        group(.less, .both, "until before "),
        group(.atMost, .dates, "on or before ", "no later than ", "by "),
        group(.atLeast, .dates, "on or after ", "no earlier than ", "since "),
        group(.less, .dates, "before ", "earlier than "),
        group(.greater, .dates, "after ", "later than "),
        group(.equal, .dates, "on "),
    ].flatMap { $0 }.sorted { $0.words.count > $1.words.count }

    /// Behind the term.
    static let behind: [Word] = [
        group(.atLeast, .both, " onwards", " onward", " and up", " upwards", " and upwards"),
        group(.atLeast, .numbers, "+", " at least", " minimum", " plus"),
        group(.atMost, .numbers, " at most", " maximum"),
        joined(.atLeast, .numbers, "more", "over", "above", "greater", "higher", "longer", "larger"),
        joined(.atMost, .numbers, "less", "fewer", "under", "below", "lower", "smaller", "shorter"),
        joined(.atLeast, .dates, "later", "after", "newer", "more recently", "more recent"),
        joined(.atMost, .dates, "earlier", "before", "older", "sooner"),
    ].flatMap { $0 }.sorted { $0.words.count > $1.words.count }

    /// Around two terms, both of which are included.
    static let ranges: [(opening: String, between: String)] = [
        ("between ", " and "), ("from ", " up to and including "), ("from ", " up to "), ("from ", " to "),
        ("from ", " until "), ("from ", " through "), ("", " to "), ("", " until "), ("", " through "), ("", " - "),
        ("", ".."), ("", "-"),
    ]

    /// Around two terms, of which the second is left out.
    static let openRanges = [("from ", " until before "), ("from ", " to before "), ("from ", " to under ")]

    private static func group(_ relation: Relation, _ fit: Phrase.Fit, _ words: String...) -> [Word] {
        words.map { ($0, relation, fit) }
    }

    private static func joined(_ relation: Relation, _ fit: Phrase.Fit, _ words: String...) -> [Word] {
        words.flatMap { word in [" or ", " and "].map { ($0 + word, relation, fit) } }
    }
}
