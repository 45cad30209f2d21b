import ArgumentParser
import Content
import Diagnostics
import Forms
import Pages
import Search
import Site
import Statistics

/// `waymark stats`: what web server logs tell about pages, without telling about readers.
struct StatsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats", abstract: "Counts pages, searches, results and wrong addresses in the logs of a web server.",
        discussion: """
            Logs are nginx's combined and Apache's common or combined, compressed by gzip or not, mixed as they come; - is \
            standard input. With the site at hand pages have titles. No address of a reader and no name of a program is printed \
            or kept.
            """)

    @Argument(help: "Logs, or - for standard input.")
    var logs: [String]

    @Option(name: .long, help: "The first day that counts, such as 2026-11-01.")
    var from: String?

    @Option(name: .long, help: "The last day that counts.")
    var until: String?

    @Option(name: .long, help: "How many of each to list.")
    var top = 20

    @Flag(name: .long, help: "Print a page with charts, as HTML.")
    var page = false

    @OptionGroup var common: CommonOptions

    func validate() throws {
        for day in [from, until].compactMap({ $0 }) where Day(day) == nil {
            throw ValidationError("--from and --until take a day such as 2026-11-21, not \"\(day)\"")
        }
        if let days, days.first > days.last { throw ValidationError("--from is after --until") }
        guard (1...10_000).contains(top) else { throw ValidationError("--top takes a number from 1 to 10000") }
        guard [.text, .json].contains(common.format) else { throw ValidationError("--format is text or json here") }
        guard !page || common.format == .text else { throw ValidationError("--page prints HTML: leave out --format") }
    }

    func run() async throws {
        let options = try common.loadOptions()
        do throws(EnvironmentFailure) {
            try await count(options)
        } catch {
            throw common.fail(error)
        }
    }

    private func count(_ options: LoadOptions) async throws(EnvironmentFailure) {
        let site = try await addresses(options)
        var tally = Tally(site: site?.addresses, days: days.map { $0.first...$0.last })
        for log in logs {
            if let help = TypedFolder.help(for: log) {
                throw EnvironmentFailure(
                    "\(log) is a folder, not a log", help: "name a log of a web server, or - for standard input; \(help)")
            }
            try tally.add(LogFile(log))
        }
        for problem in tally.problems { Output.note("warning: \(problem)") }
        let report = StatisticsReport(tally, top: top, vocabulary: site?.vocabulary)
        if common.format == .json { return Output.print(report.json.text()) }
        Output.write(page ? report.page : report.text, to: 1)
    }
}

extension StatsCommand {
    /// The days that count; nil for all.
    private var days: (first: Day, last: Day)? {
        guard from != nil || until != nil, let first = Day(from ?? "0001-01-01"), let last = Day(until ?? "9999-12-31") else { return nil }
        return (first, last)
    }

    /// What addresses mean and which words can be found; nil where there is no site.
    private func addresses(_ options: LoadOptions) async throws(EnvironmentFailure) -> (
        addresses: SiteAddresses, vocabulary: SearchVocabulary
    )? {
        guard folderExists(joined(common.site, "Content")) else {
            if common.site == "." { return nil }
            throw EnvironmentFailure("there is no folder Content in \(common.site)", help: "name the folder that holds it with --site")
        }
        let library = await load(options)
        let compiled = compileQuestionnaires(library.value)
        if (library.diagnostics + compiled.diagnostics).hasErrors {
            Output.note("warning: the site has errors, so titles and results may be missing; `waymark check` shows the errors")
        }
        let diagrams = compiled.value.map(\.diagram)
        let theme = Theme.read(site: options.site, language: library.value.library.settings.language).value
        let vocabulary = await searchVocabulary(of: library.value, diagrams, words: theme.words, jobs: options.jobs)
        return (SiteAddresses(library.value.library, diagrams), vocabulary)
    }
}
