/// What a decision leads to, as conditions of later decisions, facts, questions, paragraphs and statements name it.
struct DecisionMeaning {
    /// Its outcome; nil until a condition looks at it, and for `match: many`.
    var outcome: Ref?
    /// For outcomes of `match: many` that conditions name, where each is part of the result.
    var holds: [Int: Ref] = [:]
}

extension Meaning {
    /// The outcome of a decision, as a fact has a value; gap where it has none, clash where it has several. Not for `match: many`.
    mutating func outcome(of decision: Int) throws(TooLarge) -> Ref {
        if let known = decisions[decision]?.outcome { return known }
        let table = questionnaire.decisions[decision].table
        let ref = try value(of: table, self.table(table))
        decisions[decision, default: DecisionMeaning()].outcome = ref
        return ref
    }

    /// Where an outcome is part of the result of a decision with `match: many`.
    mutating func holds(_ outcome: Int, in decision: Int) throws(TooLarge) -> Ref {
        if let known = decisions[decision]?.holds[outcome] { return known }
        let table = questionnaire.decisions[decision].table
        // The last `else` is a function of all rows before it: it is worked out only where it is asked for.
        let isRest = table.rows.last.map { $0.rest != nil && !$0.leads(to: outcome) } ?? false
        let named = isRest ? Array(table.rows.dropLast()) : table.rows
        let rows = try rows(RuleTable(match: .many, rows: named, place: table.place))
        let ref = try disjunction(named.indices.filter { named[$0].leads(to: outcome) }.map { rows[$0] })
        decisions[decision, default: DecisionMeaning()].holds[outcome] = ref
        return ref
    }
}
