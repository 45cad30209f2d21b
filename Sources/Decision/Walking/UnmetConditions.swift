import Forms

/// Why a decision has no better outcome: what the nearest one demands, and the answers don't meet.
package struct UnmetConditions: Sendable {
    /// Conditions that readers are shown: of more, a better outcome is too far away to help.
    package static let shown = 3

    /// Among the decisions of the questionnaire.
    package let decision: Int
    /// The nearest better outcome; nil where it is one of several, as further questions are answered.
    package let outcome: Int?
    /// In the order of the diagram, each question once.
    package let conditions: [Condition]
    /// The rows that would lead to it; none where it is one of several.
    package let rows: [Int]

    /// What one answer would have to be.
    package struct Condition: Sendable, Hashable {
        /// Among the questions of the questionnaire.
        package let question: Int
        /// Any of these, or of tick-boxes all of them.
        package let needed: [Change.Kind]
    }
}

extension Walk {
    /// For each decision of a result that came to nothing possible for the reader, what the nearest better outcome demands.
    package func unmet(_ position: Position) -> [UnmetConditions] {
        guard case .result(let result) = position.state else { return [] }
        let answers = position.answers
        return result.outcomes.enumerated().compactMap { decision, outcomes in
            guard diagram.isNegative(outcomes) else { return nil }
            var nearest = NearestBetter(diagram, first: position.path.first?.question) { number in
                evaluator.block(diagram.variables[number], answers).map { [$0] }
            }
            return nearest.nearest(in: decision).flatMap { conditions($0.unmet, of: $0.outcome, in: decision, answers) }
        }
    }

    private func conditions(
        _ unmet: [NearestBetter.Unmet], of outcome: Int?, in decision: Int, _ answers: [Int: Answer]
    ) -> UnmetConditions? {
        var changed = answers
        var conditions: [UnmetConditions.Condition] = []
        // The order of two answers is told by the later one.
        let questions = unmet.map { diagram.variables[$0.variable].questions.max() ?? 0 }
        for question in questions where !conditions.contains(where: { $0.question == question }) {
            let own = zip(unmet, questions).filter { $0.1 == question }.map(\.0)
            guard let (needed, answer) = needed(question, own, changed) else { return nil }
            conditions.append(UnmetConditions.Condition(question: question, needed: needed))
            changed[question] = answer
        }
        let reasons = outcome.map { outcome in diagram.reasons.filter { $0.decision == decision && $0.outcome == outcome } } ?? []
        let rows = MatchingRows(evaluator, reasons.map(\.root), changed).certain
        return UnmetConditions(decision: decision, outcome: outcome, conditions: conditions, rows: rows)
    }

    /// What an answer would have to be to meet what isn't met, and one such answer.
    private func needed(_ question: Int, _ unmet: [NearestBetter.Unmet], _ answers: [Int: Answer]) -> ([Change.Kind], Answer)? {
        func meets(_ answer: Answer, _ condition: NearestBetter.Unmet) -> Bool {
            let block = evaluator.block(diagram.variables[condition.variable], answers.merging([question: answer]) { $1 })
            return block.map(condition.blocks.contains) ?? false
        }
        switch answers[question] {
        case .option:
            let all = diagram.questionnaire.questions[question].options
            let options = all.indices.filter { option in
                !all[option].isUnknown && unmet.allSatisfy { meets(.option(option), $0) }
            }
            return options.first.map { (options.map(Change.Kind.option), .option($0)) }
        case .ticked(let ticked):
            let boxes = unmet.compactMap { if case .tick(_, let option) = diagram.variables[$0.variable] { option } else { nil } }
            let changed = Set(ticked).symmetricDifference(boxes)
            return (boxes.map { ticked.contains($0) ? .unticked($0) : .ticked($0) }, .ticked(changed.sorted()))
        case .number, .day:
            let open = ranges(question, answers).filter { range in unmet.allSatisfy { meets(range.answer, $0) } }
            var joined: [(run: ClosedRange<Int>, from: Answer, to: Answer)] = []
            for range in open {
                if let last = joined.last, last.run.upperBound + 1 == range.run.lowerBound {
                    joined[joined.count - 1] = (last.run.lowerBound...range.run.upperBound, last.from, range.last)
                } else {
                    joined.append((range.run, range.answer, range.last))
                }
            }
            return joined.first.map { first in (joined.map { .range(from: $0.from, to: $0.to) }, first.from) }
        case nil: return nil
        }
    }
}
