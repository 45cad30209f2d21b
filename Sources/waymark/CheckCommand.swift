import ArgumentParser
import Content
import Diagnostics
import Site

/// `waymark check`: everything that a build checks, writing nothing.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Checks everything that a build checks, and writes nothing.")

    @Option(name: .long, help: "Only what this owner keeps, with the list of its reviews.")
    var owner: String?

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let options = BuildOptions(
            load: try common.loadOptions(), output: "", baseURL: common.baseURL, isStrict: common.strict)
        guard let owner else { return try finish(after: await check(options).diagnostics) }
        let (owned, owners) = await check(options, owner: owner)
        guard let owned else {
            let help =
                Suggestion.help(for: owner, among: owners) ?? (owners.isEmpty ? "nothing has an `owner`" : "there are \(listed(owners))")
            throw ValidationError("nobody called \"\(owner)\" keeps anything here; \(help)")
        }
        let lines = ReviewLines(owned)
        if common.format == .json { Output.write(lines.json, to: 1) }
        if common.format == .text, !common.quiet { Output.write(lines.text, to: 1) }
        try finish(after: owned.diagnostics)
    }

    private func finish(after diagnostics: [Diagnostic]) throws {
        common.report(diagnostics)
        let status = common.status(after: diagnostics)
        guard status == .success else { throw status }
        if !common.quiet, common.format == .text { Output.print("no errors") }
    }
}
