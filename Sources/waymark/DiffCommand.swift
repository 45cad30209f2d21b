import ArgumentParser
import Content
import Diagnostics
import Differences
import Forms
import History
import Pages
import Site
import Words

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// `waymark diff`: what is different for readers between two versions of a site.
struct DiffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Says whose answer changes between two versions of a site, and what else is different.",
        discussion: """
            OLD and NEW are Git revisions or folders that hold Content/; without NEW, OLD is compared with the files as they are \
            now. main... compares with where main and the present branch parted. Git's objects are read; nothing that is checked \
            out is touched. Two days of one version are compared with --as-of twice.
            """)

    /// How the report is written.
    enum Format: String, CaseIterable, ExpressibleByArgument { case text, markdown, json, html }

    /// What ends the command with status 1.
    enum Failure: String, CaseIterable, ExpressibleByArgument { case outcome, wording, none }

    @Argument(help: "The older version: a revision such as main, a range such as main..., or a folder.")
    var old: String

    @Argument(help: "The newer version; the files as they are now if it is left out.")
    var new: String?

    @Option(name: .long, help: "The folder that holds Content/.")
    var site = "."

    @Option(name: .long, help: "The format of the report: text, markdown, json or html.")
    var format = Format.text

    @Option(
        name: .customLong("fail-on"),
        help: "End with status 1 if some reader's answer changes (outcome), or anything is different (wording).")
    var failOn = Failure.none

    @Option(name: .customLong("as-of"), help: "The day on which both versions are looked at; given twice, the day of each.")
    var asOf: [String] = []

    @Flag(name: .long, help: "Print errors only.")
    var quiet = false

    @Option(name: .long, help: "How many pages are read at once.")
    var jobs: Int?

    func validate() throws {
        guard asOf.count <= 2 else { throw ValidationError("--as-of is given once, or once for each version") }
        for day in asOf { try CommonOptions.check(asOf: day) }
        try CommonOptions.check(jobs: jobs)
    }

    func run() async throws {
        let days = [try CommonOptions.today(asOf.first), try CommonOptions.today(asOf.last)]
        let pair = VersionPair(old, new, isOneVersion: asOf.count == 2)
        let versions: [SiteVersion]
        do throws(RevisionProblem) {
            versions = [try await SiteVersion.read(pair.old, options(days[0])), try await SiteVersion.read(pair.new, options(days[1]))]
        } catch {
            throw Output.unusable(error.message, help: error.help)
        }
        let errors = versions[1].errors
        if !errors.isEmpty { Output.write(TextFormat(usesColour: Output.usesColour).text(errors), to: STDERR_FILENO) }
        let diff = SiteDiff(versions[0], versions[1], days: days)
        if !quiet { show(diff) }
        if errors.contains(where: { $0.rule.name.hasPrefix("environment/") }) { throw ExitCode(2) }
        let isFailure =
            switch failOn {
            case .none: false
            case .outcome: diff.changesOutcomes
            case .wording: !diff.isEmpty
            }
        if isFailure || !errors.isEmpty { throw ExitCode(1) }
    }

    private func options(_ day: Day) -> LoadOptions {
        CommonOptions.loadOptions(site: site, includesDrafts: false, today: day, jobs: jobs)
    }

    private func show(_ diff: SiteDiff) {
        // The report is in English, and so is all that it says of answers; names are the author's.
        let book = Phrasebook.english
        let blocks = DiffReport(diff, book).blocks
        switch format {
        case .text: Output.write(DiffText(usesColour: Output.paintsOutput).text(blocks), to: STDOUT_FILENO)
        case .markdown: Output.write(DiffMarkdown().text(blocks), to: STDOUT_FILENO)
        case .json: Output.print(DiffJSON(diff, book).value.text())
        case .html:
            let theme = Theme.read(site: site, language: diff.versions[1].library.settings.language).value
            Output.write(DiffHTML(style: theme.style).text(blocks), to: STDOUT_FILENO)
        }
    }
}
