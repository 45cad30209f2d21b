import ArgumentParser
import Diagnostics

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// `waymark explain`: what the documentation says about rules.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Explains the rules that messages name: what they check and why, with an example and what to do instead.",
        discussion: "Without a rule it lists all of them.")

    /// How the answer is written.
    enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

    @Argument(help: "Rules such as link/unknown-page, or groups such as link.")
    var names: [String] = []

    @Option(name: .long, help: "The format of the answer: text, or json with one object per line.")
    var format = Format.text

    func run() throws {
        let layout = ExplanationFormat(usesColour: Output.paintsOutput)
        if names.isEmpty, format == .text {
            Output.write(layout.list() + "\nto read to read more: waymark explain RULE\n", to: STDOUT_FILENO)
            return
        }
        let parts = try names.map(part)
        switch format {
        case .text:
            Output.write(parts.map { $0.text(layout) }.joined(separator: "\n\n"), to: STDOUT_FILENO)
        case .json:
            let rules = names.isEmpty ? RuleCatalogue.rules : parts.flatMap(\.rules)
            Output.write(rules.map { json($0).text() + "\n" }.joined(), to: STDOUT_FILENO)
        }
    }

    /// What a name stands for.
    private enum Part {
        case rule(RuleCatalogue.Rule)
        case group(RuleCatalogue.Group)

        var rules: [RuleCatalogue.Rule] {
            switch self {
            case .rule(let rule): [rule]
            case .group(let group): group.rules
            }
        }

        func text(_ layout: ExplanationFormat) -> String {
            switch self {
            case .rule(let rule): layout.text(rule)
            case .group(let group): layout.list([group])
            }
        }
    }

    private func part(_ name: String) throws -> Part {
        if let rule = RuleCatalogue.rule(RuleID(name)) { return .rule(rule) }
        if let group = RuleCatalogue.groups.first(where: { $0.name == name }) { return .group(group) }
        let known = RuleCatalogue.rules.map(\.id.name)
        // The group is easily left out.
        let sameEnd = known.filter { $0.hasSuffix("/" + name) }
        let help = sameEnd.count == 1 ? "did you mean \(sameEnd[0])?" : Suggestion.help(for: name, among: known)
        throw Output.unusable("there is no rule \"\(name)\"", help: help ?? "waymark explain lists all")
    }

    private func json(_ rule: RuleCatalogue.Rule) -> JSONValue {
        .object([
            ("rule", .string(rule.id.name)), ("summary", .string(rule.summary)), ("text", .string(rule.page.markdown)),
        ])
    }
}
