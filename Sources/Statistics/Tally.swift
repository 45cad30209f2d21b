package import Diagnostics
package import Forms
import Pages
import Search

/// Counts what logs tell: whole numbers of requests, and nothing that leads to a reader.
///
/// Addresses of the network, names of programs, referring pages and times of day are not kept for longer than a line takes.
package struct Tally {
    /// Requests that are no page shown to a reader, by why.
    package struct Others: Sendable {
        /// Programs that say that they are no reader.
        package var robots = 0
        /// Files that are requested only so that results are counted.
        package var counts = 0
        /// Pictures, styles, data: what a page brings with it.
        package var files = 0
        /// Requests that send something or ask for less than a page, and answers other than a page.
        package var others = 0
        /// For programs that the site does not run: somebody looks for a way in.
        package var probes = 0
        /// Before or after the days that were asked for.
        package var otherDays = 0
        /// Lines that tell of no request.
        package var unreadable = 0
    }

    /// All lines that tell of a request, on the days that were asked for.
    package private(set) var requests = 0
    /// Requests that showed a page to a reader, as far as a log can tell.
    package private(set) var views = 0
    /// All other requests, by why they are no views.
    package private(set) var others = Others()
    /// Requests whose program is not known, so that robots are among them.
    package private(set) var withoutAgent = 0
    /// Not shown because they may tell of a person, or are very long.
    package private(set) var withheld = 0
    /// The first and the last day of what was counted; nil while there is nothing.
    package private(set) var days: ClosedRange<Day>?

    /// By address.
    private(set) var pages: [String: Int] = [:]
    /// Addresses that are none of the site's pages as it is now, or all if no site is given.
    private(set) var otherPages = Frequencies()
    private(set) var searches = Frequencies()
    private(set) var missing = Frequencies()
    private(set) var aliases: [String: Int] = [:]
    private(set) var results: [SiteAddresses.Result: Int] = [:]
    /// Results as browsers counted them (`counts: outcomes`), by the path of the file: those that the site has.
    private(set) var counted: [String: Int] = [:]
    /// The others, or all if no site is given.
    private(set) var otherCounted = Frequencies()
    /// Questions of questionnaires shown without script.
    private(set) var steps = 0
    /// What is wrong with the logs themselves.
    package private(set) var problems: [String] = []

    let site: SiteAddresses?
    private let base: [UInt8]
    private let wanted: ClosedRange<Day>?

    /// - Parameters:
    ///   - site: what the addresses mean; nil if that is not known.
    ///   - days: only requests of these days count.
    package init(site: SiteAddresses?, days: ClosedRange<Day>?) {
        self.site = site
        base = Array((site?.base ?? "/").utf8)
        wanted = days
    }

    /// Counts a whole log.
    package mutating func add(_ log: LogFile) throws(EnvironmentFailure) {
        var tally = self
        let problem = try log.readLines { bytes, line in tally.add(bytes, line) }
        self = tally
        if let problem { problems.append(problem) }
    }

    private mutating func add(_ bytes: [UInt8], _ run: Range<Int>) {
        guard let line = LogLine(bytes, run) else {
            others.unreadable += 1
            return
        }
        if let wanted, !wanted.contains(line.day) {
            others.otherDays += 1
            return
        }
        requests += 1
        days = days.map { min($0.lowerBound, line.day)...max($0.upperBound, line.day) } ?? line.day...line.day
        if let agent = line.agent {
            if Robots.isRobot(bytes, agent) {
                others.robots += 1
                return
            }
        } else {
            withoutAgent += 1
        }
        guard bytes[line.method].elementsEqual("GET".utf8), let target = RequestedPath(bytes, line.target, base: base) else {
            others.others += 1
            return
        }
        switch line.status {
        case 200, 304: addShown(target)
        case 301, 302, 303, 307, 308: if !addAlias(target.path) { others.others += 1 }
        case 404, 410: addMissing(target.path)
        default: others.others += 1
        }
    }

    private mutating func addShown(_ target: RequestedPath) {
        let path = target.path
        if addAlias(path) { return }
        guard path.isEmpty || path.hasSuffix("/") else {
            if ResultCounts(path: path) != nil { addCounted(path) } else { others.files += 1 }
            return
        }
        views += 1
        if let search = target.search?.split(whereSeparator: \.isWhitespace).joined(separator: " "), !search.isEmpty {
            note(search.lowercased(), in: \.searches)
        }
        guard let site else { return note("/" + path, in: \.otherPages) }
        if site.titles[path] != nil {
            pages[path, default: 0] += 1
        } else if let step = site.steps[path] {
            if let step { results[step, default: 0] += 1 } else { steps += 1 }
        } else {
            note("/" + path, in: \.otherPages)
        }
    }

    private mutating func addCounted(_ path: String) {
        others.counts += 1
        if site?.countedFiles.contains(path) == true {
            counted[path, default: 0] += 1
        } else {
            note(path, in: \.otherCounted)
        }
    }

    /// Whether the path is an old address, which is counted as such.
    private mutating func addAlias(_ path: String) -> Bool {
        let address = site?.aliases[path] != nil || path.isEmpty || path.hasSuffix("/") ? path : path + "/"
        guard site?.aliases[address] != nil else { return false }
        aliases[address, default: 0] += 1
        return true
    }

    private mutating func addMissing(_ path: String) {
        if addAlias(path) { return }
        // A page that was open while the site changed asks for a result that is no more.
        if ResultCounts(path: path) != nil { return others.others += 1 }
        if Tally.isProbe(path) { others.probes += 1 } else { note("/" + path, in: \.missing) }
    }

    private mutating func note(_ text: String, in list: WritableKeyPath<Tally, Frequencies>) {
        if let shown = Privacy.shown(text) { self[keyPath: list].add(shown) } else { withheld += 1 }
    }

    /// Files of other programs and hidden ones: nobody links to them.
    private static func isProbe(_ path: String) -> Bool {
        let small = path.lowercased()
        return small.hasPrefix(".") || small.contains("/.") || small.hasPrefix("wp-") || small.contains("/wp-")
            || small.hasPrefix("cgi-bin/") || probeEndings.contains { small.hasSuffix($0) }
    }

    private static let probeEndings = [
        ".php", ".php7", ".asp", ".aspx", ".jsp", ".cgi", ".do", ".action", ".env", ".bak", ".sql", ".ini", ".yml", ".sh", ".exe",
    ]
}
