/// Finds answers that lead to different ends in two versions of a policy: the two diagrams are walked together, and a
/// pair of places is looked at once.
struct Distinguishing {
    let walk: Walk
    let other: Walk

    /// Answers that the first version asks for, all of them, and that end elsewhere in the other; nil where there are
    /// none within 20,000 steps.
    ///
    /// - Parameter left: how many steps there may be, also for what is searched next.
    func answers(steps left: inout Int) -> Walk.Position? {
        let limit = min(20_000, left)
        let samples = CaseSamples(walks: [walk, other])
        var open: [[Int: Answer]] = [[:]]
        var seen: Set<JointPlace> = []
        var steps = 0
        defer { left -= steps }
        while let answers = open.popLast(), steps < limit {
            steps += 1
            let position = walk.position(answers)
            switch position.state {
            case .result, .refused:
                if !position.endsLike(other.position(answers)) { return position }
            case .question(let question, _):
                guard seen.insert(JointPlace([walk, other], answers)).inserted else { continue }
                // An option that is not offered is refused, which may be the difference.
                for answer in samples.answers(to: question, given: answers).reversed() {
                    var more = answers
                    more[question] = answer
                    open.append(more)
                }
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
