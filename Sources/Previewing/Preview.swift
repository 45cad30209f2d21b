import Content
package import Diagnostics
import Forms
import Pages
import Serving
package import Site

/// Where a running preview is reached.
package struct PreviewAddress: Sendable {
    /// The front page of the site.
    package let site: String
    /// The page that lists errors, warnings and drafts.
    package var overview: String { site + PreviewPaths.folder }

    /// A server that listens on every address of the machine is reached from it by its own name.
    init(host: String?, port: UInt16) {
        let name = host.map { ["0.0.0.0", "::"].contains($0) ? "localhost" : $0 } ?? "localhost"
        site = "http://\(HostNames.written(name)):\(port)/"
    }
}

/// Shows a site in browsers while it is written, until a signal ends the program.
///
/// - Parameters:
///   - host: the address to listen on; nil for this machine alone.
///   - port: 0 for any that is free.
///   - opened: told, once, where it is reached.
///   - refreshed: told each version of the site.
package func preview(
    _ options: CheckOptions, host: String?, port: UInt16, opened: @escaping @Sendable (PreviewAddress) -> Void,
    refreshed: @escaping @Sendable (PreviewSite) -> Void
) async throws(EnvironmentFailure) {
    try await onDedicatedThread { () throws(EnvironmentFailure) in
        try serve(options, Listener(host: host, port: port), host: host, opened, refreshed)
    }
}

/// Three parts: the loop answers browsers and hears of changes on this thread; a task refreshes the site whenever there were
/// some; a mailbox brings each new version back to the loop.
private func serve(
    _ options: CheckOptions, _ listener: Listener, host: String?, _ opened: (PreviewAddress) -> Void,
    _ refreshed: @escaping (PreviewSite) -> Void
) throws(EnvironmentFailure) {
    let responder = PreviewResponder(SearchIndexer(jobs: options.load.jobs), language: language(of: options.load.site))
    let server = try Server(
        listener: listener, hosts: HostNames(host: host, port: listener.port), policy: SiteRenderer.contentSecurityPolicy,
        respond: responder.reply)
    let versions = try Mailbox<PreviewSite> { site in
        responder.show(site)
        server.announce(responder.state(of: site))
        refreshed(site)
    }
    // Changes during a refresh are one change after it.
    let (changes, change) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    let watcher = try Watcher(["Content", "Templates"].map { joined(options.load.site, $0) }) { change.yield() }
    var loop: EventLoop?
    let interruption = try SignalHandler { loop?.stop() }
    let sender = versions.sender
    let refreshing = Task {
        var session = PreviewSession(options)
        sender.post(await session.refresh())
        for await _ in changes { sender.post(await session.refresh()) }
    }
    opened(PreviewAddress(host: host, port: listener.port))
    let running = EventLoop([server, versions, watcher, interruption])
    loop = running
    running.run()
    refreshing.cancel()
}
