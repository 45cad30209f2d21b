import Diagnostics
import Forms

/// The diagrams by which cases are decided, each valid on the days of its cases.
///
/// A diagram holds from the build's day on. A case of an earlier day is decided by one compiled from that day on, so
/// that it ends the same on whatever day it is run.
struct CaseDays {
    private let diagram: DecisionDiagram
    private let since: Day
    private let earlier: (day: Day, diagram: DecisionDiagram)?
    /// What is wrong with the policy from the earliest day on; such a policy decides no case.
    let problems: [Diagnostic]

    /// - Parameters:
    ///   - since: the day from which the diagram holds.
    ///   - days: those of the cases.
    ///   - wording: how ``problems`` quote answers.
    init(_ diagram: DecisionDiagram, since: Day, days: [Day], wording: any MessageWording) {
        self.diagram = diagram
        self.since = since
        guard diagram.questionnaire.countsFromToday, let first = days.min(), first < since else {
            (earlier, problems) = (nil, [])
            return
        }
        let compiled = compile(diagram.questionnaire, since: first, provesStatements: false, wording: wording)
        earlier = compiled.value.map { (first, $0) }
        problems = compiled.diagnostics.filter { $0.severity == .error }
    }

    /// The first day on which any of the diagrams holds, with its diagram.
    var longest: (since: Day, diagram: DecisionDiagram) { earlier.map { ($0.day, $0.diagram) } ?? (since, diagram) }

    /// The walk on a day; nil where the policy of that day decides nothing.
    func walk(on day: Day?) -> Walk? {
        guard let day, day < since, diagram.questionnaire.countsFromToday else { return Walk(diagram, today: day ?? since) }
        return earlier.map { Walk($0.diagram, today: day) }
    }
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
