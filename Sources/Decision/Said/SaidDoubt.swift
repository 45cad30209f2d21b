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

    /// Whether it is only supposed: after "if" or "when", unless somebody doesn't know or wants to know.
    func isSupposed(_ found: [Int]) -> Bool {
        guard let last = found.last else { return false }
        let unsure = Set(places(of: .oneOf("unsure")).joined())
        return tokens[..<last].indices.contains { at in
            tokens[at].clause == tokens[last].clause && suppose.contains(tokens[at].stem) && !found.contains(at)
                && !found.contains { $0 < at && (tokens[$0].isNot || unsure.contains($0) || learn.contains(tokens[$0].stem)) }
        }
    }
}
