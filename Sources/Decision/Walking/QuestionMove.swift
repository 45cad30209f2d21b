import Diagnostics
package import Forms

/// The move of one question that would ask readers the fewest questions on average.
package struct QuestionMove: Sendable {
    /// The question that is moved.
    package let question: Int
    /// The question beside its new place.
    package let beside: Int
    /// Whether it would come before that one, or after it.
    package let isBefore: Bool
    /// How many questions readers would be asked then.
    package let counts: AskedCounts

    /// Tries every move of one question; nil where none asks clearly fewer, and for questionnaires that are too large to try them all.
    ///
    /// - Parameter now: how many are asked in the written order.
    package init?(best diagram: DecisionDiagram, now: AskedCounts, since: Day) {
        let questionnaire = diagram.questionnaire
        let count = questionnaire.questions.count
        guard count <= QuestionMove.mostQuestions, diagram.stateCount <= QuestionMove.mostStates else { return nil }
        var limits = CompileLimits()
        (limits.functionNodes, limits.states) = (50_000, 10 * QuestionMove.mostStates)
        var best: QuestionMove?
        for question in 0..<count {
            // To be moved behind the next is what moving that one does.
            for place in 0..<count where place != question && place != question + 1 {
                var order = Array(0..<count)
                order.remove(at: question)
                order.insert(question, at: place)
                guard let other = questionnaire.reordered(order).diagram(since: since, limits: limits),
                    let counts = AskedCounts(other, today: since), counts.mean < (best?.counts ?? now).mean - 0.000_001
                else { continue }
                let isBefore = place < question
                best = QuestionMove(
                    question: question, beside: isBefore ? order[place + 1] : order[place - 1], isBefore: isBefore, counts: counts)
            }
        }
        guard let best, now.mean - best.counts.mean >= QuestionMove.leastGain else { return nil }
        self = best
    }

    private init(question: Int, beside: Int, isBefore: Bool, counts: AskedCounts) {
        (self.question, self.beside, self.isBefore, self.counts) = (question, beside, isBefore, counts)
    }

    /// With more questions or states, to try all moves takes longer than the tests themselves.
    private static let mostQuestions = 12
    private static let mostStates = 200
    /// Less than this is no reason to ask in another order.
    private static let leastGain = 0.1
}

extension Questionnaire {
    /// Its diagram alone, of a policy that is proved already; nil beyond the limits.
    fileprivate func diagram(since: Day, limits: CompileLimits) -> DecisionDiagram? {
        var proof = Proof(
            Meaning(self, variables: Variables(self, since: since), limit: limits.functionNodes), wording: NoMessages())
        proof.mostStates = limits.states
        do throws(TooLarge) {
            try proof.run()
            return proof.diagnostics.hasErrors ? nil : try proof.diagram(limits: limits)
        } catch {
            return nil
        }
    }
}
