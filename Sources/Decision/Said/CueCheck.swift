package import Diagnostics
import Forms

extension SaidIndex {
    /// Warns of cues that may mean another option than their own.
    package func checkCues(of questionnaire: Questionnaire) -> [Diagnostic] {
        let strength = CueStrength(grammar, words, questionnaire)
        return questionnaire.questions.flatMap { question -> [Diagnostic] in
            // Tick-boxes can be meant together.
            if case .any = question.kind { return [] }
            let cues = question.options.map { option in
                OptionCues(
                    option: option, said: option.cues.said.compactMap { text in Cue(text.string).map { (text, $0) } },
                    never: option.cues.never.compactMap { Cue($0.string) })
            }
            return cues.indices.flatMap { own in
                cues[own].said.compactMap { text, cue in fault(cue, text, of: own, cues, in: question.id.description, strength) }
            }
        }
    }

    /// What is asked of the cues of an option.
    private struct OptionCues {
        let option: Option
        let said: [(text: Text, cue: Cue)]
        let never: [Cue]
    }

    private func fault(
        _ cue: Cue, _ text: Text, of own: Int, _ all: [OptionCues], in question: String, _ strength: CueStrength
    ) -> Diagnostic? {
        func warning(_ message: String, _ help: String) -> Diagnostic {
            Diagnostic("questionnaire/cue", message, at: text.range, severity: .warning, help: help)
        }
        if let weakness = strength.fault(of: cue, in: question) {
            let why =
                switch weakness {
                case .short: "has too few words that tell something"
                case .common: "is a word that sentences about anything have"
                case .shared(let other): "is a word that cues of the question \(other) have too"
                }
            return warning(
                "the cue \"\(text.string)\" \(why): it only offers the answer",
                "add a word to the cue, or move it to `maybe-said`")
        }
        for (number, other) in all.enumerated() where number != own {
            let label = SaidSentence(other.option.label, self)
            let isRuledOut = all[own].never.contains { label.find($0) != nil }
            if !isRuledOut, let found = label.find(cue), !label.isNegated(found) {
                return warning(
                    "the cue \"\(text.string)\" is found in the label of another option, \"\(other.option.label)\"",
                    "add a word to the cue, or list in `not-said` what tells the two options apart")
            }
            for (written, longer) in other.said {
                if longer.text == cue.text {
                    return number < own
                        ? warning("the cue \"\(text.string)\" is a cue of the option \(other.option.id) too", "delete one of the two") : nil
                }
                let isInside = longer.contains(cue) && !all[own].never.contains { longer.contains($0) }
                if isInside {
                    return warning(
                        "the cue \"\(text.string)\" is a part of \"\(written.string)\", a cue of the option \(other.option.id)",
                        "add a word to the cue, or list the longer one in `not-said`")
                }
            }
        }
        return nil
    }
}

extension Cue {
    /// Whether each part of another cue is one of its own.
    fileprivate func contains(_ other: Cue) -> Bool {
        other.parts.allSatisfy { one in parts.contains { $0.part == one.part && $0.isNegated == one.isNegated } }
    }
}
