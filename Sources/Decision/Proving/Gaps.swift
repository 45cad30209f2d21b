import Diagnostics

extension Proof {
    /// `questionnaire/gap` of a decision: a possible combination of answers matches no row.
    ///
    /// Where no row holds, the function of the table is `no`: it has a gap exactly if that terminal can be reached.
    mutating func proveGap(_ decision: Decision, _ deciding: Ref) throws(TooLarge) {
        guard let example = try meaning.store.smallestExample(deciding, where: { $0 == .no }) else { return }
        report(gapOf: decision, example)
    }

    /// `questionnaire/gap` of `match: many`: no row holds for an example, which is made as short as can be.
    mutating func reportGap(_ decision: Decision, _ rows: [Ref], _ example: [DiagramStore.Step]) throws(TooLarge) {
        var kept = example
        for index in example.indices.reversed() {
            var fewer = kept
            fewer.remove(at: index)
            var isUncovered = true
            for row in rows {
                var rest = row
                for step in fewer { rest = try meaning.store.restrict(rest, step.variable, to: step.blocks[0]) }
                isUncovered = isUncovered && rest == .no
            }
            if isUncovered { kept = fewer }
        }
        report(gapOf: decision, kept)
    }

    private mutating func report(gapOf decision: Decision, _ example: [DiagramStore.Step]) {
        let name = questionnaire.decisions.count > 1 ? " of \(decision.id)" : ""
        add(
            Diagnostic(
                "questionnaire/gap", "no rule\(name) covers these answers: \(words(example))",
                at: decision.table.place, notes: notes(about: example),
                help: "add a row for them or an `else`; if no reader can give them, list them under `impossible:`"))
    }

    /// `questionnaire/gap` of facts that conditions of asking rest on.
    ///
    /// - Parameter asked: where each question is asked, gap where that rests on a fact without a value.
    mutating func proveGaps(ofConditions asked: [Ref]) throws(TooLarge) {
        for (number, ref) in asked.enumerated() where ref != .yes {
            let within = try meaning.store.apply(.within, meaning.accepted, ref)
            try proveFacts(in: within, usedBy: "the `ask-if` of \(questionnaire.questions[number].id)")
        }
    }

    /// `questionnaire/gap` of facts on which it rests what is impossible or refused.
    mutating func proveGapsOfExclusions() throws(TooLarge) {
        for item in questionnaire.impossible {
            let within = try meaning.store.apply(.within, meaning.accepted, meaning.condition(item.condition))
            try proveFacts(in: within, usedBy: "`impossible`")
        }
        for (number, question) in questionnaire.questions.enumerated() {
            for row in question.must {
                let within = try meaning.store.apply(.within, meaning.accepted, meaning.broken(row, number))
                try proveFacts(in: within, usedBy: "the `must` of \(question.id)")
            }
        }
    }

    /// `questionnaire/gap` of a fact: no row gives it a value where something uses it. Reported once for each fact.
    ///
    /// - Parameter ref: a function that is gap where a fact without a value was used.
    mutating func proveFacts(in ref: Ref, usedBy user: String) throws(TooLarge) {
        guard let path = meaning.store.shortestPath(ref, where: { $0 == .gap }),
            let example = try meaning.store.smallestExample(ref, where: { $0 == .gap })
        else { return }
        for (number, fact) in questionnaire.facts.enumerated() {
            let known = try meaning.fact(number)
            let value = meaning.store.value(of: known.value, at: path)
            guard value == .gap || value == .clash, meaning.store.value(of: known.table.deciding, at: path) != .gap else {
                continue
            }
            guard value == .gap,
                !diagnostics.contains(where: {
                    $0.rule == "questionnaire/gap" && $0.message.contains("fact \(fact.id) ")
                })
            else { continue }
            add(
                Diagnostic(
                    "questionnaire/gap",
                    "the fact \(fact.id) has no value for these answers: \(words(example))", at: fact.place,
                    notes: ["it is used by \(user)"] + notes(about: example), help: "add a row for them, or an `else`"))
        }
    }
}
