package import Diagnostics
package import Forms

/// How large diagrams may become before compiling stops.
package struct CompileLimits: Sendable {
    /// Nodes of all functions together.
    package var functionNodes = 2_000_000
    /// Nodes that tell which rows of a table hold together; where it takes more, each row is proved by itself.
    package var rowSetNodes = 100_000
    /// States of a decision diagram.
    package var states = 200_000
    /// Variables: questions, and options of tick-boxes.
    package var variables = 1_000
    /// Periods, from that of the first day on.
    package var periods = 50

    /// The limits of a build: the reasons are on the page of limits.
    package init() {}
}

/// COMPILE: proves a questionnaire and makes its decision diagram.
///
/// - Parameters:
///   - provesStatements: whether what statements say is proved too; a case of an earlier day needs only the rules.
///   - since: the first day on which the questionnaire is used: what is proved about dates holds from it on.
///   - wording: how messages quote answers.
/// - Returns: nil when there are errors; what is found is sorted nowhere yet.
package func compile(
    _ questionnaire: Questionnaire, since: Day, limits: CompileLimits = CompileLimits(), provesStatements: Bool = true,
    wording: any MessageWording
) -> Checked<DecisionDiagram?> {
    let tooFine = Cuts(questionnaire).tooFine(questionnaire.questions.indices)
    guard tooFine.isEmpty else {
        return Checked(nil, [tooLarge(questionnaire, "answers are compared with too many numbers or dates", tooFine)])
    }
    let variables = Variables(questionnaire, since: since)
    guard variables.list.count <= limits.variables else {
        return Checked(
            nil,
            [
                tooLarge(
                    questionnaire,
                    "it has \(variables.list.count) questions and tick-boxes; the limit is \(limits.variables)", [])
            ])
    }
    var proof = Proof(
        Meaning(
            questionnaire, variables: variables, limit: limits.functionNodes, nodesOfRowSets: limits.rowSetNodes),
        wording: wording)
    proof.mostStates = limits.states
    do throws(TooLarge) {
        try proof.run()
        guard !proof.diagnostics.hasErrors else { return Checked(nil, proof.diagnostics) }
        let diagram = try proof.diagram(limits: limits)
        proof.proveDeadEnd()
        guard !proof.diagnostics.hasErrors else { return Checked(nil, proof.diagnostics) }
        if provesStatements {
            proof.diagnostics += proveStatements(of: questionnaire, since: since, limits: limits, wording: wording)
            guard !proof.diagnostics.hasErrors else { return Checked(nil, proof.diagnostics) }
        }
        return Checked(diagram, proof.diagnostics + unusedQuestions(questionnaire, diagram))
    } catch {
        return Checked(nil, proof.diagnostics + [explainTooLarge(proof.meaning, since: since, limits: limits)])
    }
}

extension Proof {
    /// The decision diagram of a questionnaire that was proved.
    mutating func diagram(limits: CompileLimits) throws(TooLarge) -> DecisionDiagram {
        // The builder works on the functions of the proof in place: the store is too large to be copied.
        var builder = DiagramBuilder(limit: limits.states)
        var decisionRoots: [DecisionRoot] = []
        for (index, decision) in questionnaire.decisions.enumerated() {
            let outcomes = decision.table.match == .many ? questionnaire.outcomes.indices.map(Optional.some) : [nil]
            for outcome in outcomes {
                guard let root = try decisionRoot(index, outcome, &builder) else { continue }
                decisionRoots.append(root)
            }
        }
        let refusals = try refusals(&builder)
        var reasons: [Reason] = []
        for index in questionnaire.decisions.indices { reasons += try self.reasons(index, &builder) }
        return finish(builder, decisionRoots, refusals, reasons)
    }

    /// Refusal as a walk, as a function, and row by row.
    private struct Refusing {
        let refused: Target
        let possible: Target
        let rows: [Refusal]
    }

    private mutating func refusals(_ builder: inout DiagramBuilder) throws(TooLarge) -> Refusing {
        let terminal: (Ref) -> Terminal = { $0 == .yes ? .refused : .nothing }
        let refusal = try meaning.refusal()
        var broken: [Ref] = []
        for row in requirements {
            broken.append(try meaning.store.apply(.within, meaning.possible, row.broken))
        }
        let refused = try builder.refusalRoot(refusal, rows: broken, in: &meaning)
        deadEnd = builder.deadEnd ?? builder.doubtfulDeadEnd
        isDeadEndDoubtful = builder.deadEnd == nil
        let rows = requirements.map { row in
            Refusal(question: row.question, row: row.row, root: builder.function(row.broken, in: meaning, terminal: terminal))
        }
        let ofRealAnswers = try meaning.refusalOfRealAnswers()
        let possible = builder.function(ofRealAnswers, in: meaning, terminal: terminal)
        return Refusing(refused: refused, possible: possible, rows: rows)
    }

    /// The reasons come after what decides, with variables of their own, so that what decides is the same however the
    /// rows are cut.
    private func finish(_ builder: DiagramBuilder, _ decisionRoots: [DecisionRoot], _ refusing: Refusing, _ reasons: [Reason])
        -> DecisionDiagram
    {
        let (nodes, terminals) = (builder.nodes.values, builder.terminals.values)
        let roots = decisionRoots.map(\.root) + [refusing.refused, refusing.possible] + refusing.rows.map(\.root)
        let routing = CanonicalForm(meaning.variables, nodes: nodes, terminals: terminals, roots: roots)
        let extent = DecisionDiagram.Extent(
            variables: routing.variables.count, nodes: routing.nodes.count, terminals: routing.terminals.count)
        let why = CanonicalForm(meaning.variables, nodes: nodes, terminals: terminals, roots: reasons.map(\.root))
        return DecisionDiagram(
            questionnaire: questionnaire, since: meaning.variables.since, variables: routing.variables + why.variables,
            nodes: routing.nodes + why.nodes.map { $0.moved(by: extent) },
            terminals: routing.terminals + why.terminals,
            decisionRoots: decisionRoots.map { DecisionRoot(decision: $0.decision, outcome: $0.outcome, root: routing.canonical($0.root)) },
            refused: routing.canonical(refusing.refused), possible: routing.canonical(refusing.possible),
            otherwise: questionnaire.decisions.map { $0.otherwise(questionnaire) },
            refusals: refusing.rows.map { Refusal(question: $0.question, row: $0.row, root: routing.canonical($0.root)) },
            reasons: reasons.map {
                Reason(decision: $0.decision, outcome: $0.outcome, root: why.canonical($0.root).moved(by: extent))
            },
            deciding: extent)
    }

    /// The walk of a decision, or of one outcome of `match: many`; nil for an outcome that no row of it names.
    private mutating func decisionRoot(_ index: Int, _ only: Int?, _ builder: inout DiagramBuilder) throws(TooLarge) -> DecisionRoot? {
        let rows = questionnaire.decisions[index].table.rows
        var result: Ref
        var outcomes: [Int]
        if let only {
            guard let holds = decisions[index].outcomes[only]?.holds else { return nil }
            result = try meaning.store.map(holds) { $0.isValue ? .value(only) : $0 }
            outcomes = [only]
        } else {
            let sets = meaning.store.rowSets.values
            result = try meaning.store.map(decisions[index].deciding) { terminal in
                guard terminal.isValue, let row = sets[terminal.index].first,
                    case .value(let outcome) = rows[Int(row)].result
                else { return terminal }
                return .value(outcome)
            }
            outcomes = questionnaire.outcomes.indices.filter { outcome in rows.contains { $0.leads(to: outcome) } }
        }
        if isTooLarge(result, limit: builder.limit) { throw TooLarge() }
        let outcome = result
        let texts = try texts(outcome, outcomes)
        let facts = Set(
            texts.flatMap(\.names).compactMap { if case .fact(let fact) = $0.subject { fact } else { nil } }
        ).sorted()
        for fact in facts {
            let shown = try meaning.disjunction(texts.filter { $0.names.contains { $0.subject == .fact(fact) } }.map(\.shown))
            let value = try meaning.store.apply(.select, shown, meaning.fact(fact).value)
            result = try meaning.store.apply(.pair, result, value)
        }
        let paragraphs = texts.filter { $0.paragraph != nil }
        for paragraph in paragraphs { result = try meaning.store.apply(.pair, result, paragraph.shown) }
        let numbers = paragraphs.compactMap(\.paragraph)
        let answers = try shownAnswers(texts)
        let pairs = meaning.store.pairs.values
        let root = try builder.root(of: result, shown: answers, in: &meaning) { terminal(of: $0, facts, numbers, pairs) }
        return DecisionRoot(decision: index, outcome: only, root: root)
    }

    /// Whether the walk of a result will have too many states, as far as that is seen at once: where all is asked and
    /// possible, each node is one, and where a question is one variable there is another before it.
    private func isTooLarge(_ result: Ref, limit: Int) -> Bool {
        guard meaning.store.count > limit / 2, meaning.accepted == .yes, meaning.asked.allSatisfy({ $0 == .yes }) else {
            return false
        }
        let nodes = meaning.store.nodes([result])
        let whole = Set(meaning.variables.ofQuestion.filter { $0.count == 1 }.flatMap { $0 })
        let before = nodes.count { whole.contains(meaning.store.variable($0)) }
        // Those on the way to the state that is built last are not counted when it is.
        return nodes.count + before > limit + 2 * meaning.variables.list.count
    }

    /// A text of an outcome: where it is shown, and what it names.
    private struct ShownText {
        let shown: Ref
        let names: [NamedValue]
        /// The number of the paragraph; nil for what all are told who have the outcome.
        var paragraph: Int?
    }

    /// The texts of some outcomes with those of their paragraphs.
    ///
    /// - Parameter outcome: which of them it is.
    private mutating func texts(_ outcome: Ref, _ outcomes: [Int]) throws(TooLarge) -> [ShownText] {
        var texts: [ShownText] = []
        for number in outcomes {
            let told = questionnaire.outcomes[number]
            guard !told.names.isEmpty || !told.paragraphs.isEmpty else { continue }
            let shown = try meaning.store.map(outcome) { $0.isValue && $0.index == number ? .yes : .no }
            texts.append(ShownText(shown: shown, names: told.names))
            for paragraph in told.paragraphs {
                let condition = try meaning.condition(paragraph.condition)
                let both = try meaning.store.apply(.and, shown, condition)
                texts.append(ShownText(shown: both, names: paragraph.names, paragraph: paragraph.number))
            }
        }
        return texts
    }

    /// The questions whose answers texts name, with where they are shown.
    private mutating func shownAnswers(_ texts: [ShownText]) throws(TooLarge) -> [(question: Int, ref: Ref)] {
        var naming: [Int: [Ref]] = [:]
        for text in texts {
            for name in text.names {
                switch name.subject {
                case .question(let question), .attribute(let question, _): naming[question, default: []].append(text.shown)
                case .fact, .amount, .calculation, .decision: break
                }
            }
        }
        var result: [(question: Int, ref: Ref)] = []
        for (question, refs) in naming.sorted(by: { $0.key < $1.key }) {
            let asked = try meaning.store.apply(.and, meaning.disjunction(refs), meaning.asked[question])
            // Impossible where the result is, so that ``DiagramBuilder/reduce(_:)`` drops what only says what is possible.
            result.append((question, try meaning.store.apply(.within, meaning.accepted, asked)))
        }
        return result
    }
}

/// What a terminal of a result means: an outcome, paired with the values of facts and then with which paragraphs are shown, the last
/// one outermost.
private func terminal(of terminal: Ref, _ facts: [Int], _ paragraphs: [Int], _ pairs: [[Int32]]) -> Terminal {
    var rest = terminal
    var shown: [Int] = []
    for paragraph in paragraphs.reversed() {
        guard rest.isValue else { return .nothing }
        let pair = pairs[rest.index]
        if Ref.terminal(pair[1]) == .yes { shown.append(paragraph) }
        rest = Ref.terminal(pair[0])
    }
    var values: [ShownFact] = []
    for fact in facts.reversed() {
        guard rest.isValue else { return .nothing }
        let pair = pairs[rest.index]
        let value = Ref.terminal(pair[1])
        if value.isValue { values.append(ShownFact(fact: fact, value: value.index)) }
        rest = Ref.terminal(pair[0])
    }
    return rest.isValue ? .outcome(rest.index, values: values.reversed(), paragraphs: shown.reversed()) : .nothing
}

extension Target {
    fileprivate func moved(by extent: DecisionDiagram.Extent) -> Target {
        switch self {
        case .node(let number): .node(number + extent.nodes)
        case .terminal(let number): .terminal(number + extent.terminals)
        case .closed: .closed
        }
    }
}

extension DiagramNode {
    fileprivate func moved(by extent: DecisionDiagram.Extent) -> DiagramNode {
        DiagramNode(variable: variable + extent.variables, children: children.map { $0.moved(by: extent) })
    }
}
