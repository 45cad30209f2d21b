import ArgumentParser
import Content
import Diagnostics
import Forms
import Outside
import Site

/// `waymark check`: everything that a build checks, writing nothing.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Checks everything that a build checks, and writes nothing.",
        discussion: """
            With --external the web addresses that the site links to are asked for as well, which no build does. Answers are \
            kept beside Content in .waymark/outside, good ones for a week.
            """)

    @Flag(name: .long, help: "Check the links to other sites too.")
    var external = false

    @Flag(name: .long, help: "With --external, check again the links that were checked recently.")
    var fresh = false

    @Option(name: .long, help: "With --external, how many seconds to wait for a response.")
    var timeout: Int?

    @Option(name: .long, help: "Check only what this owner keeps up to date, and list its reviews.")
    var owner: String?

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if fresh || timeout != nil, !external { throw ValidationError("--fresh and --timeout go with --external") }
        if let timeout, !(1...600).contains(timeout) { throw ValidationError("--timeout takes seconds from 1 to 600") }
    }

    func run() async throws {
        let options = CheckOptions(load: try common.loadOptions(), baseURL: common.baseURL, isStrict: common.strict)
        guard let owner else { return try await finish(after: await check(options).diagnostics, options) { _ in true } }
        let (owned, owners) = await check(options, owner: owner)
        guard let owned else {
            let help =
                Suggestion.help(for: owner, among: owners) ?? (owners.isEmpty ? "nothing has an `owner`" : Suggestion.thereAre(owners))
            throw Output.unusable("nothing has the owner \"\(owner)\"", help: help)
        }
        if common.format == .text, !common.quiet { Output.write(ReviewLines(owned).text, to: 1) }
        try await finish(after: owned.diagnostics, options, concerning: owned.concerns)
    }

    /// - Parameter concerning: whether a message about an external address belongs to what was asked for.
    private func finish(
        after found: [Diagnostic], _ options: CheckOptions, concerning: (Diagnostic) -> Bool
    ) async throws {
        var diagnostics = found
        if external {
            do throws(EnvironmentFailure) {
                diagnostics = (diagnostics + (try await askOutside(options.load)).filter(concerning)).sorted()
            } catch {
                common.report(diagnostics)
                throw common.fail(error)
            }
        }
        common.report(diagnostics)
        let status = common.status(after: diagnostics)
        guard status == .success else { throw status }
        guard !common.quiet, common.format == .text else { return }
        Output.print("no errors")
        if owner == nil { ElseLines(await Content.load(options.load).value, site: common.site).show() }
    }

    private func askOutside(_ load: LoadOptions) async throws(EnvironmentFailure) -> [Diagnostic] {
        var options = OutsideOptions(site: load.site, isFresh: fresh)
        if let timeout { options.timeout = .seconds(timeout) }
        let progress = Progress(isShown: Output.isTerminal && !common.quiet && common.format == .text)
        defer { progress.clear() }
        let resolved = await Content.load(load).value
        let report = try checkOutside(resolved, options) { progress.show($0, of: $1, "addresses") }
        progress.clear()
        if let unkept = report.unkept { _ = common.fail(unkept) }
        if !common.quiet {
            Output.note("\(counted(report.addresses, "external address", "external addresses")), \(report.asked) of them checked now")
        }
        return report.diagnostics
    }
}
