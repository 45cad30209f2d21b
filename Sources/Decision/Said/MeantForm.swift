extension SaidIndex {
    /// How much a sentence says of a questionnaire.
    private struct Rank {
        let form: Int
        let score: Int
        /// Of the first question that it answers.
        let place: Int
    }

    /// Which questionnaires a sentence is about: those whose cues have most of its words, those that are taken counted twice, and
    /// whose title has most. Of two that have as much, the one that asks for it earlier comes first.
    func meant(_ sentence: SaidSentence, _ cues: [SaidMatch], _ kept: [SaidMatch]) -> [Int] {
        let ranks = forms.indices.map { form in
            let own = cues.filter { $0.form == form }
            let taken = kept.filter { $0.form == form && $0.isFilled && !$0.isCode }
            let words = Set(own.filter { cue in taken.contains { $0.isSame(as: cue) } }.flatMap(\.tokens))
            let strong = sentence.weight(words)
            let score = strong == 0 ? 0 : strong * 2 + context(of: sentence, in: forms[form], own)
            return Rank(form: form, score: score, place: taken.map(\.question).min() ?? .max)
        }
        let most = ranks.map(\.score).max() ?? 0
        return stablySorted(ranks.filter { $0.score > 0 && $0.score == most }) { $0.place < $1.place }.map(\.form)
    }

    /// In halves: an answer to the first question, which asks what readers want, counts as half a word.
    private func context(of sentence: SaidSentence, in form: SaidForm, _ own: [SaidMatch]) -> Int {
        let known = Set(own.flatMap(\.tokens))
        let inTitle = sentence.tokens.indices.filter { sentence.tokens[$0].isContent && form.isNamed(sentence.tokens[$0].stem) }
        let isFirst = own.contains { form.questions[$0.question].number == 0 }
        return 2 * (sentence.weight(known) + inTitle.count) + inTitle.count { !known.contains($0) } + (isFirst ? 1 : 0)
    }
}

extension SaidForm {
    /// Whether it is named after something.
    fileprivate func isNamed(_ stem: String) -> Bool {
        title.lowercased().split { !("a"..."z").contains($0) }.contains { saidStem(String($0)) == stem }
    }
}
