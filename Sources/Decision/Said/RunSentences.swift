import Content
package import Diagnostics
package import Forms

/// How well the sentences of a questionnaire are understood.
package struct SentenceCounts: Sendable {
    /// Whose sentences they are.
    package let questionnaire: Identifier
    /// How many sentences were read.
    package fileprivate(set) var sentences = 0
    /// How many are understood as their author says.
    package fileprivate(set) var passed = 0
    /// How many answers the sentences give.
    package fileprivate(set) var given = 0
    /// How many of these were taken.
    package fileprivate(set) var taken = 0
    /// How many of these were taken or offered.
    package fileprivate(set) var offered = 0
    /// How many answers were taken that no sentence gives.
    package fileprivate(set) var wrong = 0
}

extension SaidIndex {
    /// Runs the sentences of a questionnaire; another understanding than theirs is an error.
    package func run(_ files: [SourceFile], of questionnaire: Questionnaire) -> Checked<SentenceCounts> {
        var result = Checked(SentenceCounts(questionnaire: questionnaire.name))
        let form = forms.firstIndex { $0.url == QuestionnaireFiles.address(of: questionnaire.name) }
        for file in files {
            let read = readSentences(file, of: questionnaire)
            result.diagnostics += read.diagnostics
            for sentence in read.value {
                let faults = faults(of: sentence, form, &result.value)
                result.value.sentences += 1
                if faults.isEmpty { result.value.passed += 1 }
                guard let first = faults.first else { continue }
                result.diagnostics.append(
                    Diagnostic(
                        "questionnaire/said", first, at: sentence.text.range, notes: Array(faults.dropFirst()),
                        help: "change the cues of its options, or what the sentence expects"))
            }
        }
        return result
    }

    private func faults(of sentence: Sentence, _ form: Int?, _ counts: inout SentenceCounts) -> [String] {
        let said = understand(sentence.text.string)
        func meanings(_ answers: [Said.Answer]?) -> [Sentence.Meaning] {
            (answers ?? []).map { Sentence.Meaning(question: $0.question, option: $0.option) }
        }
        let offered = meanings(said?.offered.filter { $0.form == form })
        // Of two questionnaires that have as much of a sentence, answers of one are taken, and of the other offered.
        let isEqual = !sentence.must.isEmpty && !offered.isEmpty
        let isOwn = said?.form == nil || said?.form == form || isEqual
        let taken = said?.form == form ? meanings(said?.filled) : []
        counts.given += sentence.must.count
        counts.taken += sentence.must.count(where: taken.contains)
        counts.offered += sentence.must.count { taken.contains($0) || offered.contains($0) }
        var faults: [String] = []
        if let said, let other = said.form, !isOwn {
            counts.wrong += said.filled.count
            faults.append("the sentence is understood as one for the questionnaire at \(forms[other].url)")
        }
        for answer in said?.filled ?? [] where said?.form == form {
            let meaning = Sentence.Meaning(question: answer.question, option: answer.option)
            guard !sentence.must.contains(meaning), !sentence.may.contains(meaning) else { continue }
            counts.wrong += 1
            faults.append("the sentence is understood as \(meaning.question)=\(meaning.option), from \"\(answer.words)\"")
        }
        let missing = sentence.must.filter { !taken.contains($0) && !offered.contains($0) }
        faults += missing.map { "\($0.question)=\($0.option) isn't understood" }
        return faults
    }
}
