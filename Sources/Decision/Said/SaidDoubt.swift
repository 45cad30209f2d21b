/// What keeps a cue that was found from giving its answer.
extension SaidSentence {
    /// Whether a cue's words are in its own order; that of classes alone doesn't matter.
    func isOrdered(_ cue: Cue, _ found: [Int]) -> Bool {
        if cue.parts.allSatisfy({ if case .oneOf = $0.part { true } else { false } }) { return true }
        var last = -1
        return cue.parts.allSatisfy { part, _ in
            guard let next = places(of: part).first(where: { $0.allSatisfy { $0 > last && found.contains($0) } }) else { return false }
            last = next.last ?? last
            return true
        }
    }

    /// Whether a word of another subject is right before it and makes another thing of it: "laptop power supply".
    func isNamed(_ found: [Int]) -> Bool {
        guard let first = found.first, first > 0 else { return false }
        return foreign[first - 1] && tokens[first - 1].clause == tokens[first].clause
    }

    /// Whether it is only supposed: after "if" or "when", unless somebody doesn't know or wants to know.
    func isSupposed(_ found: [Int]) -> Bool {
        guard let last = found.last else { return false }
        let unsure = Set(places(of: .oneOf("unsure")).joined())
        return tokens[..<last].indices.contains { at in
            tokens[at].clause == tokens[last].clause && suppose.contains(tokens[at].stem) && !found.contains(at)
                && !found.contains { $0 < at && (tokens[$0].isNot || unsure.contains($0) || learn.contains(tokens[$0].stem)) }
        }
    }

    /// Whether its clause tells of one of two things, and another clause of the other, or of what is no longer so.
    func isOfAnother(_ found: [Int]) -> Bool {
        guard let first = found.first else { return false }
        let (own, others) = tokens.reduce(into: (Set<String>(), Set<String>())) { sets, token in
            if token.clause == tokens[first].clause { sets.0.insert(token.stem) } else { sets.1.insert(token.stem) }
        }
        let isOne = pairs.contains { own.contains($0[0]) && others.contains($0[1]) || own.contains($0[1]) && others.contains($0[0]) }
        let text = " " + tokens.filter { $0.clause == tokens[first].clause }.map { $0.text.lowercased() }.joined(separator: " ") + " "
        return isOne || past.contains { text.contains(" \($0) ") }
    }
}
