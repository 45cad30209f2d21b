package import Forms

/// A reader's way through a questionnaire: from answers to the next question, a refusal or the result.
///
/// Answers may come in any order; those to questions that are not asked are left aside. Nothing is kept between calls,
/// so that a changed answer never leaves anything behind. Works on the compiled diagram alone.
package struct Walk: Sendable {
    /// What is walked.
    package let diagram: DecisionDiagram
    /// The reader's day.
    package let today: Day

    /// - Parameter today: what was proved holds from ``DecisionDiagram/since`` on.
    package init(_ diagram: DecisionDiagram, today: Day) {
        self.diagram = diagram
        self.today = today
    }

    /// Where some answers lead.
    package struct Position: Sendable, Equatable {
        /// The answers that were asked for, in the order of asking; a refused one is the last.
        package let path: [GivenAnswer]
        /// The next question, a refusal or the result.
        package let state: State
        /// Questions with answers that were given ahead and count once they are asked for; after a refusal, all others.
        package let held: [Int]
        /// Questions with answers that are not asked on this path.
        package let ignored: [Int]
    }

    /// What comes after the path.
    package enum State: Sendable, Equatable {
        /// The next question, with the indices of options that are not offered.
        case question(Int, closed: [Int])
        case refused(Int, why: RefusalReason)
        case result(WalkResult)
    }

    /// Why an answer is refused.
    package enum RefusalReason: Sendable, Hashable {
        /// What the author wrote beside the row of `must` that it breaks.
        case requirement(message: String)
        /// The question doesn't take it, or only impossible combinations follow.
        case fault(AnswerFault)
    }

    /// An answer in its place.
    package struct GivenAnswer: Sendable, Hashable {
        /// Among the questions of the questionnaire.
        package let question: Int
        /// As it was given, accepted or not.
        package let answer: Answer
    }

    var evaluator: Evaluator { Evaluator(diagram: diagram, today: today) }

    /// Follows the answers, by question, as far as they go. Those to questions not asked yet are put in ahead.
    package func position(_ answers: [Int: Answer]) -> Position {
        // What no question takes counts nowhere: it is refused when it is asked for.
        let given = answers.filter { diagram.questionnaire.questions[$0.key].fault(of: $0.value, today: today) == nil }
        var steps = Steps(self, given: given)
        if !steps.isAccepted { return stopped(answers, given) }
        var path: [GivenAnswer] = []
        var taken: [Int: Answer] = [:]
        while true {
            let stops = steps.stops(taken)
            guard let question = Steps.next(stops) else {
                return position(path, .result(result(stops, taken)), answers)
            }
            guard let answer = answers[question] else {
                return position(path, .question(question, closed: closed(question, given)), answers)
            }
            taken[question] = answer
            path.append(GivenAnswer(question: question, answer: answer))
            if let reason = refusal(of: question, answer, taken) {
                return position(path, .refused(question, why: reason), answers)
            }
        }
    }

    /// The same as following all answers at once, for one more answer to the question that was reached; quicker where it is refused.
    ///
    /// - Parameter before: with no answers beside its path.
    func position(_ before: Position, then answer: Answer) -> Position {
        guard case .question(let question, _) = before.state else { return before }
        let answers = before.answers.merging([question: answer]) { $1 }
        guard let reason = refusal(of: question, answer, answers) else { return position(answers) }
        let path = before.path + [GivenAnswer(question: question, answer: answer)]
        return Position(path: path, state: .refused(question, why: reason), held: [], ignored: [])
    }

    /// The same as following all answers of a path at once that another version of the policy asked for; quicker where this one
    /// refuses the last of them.
    func position(along other: Position) -> Position {
        let (path, answers) = (other.path, other.answers)
        guard let last = path.last, refusal(of: last.question, last.answer, answers) != nil else { return position(answers) }
        let before = position(answers.filter { $0.key != last.question })
        guard case .question(last.question, _) = before.state, before.path.count == path.count - 1 else { return position(answers) }
        return position(before, then: last.answer)
    }

    /// Where answers stop that are not accepted together: at the first of them, in the order of asking, after which nothing
    /// acceptable can follow.
    private func stopped(_ answers: [Int: Answer], _ given: [Int: Answer]) -> Position {
        var path: [GivenAnswer] = []
        var taken: [Int: Answer] = [:]
        // In the order of asking while all that is asked is answered, then in written order.
        while true {
            var steps = Steps(self, given: taken)
            let next = Steps.next(steps.stops(taken)).flatMap { answers[$0] == nil ? nil : $0 }
            guard let question = next ?? given.keys.filter({ taken[$0] == nil }).min(), let answer = answers[question] else {
                return position(path, .result(result(steps.stops(taken), taken)), answers)
            }
            taken[question] = answer
            let reason = refusal(of: question, answer, taken)
            if next != nil || reason != nil { path.append(GivenAnswer(question: question, answer: answer)) }
            if let reason { return position(path, .refused(question, why: reason), answers) }
        }
    }

    private func position(_ path: [GivenAnswer], _ state: State, _ answers: [Int: Answer]) -> Position {
        let others = Set(answers.keys).subtracting(path.map(\.question))
        let answers = answers.filter { diagram.questionnaire.questions[$0.key].fault(of: $0.value, today: today) == nil }
        let held: Set<Int> =
            switch state {
            case .question: others.intersection(reachable(answers))
            case .refused: others
            case .result: []
            }
        return Position(path: path, state: state, held: held.sorted(), ignored: others.subtracting(held).sorted())
    }

    /// The questions that some way through the diagram asks, with these answers.
    private func reachable(_ answers: [Int: Answer]) -> Set<Int> {
        var found: Set<Int> = []
        var seen: Set<Int> = []
        var open = diagram.roots
        while let next = open.popLast() {
            guard case .node(let number) = next, seen.insert(number).inserted else { continue }
            let node = diagram.nodes[number]
            let variable = diagram.variables[node.variable]
            found.formUnion(variable.questions)
            if let block = evaluator.block(variable, answers) {
                open.append(node.children[block])
            } else {
                open += node.children
            }
        }
        return found
    }

    /// Options that lead only to what is impossible, beside what is answered.
    private func closed(_ question: Int, _ answers: [Int: Answer]) -> [Int] {
        var closed: [Int] = []
        var known: [Int: Bool] = [:]
        guard case .node = diagram.possible else { return [] }
        for case .choice(question, let blocks) in diagram.variables.prefix(diagram.deciding.variables) {
            for (option, block) in blocks.enumerated() {
                let isOpen = known[block] ?? !terminals(answers.merging([question: .option(option)]) { $1 }).isEmpty
                known[block] = isOpen
                if !isOpen { closed.append(option) }
            }
        }
        return closed
    }

    /// Whether answers are refused or accepted, or both can follow; nothing for what is impossible.
    private func terminals(_ answers: [Int: Answer]) -> Set<Terminal> {
        Set(evaluator.terminals(diagram.possible, answers).map { diagram.terminals[$0] })
    }

    /// Why the answer just given is refused; nil when it is not.
    private func refusal(of question: Int, _ answer: Answer, _ taken: [Int: Answer]) -> RefusalReason? {
        if let fault = diagram.questionnaire.questions[question].fault(of: answer, today: today) { return .fault(fault) }
        guard case .node = diagram.possible, !terminals(taken).contains(.nothing) else { return nil }
        for refusal in diagram.refusals {
            let terminals = evaluator.terminals(refusal.root, beside: diagram.possible, taken)
            if !terminals.isEmpty, terminals.allSatisfy({ diagram.terminals[$0] == .refused }) {
                return .requirement(message: diagram.questionnaire.questions[refusal.question].must[refusal.row].message.string)
            }
        }
        return .fault(.closed)
    }
}

/// The walks through a diagram that a reader takes at once.
private struct Steps {
    private let diagram: DecisionDiagram
    private var refusing: Residual
    private var deciding: Residual

    /// - Parameter given: all answers that can be put in.
    init(_ walk: Walk, given: [Int: Answer]) {
        diagram = walk.diagram
        refusing = Residual(walk.evaluator, given: given) { _ in true }
        deciding = Residual(walk.evaluator, given: given) { $0 == .nothing }
    }

    /// Whether something acceptable can follow.
    var isAccepted: Bool { mutating get { deciding.isPossible } }

    /// Where each walk stops: the one that finds refusals, then those of the decisions.
    mutating func stops(_ taken: [Int: Answer]) -> [Residual.Stop] {
        [refusing.stop(diagram.refused, taken: taken)] + diagram.decisionRoots.map { deciding.stop($0.root, taken: taken) }
    }

    /// The first question in written order that any of them asks next.
    static func next(_ stops: [Residual.Stop]) -> Int? {
        stops.compactMap { if case .question(let question) = $0 { question } else { nil } }.min()
    }
}

/// Where a questionnaire led.
package struct WalkResult: Sendable, Hashable {
    /// For each decision its outcomes: one, or any number for `match: many`, in the order of the file.
    package let outcomes: [[Int]]
    /// The facts that the texts show.
    package let values: [ShownFact]
    /// The paragraphs that are shown, by number, ascending.
    package let paragraphs: [Int]
    /// The rows that decided.
    package let because: [DecidingRow]
}

/// A row that decided.
package struct DecidingRow: Sendable, Hashable {
    /// Among the decisions of the questionnaire.
    package let decision: Int
    /// Among the rows of the decision.
    package let row: Int

    /// A row of a decision, by their numbers.
    package init(decision: Int, row: Int) { (self.decision, self.row) = (decision, row) }
}

extension Walk {
    private func result(_ stops: [Residual.Stop], _ answers: [Int: Answer]) -> WalkResult {
        var outcomes: [[Int]] = Array(repeating: [], count: diagram.questionnaire.decisions.count)
        var values: [ShownFact] = []
        var paragraphs: Set<Int> = []
        for (root, stop) in zip(diagram.decisionRoots, stops.dropFirst()) {
            guard case .terminal(.outcome(let outcome, let facts, let shown)) = stop else { continue }
            outcomes[root.decision].append(outcome)
            values += facts.filter { !values.contains($0) }
            paragraphs.formUnion(shown)
        }
        var because: [DecidingRow] = []
        for decision in outcomes.indices {
            because += outcomes[decision].flatMap { rows(decision, $0, answers) }
            guard outcomes[decision].isEmpty, let otherwise = diagram.otherwise[decision] else { continue }
            outcomes[decision] = [otherwise.outcome]
            because.append(DecidingRow(decision: decision, row: otherwise.row))
        }
        return WalkResult(
            outcomes: outcomes, values: values.sorted { $0.fact < $1.fact }, paragraphs: paragraphs.sorted(), because: because)
    }

    /// The rows that hold whatever the other answers are; where none does, those that may.
    private func rows(_ decision: Int, _ outcome: Int, _ answers: [Int: Answer]) -> [DecidingRow] {
        let reasons = diagram.reasons.filter { $0.decision == decision && $0.outcome == outcome }
        let found = MatchingRows(evaluator, reasons.map(\.root), answers)
        return (found.certain.isEmpty ? found.any : found.certain).map { DecidingRow(decision: decision, row: $0) }
    }
}
