/// What a sentence says of the questionnaires.
package struct Said: Sendable, Equatable {
    /// An answer.
    package struct Answer: Sendable, Hashable {
        /// The place of the questionnaire in the index.
        package let form: Int
        /// The id of the question.
        package let question: String
        /// The id of the option.
        package let option: String
        /// The words that it was understood from.
        package let words: String
    }

    /// The questionnaire among those of the index; nil where it isn't clear which is meant.
    package let form: Int?
    /// What it says.
    package let filled: [Answer]
    /// What it may mean.
    package let offered: [Answer]
    /// The words that tell something and weren't understood.
    package let unused: [String]
}

extension SaidIndex {
    /// From so many words on it is a sentence, up to so many it is not a text that was pasted.
    private static let lengths = 3...25
    private static let mostOffered = 3

    /// The names of the questionnaires that it has cues of, by ``Said/form``.
    package var addresses: [String] { forms.map(\.url) }

    /// What a sentence says; nil for a few words, which are a search, or for many, or where nothing is understood.
    ///
    /// The twin is `understand` in Templates/scripts/search-said.js.
    package func understand(_ text: String) -> Said? {
        guard Self.lengths.contains(text.split(whereSeparator: \.isWhitespace).count) else { return nil }
        let sentence = SaidSentence(text, self)
        let label = labelled(sentence)
        let cues = label.isEmpty ? unspent(matches(sentence)) : label
        let all = best(cues, sentence)
        let equals = meant(sentence, cues)
        let form = equals.first
        let filled = all.filter { $0.form == form && $0.isFilled }
        // Where two questionnaires ask the same as early, nothing tells which is meant.
        func first(of form: Int?) -> Int? { all.filter { $0.form == form && $0.isFilled && !$0.isCode }.map(\.question).min() }
        let isTied = equals.dropFirst().contains { other in
            first(of: other) == first(of: form) && all.count { $0.form == other && $0.isFilled } >= filled.count
        }
        let used = Set(cues.filter { cue in filled.contains { $0.isSame(as: cue) } }.flatMap(\.tokens))
        let isClear =
            !filled.isEmpty && !isTied && !asksForOther(than: form, sentence, used)
            && isUnderstood(sentence, filled, used, known: cues.filter { $0.form == form })
        let others = all.filter { match in
            if !isClear { return match.isStrong || match.weight > 1 }
            if match.form != form { return match.isFilled && equals.contains(match.form) }
            return !filled.contains { $0.isSame(as: match) }
                && (isMany(match) || !filled.contains { $0.question == match.question })
        }
        let offered = complete(stablySorted(others) { ($0.isFilled ? 1 : 0, $0.weight) > ($1.isFilled ? 1 : 0, $1.weight) })
        if !isClear && offered.isEmpty { return nil }
        var told = Set((isClear ? used : []).union(offered.flatMap(\.tokens)).map { sentence.tokens[$0].text })
        // Words in the name of a product that was found by its code are not left unused.
        let names = ((isClear ? filled : []) + offered).filter(\.isCode).flatMap {
            $0.label.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        }
        for token in sentence.tokens where names.contains(token.text.lowercased()) { told.insert(token.text) }
        return Said(
            form: isClear ? form : nil, filled: isClear ? filled.map { answer($0, sentence) } : [],
            offered: offered.map { answer($0, sentence) },
            unused: sentence.tokens.filter { $0.isContent && told.insert($0.text).inserted }.map(\.text))
    }

    /// The first answers of several. One isn't offered without another that means the same question as well.
    private func complete(_ ranked: [SaidMatch]) -> [SaidMatch] {
        func asksAsOther(_ one: SaidMatch, in matches: some Sequence<SaidMatch>) -> Bool {
            matches.contains { $0.form == one.form && $0.question == one.question && $0.id != one.id }
        }
        let first = ranked.prefix(Self.mostOffered)
        return first.filter { !asksAsOther($0, in: ranked) || asksAsOther($0, in: first) }
    }

    /// Whether enough of a sentence is what its answers were found in. Words that the questionnaire doesn't know tell against it,
    /// those of another subject twice; answers that have three words, or of which there are two, may have two thirds as many.
    private func isUnderstood(_ sentence: SaidSentence, _ filled: [SaidMatch], _ used: Set<Int>, known: [SaidMatch]) -> Bool {
        let telling = sentence.tokens.indices.filter { sentence.tokens[$0].isContent && !sentence.tokens[$0].isCode }
        let known = Set(known.flatMap(\.tokens))
        let missed = telling.reduce(0) { $0 + (known.contains($1) ? 0 : sentence.foreign[$1] ? 2 : 1) }
        let isCertain = filled.count > 1 || filled.contains { $0.tokens.count { sentence.tokens[$0].isContent } > 2 }
        return telling.count(where: used.contains) * (isCertain ? 3 : 2) >= missed * 2
    }

    /// Whether it asks for what another questionnaire is named after: "got it used, is there any warranty?"
    private func asksForOther(than form: Int?, _ sentence: SaidSentence, _ used: Set<Int>) -> Bool {
        let own = form.map { titleWords(of: forms[$0], in: sentence) } ?? []
        return forms.flatMap { titleWords(of: $0, in: sentence) }.contains {
            sentence.mood(of: $0) != .say && !used.contains($0) && !own.contains($0)
        }
    }

    private func answer(_ match: SaidMatch, _ sentence: SaidSentence) -> Said.Answer {
        var words: [String] = []
        for at in match.tokens where !words.contains(sentence.tokens[at].text) { words.append(sentence.tokens[at].text) }
        return Said.Answer(
            form: match.form, question: forms[match.form].questions[match.question].id, option: match.id,
            words: words.joined(separator: " "))
    }

    func isMany(_ match: SaidMatch) -> Bool { forms[match.form].questions[match.question].isMany }

    /// The longer match spends its words: what is found in a part of them says nothing more, unless it gives the same answer more
    /// surely.
    private func unspent(_ all: [SaidMatch]) -> [SaidMatch] {
        all.filter { one in
            one.isCode
                || !all.contains { other in
                    other.form == one.form && other.tokens.count > one.tokens.count
                        && !(other.isSame(as: one) && one.isFilled && !other.isFilled) && one.tokens.allSatisfy(other.tokens.contains)
                }
        }
    }

    func stablySorted<Value>(_ values: [Value], _ comesFirst: (Value, Value) -> Bool) -> [Value] {
        values.enumerated().sorted { one, other in
            comesFirst(one.element, other.element) || !comesFirst(other.element, one.element) && one.offset < other.offset
        }.map(\.element)
    }
}
