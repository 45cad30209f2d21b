extension QuestionnaireDiff {
    /// A case for each group of readers for whom something is different, as the newer version decides it: for review, and to keep.
    ///
    /// Answers that it no longer takes have no case, nor has an end that some case with the same answers shows already.
    ///
    /// - Parameter existing: how the cases ended that there are; those that failed count for nothing.
    package func changedCases(existing: [CaseResult]) -> [SuggestedCase] {
        let walk = Walk(versions[1], today: days[1])
        var seen = Set(existing.filter { $0.passed && $0.isPresent }.map(\.position.path))
        return (changes.flatMap(\.readers.regions) + asking.flatMap(\.readers.regions)).compactMap { region in
            let answers = Dictionary(region.example[1].map { ($0.question, $0.answer) }) { first, _ in first }
            let position = walk.position(answers)
            if case .question = position.state { return nil }
            guard seen.insert(position.path).inserted else { return nil }
            return SuggestedCase(
                answers: position.path, end: position.state, today: walk.restsOnToday(position) ? days[1] : nil)
        }
    }
}
