extension SaidIndex {
    /// How much a sentence says of a questionnaire.
    private struct Rank {
        let form: Int
        let score: Int
    }

    /// Which questionnaire a sentence is about: the one whose cues have most of its words, those that are taken counted twice, and
    /// whose title has most. If two have as much, it isn't clear.
    func meant(_ sentence: SaidSentence, _ cues: [SaidMatch], _ kept: [SaidMatch]) -> Int? {
        let ranks = forms.indices.map { form in
            let own = cues.filter { $0.form == form }
            let taken = kept.filter { $0.form == form && $0.isFilled && !$0.isCode }
            let words = Set(own.filter { cue in taken.contains { $0.isSame(as: cue) } }.flatMap(\.tokens))
            let strong = sentence.weight(words)
            return Rank(form: form, score: strong == 0 ? 0 : strong * 2 + context(of: sentence, in: forms[form], own))
        }
        let sorted = stablySorted(ranks) { $0.score > $1.score }
        guard let first = sorted.first, first.score > 0 else { return nil }
        return sorted.count == 1 || first.score > sorted[1].score ? first.form : nil
    }

    /// In halves: an answer to the first question, which asks what readers want, counts as half a word.
    private func context(of sentence: SaidSentence, in form: SaidForm, _ own: [SaidMatch]) -> Int {
        let known = Set(own.flatMap(\.tokens))
        let inTitle = sentence.tokens.indices.filter { sentence.tokens[$0].isContent && form.isNamed(sentence.tokens[$0].stem) }
        let isFirst = own.contains { form.questions[$0.question].number == 0 }
        return 2 * (sentence.weight(known) + inTitle.count) + inTitle.count { !known.contains($0) } + (isFirst ? 1 : 0)
    }

    /// Whether a word is one of the cues of other questionnaires only: whoever uses it may mean one of these.
    func isForeign(_ stem: String, to form: Int) -> Bool {
        if grammar.common.contains(stem) { return false }
        let names = words.filter { $0.phrases.contains { $0.contains(stem) } }.map { Cue.Part.oneOf($0.name) }
        let wanted = Set([.word(stem)] + names)
        func has(_ form: SaidForm) -> Bool {
            form.isNamed(stem)
                || form.questions.contains { question in
                    question.options.contains { option in
                        (option.said + option.maybe).contains { cue in cue.parts.contains { wanted.contains($0.part) } }
                    }
                }
        }
        return !has(forms[form]) && forms.contains(where: has)
    }
}

extension SaidForm {
    /// Whether it is named after something.
    fileprivate func isNamed(_ stem: String) -> Bool {
        title.lowercased().split { !("a"..."z").contains($0) }.contains { saidStem(String($0)) == stem }
    }
}
