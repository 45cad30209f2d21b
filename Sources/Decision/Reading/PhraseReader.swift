/// Reads the words of a cell of a number or date, as authors write them and as Waymark prints them.
///
/// A phrase is one comparison (`at least 3`, `3 or more`, `from 3 to 5`), or several with `and` and `or` between; `and`
/// binds closer.
struct PhraseReader {
    let isDate: Bool
    /// Reads what an answer is compared with; nil for words that cannot be that.
    let term: (String) -> TermWords?

    /// Longer cells are no comparisons, and trying every way to divide them would take long.
    private static let longest = 200

    /// Nil when the words are no phrase.
    func phrase(_ text: String) -> Phrase? {
        let plain = PhraseReader.plain(text)
        guard plain.utf8.count <= PhraseReader.longest else { return nil }
        return either(plain)
    }

    /// Signs as a keyboard has them, single spaces, small letters.
    private static func plain(_ text: String) -> String {
        var result = ""
        for character in text.lowercased() {
            switch character {
            case "–", "—", "−": result += "-"
            case "“", "”": result += "\""
            case "\u{a0}", "\u{202f}", "\n", "\t": result += " "
            default: result.append(character)
            }
        }
        return result.split(separator: " ").joined(separator: " ")
    }

    /// Alternatives: the loosest binding, so tried first.
    private func either(_ text: String) -> Phrase? {
        if let one = both(text) { return one }
        for separator in [", or ", " or ", ", "] {
            if let (left, right) = divided(text, separator, left: both, right: either) {
                if case .any(let rest) = right { return .any([left] + rest) }
                return .any([left, right])
            }
        }
        return nil
    }

    /// Several comparisons that hold together.
    private func both(_ text: String) -> Phrase? {
        if let one = simple(text) { return one }
        for separator in [" and ", ", but ", ", "] {
            // A list with commas means any of its members.
            guard separator != ", " || !text.contains(" or ") else { continue }
            guard let (left, right) = divided(text, separator, left: simple, right: both) else { continue }
            if separator == ", ", case .compare(let item) = left, item.words.isEmpty { return nil }
            if case .all(let rest) = right { return .all([left] + rest) }
            return .all([left, right])
        }
        return nil
    }

    /// The first division at a separator of which both sides can be read.
    private func divided(
        _ text: String, _ separator: String, left: (String) -> Phrase?, right: (String) -> Phrase?
    ) -> (Phrase, Phrase)? {
        for (before, after) in text.divisions(at: separator) {
            guard let first = left(before), let second = right(after) else { continue }
            return (first, second)
        }
        return nil
    }

    /// One comparison. A plain value is tried first; then what is special about dates, ranges, and words before or behind a term.
    private func simple(_ text: String) -> Phrase? {
        let plain = term(text)
        // What is wrong with a plain value is said only if nothing else can be read.
        if let plain, plain.problem == nil { return compare(.equal, plain, "", .both) }
        return unclear(text) ?? range(text) ?? before(text) ?? behind(text) ?? plain.map { compare(.equal, $0, "", .both) }
    }

    private func compare(_ relation: Relation, _ term: TermWords, _ words: String, _ fit: Phrase.Fit) -> Phrase {
        // "More than 18 years ago" lies before that day.
        let turns = term.countsBack && fit == .numbers
        return .compare(
            Phrase.Comparing(
                relation: turns ? relation.turned : relation, term: term, words: words, fit: turns ? .both : fit))
    }

    /// `from 3 to 5`, `3-5`; and `from 3 to under 5`, which leaves out its end.
    private func range(_ text: String) -> Phrase? {
        for (opening, between) in PhraseWords.openRanges where text.hasPrefix(opening) {
            if let found = range(String(text.dropFirst(opening.count)), between, .less, isStarted: true) { return found }
        }
        for (opening, between) in PhraseWords.ranges where text.hasPrefix(opening) {
            let isStarted = !opening.isEmpty
            if let found = range(String(text.dropFirst(opening.count)), between, .atMost, isStarted: isStarted) { return found }
        }
        return nil
    }

    private func range(_ text: String, _ between: String, _ end: Relation, isStarted: Bool) -> Phrase? {
        for (first, last) in text.divisions(at: between) {
            // `up to 5` has no lower end; a hyphen between names is a shift, or a part of a name.
            let isValue = { (text: String) in text == "today" || !(text.first?.isLetter ?? true) }
            if !isStarted, !isValue(first) || (between.contains("-") && !isValue(last)) { continue }
            let last = last.hasSuffix(" inclusive") ? String(last.dropLast(10)) : last
            guard var low = term(first), let high = term(last) else { continue }
            // `from 3 to 5 hours`, `£20 to £50`: the unit of one is that of both.
            if high.problem == nil, let plain = term(first + unit(of: last)), plain.problem == nil { low = plain }
            return .all([compare(.atLeast, low, "from", .both), compare(end, high, "to", .both)])
        }
        return nil
    }

    /// The text after the last digit.
    private func unit(of text: String) -> String {
        guard let digit = text.lastIndex(where: \.isNumber) else { return "" }
        return String(text[text.index(after: digit)...])
    }

    /// A word that compares, with its term behind: `at least 3`.
    private func before(_ text: String) -> Phrase? {
        for word in PhraseWords.before where text.hasPrefix(word.words) {
            var rest = String(text.dropFirst(word.words.count)).trimmed
            if word.words == "from " {
                for end in [" onwards", " onward", " upwards", " on"] where rest.hasSuffix(end) {
                    rest = String(rest.dropLast(end.count))
                }
            }
            if word.words == "is " { return simple(rest) }
            guard let term = term(rest) else { continue }
            return compare(word.relation, term, word.words.trimmed, word.fit)
        }
        return nil
    }

    /// A term, with the word that compares behind it: `3 or more`.
    private func behind(_ text: String) -> Phrase? {
        for word in PhraseWords.behind where text.hasSuffix(word.words) {
            guard let term = term(String(text.dropLast(word.words.count)).trimmed) else { continue }
            return compare(word.relation, term, word.words.trimmed, word.fit)
        }
        // `10+ years`.
        guard let plus = text.firstRange(of: "+ "), let term = term(text[..<plus.lowerBound] + " " + text[plus.upperBound...]) else {
            return nil
        }
        return compare(.atLeast, term, "+", .numbers)
    }

    /// Words that leave open what they count from, or whether the last day is included.
    private func unclear(_ text: String) -> Phrase? {
        guard isDate else { return nil }
        for opening in ["within the last ", "within the past ", "in the last ", "in the past ", "within "]
        where text.hasPrefix(opening) {
            let span = String(text.dropFirst(opening.count))
            guard let from = term(span + " ago"), from.countsBack else { continue }
            return .unclear(opening.trimmed, ifCounted: "on or after \(from.text)", ifNot: "after \(from.text)")
        }
        return age(text)
    }

    /// `older than 18 years`, `18 years or older`: told from today.
    private func age(_ text: String) -> Phrase? {
        for (opening, relation) in [("older than ", Relation.less), ("younger than ", .greater)] where text.hasPrefix(opening) {
            guard let from = term(text.dropFirst(opening.count) + " ago"), from.countsBack else { continue }
            return compare(relation, from, opening.trimmed, .both)
        }
        for (ending, relation) in [(" or older", Relation.atMost), (" or younger", .atLeast)] where text.hasSuffix(ending) {
            guard let from = term(text.dropLast(ending.count) + " ago"), from.countsBack else { continue }
            return compare(relation, from, ending.trimmed, .both)
        }
        return nil
    }
}

extension String {
    /// The text before and after each separator, from the left.
    func divisions(at separator: String) -> [(before: String, after: String)] {
        var result: [(String, String)] = []
        var index = startIndex
        while let place = self[index...].firstRange(of: separator) {
            let (before, after) = (self[..<place.lowerBound], self[place.upperBound...])
            if !before.isEmpty, !after.isEmpty { result.append((String(before).trimmed, String(after).trimmed)) }
            index = self.index(after: place.lowerBound)
        }
        return result
    }
}
