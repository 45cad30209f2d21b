import ArgumentParser
import Diagnostics
import Forms
import Preview
import Site

/// `waymark serve`: the site as it will be, in the browser while it is written.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Shows the site in the browser while it is written; writes nothing.",
        discussion: "Pages are shown with drafts, and with what their readers will not see. /_waymark/ lists it all.")

    @OptionGroup var common: CommonOptions

    @Option(name: .long, help: "The port to listen on; 0 for any that is free.")
    var port: UInt16 = 8000

    @Option(name: .long, help: "The address to listen on, in place of this machine alone.")
    var host: String?

    func run() async throws {
        let options = CheckOptions(
            load: try common.loadOptions(), baseURL: common.baseURL, isStrict: common.strict)
        do throws(EnvironmentFailure) {
            try await onOwnThread { () throws(EnvironmentFailure) in try serve(options) }
        } catch {
            throw common.fail(error)
        }
    }

    /// Three parts: the loop answers browsers and hears of changes on this thread; a task refreshes the site whenever
    /// there were some; a mailbox brings each new version back to the loop.
    private func serve(_ options: CheckOptions) throws(EnvironmentFailure) {
        let listener = try Listener(host: host, port: port)
        let answers = PreviewAnswers()
        let server = Server(
            listener: listener, hosts: HostNames(host: host, port: listener.port),
            policy: PreviewSite.contentSecurityPolicy, site: answers.answer)
        let versions = try Mailbox<PreviewSite> { site in
            answers.site = site
            server.announce(News(version: answers.version, state: answers.state, errors: site.errors))
            report(site)
        }
        let (changes, change) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let folders = ["Content", "Templates"].map { joined(common.site, $0) }
        let watcher = try Watcher(folders) { change.yield() }
        var loop: Loop?
        let interruption = try Interruption { loop?.stop() }
        let entrance = versions.entrance
        let refreshing = Task {
            var session = PreviewSession(options)
            entrance.post(await session.refresh())
            for await _ in changes { entrance.post(await session.refresh()) }
        }
        welcome(listener)
        let running = Loop([server, versions, watcher, interruption])
        loop = running
        running.run()
        refreshing.cancel()
    }

    private func welcome(_ listener: Listener) {
        let name = HostNames.written(host.map { ["0.0.0.0", "::"].contains($0) ? "localhost" : $0 } ?? "localhost")
        Output.print("http://\(name):\(listener.port)/")
        if !common.quiet {
            Output.note("stop with Ctrl-C; http://\(name):\(listener.port)/\(BrowserFiles.folder) lists warnings and drafts")
        }
    }

    private func report(_ site: PreviewSite) {
        guard !common.quiet || !site.errors.isEmpty else { return }
        common.report(site.errors)
        if site.errors.isEmpty { Output.note("version \(site.version): no errors") }
    }
}
