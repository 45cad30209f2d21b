package import Forms

/// Compares two versions of a questionnaire.
///
/// - Parameters:
///   - old: compiled for its day.
///   - days: on which each version is used, the older one first.
///   - limits: how large the diagrams that compare them may become.
/// - Returns: nil beyond the limits.
package func compareQuestionnaires(
    _ old: DecisionDiagram, _ new: DecisionDiagram, days: [Day], limits: CompileLimits = CompileLimits()
) -> QuestionnaireDiff? {
    func compared(_ matching: JointMatching) -> QuestionnaireDiff? {
        var comparison = QuestionnaireComparison(JointSpace(old, new, matching: matching, days: days), limits: limits)
        do throws(TooLarge) { return try comparison.diff() } catch { return nil }
    }
    let plain = JointMatching(old.questionnaire, new.questionnaire, guesses: false)
    let guessed = JointMatching(old.questionnaire, new.questionnaire, guesses: true)
    // What is alone in both versions is the same thing if nobody's result changes then.
    if guessed.renames != plain.renames, let diff = compared(guessed), !diff.changesResults { return diff }
    return compared(plain)
}

/// Puts a diff together, with the functions of both versions in one store.
struct QuestionnaireComparison {
    private let space: JointSpace
    private var functions: JointFunctions
    private var counting: JointCounting
    private var results = UniqueTable<ToldResult>()
    /// For each version where it doesn't take answers only because of values that no question of the other asks for.
    private var unseen: [Ref] = []
    /// Where each version asks each question, as far as that was asked for.
    private var asked: [[Ref?]]

    init(_ space: JointSpace, limits: CompileLimits) {
        self.space = space
        functions = JointFunctions(space, limit: limits.functionNodes)
        counting = JointCounting(space)
        asked = space.versions.map { _ in Array(repeating: nil, count: space.questions.count) }
    }

    mutating func diff() throws(TooLarge) -> QuestionnaireDiff {
        let taken = [try functions.taken(by: 0), try functions.taken(by: 1)]
        let (isOld, isNew) = (taken[0].all, taken[1].all)
        unseen = [try unseen(by: 0), try unseen(by: 1)]
        let both = try functions.store.apply(.and, isOld, isNew)
        var changes: [ResultChange] = []
        var isChanged = Ref.no
        for part in functions.parts {
            let found = try compare(part, taken)
            changes += found.changes
            isChanged = try functions.store.apply(.or, isChanged, found.isChanged)
        }
        isChanged = try functions.store.apply(.and, both, isChanged)
        let asking = try self.asking(accepted: functions.store.apply(.and, taken[0].accepted, taken[1].accepted))
        return QuestionnaireDiff(
            versions: space.versions, days: space.days, questionnaire: questionnaire, variables: space.variables.map(\.compared),
            all: count(try functions.store.apply(.or, isOld, isNew)), changed: count(isChanged),
            added: count(try without(isNew, isOld)), removed: count(try without(isOld, isNew)),
            changes: changes.sorted { $0.readers.count.isMore(than: $1.readers.count) }, amounts: AmountComparison(space).changes,
            offers: space.offers, asking: asking, renames: space.matching.renames,
            wording: wordingChanges(space.versions.map(\.questionnaire), space.matching))
    }

    /// The newer version with the questions of both.
    private var questionnaire: Questionnaire {
        var joined = space.versions[1].questionnaire
        joined.questions = space.questions.map(\.question)
        return joined
    }

    private mutating func count(_ ref: Ref) -> CombinationCount {
        CombinationCount(counting.count(ref, in: functions.store))
    }
}

// What changes for whom.
extension QuestionnaireComparison {
    /// The changes of one part, and where its results differ.
    private mutating func compare(
        _ part: ComparedPart, _ taken: [TakenAnswers]
    ) throws(TooLarge) -> (changes: [ResultChange], isChanged: Ref) {
        var told: [Ref] = []
        for version in [0, 1] { told.append(try functions.told(part, by: version, taken[version], &results)) }
        let joint = try functions.store.apply(.pair, told[0], told[1])
        let pairs = functions.store.pairs.values
        let known = results.values
        /// What both versions say at an end of the joint function.
        func ends(_ terminal: Ref) -> (ToldResult, ToldResult) {
            let pair = pairs[terminal.index].map { known[Ref.terminal($0).index] }
            return (pair[0], pair[1])
        }
        /// Ends with the same outcomes are one change, but for what their texts show.
        func kind(_ terminal: Ref) -> [ToldResult] {
            let (one, other) = ends(terminal)
            return one == other ? [] : [one.bare, other.bare]
        }
        var changes: [ResultChange] = []
        var seen: Set<[ToldResult]> = []
        for ends in functions.store.terminals(joint).map(kind) where !ends.isEmpty && seen.insert(ends).inserted && part.says(ends) {
            if let change = try change(part, ends, joint, kind: kind) { changes.append(change) }
        }
        return (changes, try functions.store.map(joint) { kind($0).isEmpty ? .no : .yes })
    }

    private mutating func change(
        _ part: ComparedPart, _ ends: [ToldResult], _ joint: Ref, kind: (Ref) -> [ToldResult]
    ) throws(TooLarge) -> ResultChange? {
        let undefined = results.index(of: .undefined)
        let nobody = functions.store.pairs.values.firstIndex { $0.allSatisfy { Ref.terminal($0).index == undefined } }
        var found = try functions.store.map(joint) { terminal in
            kind(terminal) == ends ? .yes : terminal.index == nobody ? .impossible : .no
        }
        // Who isn't asked gives no new answer.
        if let version = ends.firstIndex(of: .undefined) {
            found = try functions.store.apply(.select, functions.store.not(unseen[version]), found)
        }
        guard let readers = try readers(found) else { return nil }
        return ResultChange(
            decisions: part.decisions, ends: ends.enumerated().map { end($0.element, of: $0.offset) }, isOfText: ends[0] == ends[1],
            readers: readers)
    }

    private func end(_ result: ToldResult, of version: Int) -> ResultChange.End {
        switch result {
        case .undefined: .undefined
        case .refused: .refused
        case .accepted: .accepted
        case .nothing: .nothing
        case .outcome(let joint, _): space.matching.outcomes[joint][version].map(ResultChange.End.outcome) ?? .nothing
        }
    }

    /// Who some readers are; nil if there are none.
    ///
    /// - Parameter found: `yes` for them, `impossible` for what is nobody's answer, so that it needn't be told apart.
    private mutating func readers(_ found: Ref) throws(TooLarge) -> ComparedReaders? {
        let whole = try functions.store.map(found) { $0 == .yes ? .yes : .no }
        let count = self.count(whole)
        guard !count.isZero else { return nil }
        let (boxes, isComplete) = RegionBoxes.covering(try functions.store.minimized(found), in: functions.store)
        var regions: [ComparedRegion] = []
        for box in boxes {
            let ref = try functions.store.apply(.and, RegionBoxes.function(box, in: &functions.store), whole)
            let size = self.count(ref)
            guard !size.isZero else { continue }
            let conditions = box.sorted { $0.key < $1.key }.map { Region.Condition(variable: $0.key, blocks: $0.value) }
            regions.append(ComparedRegion(region: Region(conditions: conditions), count: size, example: example(ref)))
        }
        let listed = regions.reduce(CombinationCount.none) { $0 + $1.count }
        return ComparedReaders(
            count: count, regions: regions.sorted { $0.count.isMore(than: $1.count) }, others: isComplete ? .none : count - listed)
    }

    /// For each version the answers that it asks for of one reader.
    private mutating func example(_ ref: Ref) -> [[Walk.GivenAnswer]] {
        guard let values = counting.example(ref, in: functions.store) else { return [[], []] }
        return space.versions.enumerated().map { version, diagram in
            var answers: [Int: Answer] = [:]
            for (number, question) in space.questions.enumerated() {
                guard let own = question.numbers[version], let value = values[number] else { continue }
                answers[own] = question.answer(value, in: version, of: diagram.questionnaire.questions[own])
            }
            return Walk(diagram, today: space.days[version]).position(answers).path
        }
    }
}

// What is asked of whom.
extension QuestionnaireComparison {
    /// Where a version doesn't take answers, and each value that is none of its own is to a question that the other version doesn't ask.
    private mutating func unseen(by version: Int) throws(TooLarge) -> Ref {
        var isOther = Ref.no
        var isSeen = Ref.no
        for (index, variable) in space.variables.enumerated() {
            guard let own = variable.taken[version], own.contains(false) else { continue }
            let other = try functions.store.literal(index, own.map { !$0 })
            isOther = try functions.store.apply(.or, isOther, other)
            let asked = try isAsked(variable.question, by: 1 - version)
            isSeen = try functions.store.apply(.or, isSeen, functions.store.apply(.and, asked, other))
        }
        return try without(isOther, isSeen)
    }

    private mutating func asking(accepted: Ref) throws(TooLarge) -> [AskingChange] {
        var changes: [AskingChange] = []
        for number in space.questions.indices {
            let before = try isAsked(number, by: 0)
            let now = try isAsked(number, by: 1)
            guard before != now else { continue }
            for (isAsked, ref) in [(true, try without(now, before)), (false, try without(before, now))] {
                guard let readers = try readers(functions.store.apply(.within, accepted, ref)) else { continue }
                changes.append(AskingChange(question: number, isAsked: isAsked, readers: readers))
            }
        }
        return changes
    }

    private mutating func without(_ one: Ref, _ other: Ref) throws(TooLarge) -> Ref {
        try functions.store.apply(.and, one, functions.store.not(other))
    }

    /// Where some walk of a version asks a question.
    private mutating func isAsked(_ number: Int, by version: Int) throws(TooLarge) -> Ref {
        guard let own = space.questions[number].numbers[version] else { return .no }
        if let known = asked[version][number] { return known }
        var result = Ref.no
        for root in space.versions[version].roots {
            let found = try functions.function(root, of: version, asks: { $0.questions.contains(own) ? .yes : nil }) { _ in .no }
            result = try functions.store.apply(.or, result, functions.store.map(found) { $0 == .yes ? .yes : .no })
        }
        asked[version][number] = result
        return result
    }
}

extension JointQuestion {
    /// The answer that a value is in a version; nil where it's none of its own.
    fileprivate func answer(_ value: JointValue, in version: Int, of own: Question) -> Answer? {
        switch value {
        case .option(let option): options[option][version].map(Answer.option)
        case .ticked(let ticked):
            ticked.contains { options[$0][version] == nil } ? nil : .ticked(ticked.compactMap { options[$0][version] }.sorted())
        case .number(let number): number % steps[version] == 0 ? own.answer(numbered: number / steps[version]) : nil
        }
    }
}
