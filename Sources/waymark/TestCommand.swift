import ArgumentParser
import Content
import Decision
import Diagnostics
import Differences
import Forms
import History
import Site
import Wording
import Words

/// `waymark test`: the cases of the questionnaires.
struct TestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Runs the cases of the questionnaires and says which rows and outcomes they cover.")

    @Argument(help: "Only this questionnaire.")
    var name: String?

    @Flag(name: .long, help: "Write the cases that are missing, as YAML, to standard output.")
    var suggest = false

    @ArgumentParser.Option(
        name: .long,
        help: "Write a case for each group of readers for whom something changed since this version, as YAML, to standard output.")
    var against: String?

    @Flag(name: .long, help: "Show what cases expect and no longer get, by cause, and rewrite them if you agree.")
    var accept = false

    @Flag(name: .long, help: "With --accept: rewrite them without asking.")
    var yes = false

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if suggest, against != nil { throw ValidationError("--suggest and --against each write cases of their own: give one of them") }
        if accept, suggest || against != nil { throw ValidationError("--accept changes the cases that there are: give it alone") }
        if yes, !accept { throw ValidationError("--yes goes with --accept") }
    }

    func run() async throws {
        let loaded = await load(try common.loadOptions())
        let library = loaded.value.library
        let unread = loaded.diagnostics.filter(keepsCasesFromRunning)
        let names = library.questionnaires.map(\.name.description)
        let only = try identifier(among: names, unread)
        let compiled = compileQuestionnaires(loaded.value, only: only)
        let sentences = compiled.diagnostics.hasErrors ? Checked([]) : sentences(loaded.value, only)
        let diagnostics = (unread + compiled.diagnostics + sentences.diagnostics).sorted()
        if accept {
            // Before they are sorted: many failed cases of one file would be told as too many mistakes in it.
            let others = (unread + compiled.diagnostics + sentences.diagnostics).filter { !$0.isFailedCase }.sorted()
            common.report(others.filter(\.isFatal))
            guard !others.contains(where: \.isFatal) else { throw common.status(after: others) }
            let accepting = AcceptedCases(common: common, asks: !yes, today: library.today)
            let status = try accepting.run(compiled.value, common.status(after: others))
            if status != .success { throw status }
            return
        }
        if let against {
            common.report(diagnostics.filter(\.isFatal))
            try await writeChanged(compiled.value, since: against, words(of: library, site: common.site))
        } else if suggest {
            common.report(diagnostics.filter { $0.severity == .error })
            let book = words(of: library, site: common.site)
            for proved in compiled.value { await writeMissing(proved, library.today, book) }
        } else if common.format == .json {
            for proved in compiled.value { for result in proved.results { Output.print(json(result).text()) } }
            // A case that failed is told by its own object.
            common.report(
                diagnostics.filter {
                    $0.isFatal || common.strict && $0.severity == .warning
                })
        } else {
            common.report(diagnostics)
            if !common.quiet, common.format == .text { summarize(compiled.value, library, sentences.value) }
        }
        let status = common.status(after: diagnostics)
        if status != .success { throw status }
    }

    /// How sentences are understood. They are matched with the cues of all questionnaires, whichever is tested.
    private func sentences(_ resolved: ResolvedLibrary, _ only: Identifier?) -> Checked<[SentenceCounts]> {
        let all = resolved.library.questionnaires.compactMap { readPolicy($0, of: resolved).value?.policy(on: resolved.library.today) }
        var result = checkSentences(resolved, all)
        guard let only else { return result }
        result.value = result.value.filter { $0.questionnaire == only }
        result.diagnostics = result.diagnostics.filter { QuestionnaireFiles.areOf(only, $0.path) }
        return result
    }

    /// Whether a fault found while reading the site means that some case is not run: a file among the questionnaires that
    /// cannot be read or belongs to none, or a site that cannot be read at all.
    private func keepsCasesFromRunning(_ diagnostic: Diagnostic) -> Bool {
        guard diagnostic.severity == .error else { return false }
        guard let path = diagnostic.path, path != "Content" else { return true }
        let parts = path.split(separator: "/")
        guard path.hasPrefix("Content/questionnaires/") || path.hasSuffix(".cases.yaml") || parts.count == 1 else {
            return diagnostic.rule.name.hasPrefix("environment/")
        }
        guard let name, let file = parts.last else { return true }
        // Of one questionnaire: its own files, and those that no name claims.
        return file.hasPrefix(name + ".") || diagnostic.rule == "content/data-file"
    }

    private func identifier(among names: [String], _ unread: [Diagnostic]) throws -> Identifier? {
        guard let name else { return nil }
        if !names.contains(name), !unread.isEmpty {
            common.report(unread)
            throw ExitCode(1)
        }
        guard names.contains(name) else {
            let help =
                TypedFolder.help(for: name) ?? Suggestion.help(for: name, among: names)
                ?? (names.isEmpty ? "the site has none" : Suggestion.thereAre(names))
            throw common.unusable("there is no questionnaire \"\(name)\"", help: help)
        }
        return Identifier(name)
    }

    private func writeChanged(_ proved: [ProvedQuestionnaire], since name: String, _ book: Phrasebook) async throws {
        let options = try common.loadOptions()
        let old: SiteVersion
        do throws(RevisionProblem) { old = try await SiteVersion.read(VersionPair(name, nil).old, options) } catch {
            throw Output.unusable(error.message, help: error.help)
        }
        for found in proved {
            let questionnaire = found.diagram.questionnaire
            guard let before = old.questionnaire(questionnaire.name)?.diagram else {
                Output.note("\(questionnaire.name): \(old.name) has no such questionnaire without errors, so that nothing can be compared")
                continue
            }
            guard let diff = compareQuestionnaires(before, found.diagram, days: [options.today, options.today]) else {
                Output.note("\(questionnaire.name): it is too large to be compared")
                continue
            }
            let cases = diff.changedCases(existing: found.results)
            let text = CaseText(questionnaire, book, names: found.results.map(\.name), words: found.words)
            Output.write(text.text(cases), to: 1)
            if !common.quiet {
                Output.note(
                    "\(questionnaire.name): \(cases.isEmpty ? "no reader's answer changed, or each change has a case" : "\(counted(cases.count, "case")) to read and keep")"
                )
            }
        }
    }

    private func writeMissing(_ proved: ProvedQuestionnaire, _ today: Day, _ book: Phrasebook) async {
        let found = await suggestCases(proved.diagram, existing: proved.results, today: today)
        let questionnaire = proved.diagram.questionnaire
        let text = CaseText(questionnaire, book, names: proved.results.map(\.name), words: proved.words)
        Output.write(text.text(found.cases), to: 1)
        guard !common.quiet else { return }
        let count = found.cases.isEmpty ? "no case is missing" : "\(counted(found.cases.count, "case")) to read and keep"
        let share =
            found.changes.tried < found.changes.all
            ? ", found by \(found.changes.tried) of \(found.changes.all) small changes to its rules" : ""
        Output.note("\(questionnaire.name): \(count)\(share)")
    }

    private func json(_ result: CaseResult) -> JSONValue {
        .object([
            ("name", .string(result.name)), ("file", .string(result.file.path)),
            ("line", .number(result.place.start.line)), ("passed", .bool(result.passed)),
            ("expected", .string(result.expected)), ("got", .string(result.got)),
        ])
    }

    private func summarize(_ proved: [ProvedQuestionnaire], _ library: Library, _ sentences: [SentenceCounts]) {
        for files in library.questionnaires where name == nil || files.name.description == name {
            if let found = proved.first(where: { $0.diagram.questionnaire.name == files.name }) {
                summarize(found, library.today)
                if let counts = sentences.first(where: { $0.questionnaire == files.name }) { summarize(counts) }
            } else {
                Output.print("\(files.name): no cases were run, because the questionnaire has errors")
            }
        }
        if library.questionnaires.isEmpty { Output.print("there are no questionnaires") }
    }

    private func summarize(_ proved: ProvedQuestionnaire, _ today: Day) {
        defer { summarizeAsking(proved.diagram, today) }
        let name = proved.diagram.questionnaire.name
        guard !proved.results.isEmpty else {
            return Output.print("\(name): no cases; `waymark test \(name) --suggest` writes some to keep in \(name).cases.yaml")
        }
        let failed = proved.results.count { !$0.passed }
        Output.print("\(name): \(counted(proved.results.count - failed, "case")) passed, \(failed) failed")
        let coverage = Coverage(proved.results, proved.diagram)
        let parts = [
            ("rows", coverage.rows), ("rows of facts", coverage.factRows), ("outcomes", coverage.outcomes), ("options", coverage.options),
            ("sides of ask-if", coverage.asking),
        ]
        for (what, items) in parts where !items.isEmpty || what == "rows" {
            let open = items.filter { !$0.isReached }
            let alike = items.reduce(0) { $0 + $1.alike }
            let count = alike > 0 ? " (of \(items.count + alike), those that always lead to the same result are counted once)" : ""
            Output.print("  \(items.count - open.count) of \(items.count) \(what)\(count)" + (open.isEmpty ? "" : ", not \(named(open))"))
        }
    }

    /// How many questions readers are asked, and which move of one would ask fewer.
    private func summarizeAsking(_ diagram: DecisionDiagram, _ today: Day) {
        guard let counts = AskedCounts(diagram, today: today) else { return }
        let range =
            counts.least == counts.most ? counted(counts.most, "question") : "\(counts.least) to \(counted(counts.most, "question"))"
        let average = counts.least == counts.most ? "" : ", \(tenths(counts.mean)) on average"
        Output.print("  readers are asked \(range)\(average)")
        guard let move = QuestionMove(best: diagram, now: counts, since: today) else { return }
        let questions = diagram.questionnaire.questions
        Output.print(
            "    \(tenths(move.counts.mean)) on average, if \(questions[move.question].id) were asked "
                + "\(move.isBefore ? "before" : "after") \(questions[move.beside].id)")
    }

    /// A number with one digit behind the point.
    private func tenths(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }

    /// Precision: of the answers that were taken, those that the sentences give. Recall: of those that they give, the ones taken.
    private func summarize(_ counts: SentenceCounts) {
        func share(_ part: Int, of all: Int) -> String { all == 0 ? "100 %" : "\(100 * part / all) %" }
        let failed = counts.sentences - counts.passed
        Output.print("  \(counted(counts.passed, "sentence")) understood, \(failed) not")
        Output.print(
            "    precision \(share(counts.taken, of: counts.taken + counts.wrong)), recall \(share(counts.taken, of: counts.given)), "
                + "\(share(counts.offered, of: counts.given)) with what is offered")
    }

    /// A few by name, the rest by number.
    private func named(_ items: [Coverage.Item]) -> String {
        let names = items.prefix(8).map { $0.alike > 0 ? "\($0.id) or \($0.alike) like it" : $0.id }
        return listed(items.count > 8 ? names + ["\(items.count - 8) more"] : names)
    }
}
