package import Decision
import Forms
package import Words

/// What was shown of a policy, in sentences for people who answer for it.
package struct ProofWording: Sendable {
    private let proof: PolicyProof
    private let questionnaire: Questionnaire
    private let book: Phrasebook

    /// - Parameter book: the language to say it in.
    package init(_ proof: PolicyProof, of questionnaire: Questionnaire, _ book: Phrasebook) {
        self.proof = proof
        self.questionnaire = questionnaire
        self.book = book
    }

    /// The first thing to know, in a few sentences; the last says what no proof can show.
    package var summary: String { [ways, certainty, book.filled("proofLimit")].compactMap(\.self).joined(separator: " ") }

    /// What the number of ways does and does not count, when it was shown, and with which version.
    package var details: [String] {
        let hasRanges = questionnaire.questions.contains { $0.options.isEmpty }
        let isCut = !questionnaire.impossible.isEmpty || questionnaire.questions.contains { !$0.must.isEmpty }
        let shown = Phrasing.pattern("proofShown", ["date": .day(proof.since), "version": .text(proof.version)])
        return [hasRanges ? book.filled("proofRanges") : nil, isCut ? book.filled("proofRefused") : nil, book.text(shown)]
            .compactMap(\.self)
    }

    /// How many cases were run, and what they reach.
    package var cases: [String] {
        guard !proof.cases.isEmpty else { return [book.filled("proofNoCases")] }
        return [
            book.text(.counted(proof.cases.count, "proofCases")),
            reach(proof.outcomes, all: "proofOutcomesAll", some: "proofOutcomesSome"),
            reach(proof.rules, all: "proofRulesAll", some: "proofRulesSome"),
        ]
    }

    private var ways: String? {
        switch proof.ways {
        case .exactly(let count): book.text(.counted(count, "proofWays"))
        case .moreThan(let count): book.text(.pattern("proofMore", ["count": number(count)]))
        case .uncounted: nil
        }
    }

    private var certainty: String {
        if questionnaire.decisions.contains(where: { $0.table.match == .many }) { return book.filled("proofMany") }
        return book.filled(questionnaire.decisions.count > 1 ? "proofSeveral" : "proofOne")
    }

    private func reach(_ reach: PolicyProof.Reach, all: String, some: String) -> String {
        let numbers = ["count": number(reach.reached), "all": number(reach.all)]
        return book.text(reach.reached == reach.all ? .word(all) : .pattern(some, numbers))
    }

    private func number(_ count: Int) -> Phrasing { .number(Quantity(units: count, decimals: 0, unit: nil)) }
}

extension ProofWording {
    /// Where the answers of a case lead.
    package func end(of result: CaseResult) -> String {
        switch result.position.state {
        case .question(let question, _): book.filled("proofAsks", ["question": questionnaire.questions[question].ask.string])
        case .refused(let question, _): book.filled("proofRefuses", ["question": questionnaire.questions[question].ask.string])
        case .result(let walked):
            walked.outcomes.enumerated().map { decision, outcomes in
                let names = outcomes.isEmpty ? [book.filled("pictureNothing")] : outcomes.map { questionnaire.outcomes[$0].title.string }
                let titles = names.joined(separator: "; ")
                return questionnaire.decisions.count > 1
                    ? book.text(.labelled(questionnaire.decisions[decision], .text(titles))) : titles
            }.joined(separator: "; ")
        }
    }
}
