import Diagnostics
import Forms

extension Proof {
    /// `questionnaire/dead-end`: days from which on nobody gets a result, as what `must` and `impossible` leave of fixed
    /// dates has passed. A warning: by then the policy may have changed, as one with a last day always does.
    mutating func proveDays() throws(TooLarge) {
        guard meaning.accepted != meaning.consistent else { return }
        let dates = DaysOfBlocks(meaning)
        for day in dates.changes {
            let possible = try excluding(day, dates, from: meaning.consistent)
            // Where no date of a range is left, no answer is refused.
            guard possible != .no, try excluding(day, dates, from: meaning.accepted) == .no, let from = Day(number: day)
            else { continue }
            let rows = questionnaire.impossible.map(\.place) + questionnaire.questions.flatMap(\.must).map(\.place)
            add(
                Diagnostic(
                    "questionnaire/dead-end",
                    "on \(from) nobody gets a result: `must` or `impossible` leaves no answers on that day",
                    at: rows.first ?? questionnaire.title.range, severity: .warning,
                    help: "make the dates of the questions relative to today, or narrow what is refused or impossible"))
            return
        }
    }

    /// A function where the answers can be given on a day.
    private mutating func excluding(_ day: Int, _ dates: DaysOfBlocks, from ref: Ref) throws(TooLarge) -> Ref {
        var result = ref
        for (question, spans) in dates.questions {
            let isOpen = spans.map { !$0.intersection(Chain.Span(from: day, to: day)).isEmpty }
            let fits = try meaning.store.literal(meaning.variables.ofQuestion[question][0], isOpen)
            let unasked = try meaning.store.not(meaning.asked[question])
            result = try meaning.store.apply(.and, result, meaning.store.apply(.or, unasked, fits))
        }
        return result
    }
}

/// On which days the answers to questions can lie in their blocks.
private struct DaysOfBlocks {
    /// The questions of which that depends on the day.
    private(set) var questions: [(question: Int, spans: [Chain.Span])] = []
    /// The days after the first, within the period, on which some block begins or ends to be possible; none where there are too many to try.
    private(set) var changes: [Int] = []

    init(_ meaning: Meaning) {
        var found: Set<Int> = []
        for (question, own) in meaning.variables.ofQuestion.enumerated() {
            guard let variable = own.first, case .scale(_, let scale) = meaning.variables.list[variable] else { continue }
            let spans = scale.blocks.map { AnswerLimits(meaning.questionnaire.questions[question]).within(scale.chains, $0).days }
            guard spans.contains(where: { $0 != .all }) else { continue }
            questions.append((question, spans))
            for span in spans { found.formUnion([span.from, span.to.map { $0 + 1 }].compactMap { $0 }) }
        }
        let last = meaning.questionnaire.validity.until?.number ?? .max
        let later = found.filter { $0 > meaning.variables.since.number && $0 <= last }
        changes = later.count <= 200 ? later.sorted() : []
    }
}
