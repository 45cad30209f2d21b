import ArgumentParser
import Decision
import Diagnostics
import Forms
import Pictures

/// `waymark graph`: the decision diagram of a questionnaire as a picture.
struct GraphCommand: AsyncParsableCommand {
    /// What the picture is written as.
    enum Kind: String, CaseIterable, ExpressibleByArgument { case svg, dot, mermaid }

    static let configuration = CommandConfiguration(
        commandName: "graph", abstract: "Draws the decision diagram of a questionnaire.")

    @Argument(help: "The name of the questionnaire.")
    var name: String

    @ArgumentParser.Option(name: .long, help: "svg, dot (for Graphviz) or mermaid.")
    var `as` = Kind.svg

    @ArgumentParser.Option(name: .long, help: "The decision to draw, where there are several; with match: many an outcome.")
    var decision: String?

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let (diagram, words) = try await common.diagram(named: name)
        let picture = Picture(diagram, root: try root(of: diagram), words: words)
        switch `as` {
        case .svg: Output.print(picture.drawn().svg)
        case .dot: Output.write(picture.dot, to: 1)
        case .mermaid: Output.write(picture.mermaid, to: 1)
        }
    }

    /// The walk to draw: the only one, or that of the named decision or outcome.
    private func root(of diagram: DecisionDiagram) throws -> Int {
        let questionnaire = diagram.questionnaire
        let names = diagram.decisionRoots.map { root in
            root.outcome.map { questionnaire.outcomes[$0].id.description }
                ?? questionnaire.decisions[root.decision].id.description
        }
        guard let decision else {
            guard names.count > 1 else { return 0 }
            throw Output.unusable("the questionnaire has several pictures", help: "choose one with --decision: \(listed(names, "or"))")
        }
        guard let root = names.firstIndex(of: decision) else {
            let own = diagram.decisionRoots.indices.filter {
                diagram.decisionRoots[$0].outcome != nil
                    && questionnaire.decisions[diagram.decisionRoots[$0].decision].id.description == decision
            }
            if !own.isEmpty {
                throw Output.unusable(
                    "the decision \"\(decision)\" has a picture for each outcome",
                    help: "choose one with --decision: \(listed(own.map { names[$0] }, "or"))")
            }
            let help = Suggestion.help(for: decision, among: names) ?? Suggestion.thereAre(names)
            throw Output.unusable("there is no decision \"\(decision)\"", help: help)
        }
        return root
    }
}
