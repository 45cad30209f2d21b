import Pages

/// How often the results of a questionnaire were reached, as browsers counted them for a site with `counts: outcomes`.
struct CountedResults: Sendable {
    struct Outcome: Sendable {
        let id: String
        /// Nil for one that the questionnaire doesn't have as it is now.
        let title: String?
        var count: Int
    }

    let questionnaire: String
    /// Nil for one that the site doesn't have as it is now.
    let title: String?
    /// Whether the site has no such questionnaire now.
    var isGone = false
    /// How many results there were. One may have several outcomes, so those may add up to more.
    var count = 0
    /// The commonest first, then as the author has them.
    var outcomes: [Outcome]

    /// What a tally says of all questionnaires, the commonest first; those that weren't reached too if the site counts results.
    ///
    /// - Parameter top: how many files that the site doesn't have are told at most.
    static func all(_ tally: Tally, top: Int) -> [CountedResults] {
        let others = tally.otherCounted.top(top)
        guard tally.site?.countsResults == true || !tally.counted.isEmpty || !others.isEmpty else { return [] }
        var results = tally.site?.questionnaires.map(CountedResults.init) ?? []
        let files = tally.counted.sorted { $0.key < $1.key }.map { (name: $0.key, count: $0.value) } + others
        for (path, count) in files {
            guard let file = ResultCounts(path: path) else { continue }
            let index = results.firstIndex { $0.questionnaire == file.questionnaire } ?? results.count
            if index == results.count {
                results.append(CountedResults(questionnaire: file.questionnaire, title: nil, outcomes: []))
                results[index].isGone = tally.site != nil
            }
            results[index].add(file, count)
        }
        for index in results.indices { results[index].outcomes = sorted(results[index].outcomes, by: \.count) }
        return sorted(results, by: \.count)
    }

    private init(questionnaire: String, title: String?, outcomes: [Outcome]) {
        self.questionnaire = questionnaire
        self.title = title
        self.outcomes = outcomes
    }

    private init(_ questionnaire: SiteAddresses.Counted) {
        self.init(
            questionnaire: questionnaire.name, title: questionnaire.title,
            outcomes: questionnaire.outcomes.map { Outcome(id: $0.id, title: $0.title, count: 0) })
    }

    private mutating func add(_ file: ResultCounts, _ more: Int) {
        if file.isFirst { count += more }
        if let index = outcomes.firstIndex(where: { $0.id == file.outcome }) {
            outcomes[index].count += more
        } else {
            outcomes.append(Outcome(id: file.outcome, title: nil, count: more))
        }
    }

    /// The largest first, equal ones as they were.
    private static func sorted<Value>(_ values: [Value], by count: (Value) -> Int) -> [Value] {
        values.enumerated().sorted { (count($1.element), $0.offset) < (count($0.element), $1.offset) }.map(\.element)
    }
}

extension CountedResults {
    /// Of the results, in whole percent; nil where there are none.
    func percent(of outcome: Outcome) -> Int? {
        count > 0 ? min(100, Int((Double(outcome.count) / Double(count) * 100).rounded())) : nil
    }

    /// The same in words: few are not none.
    func share(of outcome: Outcome) -> String {
        guard let percent = percent(of: outcome) else { return "" }
        return percent == 0 && outcome.count > 0 ? "<1%" : "\(percent)%"
    }

    /// The title and the name.
    var heading: String {
        title.map { "\($0) (\(questionnaire))" } ?? questionnaire + (isGone ? " (no longer on the site)" : "")
    }

    /// What there is to say of an outcome besides its number.
    func note(on outcome: Outcome) -> String? {
        if outcome.count == 0 { return "never reached" }
        return title != nil && outcome.title == nil ? "the questionnaire no longer has it" : nil
    }

    /// An outcome in one line, without its number.
    func line(_ outcome: Outcome) -> String {
        let share = share(of: outcome)
        let name = outcome.title.map { "\($0) (\(outcome.id))" } ?? outcome.id
        return String(repeating: " ", count: max(0, 4 - share.count)) + share + "  " + name + (note(on: outcome).map { "  – \($0)" } ?? "")
    }
}
