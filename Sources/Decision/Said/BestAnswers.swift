extension SaidIndex {
    /// The best answers to each question; what is as good as another is only offered.
    func best(_ all: [SaidMatch], _ sentence: SaidSentence) -> [SaidMatch] {
        func rank(_ match: SaidMatch) -> Int { (match.isFilled ? 100 : 0) + match.weight }
        func isRival(_ other: SaidMatch, _ one: SaidMatch) -> Bool {
            other.form == one.form && other.question == one.question && other.id != one.id && !isMany(one)
        }
        let kept = all.filter { one in
            !all.contains { other in
                isRival(other, one)
                    && (one.isFilled ? other.isFilled && other.weight > one.weight : other.isFilled || other.weight > one.weight)
            }
        }
        let once = kept.enumerated().filter { index, one in
            kept.enumerated().allSatisfy { place, other in
                !other.isSame(as: one) || rank(other) < rank(one) || rank(other) == rank(one) && place >= index
            }
        }.map(\.element)
        return once.map { one in
            var one = one
            one.isFilled = one.isFilled && !once.contains { $0.isFilled && (isRival($0, one) || isSpent(one, on: $0, sentence)) }
            return one
        }
    }

    /// Whether another answer has the words of one with less between them: "no idea who sold us the contract" doesn't tell of the
    /// contract, nor "no administrator for our account" of the account. Devices are what everything is about.
    private func isSpent(_ one: SaidMatch, on other: SaidMatch, _ sentence: SaidSentence) -> Bool {
        guard other.form == one.form, other.question != one.question else { return false }
        let devices = Set(sentence.places(of: .oneOf("device")).joined())
        let common = one.tokens.filter(other.tokens.contains)
        let isTold = common.contains { (sentence.tokens[$0].isNot || sentence.tokens[$0].isContent) && !devices.contains($0) }
        guard isTold, common.count < one.tokens.count else { return false }
        func gaps(_ match: SaidMatch) -> Int { (match.tokens.last ?? 0) - (match.tokens.first ?? 0) - match.tokens.count }
        return gaps(other) < gaps(one) || gaps(other) == gaps(one) && other.weight > one.weight
    }
}
