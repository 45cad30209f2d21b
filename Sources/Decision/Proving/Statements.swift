import Diagnostics
import Forms

/// `questionnaire/statement`: what has to hold for every reader, and does not for some answers.
///
/// Proved in a store of its own, in which answers are also told apart by what statements compare: so a questionnaire has the
/// same diagram with statements and without.
///
/// - Parameter questionnaire: one whose tables are proved.
func proveStatements(
    of questionnaire: Questionnaire, since: Day, limits: CompileLimits, wording: any MessageWording
) -> [Diagnostic] {
    guard !questionnaire.statements.isEmpty else { return [] }
    let tooFine = Cuts(questionnaire, withStatements: true).tooFine(questionnaire.questions.indices)
    guard tooFine.isEmpty else {
        return [tooLarge(questionnaire, "statements compare answers with too many numbers or dates", tooFine)]
    }
    let variables = Variables(questionnaire, since: since, withStatements: true)
    var proof = Proof(
        Meaning(questionnaire, variables: variables, limit: limits.functionNodes, nodesOfRowSets: limits.rowSetNodes),
        wording: wording)
    do throws(TooLarge) {
        return try proof.statements()
    } catch {
        return [explainTooLarge(proof.meaning, since: since, limits: limits)]
    }
}

extension Proof {
    /// What was found about the statements alone.
    fileprivate mutating func statements() throws(TooLarge) -> [Diagnostic] {
        _ = try settleAsking()
        requirements = try meaning.settlePossible()
        for index in questionnaire.decisions.indices { try prove(decision: index) }
        // The proof of the rules has said what else there is.
        diagnostics = []
        for statement in questionnaire.statements { try prove(statement) }
        return diagnostics
    }

    private mutating func prove(_ statement: Statement) throws(TooLarge) {
        let domain = try domain(of: statement)
        var given = domain
        if let condition = statement.condition { given = try meaning.store.apply(.and, domain, meaning.condition(condition)) }
        var broken = try meaning.condition(statement.said)
        if statement.claim == .always { broken = try meaning.store.not(broken) }
        let refuted = try meaning.store.map(meaning.store.apply(.and, given, broken)) { $0 == .yes ? .yes : .no }
        guard let example = try meaning.store.smallestExample(refuted, where: { $0 == .yes }) else {
            return try proveSaying(statement, domain, given)
        }
        add(
            Diagnostic(
                "questionnaire/statement", "this statement does not hold for these answers: \(words(example))", at: statement.place,
                notes: try results(of: statement, at: example) + notes(about: example),
                help:
                    "correct the rules, or limit the statement with `if`; if no reader can give these answers, list them under `impossible:`"
            ))
    }

    /// `questionnaire/dead-rule`: a statement that holds because what it speaks of never happens.
    ///
    /// - Parameters:
    ///   - domain: where it is checked.
    ///   - given: the part of that where its `if` holds.
    private mutating func proveSaying(_ statement: Statement, _ domain: Ref, _ given: Ref) throws(TooLarge) {
        func report(_ what: String, at place: SourceRange?) {
            add(
                Diagnostic(
                    "questionnaire/dead-rule", "this statement guarantees nothing: \(what)", at: place ?? statement.place,
                    severity: .warning, help: "correct it, or delete it"))
        }
        let isYes: (Ref) -> Bool = { $0 == .yes }
        guard meaning.store.terminals(domain).contains(where: isYes) else {
            return report("nobody is asked all that it names", at: nil)
        }
        guard meaning.store.terminals(given).contains(where: isYes) else {
            return report("its `if` is never true", at: statement.condition?.place)
        }
        // A single entry that is never true is what the statement says.
        guard statement.claim == .never, case .all(let entries) = statement.said else { return }
        for entry in entries {
            let both = try meaning.store.apply(.and, given, meaning.condition(entry))
            guard !meaning.store.terminals(both).contains(where: isYes) else { continue }
            return report("this entry alone is never true", at: entry.place)
        }
    }
}

// Where a statement is checked.
extension Proof {
    /// Where all that a statement names is asked and has a value, among the accepted answers.
    private mutating func domain(of statement: Statement) throws(TooLarge) -> Ref {
        var tests: [Test] = []
        for condition in statement.conditions { condition.forEachTest { tests.append($0) } }
        // A statement about whether a question is asked speaks of both.
        let open = Set(tests.filter(\.cell.looksAtAsking).map(\.subject))
        var result = meaning.accepted
        for test in tests where !open.contains(test.subject) {
            result = try meaning.store.apply(.and, result, existence(of: test.subject))
            var compared: Set<Int> = []
            test.cell.forEachComparison { if case .question(let other, _) = $1 { compared.insert(other) } }
            for other in compared.sorted() { result = try meaning.store.apply(.and, result, meaning.asked[other]) }
        }
        return result
    }

    /// Where a subject has a value.
    private mutating func existence(of subject: Subject) throws(TooLarge) -> Ref {
        switch subject {
        case .question(let number): return meaning.asked[number]
        case .attribute(let number, let index):
            guard case .one(let choices) = questionnaire.questions[number].kind else { return .no }
            let every = Array(choices.attributes[index].values.indices)
            return try meaning.test(Test(subject: subject, cell: .oneOf(every), place: questionnaire.questions[number].place))
        case .amount: return .yes
        case .calculation(let calculation):
            var result = Ref.yes
            for question in calculation.questions { result = try meaning.store.apply(.and, result, meaning.asked[question]) }
            return result
        case .fact(let number): return try meaning.store.map(meaning.fact(number).value) { $0.isValue ? .yes : .no }
        case .decision(let number):
            guard questionnaire.decisions[number].table.match != .many else { return .yes }
            return try meaning.store.map(meaning.outcome(of: number)) { $0.isValue ? .yes : .no }
        }
    }

    /// What the facts and decisions that a statement names are in an example, as far as it settles them.
    private mutating func results(of statement: Statement, at example: [DiagramStore.Step]) throws(TooLarge) -> [String] {
        var subjects: [Subject] = []
        for condition in statement.conditions {
            condition.forEachTest { if !subjects.contains($0.subject) { subjects.append($0.subject) } }
        }
        var notes: [String] = []
        for subject in subjects {
            guard let label = try label(of: subject, at: example) else { continue }
            notes.append("\(questionnaire.name(of: subject)) is then \(quoted(label))")
        }
        return notes
    }

    private mutating func label(of subject: Subject, at example: [DiagramStore.Step]) throws(TooLarge) -> String? {
        switch subject {
        case .question, .attribute, .amount, .calculation: return nil
        case .fact(let number):
            return try only(meaning.fact(number).value, at: example).map { questionnaire.facts[number].values[$0].label }
        case .decision(let number):
            guard questionnaire.decisions[number].table.match != .many else { return nil }
            return try only(meaning.outcome(of: number), at: example).map { questionnaire.outcomes[$0].title.string }
        }
    }

    /// The one value that a function has in an example; nil where it has several.
    private mutating func only(_ ref: Ref, at example: [DiagramStore.Step]) throws(TooLarge) -> Int? {
        let within = try meaning.store.apply(.within, meaning.accepted, ref)
        let ends = try ends(of: within, at: example[...]).subtracting([.impossible])
        guard ends.count == 1, let end = ends.first, end.isValue else { return nil }
        return end.index
    }

    /// Where the steps of an example lead, with each of their blocks.
    private mutating func ends(of ref: Ref, at steps: ArraySlice<DiagramStore.Step>) throws(TooLarge) -> Set<Ref> {
        guard let step = steps.first else { return Set(meaning.store.terminals(ref)) }
        var found: Set<Ref> = []
        for block in step.blocks {
            found.formUnion(try ends(of: meaning.store.restrict(ref, step.variable, to: block), at: steps.dropFirst()))
        }
        return found
    }
}

extension Cell {
    /// Whether it looks at whether its question is asked.
    fileprivate var looksAtAsking: Bool {
        switch self {
        case .asked, .notAsked: true
        case .all(let list), .any(let list): list.contains(where: \.looksAtAsking)
        case .not(let inner): inner.looksAtAsking
        case .oneOf, .has, .compare: false
        }
    }
}
