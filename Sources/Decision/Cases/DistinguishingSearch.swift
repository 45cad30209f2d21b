/// Finds answers that lead to different ends in two versions of a policy: the two diagrams are walked together, and places
/// that differ in the same way are looked at once.
struct DistinguishingSearch {
    let walk: Walk
    let other: Walk

    /// What the two can still disagree about before a question.
    private struct Difference: Hashable {
        let question: Int
        let targets: [[Target]]
        let compared: [Int: Answer]
    }

    /// Answers that the first version asks for, all of them, and that end elsewhere in the other; nil where there are
    /// none within 20,000 steps.
    ///
    /// - Parameter left: how many steps there may be, also for what is searched next.
    func answers(steps left: inout Int) -> Walk.Position? {
        let limit = min(20_000, left)
        let samples = CaseSamples(walks: [walk, other])
        let functions = SharedFunctions(walk.diagram, other.diagram)
        var open: [(before: Walk.Position, answer: Answer)?] = [nil]
        var seen: Set<Difference> = []
        var steps = 0
        defer { left -= steps }
        while let next = open.popLast(), steps < limit {
            steps += 1
            let position = next.map { walk.position($0.before, then: $0.answer) } ?? walk.position([:])
            let answers = position.answers
            switch position.state {
            case .result, .refused:
                if !position.endsLike(other.position(along: position)) { return position }
            case .question(let question, _):
                let place = JointState([walk, other], answers)
                guard let differing = functions.differing(at: place),
                    seen.insert(Difference(question: question, targets: differing, compared: place.compared)).inserted
                else { continue }
                // An option that is not offered is refused, which may be the difference.
                open += samples.answers(to: question, given: answers).reversed().map { (position, $0) }
            }
        }
        return nil
    }
}

extension Walk.Position {
    /// Whether a case with this end holds there too.
    func endsLike(_ other: Walk.Position) -> Bool {
        switch (state, other.state) {
        case (.result(let one), .result(let two)): one.outcomes.map(Set.init) == two.outcomes.map(Set.init) && one.values == two.values
        case (.refused(let one, _), .refused(let two, _)): one == two
        case (.question(let one, _), .question(let two, _)): one == two
        default: false
        }
    }
}
