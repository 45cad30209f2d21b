package import CommonMark
import Forms
import Diagnostics

/// The JSON document that browsers and other programs walk: see ``CompiledForm/schema`` for its fields.
package enum CompiledForm {
    /// Raised when a walker of an older document could go wrong.
    package static let format = "waymark-questionnaire/2"
    /// Of documents with what several answers come to, which walkers of the other don't calculate.
    package static let formatOfCalculations = "waymark-questionnaire/3"

    /// How the texts are printed: where links go is for the caller to know.
    package struct Rendering {
        /// Markdown as HTML; `<data value="bought">` names an answer or fact, for the walker to fill in.
        package let html: (Markdown) -> String
        /// The address and the words of a cited place.
        package let link: (Cite) -> (address: String, words: String)
        /// The same of the documents that an outcome is based on.
        package let sources: (Outcome) -> [(address: String, words: String)]
        /// The address of ``CompiledForm/schema``; nil where that isn't published.
        package let schema: String?
        /// A row of a table of rules in words, for explanations.
        package let row: (Row) -> String
        /// The formula of an amount in words.
        package let formula: (Int) -> [FormulaPart]

        /// - Parameter html: prints Markdown with links that are relative to the document.
        package init(
            html: @escaping (Markdown) -> String, link: @escaping (Cite) -> (address: String, words: String),
            sources: @escaping (Outcome) -> [(address: String, words: String)] = { _ in [] }, schema: String?,
            row: @escaping (Row) -> String, formula: @escaping (Int) -> [FormulaPart]
        ) {
            self.html = html
            self.link = link
            self.sources = sources
            self.schema = schema
            self.row = row
            self.formula = formula
        }
    }

    /// The whole document.
    package static func json(_ diagram: DecisionDiagram, _ rendering: Rendering) -> JSON {
        let questionnaire = diagram.questionnaire
        var fields: [(String, JSON)] = rendering.schema.map { [("$schema", .string($0))] } ?? []
        fields += [
            ("format", .string(diagram.isCalculated ? formatOfCalculations : format)),
            ("name", .string(questionnaire.name.description)), ("title", .string(questionnaire.title.string)),
        ]
        if let summary = questionnaire.summary { fields.append(("summary", .string(rendering.html(summary)))) }
        fields += [
            ("version", .string(diagram.version)),
            ("questions", .array(questionnaire.questions.indices.map { question($0, of: questionnaire, rendering) })),
            ("facts", .array(questionnaire.facts.map(fact))),
        ]
        if !questionnaire.amounts.isEmpty {
            let amounts = questionnaire.amounts.indices.map { amount($0, of: questionnaire, rendering.formula($0)) }
            fields.append(("amounts", .array(amounts)))
        }
        fields += [
            ("outcomes", .array(questionnaire.outcomes.indices.map { outcome($0, of: diagram, rendering) })),
            ("decisions", .array(questionnaire.decisions.map { decision($0, questionnaire, rendering) })),
        ]
        fields += routing(diagram)
        return .object(fields)
    }

    /// The part that decides: the same for every way to write the same policy.
    static func deciding(_ diagram: DecisionDiagram) -> [(String, JSON)] {
        let extent = diagram.deciding
        return [
            ("variables", .array(diagram.variables.prefix(extent.variables).map(variable))),
            ("nodes", .array(diagram.nodes.prefix(extent.nodes).map(node))),
            ("ends", .array(diagram.terminals.prefix(extent.terminals).map { terminal($0, of: diagram) })),
            ("tracks", .array(diagram.decisionRoots.map(decisionRoot))), ("refused", .integer(reference(diagram.refused))),
            ("possible", .integer(reference(diagram.possible))),
            ("refusals", .array(diagram.refusals.map { .integers([$0.question, reference($0.root)]) })),
            ("otherwise", .integers(diagram.otherwise.map { $0?.outcome ?? -1 })),
        ]
    }

    /// All nodes, those that only explain included.
    private static func routing(_ diagram: DecisionDiagram) -> [(String, JSON)] {
        [
            ("variables", .array(diagram.variables.map(variable))), ("nodes", .array(diagram.nodes.map(node))),
            ("ends", .array(diagram.terminals.map { terminal($0, of: diagram) })),
            ("tracks", .array(diagram.decisionRoots.map(decisionRoot))),
            ("refused", .integer(reference(diagram.refused))), ("possible", .integer(reference(diagram.possible))),
            ("refusals", .array(diagram.refusals.map { refusal($0, diagram.questionnaire) })),
            ("reasons", .array(diagram.reasons.map(reason))),
        ]
    }

    private static func node(_ node: DiagramNode) -> JSON { .integers([node.variable] + node.children.map(reference)) }

    private static func decisionRoot(_ root: DecisionRoot) -> JSON {
        .object(
            [("decision", .integer(root.decision)), ("root", .integer(reference(root.root)))]
                + (root.outcome.map { [("outcome", .integer($0))] } ?? []))
    }

    private static func refusal(_ refusal: Refusal, _ questionnaire: Questionnaire) -> JSON {
        let message = questionnaire.questions[refusal.question].must[refusal.row].message.string
        return .object([
            ("question", .integer(refusal.question)), ("message", .string(message)),
            ("root", .integer(reference(refusal.root))),
        ])
    }

    private static func reason(_ reason: Reason) -> JSON {
        .object([
            ("decision", .integer(reason.decision)), ("outcome", .integer(reason.outcome)),
            ("root", .integer(reference(reason.root))),
        ])
    }

    /// A target as one number: a node; -1 for what is not offered; `-2 - n` for the n-th end.
    private static func reference(_ target: Target) -> Int {
        switch target {
        case .node(let number): number
        case .closed: -1
        case .terminal(let number): -2 - number
        }
    }

    private static func terminal(_ terminal: Terminal, of diagram: DecisionDiagram) -> JSON {
        switch terminal {
        case .nothing: .object([])
        case .refused: .object([("refused", .bool(true))])
        case .rows(let rows): .object([("rows", .integers(rows))])
        case .outcome(let outcome, let values, let paragraphs):
            .object(
                [("outcome", .integer(outcome))]
                    + (values.isEmpty ? [] : [("values", .array(values.map { .integers([$0.fact, $0.value]) }))])
                    + (paragraphs.isEmpty ? [] : [("paragraphs", .integers(paragraphs))]) + shows(outcome, paragraphs, diagram))
        }
    }

    /// The questions whose answers are shown, where paragraphs show more than the text of the outcome.
    private static func shows(_ outcome: Int, _ paragraphs: [Int], _ diagram: DecisionDiagram) -> [(String, JSON)] {
        let shown = diagram.shownQuestions(outcome, paragraphs: paragraphs)
        return shown == diagram.shownQuestions(outcome) ? [] : [("shows", .integers(shown))]
    }

    /// The shapes are those of `variable` in ``schema``.
    private static func variable(_ variable: DiagramVariable) -> JSON {
        switch variable {
        case .choice(let question, let blocks):
            .object([("question", .integer(question)), ("blocks", .integers(blocks))])
        case .tick(let question, let option): .object([("question", .integer(question)), ("option", .integer(option))])
        case .scale(let question, let chains, let blocks):
            .object([
                ("question", .integer(question)), ("chains", .array(chains.map(chain))), ("blocks", .integers(blocks)),
            ])
        case .order(let first, let second, let chains, let blocks):
            .object([
                ("questions", .integers([first, second])), ("chains", .array(chains.map(chain))),
                ("blocks", .integers(blocks)),
            ])
        case .calculation(let calculation, let cuts, let blocks):
            .object([
                ("questions", .integers(calculation.questions)), ("formula", formula(calculation.formula)),
                ("decimals", .integer(calculation.decimals)), ("cuts", .integers(cuts)), ("blocks", .integers(blocks)),
            ])
        case .asking(let question): .object([("question", .integer(question))])
        }
    }

    /// Cuts without months are plain numbers, which is most of them. Those whose days come first have two numbers more.
    private static func chain(_ chain: Chain) -> JSON {
        var fields: [(String, JSON)] = [("of", .integer(chain.subject))]
        switch chain.base {
        case .zero: break
        case .today: fields.append(("from", .string("today")))
        case .question(let other): fields.append(("from", .integer(other)))
        }
        let isMonths = chain.cuts.contains { $0.months != 0 }
        fields.append(
            (
                "cuts",
                isMonths
                    ? .array(chain.cuts.map { .integers($0.isTurned ? [$0.months, 0, 1, $0.days] : [$0.months, $0.days]) })
                    : .integers(chain.cuts.map(\.days))
            ))
        return .object(fields)
    }
}
