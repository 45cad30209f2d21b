extension SaidIndex {
    /// How much a sentence says of a questionnaire.
    fileprivate struct Rank {
        let form: Int
        let score: Int
        /// Of the first question that it answers.
        let place: Int
        /// Of the answers that it gives.
        let words: Set<Int>
        /// Whether they answer its first question.
        let opens: Bool
        /// Whether they all answer questions that are asked only after other answers.
        let follows: Bool
    }

    /// Which questionnaires a sentence is about: those whose cues have most of its words, those that give answers counted twice, and
    /// whose title has most; also one that can't decide between its answers. Of two that have as much, the one that asks for it
    /// earlier comes first.
    func meant(_ sentence: SaidSentence, _ cues: [SaidMatch]) -> [Int] {
        let ranks = forms.indices.map { form in
            let own = cues.filter { $0.form == form }
            let taken = own.filter { $0.isFilled && !$0.isCode }
            let words = Set(own.filter { cue in taken.contains { $0.isSame(as: cue) } }.flatMap(\.tokens))
            let strong = sentence.weight(words)
            let score = strong == 0 ? 0 : strong * 2 + context(of: sentence, in: forms[form], own)
            let asked = taken.map { forms[form].questions[$0.question] }
            return Rank(
                form: form, score: score, place: taken.map(\.question).min() ?? .max, words: words,
                opens: asked.contains { $0.number == 0 }, follows: asked.allSatisfy(\.follows))
        }.leadingIn
        let most = ranks.map(\.score).max() ?? 0
        return stablySorted(ranks.filter { $0.score > 0 && $0.score == most }) { $0.place < $1.place }.map(\.form)
    }

    /// The words of a sentence that the title of a questionnaire has.
    func titleWords(of form: SaidForm, in sentence: SaidSentence) -> [Int] {
        sentence.tokens.indices.filter { sentence.tokens[$0].isContent && form.isNamed(sentence.tokens[$0].stem) }
    }

    /// In halves: an answer to the first question, which asks what readers want, counts as half a word.
    private func context(of sentence: SaidSentence, in form: SaidForm, _ own: [SaidMatch]) -> Int {
        let known = Set(own.flatMap(\.tokens))
        let inTitle = titleWords(of: form, in: sentence)
        let isFirst = own.contains { form.questions[$0.question].number == 0 }
        return 2 * (sentence.weight(known) + inTitle.count) + inTitle.count { !known.contains($0) } + (isFirst ? 1 : 0)
    }
}

extension [SaidIndex.Rank] {
    /// Without those whose words answer the first question of another, and of them only what is asked after other answers.
    fileprivate var leadingIn: [SaidIndex.Rank] {
        filter { rank in !rank.follows || !contains { $0.opens && rank.words.isSubset(of: $0.words) } }
    }
}

extension SaidForm {
    /// Whether it is named after something.
    fileprivate func isNamed(_ stem: String) -> Bool {
        title.lowercased().split { !("a"..."z").contains($0) }.contains { saidStem(String($0)) == stem }
    }
}
