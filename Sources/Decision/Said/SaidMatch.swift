/// An answer that a cue in a sentence means. Numbers are places in the index.
struct SaidMatch {
    let form: Int
    let question: Int
    let id: String
    let label: String
    let tokens: [Int]
    let weight: Int
    let isStrong: Bool
    var isFilled: Bool
    var isCode = false

    /// Whether it means the same answer.
    func isSame(as other: SaidMatch) -> Bool { form == other.form && question == other.question && id == other.id }
}

extension SaidIndex {
    /// Everything that is found in a sentence.
    func matches(_ sentence: SaidSentence) -> [SaidMatch] {
        forms.enumerated().flatMap { form, each in
            each.questions.enumerated().flatMap { question, asked in
                asked.options.flatMap { option -> [SaidMatch] in
                    if option.never.contains(where: sentence.has) { return [] }
                    return [option.said, option.maybe].enumerated().flatMap { tier, cues in
                        cues.compactMap { cue -> SaidMatch? in
                            guard let tokens = sentence.find(cue), !sentence.isNegated(tokens) else { return nil }
                            let mood = sentence.mood(of: tokens[0])
                            let isSaid = mood == .say || mood == .wish && asked.isWish
                            let isFilled =
                                tier == 0 && isSaid && !sentence.isDoubted && !sentence.isSupposed(tokens)
                                && !sentence.isOfAnother(tokens) && !sentence.isNamed(tokens) && sentence.isOrdered(cue, tokens)
                                && !tokens.contains { sentence.tokens[$0].isCorrected }
                            return SaidMatch(
                                form: form, question: question, id: option.id, label: option.label, tokens: tokens,
                                weight: sentence.weight(tokens), isStrong: tier == 0, isFilled: isFilled)
                        }
                    }
                } + products(sentence, form, question)
            }
        }
    }

    /// The options whose own label a sentence is: where a questionnaire has it once, nothing else is meant.
    func labelled(_ sentence: SaidSentence) -> [SaidMatch] {
        let own = sentence.tokens.map(\.stem)
        return forms.enumerated().flatMap { form, each in
            var found = each.questions.enumerated().flatMap { question, asked in
                asked.options.filter { saidTokens($0.label, grammar).map(\.stem) == own }.map {
                    SaidMatch(
                        form: form, question: question, id: $0.id, label: $0.label, tokens: Array(own.indices), weight: own.count,
                        isStrong: true, isFilled: true)
                }
            }
            if found.count > 1 { for index in found.indices { found[index].isFilled = false } }
            return found
        }
    }

    /// The products that codes name: those with the number, or else with it rounded, which is a guess.
    private func products(_ sentence: SaidSentence, _ form: Int, _ question: Int) -> [SaidMatch] {
        let codes = forms[form].questions[question].codes
        guard !codes.isEmpty else { return [] }
        return sentence.tokens.indices.flatMap { at -> [SaidMatch] in
            guard sentence.tokens[at].isCode, let found = products(at, sentence, codes) else { return [] }
            let isFilled = found.isSure && sentence.mood(of: at) == .say
            return found.codes.map {
                SaidMatch(
                    form: form, question: question, id: $0.id, label: $0.label, tokens: [at], weight: 1, isStrong: true,
                    isFilled: isFilled, isCode: true)
            }
        }
    }

    private func products(_ at: Int, _ sentence: SaidSentence, _ codes: [SaidCode]) -> (codes: [SaidCode], isSure: Bool)? {
        let stem = Array(sentence.tokens[at].stem.utf8)
        guard let number = runs(of: stem).first(where: { $0.count > 2 }) else { return nil }
        for zeros in 0..<min(3, number.count - 1) {
            let head = stem[..<(number.endIndex - zeros)]
            let rounded = Array(stem[number].dropLast(zeros)) + Array(repeating: UInt8(ascii: "0"), count: zeros)
            let same = codes.filter { code in
                let names = Array(code.names.utf8)
                return runs(of: names).contains { Array(names[$0]) == rounded }
            }
            if same.isEmpty { continue }
            let spelt = same.filter { code in head.count > number.count - zeros && words(of: code).contains { $0.utf8.starts(with: head) } }
            let told = Set(sentence.tokens.filter { !$0.isCode }.map { $0.text.lowercased() })
            let fitting = same.filter { code in
                words(of: code).contains { word in told.contains(word) && same.contains { !words(of: $0).contains(word) } }
            }
            let found = [spelt, fitting, same].first { !$0.isEmpty } ?? same
            // The name of another line: "catalyst 9500" is no Nexus.
            let line = at > 0 ? sentence.tokens[at - 1].text.lowercased() : ""
            let hasLine = { code in words(of: code).contains(line) }
            if !found.contains(where: hasLine), codes.contains(where: hasLine) { return nil }
            return (found, zeros == 0 && found.count == 1)
        }
        return nil
    }

    private func words(of code: SaidCode) -> [String] { code.names.lowercased().split(separator: " ").map(String.init) }

    /// Where digits are.
    private func runs(of signs: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        for (index, sign) in signs.enumerated() where (48...57).contains(sign) {
            if let last = found.last, last.upperBound == index {
                found[found.count - 1] = last.lowerBound..<(index + 1)
            } else {
                found.append(index..<(index + 1))
            }
        }
        return found
    }
}
