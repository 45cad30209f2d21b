import ArgumentParser
import Diagnostics
import Previewing
import Site

/// `waymark serve`: the site as it will be, in the browser while it is written.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Shows the site in the browser while you write it; writes no files.",
        discussion: "Pages are shown with drafts, and with what their readers will not see. /_waymark/ lists it all.")

    @OptionGroup var common: CommonOptions

    @Option(name: .long, help: "The port to listen on; 0 for any free one.")
    var port: UInt16 = 8000

    @Option(name: .long, help: "The address to listen on; by default, only this machine can connect.")
    var host: String?

    func run() async throws {
        let options = CheckOptions(
            load: try common.loadOptions(), baseURL: common.baseURL, isStrict: common.strict)
        do throws(EnvironmentFailure) {
            try await preview(options, host: host, port: port, opened: welcome, refreshed: report)
        } catch {
            throw common.fail(error)
        }
    }

    private func welcome(_ address: PreviewAddress) {
        Output.print(address.site)
        if !common.quiet { Output.note("stop with Ctrl-C; \(address.overview) lists warnings and drafts") }
    }

    private func report(_ site: PreviewSite) {
        guard !common.quiet || !site.errors.isEmpty else { return }
        common.report(site.errors)
        if site.errors.isEmpty { Output.note("version \(site.version): no errors") }
    }
}
