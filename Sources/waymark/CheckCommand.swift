import ArgumentParser
import Content
import Diagnostics
import Site

/// `waymark check`: everything that a build checks, writing nothing.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Checks everything that a build checks, and writes nothing.")

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let options = BuildOptions(
            load: try common.loadOptions(), output: "", baseURL: common.baseURL, isStrict: common.strict)
        let checked = await check(options)
        common.report(checked.diagnostics)
        let status = common.status(after: checked.diagnostics)
        guard status == .success else { throw status }
        if !common.quiet, common.format == .text { Output.print("no errors") }
    }
}
