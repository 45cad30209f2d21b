/// Whether a cue has enough to give its answer. One that hasn't is too weak: it only offers it.
struct CueStrength: Sendable {
    /// Why a cue is too weak.
    enum Fault: Equatable {
        /// Its words tell too little together.
        case short
        /// It is one word, and sentences about anything have it.
        case common
        /// It is one word, and cues of another question have it too.
        case shared(question: String)
    }

    private let grammar: Grammar
    private let silent: Set<String>
    /// Classes that a common word is in.
    private let commonClasses: Set<String>
    /// The questions whose cues have a word or a class.
    private var questions: [Cue.Part: [String]] = [:]

    /// - Parameter questions: those of one questionnaire, with the cues that are to give answers.
    init(_ grammar: Grammar, _ words: [(name: String, phrases: [[String]])], _ questions: [(id: String, cues: [Cue])]) {
        self.grammar = grammar
        silent = Set(grammar.stop + grammar.stop.map(saidStem))
        commonClasses = Set(words.filter { $0.phrases.contains { $0.count == 1 && grammar.common.contains($0[0]) } }.map(\.name))
        for (id, cues) in questions {
            for part in Set(cues.flatMap { $0.parts.map(\.part) }) { self.questions[part, default: []].append(id) }
        }
    }

    /// Nil if a cue is strong: two words that tell something, of which a negation is one and of which two words like "our" make one; or a
    /// word by itself that only one question has.
    func fault(of cue: Cue, in question: String) -> Fault? {
        let halves = cue.parts.reduce(0) { $0 + (tells($1.part) ? 2 : 1) + ($1.isNegated ? 2 : 0) }
        if halves >= 4 { return nil }
        guard cue.parts.count == 1, let part = cue.parts.first?.part, tells(part) else { return .short }
        if isCommon(part) { return .common }
        return questions[part]?.first { $0 != question }.map { .shared(question: $0) }
    }

    private func tells(_ part: Cue.Part) -> Bool {
        if case .word(let stem) = part { !silent.contains(stem) } else { true }
    }

    private func isCommon(_ part: Cue.Part) -> Bool {
        switch part {
        case .word(let stem): grammar.common.contains(stem)
        case .oneOf(let name): commonClasses.contains(name)
        }
    }
}
