@testable import Content
@testable import Decision
import Forms

/// Rules 2, 4 and 5 taken word for word, for the whole of a questionnaire: where some answers lead, found by trying every
/// way to answer the rest.
struct ReferenceAhead {
    let questionnaire: Questionnaire
    private let combinations: [Reference.Everything]
    private let asked: [[Bool]]
    private let ends: [End]

    enum End: Hashable {
        case impossible
        case refused
        case result([Set<Int>], shown: [Shown])
    }

    /// An answer or fact that the text of an outcome shows.
    enum Shown: Hashable {
        case answer(Answer?)
        case fact(Int, Int)
        case paragraph(Int)
    }

    enum State: Equatable {
        case question(Int)
        case refused
        case result([Set<Int>])
    }

    init(_ questionnaire: Questionnaire, today: Day) {
        self.questionnaire = questionnaire
        let reference = Reference(questionnaire: questionnaire, today: today)
        combinations = reference.combinations()
        let states = combinations.map { reference.asked($0) }
        asked = states.map { $0.map { $0 == .yes } }
        ends = zip(combinations, states).map { Self.end(reference, $1, $0) }
    }

    private static func end(_ reference: Reference, _ asked: [Reference.Asked], _ answers: Reference.Everything) -> End {
        guard reference.isPossible(asked, answers) else { return .impossible }
        if reference.isRefused(asked, answers) { return .refused }
        let questionnaire = reference.questionnaire
        var shown: [Shown] = []
        let outcomes = questionnaire.decisions.map { decision -> Set<Int> in
            let rows = ReferenceVerdict.holding(decision.table, reference.rows(decision.table, asked, answers)) ?? []
            return Set(rows.map { ReferenceVerdict.outcome(decision.table.rows[$0]) })
        }
        for outcome in outcomes.flatMap({ $0.sorted() }) {
            let told = reference.told(outcome, asked, answers)
            shown += told.paragraphs.map(Shown.paragraph)
            for name in told.names {
                switch name.subject {
                case .question(let question): shown.append(.answer(asked[question] == .yes ? answers[question] : nil))
                case .fact(let fact):
                    if case .value(let value) = reference.value(fact, asked, answers) { shown.append(.fact(fact, value)) }
                case .attribute, .amount, .calculation, .decision: break
                }
            }
        }
        return .result(outcomes, shown: shown)
    }

    /// Where answers lead that may be given in any order.
    func state(_ given: [Int: Answer]) -> State {
        let open = combinations.indices.filter { index in
            ends[index] != .impossible && given.allSatisfy { combinations[index][$0.key] == $0.value }
        }
        let found = Set(open.map { ends[$0] })
        if found.subtracting([.refused]).isEmpty { return .refused }
        if found.count == 1, case .result(let outcomes, _)? = found.first { return .result(outcomes) }
        let unanswered = questionnaire.questions.indices.filter { given[$0] == nil }
        let isCertain: (Int) -> Bool = { question in open.allSatisfy { asked[$0][question] } }
        var matter = Set(unanswered.filter { differs($0, open) { ends[$0] } })
        if let first = matter.filter(isCertain).min() { return .question(first) }
        while true {
            let more = unanswered.filter { question in
                !matter.contains(question) && matter.contains { waiting in differs(question, open) { asked[$0][waiting] } }
            }
            if more.isEmpty { break }
            matter.formUnion(more)
        }
        return .question(matter.filter(isCertain).min() ?? matter.min() ?? -1)
    }

    /// Whether two ways to answer that differ in this question alone differ in something.
    private func differs<Value: Hashable>(_ question: Int, _ open: [Int], _ value: (Int) -> Value) -> Bool {
        var values: [Reference.Everything: Value] = [:]
        for index in open {
            var others = combinations[index]
            others.remove(at: question)
            if let known = values[others], known != value(index) { return true }
            values[others] = value(index)
        }
        return false
    }

    var count: Int { combinations.count }

    func answers(_ number: Int) -> Reference.Everything { combinations[number] }

    /// What is asked and where it ends, for a whole combination.
    func whole(_ number: Int) -> (asked: [Bool], end: End) { (asked[number], ends[number]) }
}
