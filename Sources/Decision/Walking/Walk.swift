package import Content
package import Words

/// A reader's way through a questionnaire: from answers to the next question, a refusal or the result.
///
/// Answers may come in any order; those to questions that are not asked are left aside. Nothing is kept between calls,
/// so that a changed answer never leaves anything behind. Works on the compiled diagram alone.
package struct Walk: Sendable {
    package let diagram: DecisionDiagram
    /// The reader's day.
    package let today: Day

    /// The language of what it says.
    package let words: Phrasebook

    package init(_ diagram: DecisionDiagram, today: Day, words: Phrasebook = .english) {
        self.diagram = diagram
        self.today = today
        self.words = words
    }

    /// Where some answers lead.
    package struct Position: Sendable {
        /// The answers that were asked for, in the order of asking; a refused one is the last.
        package let path: [GivenAnswer]
        package let state: State
        /// Answers to questions that are not asked, by question.
        package let ignored: [Int]
    }

    /// What comes after the path.
    package enum State: Sendable {
        /// The next question, with the indices of options that are not offered.
        case question(Int, closed: [Int])
        case refused(Int, message: String)
        case result(WalkResult)
    }

    /// An answer in its place.
    package struct GivenAnswer: Sendable, Hashable {
        package let question: Int
        package let answer: Answer
    }

    private var following: Following { Following(diagram: diagram, today: today) }

    /// Follows the answers, by question, as far as they go.
    package func position(_ answers: [Int: Answer]) -> Position {
        var path: [GivenAnswer] = []
        var taken: [Int: Answer] = [:]
        while true {
            let places = diagram.tracks.map { following.follow($0.root, taken) }
            guard let question = next(places) else {
                return position(path, .result(result(places, taken)), answers)
            }
            guard let answer = answers[question] else {
                return position(path, .question(question, closed: closed(question, places)), answers)
            }
            taken[question] = answer
            path.append(GivenAnswer(question: question, answer: answer))
            if let message = refusal(of: question, answer, taken, places) {
                return position(path, .refused(question, message: message), answers)
            }
        }
    }

    private func position(_ path: [GivenAnswer], _ state: State, _ answers: [Int: Answer]) -> Position {
        Position(path: path, state: state, ignored: Set(answers.keys).subtracting(path.map(\.question)).sorted())
    }

    /// The first question in written order that any track asks next.
    private func next(_ places: [Following.Place]) -> Int? {
        places.compactMap { if case .question(let question, _) = $0 { question } else { nil } }.min()
    }

    /// Options that lead only to what is impossible.
    private func closed(_ question: Int, _ places: [Following.Place]) -> [Int] {
        var result: Set<Int> = []
        for case .question(question, let number) in places {
            let node = diagram.nodes[number]
            guard case .choice(_, let blocks) = diagram.variables[node.variable] else { continue }
            result.formUnion(blocks.indices.filter { node.children[blocks[$0]] == .closed })
        }
        return result.sorted()
    }

    /// Why the answer just given cannot stand; nil when it can.
    private func refusal(of question: Int, _ answer: Answer, _ taken: [Int: Answer], _ places: [Following.Place])
        -> String?
    {
        if let problem = diagram.questionnaire.questions[question].problem(with: answer, today: today, words) {
            return problem
        }
        for refusal in diagram.refusals {
            let ends = following.ends(refusal.root, taken)
            if !ends.isEmpty, ends.allSatisfy({ diagram.ends[$0] == .refused }) {
                return diagram.questionnaire.questions[refusal.question].must[refusal.row].message.string
            }
        }
        let isClosed = diagram.tracks.contains { track in
            if case .closed = following.follow(track.root, taken) { true } else { false }
        }
        return isClosed ? "This cannot be combined with the other answers." : nil
    }
}

/// Where a questionnaire led.
package struct WalkResult: Sendable, Hashable {
    /// For each decision its outcomes: one, or any number for `match: many`, in the order of the file.
    package let outcomes: [[Int]]
    /// The facts that the texts show.
    package let values: [ShownFact]
    /// The rows that decided.
    package let because: [DecidingRow]
}

/// A row that decided.
package struct DecidingRow: Sendable, Hashable {
    package let decision: Int
    package let row: Int
}

extension Walk {
    private func result(_ places: [Following.Place], _ answers: [Int: Answer]) -> WalkResult {
        var outcomes: [[Int]] = Array(repeating: [], count: diagram.questionnaire.decisions.count)
        var values: [ShownFact] = []
        for (track, place) in zip(diagram.tracks, places) {
            guard case .end(.outcome(let outcome, let facts)) = place else { continue }
            outcomes[track.decision].append(outcome)
            values += facts.filter { !values.contains($0) }
        }
        var because: [DecidingRow] = []
        for decision in outcomes.indices {
            because += outcomes[decision].flatMap { rows(decision, $0, answers) }
            guard outcomes[decision].isEmpty, let otherwise = diagram.otherwise[decision] else { continue }
            outcomes[decision] = [otherwise.outcome]
            because.append(DecidingRow(decision: decision, row: otherwise.row))
        }
        return WalkResult(outcomes: outcomes, values: values.sorted { $0.fact < $1.fact }, because: because)
    }

    /// The rows that hold whatever the other answers are; where none does, those that may.
    private func rows(_ decision: Int, _ outcome: Int, _ answers: [Int: Answer]) -> [DecidingRow] {
        guard let reason = diagram.reasons.first(where: { $0.decision == decision && $0.outcome == outcome }) else {
            return []
        }
        let sets = following.ends(reason.root, answers).compactMap {
            if case .rows(let rows) = diagram.ends[$0] { Set(rows) } else { nil }
        }
        guard let first = sets.first else { return [] }
        let certain = sets.dropFirst().reduce(first) { $0.intersection($1) }
        let shown = certain.isEmpty ? sets.reduce(first) { $0.union($1) } : certain
        return shown.sorted().map { DecidingRow(decision: decision, row: $0) }
    }
}
