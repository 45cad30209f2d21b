import ArgumentParser
import Content
import Diagnostics
import Forms
import Pages

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Options of every command that reads a site.
struct CommonOptions: ParsableArguments {
    /// How messages are written.
    enum Format: String, CaseIterable, ExpressibleByArgument { case text, json, github, sarif }

    @Option(name: .long, help: "The folder that holds Content/.")
    var site = "."

    @Option(name: .long, help: "The format of messages: text, json, github or sarif.")
    var format = Format.text

    @Flag(name: .long, help: "Treat warnings as errors.")
    var strict = false

    @Flag(name: .long, help: "Print errors only.")
    var quiet = false

    @Option(name: .long, help: "How many pages are read and rendered at once.")
    var jobs: Int?

    @Flag(name: .long, help: "Publish drafts too.")
    var drafts = false

    @Option(name: .customLong("as-of"), help: "The day to build for, such as 2026-11-21, instead of today.")
    var asOf: String?

    @Option(name: .customLong("base-url"), help: "The public address of the site, instead of the one in site.yaml.")
    var baseURL: String?

    func validate() throws {
        try CommonOptions.check(asOf: asOf)
        try CommonOptions.check(jobs: jobs)
        if let baseURL, !SiteSettings.isSiteAddress(baseURL) {
            throw ValidationError(
                "--base-url takes a web address that ends in a slash, such as https://example.org/help/")
        }
    }

    /// How the content is to be loaded.
    func loadOptions() throws -> LoadOptions {
        CommonOptions.loadOptions(site: site, includesDrafts: drafts, today: try CommonOptions.today(asOf), jobs: jobs)
    }

    /// How the content of a site is to be loaded, with values as its theme writes them.
    ///
    /// - Parameter jobs: nil for all processors.
    static func loadOptions(site: String, includesDrafts: Bool, today: Day, jobs: Int?) -> LoadOptions {
        LoadOptions(
            site: site, includesDrafts: includesDrafts, today: today, jobs: jobs ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))),
            valueStyle: { Theme.valueStyle(site: site, language: $0) })
    }

    /// Refuses what is no day.
    static func check(asOf day: String?) throws {
        if let day, Day(day) == nil { throw ValidationError("--as-of takes a day such as 2026-11-21, not \"\(day)\"") }
    }

    /// Refuses what is no number of processors.
    static func check(jobs: Int?) throws {
        if let jobs, !(1...1024).contains(jobs) { throw ValidationError("--jobs takes a number from 1 to 1024") }
    }

    /// `--as-of`, then `SOURCE_DATE_EPOCH` (reproducible-builds.org), then the clock, in UTC: the same for everybody.
    static func today(_ asOf: String? = nil) throws -> Day {
        if let day = asOf.flatMap({ Day($0) }) { return day }
        if let epoch = environment("SOURCE_DATE_EPOCH") {
            guard let seconds = Int(epoch), let day = Day(secondsSinceEpoch: seconds) else {
                throw ValidationError("SOURCE_DATE_EPOCH must be a number of seconds, not \"\(epoch)\"")
            }
            return day
        }
        guard let day = Day(secondsSinceEpoch: time(nil)) else {
            throw ValidationError("the clock of this machine is wrong")
        }
        return day
    }
}

extension Day {
    fileprivate init?(secondsSinceEpoch seconds: Int) {
        self.init(number: seconds / 86_400 - (seconds % 86_400 < 0 ? 1 : 0))
    }
}

/// A variable of the environment; nil if it is not set or empty.
func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
}
