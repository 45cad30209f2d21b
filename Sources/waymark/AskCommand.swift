import ArgumentParser
import Content
import Decision
import Diagnostics
import Forms
import Pages
import Site
import Wording
import Words

/// `waymark ask`: a questionnaire in the terminal.
struct AskCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ask", abstract: "Answers a questionnaire in the terminal, or says what comes next as JSON.",
        discussion: "Write tick-boxes as ID=a,b or ID=none, and dates as ID=2026-11-21; answers can be in any order.")

    @Argument(help: "The name of the questionnaire.")
    var name: String

    @Argument(help: "Answers, as ID=ANSWER.")
    var answers: [String] = []

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let (resolved, diagram, words) = try await common.questionnaire(named: name)
        let walk = Walk(diagram, today: try common.loadOptions().today)
        let given = try read(answers, walk, words)
        let texts = OutcomeTexts(resolved, Theme.read(site: common.site, language: resolved.library.settings.language).value)
        if common.format == .json {
            Output.print(WalkReport(walk, texts, words).json(given).text())
            return
        }
        Interview(walk, texts, words).run(given)
    }

    /// Reads `ID=ANSWER` by the questions' own kinds.
    private func read(_ arguments: [String], _ walk: Walk, _ words: Phrasebook) throws -> [Int: Answer] {
        let questionnaire = walk.diagram.questionnaire
        let isPlain = common.format == .json
        var result: [Int: Answer] = [:]
        for argument in arguments {
            let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2 else {
                throw common.unusable("\"\(argument)\" is not ID=ANSWER", help: "write the id of a question, = and an answer")
            }
            let ids = questionnaire.questions.map(\.id.description)
            guard let number = ids.firstIndex(of: parts[0]) else {
                let help = Suggestion.help(for: parts[0], among: ids) ?? "the questions are \(listed(ids))"
                throw common.unusable("there is no question \"\(parts[0])\"", help: help)
            }
            guard result[number] == nil else {
                throw common.unusable(
                    "\(parts[0]) is answered twice", help: "keep one of the two; several ticks are written \(parts[0])=a,b")
            }
            switch questionnaire.questions[number].answer(typed: parts[1], isPlain: isPlain, today: walk.today, words) {
            case .success(let answer): result[number] = answer
            case .failure(let problem): throw common.unusable(problem.message, help: problem.help)
            }
        }
        return result
    }
}

extension CommonOptions {
    /// Why the command cannot use what was typed, told in the format that was asked for: thrown, it ends the command.
    func unusable(_ message: String, help: String?) -> any Error {
        guard format == .json else { return Output.unusable(message, help: help) }
        let fields = [("state", "error"), ("message", message)] + (help.map { [("help", $0)] } ?? [])
        Output.print(JSONValue.object(fields.map { ($0.0, .string($0.1)) }).text())
        return ExitCode.validationFailure
    }

    /// The compiled questionnaire of this name, with the words of the site; ends the command when there is none, or when it has errors.
    func diagram(named name: String) async throws -> (DecisionDiagram, Phrasebook) {
        let (_, diagram, words) = try await questionnaire(named: name)
        return (diagram, words)
    }

    /// The same, with the site that it belongs to.
    func questionnaire(named name: String) async throws -> (ResolvedLibrary, DecisionDiagram, Phrasebook) {
        let resolved = await load(try loadOptions()).value
        let library = resolved.library
        let names = library.questionnaires.map(\.name.description)
        guard let identifier = Identifier(name), names.contains(name) else {
            let help =
                TypedFolder.help(for: name) ?? Suggestion.help(for: name, among: names)
                ?? (names.isEmpty ? "the site has none" : Suggestion.thereAre(names))
            throw unusable("there is no questionnaire \"\(name)\"", help: help)
        }
        let compiled = compileQuestionnaires(resolved, only: identifier)
        let diagnostics = compiled.diagnostics.sorted()
        guard let diagram = compiled.value.first?.diagram, !diagnostics.contains(where: { $0.isFatal }) else {
            report(diagnostics)
            throw status(after: diagnostics)
        }
        return (resolved.adding(compiled.value.flatMap(\.texts)), diagram, words(of: library, site: try loadOptions().site))
    }
}
