import Diagnostics
import Forms

/// `questionnaire/cycle`: facts that depend on each other.
func factCycles(_ questionnaire: Questionnaire, _ dependencies: Dependencies) -> [Diagnostic] {
    var reported: Set<Int> = []
    var result: [Diagnostic] = []
    for start in questionnaire.facts.indices where !reported.contains(start) {
        guard let path = cycle(from: start, dependencies.factsOfFact) else { continue }
        reported.formUnion(path)
        let names = (path + [start]).map { questionnaire.facts[$0].id.description }
        let message =
            path.count == 1
            ? "the fact \(names[0]) depends on itself"
            : "facts depend on each other: \(names.joined(separator: " needs "))"
        result.append(
            Diagnostic(
                "questionnaire/cycle", message, at: questionnaire.facts[start].place,
                help: "make one of them depend on answers alone"))
    }
    return result
}

/// The shortest way from a fact back to itself.
private func cycle(from start: Int, _ dependencies: [Set<Int>]) -> [Int]? {
    var cameFrom: [Int: Int] = [:]
    var open = [start]
    while !open.isEmpty {
        var next: [Int] = []
        for fact in open {
            for other in dependencies[fact].sorted() {
                if other == start {
                    var path = [fact]
                    while let before = path.last, before != start, let from = cameFrom[before] { path.append(from) }
                    return path.reversed()
                }
                if cameFrom[other] == nil {
                    cameFrom[other] = fact
                    next.append(other)
                }
            }
        }
        open = next
    }
    return nil
}

extension Proof {
    /// `questionnaire/cycle`: questions asked only if others are not, and the reverse; an `ask-if` that waits for a fact
    /// which rests on its own question. Decided answer by answer, so that an order of asking that differs from path to
    /// path is not a cycle.
    mutating func proveAsking(_ waiting: [Int]) throws(TooLarge) {
        if let first = waiting.first {
            let within = try meaning.store.apply(.within, meaning.thinkable, meaning.asked[first])
            let example = try meaning.store.smallestExample(within) { $0 == .open } ?? []
            let circle = waiting.filter { meaning.store.value(of: meaning.asked[$0], at: example) == .open }
            let names = circle.map { questionnaire.questions[$0].id.description }
            let message =
                circle.count == 1
                ? "whether \(names[0]) is asked depends on whether it is asked"
                : "whether \(listed(names)) are asked depends on each other"
            add(
                Diagnostic(
                    "questionnaire/cycle", message, at: questionnaire.questions[first].place,
                    notes: example.isEmpty ? [] : ["for these answers: \(words(example))"],
                    help: "make one `ask-if` depend on answers to other questions"))
            return
        }
        for number in questionnaire.questions.indices { try proveOwnFact(number) }
        if !diagnostics.hasErrors { try proveFounded() }
    }

    /// `questionnaire/cycle`: questions that are never asked, because each would be asked only for another one. Those that
    /// some answers lead to are none, whatever the order in which they are asked.
    private mutating func proveFounded() throws(TooLarge) {
        var never: Set<Int> = []
        for number in meaning.unfounded where try meaning.store.apply(.and, meaning.thinkable, meaning.asked[number]) == .no {
            never.insert(number)
        }
        var reported: Set<Int> = []
        for first in never.sorted() where !reported.contains(first) {
            let behind = reachable(from: first, within: never)
            let circle = behind.filter { reachable(from: $0, within: never).contains(first) }.sorted()
            guard !circle.isEmpty else { continue }
            reported.formUnion(circle)
            let names = circle.map { questionnaire.questions[$0].id.description }
            if let own = circle.first(where: { namesItself($0) }) {
                reportOwn(own, waitsFor: "its own answer")
                continue
            }
            add(
                Diagnostic(
                    "questionnaire/cycle",
                    circle.count == 1
                        ? "\(names[0]) is asked only because of itself, so it is never asked"
                        : "\(listed(names)) are asked only because of each other, so none of them is ever asked",
                    at: questionnaire.questions[first].askIf?.place ?? questionnaire.questions[first].place,
                    help: "make one `ask-if` depend on other answers"))
        }
        // Others wait, wherever they could be asked, for questions that are then asked only because of one another.
        for first in never.sorted() where !reported.contains(first) {
            let behind = reachable(from: first, within: meaning.unfounded)
            let circle = behind.filter { reachable(from: $0, within: meaning.unfounded).contains($0) }.sorted()
            guard reported.isDisjoint(with: behind), !circle.isEmpty else { continue }
            reported.formUnion([first] + circle)
            let names = circle.map { questionnaire.questions[$0].id.description }
            let name = questionnaire.questions[first].id.description
            let others = names.filter { $0 != name }
            let what =
                others.isEmpty
                ? "itself"
                : "\(listed(others)), which \(others.count == 1 ? "is" : "are") then asked only because of \(names.contains(name) ? name : "each other")"
            add(
                Diagnostic(
                    "questionnaire/cycle", "\(name) is never asked, as it waits for \(what)",
                    at: questionnaire.questions[first].askIf?.place ?? questionnaire.questions[first].place,
                    help: "make one `ask-if` depend on other answers"))
        }
    }

    /// The questions on whose answers it rests, directly or not, whether one is asked.
    private func reachable(from start: Int, within questions: Set<Int>) -> Set<Int> {
        var found: Set<Int> = []
        var open = [start]
        while let next = open.popLast() {
            for other in meaning.dependencies.questionsOfAskIf[next].intersection(questions) where found.insert(other).inserted {
                open.append(other)
            }
        }
        return found
    }

    /// A question that waits for a fact which rests on the question itself: the condition is worked out once more with the question left
    /// open, and is part of a cycle if some terminal stays open.
    private mutating func proveOwnFact(_ number: Int) throws(TooLarge) {
        let dependencies = meaning.dependencies
        guard let condition = questionnaire.questions[number].askIf, dependencies.questionsOfAskIf[number].contains(number)
        else { return }
        let (asked, facts, decisions) = (meaning.asked[number], meaning.facts, meaning.decisions)
        meaning.asked[number] = .open
        for fact in facts.indices where dependencies.questionsOfFact[fact].contains(number) { meaning.facts[fact] = nil }
        meaning.decisions = decisions.filter { !dependencies.questionsOfDecision[$0.key].contains(number) }
        let ref = try meaning.condition(condition)
        (meaning.asked[number], meaning.facts, meaning.decisions) = (asked, facts, decisions)
        guard try meaning.isOpen(ref) else { return }
        let fact = dependencies.factsOfAskIf[number].sorted().first { dependencies.questionsOfFact[$0].contains(number) }
        let decision = dependencies.decisionsOfAskIf[number].sorted().first { dependencies.questionsOfDecision[$0].contains(number) }
        let what =
            fact.map { "the fact \(questionnaire.facts[$0].id)" } ?? decision.map { "the decision \(questionnaire.decisions[$0].id)" }
        reportOwn(number, waitsFor: what.map { "\($0), which depends on \(questionnaire.questions[number].id)" } ?? "its own answer")
    }

    /// - Parameter what: what the question rests on in the end.
    private mutating func reportOwn(_ number: Int, waitsFor what: String) {
        let question = questionnaire.questions[number]
        add(
            Diagnostic(
                "questionnaire/cycle", "the `ask-if` of \(question.id) waits for \(what)",
                at: question.askIf?.place ?? question.place, help: "make it depend on other answers"))
    }

    /// Whether the `ask-if` of a question names that question itself.
    private func namesItself(_ number: Int) -> Bool {
        var named = Dependencies.Named()
        if let condition = questionnaire.questions[number].askIf { named.add(condition) }
        return named.questions.contains(number)
    }
}
