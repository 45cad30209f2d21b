import ArgumentParser
import Content
import Decision
import Diagnostics
import Site

/// `waymark test`: the cases of the questionnaires.
struct TestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Runs the cases of the questionnaires and says which rows and outcomes they cover.")

    @Argument(help: "Only this questionnaire.")
    var name: String?

    @Flag(name: .long, help: "Write the cases that are missing, as YAML, to standard output.")
    var suggest = false

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let library = await load(try common.loadOptions()).value
        let compiled = compileQuestionnaires(library, only: try identifier(in: library))
        let diagnostics = compiled.diagnostics.sorted()
        if suggest {
            common.report(diagnostics.filter { $0.severity == .error })
            for proved in compiled.value { Output.write(CaseText(proved.diagram).text(missing(proved, library.today)), to: 1) }
        } else if common.format == .json {
            for proved in compiled.value { for result in proved.results { Output.print(json(result).text()) } }
        } else {
            common.report(diagnostics)
            if !common.quiet, common.format == .text { for proved in compiled.value { summarize(proved) } }
        }
        let status = common.status(after: diagnostics)
        if status != .success { throw status }
    }

    private func identifier(in library: Library) throws -> Identifier? {
        guard let name else { return nil }
        let names = library.questionnaires.map(\.name.description)
        guard names.contains(name) else {
            let help = Suggestion.help(for: name, among: names) ?? "there are \(listed(names))"
            throw ValidationError("there is no questionnaire \"\(name)\"; \(help)")
        }
        return Identifier(name)
    }

    private func missing(_ proved: ProvedQuestionnaire, _ today: Day) -> [SuggestedCase] {
        suggestCases(proved.diagram, existing: proved.results.filter(\.passed).map(\.position), today: today)
    }

    private func json(_ result: CaseResult) -> JSONValue {
        .object([
            ("name", .string(result.name)), ("file", .string(result.file.path)),
            ("line", .number(result.place.start.line)), ("passed", .bool(result.passed)),
            ("expected", .string(result.expected)), ("got", .string(result.got)),
        ])
    }

    private func summarize(_ proved: ProvedQuestionnaire) {
        let name = proved.diagram.questionnaire.name
        let failed = proved.results.count { !$0.passed }
        Output.print("\(name): \(counted(proved.results.count - failed, "case")) passed, \(failed) failed")
        let coverage = Coverage(proved.results, proved.diagram)
        for (what, items) in [("rows", coverage.rows), ("outcomes", coverage.outcomes), ("options", coverage.options)] {
            let open = items.filter { !$0.isReached }
            let alike = items.reduce(0) { $0 + $1.alike }
            let count = alike > 0 ? " (of \(items.count + alike), those that always lead to the same counted once)" : ""
            Output.print("  \(items.count - open.count) of \(items.count) \(what)\(count)" + (open.isEmpty ? "" : ", not \(named(open))"))
        }
    }

    /// A few by name, the rest by number.
    private func named(_ items: [Coverage.Item]) -> String {
        let names = items.prefix(8).map { $0.alike > 0 ? "\($0.id) or \($0.alike) like it" : $0.id }
        return listed(items.count > 8 ? names + ["\(items.count - 8) more"] : names)
    }
}
