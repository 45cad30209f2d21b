package import Content
package import Diagnostics
import Forms

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How links to other sites are checked.
package struct OutsideOptions: Sendable {
    /// The folder that holds `Content/`, next to which answers are kept.
    package var site: String
    /// Asks again what was answered lately.
    package var isFresh: Bool
    /// For one answer.
    package var timeout: Duration

    /// - Parameter timeout: for one answer, not for all.
    package init(site: String, isFresh: Bool, timeout: Duration = Limits.timeout) {
        self.site = site
        self.isFresh = isFresh
        self.timeout = timeout
    }
}

/// What a check of the links to other sites found.
package struct OutsideReport: Sendable {
    /// At the place of every link with something to say about it.
    package var diagnostics: [Diagnostic] = []
    /// Different addresses that the content names.
    package var addresses = 0
    /// Those of them that were asked for now; of the others the answer was known.
    package var asked = 0
    /// Why the answers could not be kept for the next time; nil if they were.
    package var unkept: EnvironmentFailure?
}

/// Requests the addresses of other sites that a site links to, each once: HEAD, then GET where that is refused.
///
/// - Parameter progress: told how many addresses are known, of how many.
/// - Throws: if not a single one of them can be reached, which says nothing about the links.
package func checkOutside(
    _ resolved: ResolvedLibrary, _ options: OutsideOptions, progress: @escaping (Int, Int) -> Void = { _, _ in }
) throws(EnvironmentFailure) -> OutsideReport {
    let links = resolved.outsideLinks
    let addresses = Set(links.compactMap(\.request)).sorted { $0.description < $1.description }
    var known = VerdictCache(site: options.site, now: time(nil))
    var verdicts: [WebAddress: Verdict] = [:]
    for address in addresses where !options.isFresh || known[address]?.word == "later" { verdicts[address] = known[address] }
    let open = addresses.filter { verdicts[$0] == nil }
    var report = OutsideReport(addresses: addresses.count, asked: open.count)
    if !open.isEmpty {
        let client = try Client(connectTime: min(Limits.connectTime, options.timeout), totalTime: options.timeout)
        var scheduler = RequestScheduler(Array(open.prefix(Limits.addresses)), client: client, progress: progress)
        let found = try scheduler.run()
        guard found.isConnected else { throw noNetwork(open.count, found.failure) }
        for address in open { verdicts[address] = found.verdicts[address] ?? .later(seconds: 0) }
        known.keep(found.verdicts)
        do throws(EnvironmentFailure) { try known.write() } catch { report.unkept = error }
    }
    let diagnostics = links.compactMap { link in
        Wording.diagnostic(link, link.request.flatMap { verdicts[$0] } ?? .broken("its address is incomplete"))
    }
    report.diagnostics = weighed(diagnostics, by: resolved.library.settings.checks)
    return report
}

private func noNetwork(_ count: Int, _ words: String?) -> EnvironmentFailure {
    EnvironmentFailure(
        "no other site can be reached (\(counted(count, "address", "addresses")) tried)" + (words.map { ": \($0)" } ?? ""),
        help: "check this machine's network connection; nothing is known about the links")
}
