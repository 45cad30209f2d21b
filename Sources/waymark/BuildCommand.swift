import ArgumentParser
import Content
import Diagnostics
import Differences
import Forms
import Site

/// `waymark build`: the whole site, at once or not at all.
struct BuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Checks the content and publishes the whole site, at once or not at all.")

    @OptionGroup var common: CommonOptions

    @Option(name: .long, help: "The folder to publish into; by default, Public next to Content.")
    var output: String?

    func run() async throws {
        let folder = output ?? joined(common.site == "." ? "" : common.site, "Public")
        var options = CheckOptions(load: try common.loadOptions(), baseURL: common.baseURL, isStrict: common.strict)
        let reading = ReaderChangesReading(options.load, cache: .ofUser(environment))
        options.changes = { await reading.changes(for: $0, $1) }
        let progress = Progress(isShown: Output.isTerminal && !common.quiet && common.format == .text)
        let clock = ContinuousClock()
        let start = clock.now
        let built: Checked<BuildReport?>
        do {
            built = try await build(options, into: folder, cache: .ofUser(environment), progress: { progress.show($0, of: $1) }) { holder in
                progress.clear()
                if !common.quiet { Output.note("waiting: \(holder)") }
            }
        } catch {
            progress.clear()
            throw common.fail(error)
        }
        progress.clear()
        common.report(built.diagnostics)
        guard let report = built.value else {
            if !common.quiet { Output.note("nothing was published") }
            throw common.status(after: built.diagnostics)
        }
        guard !common.quiet else { return }
        for note in report.notes { Output.note("note: " + note) }
        for line in [summary(report, in: folder, time: clock.now - start), "to view it: python3 -m http.server -d \(folder)"] {
            common.format == .text ? Output.print(line) : Output.note(line)
        }
    }

    private func summary(_ report: BuildReport, in folder: String, time: Duration) -> String {
        let hundredths = Int(time / .milliseconds(10))
        let seconds = "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100) s"
        if report.isUnchanged {
            return
                "nothing has changed since \(counted(report.pages, "page")), \(report.files) files, \(size(report.bytes)) were published "
                + "into \(folder); checked in \(seconds)"
        }
        return
            "published \(counted(report.pages, "page")), \(report.files) files, \(size(report.bytes)) into \(folder) in \(seconds)"
    }

    private func size(_ bytes: Int) -> String {
        let tenths = bytes / 100_000
        return bytes < 1_000_000 ? "\(bytes / 1000) kB" : "\(tenths / 10).\(tenths % 10) MB"
    }
}
