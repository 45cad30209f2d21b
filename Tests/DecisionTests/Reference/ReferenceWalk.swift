@testable import Content
@testable import Decision
import Forms

/// Rule 2 taken word for word: what to ask next, found by trying every way to answer the rest.
struct ReferenceWalk {
    let questionnaire: Questionnaire
    private let combinations: [Reference.Everything]
    private let sizes: [Int]
    private let asked: [[Bool]]
    /// What a reader sees at the end of each track, for every combination.
    private var results: [[Seen?]] = []

    struct Seen: Hashable {
        var outcome: Int?
        var answers: [Answer?] = []
        var facts: [Int] = []
        var paragraphs: [Int] = []
    }

    init(_ questionnaire: Questionnaire, _ diagram: DecisionDiagram, today: Day) {
        self.questionnaire = questionnaire
        let reference = Reference(questionnaire: questionnaire, today: today)
        combinations = reference.combinations()
        sizes = questionnaire.questions.map { reference.everyAnswer($0).count }
        let states = combinations.map { reference.asked($0) }
        asked = states.map { $0.map { $0 == .yes } }
        for track in diagram.decisionRoots {
            // The row that holds when no other does has no track of its own.
            let otherwise = track.outcome == nil ? nil : diagram.otherwise[track.decision]?.row
            results.append(zip(combinations, states).map { Self.seen(reference, track, without: otherwise, $1, $0) })
        }
    }

    private static func seen(
        _ reference: Reference, _ track: DecisionRoot, without otherwise: Int?, _ asked: [Reference.Asked],
        _ answers: Reference.Everything
    ) -> Seen? {
        guard reference.isAccepted(asked, answers) else { return nil }
        let table = reference.questionnaire.decisions[track.decision].table
        let holding = (ReferenceVerdict.holding(table, reference.rows(table, asked, answers)) ?? []).filter {
            $0 != otherwise
        }
        let outcomes = holding.map { ReferenceVerdict.outcome(table.rows[$0]) }
        var seen = Seen(outcome: track.outcome.map { outcomes.contains($0) ? $0 : nil } ?? outcomes.first)
        guard let outcome = seen.outcome else { return seen }
        let told = reference.told(outcome, asked, answers)
        seen.paragraphs = told.paragraphs
        for name in told.names {
            if case .question(let question) = name.subject {
                seen.answers.append(asked[question] == .yes ? answers[question] : nil)
            }
            if case .fact(let fact) = name.subject, case .value(let value) = reference.value(fact, asked, answers) {
                seen.facts.append(value)
            }
        }
        return seen
    }

    /// The path and the ends of all tracks for a combination of answers.
    func walk(_ number: Int) -> (path: [Int], ends: [Seen?]) {
        var taken: [Int: Answer] = [:]
        var path: [Int] = []
        while true {
            let wanted = results.indices.map { follow($0, taken) }
            guard let next = wanted.compactMap(\.question).min() else { return (path, wanted.map(\.end)) }
            path.append(next)
            taken[next] = combinations[number][next]
        }
    }

    /// Where a track stands, given the answers to the questions that it asks itself.
    private func follow(_ track: Int, _ taken: [Int: Answer]) -> (question: Int?, end: Seen?) {
        var own: [Int: Answer] = [:]
        while true {
            let open = combinations.indices.filter { index in own.allSatisfy { combinations[index][$0.key] == $0.value }
            }
            guard let next = next(track, open, own) else {
                return (nil, open.lazy.compactMap { results[track][$0] }.first)
            }
            guard let answer = taken[next] else { return (next, nil) }
            own[next] = answer
        }
    }

    private func next(_ track: Int, _ open: [Int], _ own: [Int: Answer]) -> Int? {
        let unanswered = questionnaire.questions.indices.filter { own[$0] == nil }
        var matter = Set(unanswered.filter { question in differs(question, open) { results[track][$0] } })
        guard !matter.isEmpty else { return nil }
        let isCertain: (Int) -> Bool = { question in open.allSatisfy { asked[$0][question] } }
        if let first = matter.filter(isCertain).min() { return first }
        // All wait for others: those on which it depends whether they are asked.
        while true {
            let more = unanswered.filter { question in
                !matter.contains(question)
                    && matter.contains { waiting in differs(question, open) { asked[$0][waiting] } }
            }
            if more.isEmpty { break }
            matter.formUnion(more)
        }
        return matter.filter(isCertain).min() ?? matter.min()
    }

    /// Whether two ways to answer that differ in this question alone differ in something.
    private func differs<Value: Equatable>(_ question: Int, _ open: [Int], _ value: (Int) -> Value) -> Bool {
        let step = sizes[(question + 1)...].reduce(1, *)
        let isOpen = Set(open)
        return open.contains { index in
            guard index / step % sizes[question] == 0 else { return false }
            let first = value(index)
            return (1..<sizes[question]).contains {
                isOpen.contains(index + $0 * step) && value(index + $0 * step) != first
            }
        }
    }

    var count: Int { combinations.count }

    func answers(_ number: Int) -> Reference.Everything { combinations[number] }

    func result(_ track: Int, _ number: Int) -> Seen? { results[track][number] }

    func isAsked(_ question: Int, _ number: Int) -> Bool { asked[number][question] }
}
