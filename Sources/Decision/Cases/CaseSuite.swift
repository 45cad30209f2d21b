import Forms

/// Cases that there are, and those that were added.
struct CaseSuite {
    private let questionnaire: Questionnaire
    private let existing: [CaseResult]
    private let today: Day
    private var readings: [CaseReading]
    private(set) var suggested: [Walk.Position] = []

    init(_ questionnaire: Questionnaire, existing: [CaseResult], today: Day) {
        self.questionnaire = questionnaire
        self.existing = existing
        self.today = today
        readings = existing.compactMap { CaseReading($0, questionnaire) }
    }

    /// How many cases can be read without compiling.
    var count: Int { readings.count }

    mutating func add(_ position: Walk.Position) {
        suggested.append(position)
        if let reading = CaseReading(position, questionnaire, today: today) { readings.append(reading) }
    }

    /// Whether it shows without compiling that some case ends elsewhere under a change, or that the proofs report it.
    ///
    /// - Parameter first: those before it were asked already.
    mutating func notices(_ mutant: PolicyMutant, from first: Int = 0) -> Bool {
        guard first < readings.count else { return false }
        let changed = mutant.applied(to: questionnaire)
        for index in first..<readings.count where readings[index].notices(mutant, changed) { return true }
        return false
    }

    /// Whether some case ends elsewhere under a changed policy.
    func notices(_ mutant: DecisionDiagram) -> Bool {
        let walk = Walk(mutant, today: today)
        if suggested.contains(where: { !$0.endsLike(walk.position(along: $0)) }) { return true }
        let check = CaseCheck(mutant.questionnaire, since: today, showsFacts: false)
        return existing.contains { result in
            let position = Walk(mutant, today: result.today).position(result.position.answers)
            return result.demands.contains { demand in
                // What only a fact shows is left to the cases that show a result.
                if case .value(.subject(.fact(let fact)), _) = demand, !result.position.shows(fact) { return false }
                return !check.isMet(demand, by: position, today: result.today)
            }
        }
    }
}

extension Walk.Position {
    /// Whether the result prints a fact.
    fileprivate func shows(_ fact: Int) -> Bool {
        if case .result(let result) = state { result.values.contains { $0.fact == fact } } else { false }
    }
}
