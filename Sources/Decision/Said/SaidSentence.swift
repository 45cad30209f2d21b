/// A sentence that cues are looked for in.
struct SaidSentence {
    /// What a clause does: it tells something, says what somebody wants to do, or asks.
    enum Mood { case say, wish, ask }

    let tokens: [SaidToken]
    /// Words of another subject: neither in a cue nor common.
    let foreign: [Bool]
    private let words: [String: [[String]]]
    private var moods: [Mood] = []
    /// Whether it tells of others, of the past, or an example.
    private(set) var isDoubted = false
    let suppose: [String]
    let learn: [String]
    let pairs: [[String]]
    let past: [String]

    /// Other content words among those of a cue.
    private static let gap = 3
    /// Content words that a negation reaches.
    private static let reach = 5

    init(_ text: String, _ index: SaidIndex) {
        tokens = saidTokens(text, index.grammar).map(index.spelling.corrected)
        foreign = tokens.map { $0.isContent && index.spelling.isForeign($0) }
        words = Dictionary(index.words.map { ($0.name, $0.phrases) }) { first, _ in first }
        suppose = index.grammar.suppose
        learn = index.grammar.learn
        pairs = index.grammar.apart.map { $0.split(separator: " ").map(String.init) }
        past = index.grammar.past
        for clause in 0..<((tokens.last?.clause ?? -1) + 1) {
            moods.append(Self.mood(tokens.filter { $0.clause == clause }, index.grammar, after: moods.last ?? .say))
        }
        // A mark at its end makes a question of a clause, or of what somebody wants.
        if moods.last == .say, text.last(where: { !$0.isWhitespace }) == "?" { moods[moods.count - 1] = .wish }
        let doubt = index.grammar.doubt.map { $0.split(separator: " ").map(String.init) }
        isDoubted = tokens.indices.contains { at in doubt.contains { tokens[at...].phrase($0) != nil } }
    }

    /// What the first words of a clause make of it: "can't find it" is not a question, "and is damaged" goes on with what was said.
    private static func mood(_ tokens: [SaidToken], _ grammar: Grammar, after last: Mood) -> Mood {
        func begins(_ phrases: [String]) -> Bool {
            phrases.contains { tokens[...].phrase($0.split(separator: " ").map(String.init)) != nil }
        }
        guard let first = tokens.first else { return .say }
        if begins(grammar.wish) { return .wish }
        if !begins(grammar.ask) { return first.before == grammar.and.first ? last : .say }
        if !first.before.isEmpty { return last }
        return tokens.count > 1 && tokens[1].isNot ? .say : .ask
    }

    func mood(of token: Int) -> Mood { moods[tokens[token].clause] }

    /// How many words tell something.
    func weight(_ found: some Sequence<Int>) -> Int {
        Set(found).count { tokens[$0].isContent || tokens[$0].isNot }
    }

    /// Content words between two places.
    private func between(_ from: Int, _ to: Int) -> Int {
        from + 1 < to ? tokens[(from + 1)..<to].count(where: \.isContent) : 0
    }

    /// Where a part of a cue is: for each place its tokens.
    func places(of part: Cue.Part) -> [[Int]] {
        let (phrases, isDevice) =
            switch part {
            case .word(let stem): ([[stem]], false)
            case .oneOf(let name): (words[name] ?? [], name == "device")
            }
        return tokens.indices.flatMap { at in
            phrases.compactMap { tokens[at...].phrase($0) } + (isDevice && tokens[at].isCode ? [[at]] : [])
        }
    }

    /// The negation before a place, at most one content word away.
    private func negation(before place: [Int]) -> Int? {
        guard let first = place.first else { return nil }
        var at = first - 1
        while at >= 0, tokens[at].clause == tokens[first].clause, between(at, first) < 2 {
            if tokens[at].isNot { return at }
            at -= 1
        }
        return nil
    }

    /// The tokens of a cue where they tell most; nil if they aren't in one clause.
    func find(_ cue: Cue) -> [Int]? {
        let parts = cue.parts.map { part, isNegated in
            places(of: part).compactMap { place -> [Int]? in
                isNegated ? negation(before: place).map { [$0] + place } : place
            }
        }
        var best: [Int]?
        func take(_ index: Int, _ taken: [Int], _ placed: [[Int]]) {
            guard index < parts.count else {
                let all = taken.sorted()
                guard let first = all.first, let last = all.last else { return }
                let others = between(first, last) - all.dropFirst().dropLast().count { tokens[$0].isContent }
                if others <= Self.gap, isJoined(placed), best.map({ isBetter(all, $0) }) ?? true { best = all }
                return
            }
            for place in parts[index] where !place.contains(where: taken.contains) {
                if let first = taken.first, tokens[place[0]].clause != tokens[first].clause { continue }
                take(index + 1, taken + place, placed + [place])
            }
        }
        take(0, [], [])
        return best
    }

    /// Whether one placement tells more than another, or as much with words that are nearer.
    private func isBetter(_ one: [Int], _ other: [Int]) -> Bool {
        func span(_ found: [Int]) -> Int { (found.last ?? 0) - (found.first ?? 0) }
        let (weight, least) = (weight(one), weight(other))
        return weight > least || weight == least && span(one) < span(other)
    }

    /// Whether words that tell nothing by themselves are next to the ones they belong to: in "i manage", not in "i know who manages".
    private func isJoined(_ placed: [[Int]]) -> Bool {
        func tells(_ place: [Int]) -> Bool { place.contains { tokens[$0].isContent || tokens[$0].isNot } }
        return placed.indices.allSatisfy { index in
            if tells(placed[index]) { return true }
            let isLast = index + 1 == placed.count
            let before = isLast ? placed[max(index - 1, 0)] : placed[index]
            let after = isLast ? placed[index] : placed[index + 1]
            guard let from = before.last, let to = after.first else { return true }
            return from <= to && between(from, to) == 0
        }
    }

    /// Whether a cue is found and not negated.
    func has(_ cue: Cue) -> Bool { find(cue).map { !isNegated($0) } ?? false }

    /// Whether a negation that is no part of what was found reaches it.
    func isNegated(_ found: [Int]) -> Bool {
        let clause = tokens[found[0]].clause
        return tokens.indices.contains { at in
            guard tokens[at].isNot, tokens[at].clause == clause, !found.contains(at) else { return false }
            let isLast = !tokens.indices.contains { $0 > at && tokens[$0].clause == clause && tokens[$0].isContent }
            // "The number isn't in it": what follows a word that tells nothing by itself negates that.
            return found.contains { $0 > at ? between(at, $0) < Self.reach : isLast || $0 == at - 1 && !tokens[$0].isContent }
        }
    }
}

extension ArraySlice<SaidToken> {
    /// The places of a phrase that begins with the first word: in its clause, with only words between its own that tell nothing by
    /// themselves, as in "gave it up".
    fileprivate func phrase(_ stems: [String]) -> [Int]? {
        var found: [Int] = []
        for (at, token) in zip(indices, self) {
            guard found.count < stems.count, token.clause == first?.clause else { break }
            if token.stem == stems[found.count] {
                found.append(at)
            } else if found.isEmpty || token.isContent || token.isNot {
                return nil
            }
        }
        return found.count == stems.count ? found : nil
    }
}
