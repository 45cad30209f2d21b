import CommonMark

/// What two versions tell a reader of one thing: whether answers are accepted, a decision, or an outcome that a decision with
/// `match: many` may add.
struct ComparedPart: Sendable {
    /// The decision in each version, the older one first; none in either where the part is which answers are accepted.
    let decisions: [Int?]
    /// For `match: many` the outcome in each version; nil where the part is all of a decision.
    let outcomes: [Int?]?
}

extension ComparedPart {
    /// Which answers are accepted: one function of the questionnaire, beside its decisions.
    static var acceptance: ComparedPart { ComparedPart(decisions: [nil, nil], outcomes: nil) }

    var isAcceptance: Bool { decisions == [nil, nil] }

    /// Whether it's this part that says of answers that one version tells one thing of them and the other another.
    func says(_ ends: [ToldResult]) -> Bool {
        if ends.contains(.refused) { return isAcceptance }
        // That a version doesn't take answers is said of what the other one's decisions tell.
        return !isAcceptance && !(ends.contains(.undefined) && ends.contains(.nothing))
    }
}

/// What one version tells a reader of a part.
enum ToldResult: Sendable, Hashable {
    /// The version doesn't take these answers.
    case undefined
    /// It refuses them.
    case refused
    /// It accepts them.
    case accepted
    /// The part isn't part of the result.
    case nothing
    /// An outcome, by its place in ``JointMatching/outcomes``, with what its text shows: values of facts and paragraphs, by what they say.
    case outcome(Int, told: [String])

    /// The same without what the text shows.
    var bare: ToldResult { if case .outcome(let number, _) = self { .outcome(number, told: []) } else { self } }
}

extension JointFunctions {
    /// The parts that two versions are compared by.
    var parts: [ComparedPart] {
        [.acceptance]
            + space.matching.decisions.flatMap { pair -> [ComparedPart] in
                let isMany = zip(pair, space.versions).contains { number, version in
                    number.map { version.questionnaire.decisions[$0].table.match == .many } ?? false
                }
                guard isMany else { return [ComparedPart(decisions: pair, outcomes: nil)] }
                return space.matching.outcomes.map { ComparedPart(decisions: pair, outcomes: $0) }
            }
    }

    /// What a version tells of a part, as the number of a ``ToldResult`` among `results`.
    ///
    /// - Parameter taken: which answers it takes.
    mutating func told(
        _ part: ComparedPart, by version: Int, _ taken: TakenAnswers, _ results: inout UniqueTable<ToldResult>
    ) throws(TooLarge) -> Ref {
        let undefined = Ref.value(results.index(of: .undefined))
        let refused = Ref.value(results.index(of: .refused))
        let nothing = Ref.value(results.index(of: .nothing))
        var found = part.isAcceptance ? .value(results.index(of: .accepted)) : nothing
        if let decision = part.decisions[version] {
            if let outcomes = part.outcomes {
                if let outcome = outcomes[version] { found = try holds(outcome, of: decision, version, nothing, &results) }
            } else if let root = space.versions[version].decisionRoots.first(where: { $0.decision == decision }) {
                found = try walk(root.root, version, nothing, &results)
            }
        }
        // What's impossible on a walk counts nowhere, as it isn't taken.
        let told = try store.apply(.within, taken.accepted, found)
        let rest = try store.apply(.agree, told, store.apply(.within, taken.refused, refused))
        return try store.map(rest) { $0 == .impossible ? undefined : $0 }
    }

    /// What a walk leads to.
    ///
    /// - Parameter only: the one outcome that is looked at; nil for all.
    private mutating func walk(
        _ root: Target, _ version: Int, only: Int? = nil, _ nothing: Ref, _ results: inout UniqueTable<ToldResult>
    ) throws(TooLarge) -> Ref {
        var numbers: [Terminal: Ref] = [:]
        for terminal in space.versions[version].terminals {
            guard case .outcome(let outcome, _, _) = terminal, outcome == only ?? outcome, let result = result(of: terminal, version) else {
                continue
            }
            numbers[terminal] = .value(results.index(of: result))
        }
        return try function(root, of: version) { numbers[$0] ?? nothing }
    }

    /// Where an outcome is part of the result: under `match: many` by its rows, or by `else` where no other is.
    private mutating func holds(
        _ outcome: Int, of decision: Int, _ version: Int, _ nothing: Ref, _ results: inout UniqueTable<ToldResult>
    ) throws(TooLarge) -> Ref {
        let diagram = space.versions[version]
        let roots = diagram.decisionRoots.filter { $0.decision == decision }
        var found = nothing
        // Its own walk, or that of a decision which finds one outcome of several.
        if let own = roots.first(where: { $0.outcome == nil || $0.outcome == outcome }) {
            found = try walk(own.root, version, only: outcome, nothing, &results)
        }
        guard diagram.otherwise[decision]?.outcome == outcome else { return found }
        let added = result(of: .outcome(outcome, values: []), version).map { Ref.value(results.index(of: $0)) } ?? nothing
        var isOther = Ref.no
        for root in roots {
            let holds = try function(root.root, of: version) { if case .outcome = $0 { .yes } else { .no } }
            isOther = try store.apply(.or, isOther, store.map(holds) { $0 == .yes ? .yes : .no })
        }
        return try store.apply(.agree, store.apply(.within, isOther, found), store.apply(.within, store.not(isOther), added))
    }

    private func result(of terminal: Terminal, _ version: Int) -> ToldResult? {
        guard case .outcome(let number, let values, let paragraphs) = terminal,
            let joint = space.matching.outcomes.firstIndex(where: { $0[version] == number })
        else { return nil }
        let questionnaire = space.versions[version].questionnaire
        let facts = values.map { shown in
            "\(name(ofFact: shown.fact, version)): \(questionnaire.facts[shown.fact].values[shown.value].label)"
        }
        let shown = questionnaire.outcomes[number].paragraphs.enumerated().filter { paragraphs.contains($0.element.number) }
        return .outcome(joint, told: (facts + shown.map { name(ofParagraph: $0.offset, joint, version) }).sorted())
    }

    /// What tells a fact from others: its id, or its place among those whose ids the other version doesn't have.
    private func name(ofFact number: Int, _ version: Int) -> String {
        let ids = space.versions.map { $0.questionnaire.facts.map { "\($0.id)" } }
        let id = ids[version][number]
        guard !ids[1 - version].contains(id) else { return id }
        let own = ids[version].filter { !ids[1 - version].contains($0) }
        return "fact \(own.firstIndex(of: id) ?? number)"
    }

    /// What tells a paragraph from the others of its outcome: what it says, or its place where only its wording was changed.
    private func name(ofParagraph place: Int, _ outcome: Int, _ version: Int) -> String {
        let texts = zip(space.matching.outcomes[outcome], space.versions).map { number, version in
            number.map { version.questionnaire.outcomes[$0].paragraphs.map(\.text.written) } ?? []
        }
        let text = texts[version][place]
        let others = texts[1 - version]
        guard !others.contains(text) else { return text }
        // Those whose texts the other version doesn't have, in their order.
        let own = texts[version].indices.filter { !others.contains(texts[version][$0]) }
        return "paragraph \(own.firstIndex(of: place) ?? place)"
    }
}
