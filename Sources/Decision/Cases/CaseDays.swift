import Diagnostics
import Forms

/// The diagrams by which cases are decided, each valid on the days of its cases.
///
/// A case is decided by the policy of its own day. The diagrams that a build made hold from its day on. Where a case is of an
/// earlier day, the policy of that day is compiled from then on, so that the case ends the same on whatever day it is run.
struct CaseDays {
    private let policy: PolicyInTime
    private let since: Day
    /// By the first day of their periods.
    private var diagrams: [Day?: DecisionDiagram] = [:]
    /// The same for days before the build, where the diagrams of the build do not hold then.
    private var earlier: [Day?: DecisionDiagram] = [:]
    /// What is wrong with the policies of days before the build; they decide no case.
    private var problems: [Day?: [Diagnostic]] = [:]

    /// - Parameters:
    ///   - diagrams: of the policy, from the day of the build on.
    ///   - since: the day of the build.
    ///   - days: those of the cases.
    ///   - wording: how ``problems(on:)`` quotes answers.
    init(_ diagrams: [DecisionDiagram], of policy: PolicyInTime, since: Day, days: [Day], wording: any MessageWording) {
        self.policy = policy
        self.since = since
        for diagram in diagrams { self.diagrams[diagram.questionnaire.validity.from] = diagram }
        let past = Dictionary(grouping: days.filter { $0 < since }) { policy.policy(on: $0).validity.from }
        for (start, days) in past {
            guard let first = days.min() else { continue }
            let policy = policy.policy(on: first)
            guard policy.countsFromToday || self.diagrams[start] == nil else { continue }
            let compiled = compile(policy, since: first, provesStatements: false, wording: wording)
            earlier[start] = compiled.value
            problems[start] = compiled.diagnostics.filter { $0.severity == .error }
        }
    }

    /// What is wrong with the policy of a day.
    func problems(on day: Day?) -> [Diagnostic] { problems[start(on: day)] ?? [] }

    /// The first day of the period of a day; nil for the first period of all.
    private func start(on day: Day?) -> Day? { policy.policy(on: day ?? since).validity.from }

    /// The walk on a day; nil where the policy of that day decides nothing.
    func walk(on day: Day?) -> Walk? {
        let start = start(on: day)
        let diagram = if let day, day < since, problems[start] != nil { earlier[start] } else { diagrams[start] }
        return diagram.map { Walk($0, today: day ?? since) }
    }

    /// The ways in which the policies that begin after the build's day decide, each on its first day.
    var later: [Walk] { policy.later(than: since).compactMap { $0.validity.from }.compactMap { walk(on: $0) } }
}

extension Questionnaire {
    /// Whether any condition or limit moves with the day on which it is read.
    package var countsFromToday: Bool {
        var found = false
        forEachCondition { condition in
            condition.forEachTest { test in
                test.cell.forEachComparison { _, term in
                    if case .bound(.today) = term { found = true }
                }
            }
        }
        return found || questions.contains { $0.isLimitedByToday }
    }
}

extension Question {
    fileprivate var isLimitedByToday: Bool { startsAtToday || endsAtToday }

    /// Whether the earliest date that it takes moves with today.
    fileprivate var startsAtToday: Bool {
        if case .date(let range) = kind, case .today = range.from { true } else { false }
    }

    /// Whether the latest date that it takes moves with today.
    fileprivate var endsAtToday: Bool {
        if case .date(let range) = kind, case .today = range.to { true } else { false }
    }
}

extension Walk {
    /// Whether these answers, given on another day, could end elsewhere.
    ///
    /// A last date that moves with today does not count where it is kept: what was in the past stays there.
    func restsOnToday(_ position: Position) -> Bool {
        let answers = position.answers
        for given in position.path {
            let question = diagram.questionnaire.questions[given.question]
            if question.startsAtToday { return true }
            if case .date(let range) = question.kind, question.endsAtToday, case .day(let day) = given.answer,
                range.to.number(today: today) < day.number
            {
                return true
            }
        }
        if case .result(let result) = position.state {
            let shown = result.outcomes.joined().flatMap { diagram.questionnaire.outcomes[$0].amounts(showing: result.paragraphs) }
            if shown.contains(where: { diagram.questionnaire.amounts[$0].restsOnToday }) { return true }
        }
        // Of a refused answer only why it is refused counts.
        let isRefused = if case .refused = position.state { true } else { false }
        let roots = (isRefused ? [] : diagram.decisionRoots.map(\.root)) + diagram.refusals.map(\.root)
        return roots.contains { restsOnToday($0, answers) }
    }

    private func restsOnToday(_ root: Target, _ answers: [Int: Answer]) -> Bool {
        let evaluator = Evaluator(diagram: diagram, today: today)
        var target = root
        while case .node(let number) = target {
            let node = diagram.nodes[number]
            let variable = diagram.variables[node.variable]
            guard let block = evaluator.block(variable, answers) else { return false }
            if variable.blocks(likeOnOtherDays: block).contains(where: { node.children[$0] != node.children[block] }) { return true }
            target = node.children[block]
        }
        return false
    }
}

extension Walk.Position {
    /// The answers that counted, by question.
    package var answers: [Int: Answer] { Dictionary(path.map { ($0.question, $0.answer) }) { _, last in last } }
}

extension DiagramVariable {
    /// The blocks in which the answer of a block could lie on another day.
    fileprivate func blocks(likeOnOtherDays block: Int) -> Set<Int> {
        guard case .scale(_, let chains, let blocks) = self, chains.contains(where: { $0.base == .today }) else { return [] }
        let fixed = blocks.indices.filter { blocks[$0] == block }.map { places($0, chains) }
        return Set(blocks.indices.filter { fixed.contains(places($0, chains)) }.map { blocks[$0] })
    }

    /// The intervals of the chains that do not move, of a combination.
    private func places(_ combination: Int, _ chains: [Chain]) -> [Int] {
        let intervals = MixedRadix.digits(of: combination, sizes: chains.map { $0.cuts.count + 1 })
        return zip(chains, intervals).filter { $0.0.base != .today }.map(\.1)
    }
}
