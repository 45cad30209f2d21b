import Forms

/// What of two versions of a questionnaire is the same thing: each pair holds its number in the older and the newer version.
struct JointMatching: Sendable {
    /// The newer version's questions in its order, then those that only the older one has.
    var questions: [[Int?]] = []
    /// For each question the options, the newer version's first.
    var options: [[[Int?]]] = []
    /// The newer version's outcomes in its order, then those that only the older one has.
    var outcomes: [[Int?]] = []
    /// The newer version's decisions in its order, then those that only the older one has.
    var decisions: [[Int?]] = []
    /// What has another id in the newer version.
    var renames: [Renamed] = []
}

/// Something that has another id in the newer version.
package struct Renamed: Sendable, Hashable {
    /// What it is.
    package enum Thing: Sendable, Hashable {
        case question, outcome
        /// An option of a question, by the id that the question has in the newer version.
        case option(of: String)
    }

    /// What it is.
    package let thing: Thing
    /// Its id in the older version.
    package let old: String
    /// Its id in the newer version.
    package let new: String
}

extension JointMatching {
    /// Matches what has the same id, then what has the same title and kind, then what is alone in both versions where `guesses` are
    /// wanted: whether that is the same thing can only be told by comparing the policies.
    init(_ old: Questionnaire, _ new: Questionnaire, guesses: Bool) {
        questions = JointMatching.pairs(
            old.questions, new.questions, id: { "\($0.id)" }, title: { $0.ask.string }, isAlike: { $0.takesAnswers(like: $1) },
            guesses: guesses)
        options = questions.map { pair in
            guard let first = pair[0], let second = pair[1] else {
                let count = pair[0].map { old.questions[$0].options.count } ?? pair[1].map { new.questions[$0].options.count } ?? 0
                return (0..<count).map { [pair[0] == nil ? nil : $0, pair[1] == nil ? nil : $0] }
            }
            return JointMatching.pairs(
                old.questions[first].options, new.questions[second].options, id: { "\($0.id)" }, title: { $0.label },
                isAlike: { _, _ in true }, guesses: guesses)
        }
        outcomes = JointMatching.pairs(
            old.outcomes, new.outcomes, id: { "\($0.id)" }, title: { $0.title.string }, isAlike: { _, _ in true }, guesses: guesses)
        decisions = JointMatching.pairs(
            old.decisions, new.decisions, id: { "\($0.id)" }, title: { $0.name },
            isAlike: { _, _ in true }, guesses: true)
        renames = allRenames(old, new)
    }

    private func allRenames(_ old: Questionnaire, _ new: Questionnaire) -> [Renamed] {
        func renamed(_ thing: Renamed.Thing, _ one: String, _ other: String) -> Renamed? {
            one == other ? nil : Renamed(thing: thing, old: one, new: other)
        }
        var result: [Renamed] = []
        for (pair, options) in zip(questions, options) {
            guard let first = pair[0], let second = pair[1] else { continue }
            let (one, two) = (old.questions[first], new.questions[second])
            result += [renamed(.question, "\(one.id)", "\(two.id)")].compactMap(\.self)
            for option in options {
                guard let first = option[0], let second = option[1] else { continue }
                result += [renamed(.option(of: "\(two.id)"), "\(one.options[first].id)", "\(two.options[second].id)")].compactMap(\.self)
            }
        }
        for pair in outcomes {
            guard let first = pair[0], let second = pair[1] else { continue }
            result += [renamed(.outcome, "\(old.outcomes[first].id)", "\(new.outcomes[second].id)")].compactMap(\.self)
        }
        return result
    }

    /// - Parameter isAlike: whether two things can be the same at all.
    private static func pairs<Thing>(
        _ old: [Thing], _ new: [Thing], id: (Thing) -> String, title: (Thing) -> String, isAlike: (Thing, Thing) -> Bool, guesses: Bool
    ) -> [[Int?]] {
        var oldOf: [Int?] = Array(repeating: nil, count: new.count)
        var isTaken = Array(repeating: false, count: old.count)
        func match(_ fits: (Thing, Thing) -> Bool) {
            for index in new.indices where oldOf[index] == nil {
                guard let found = old.indices.first(where: { !isTaken[$0] && isAlike(old[$0], new[index]) && fits(old[$0], new[index]) })
                else { continue }
                (oldOf[index], isTaken[found]) = (found, true)
            }
        }
        match { id($0) == id($1) }
        // What keeps its id but not its kind is another thing, so that neither it nor its namesake was renamed.
        let names = Set(old.map(id)).intersection(new.map(id))
        match { title($0) == title($1) && !names.contains(id($0)) && !names.contains(id($1)) }
        let (rest, others) = (new.indices.filter { oldOf[$0] == nil }, old.indices.filter { !isTaken[$0] })
        if guesses, rest.count == 1, others.count == 1, isAlike(old[others[0]], new[rest[0]]) { match { _, _ in true } }
        return new.indices.map { [oldOf[$0], $0] } + old.indices.filter { !isTaken[$0] }.map { [$0, nil] }
    }
}
