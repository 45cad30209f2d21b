import ArgumentParser
import Content
import Diagnostics
import Forms
import Scaffold
import Site

/// Makes what `waymark new` was asked for, and says what it made and what comes next.
struct NewFiles {
    /// The site's folder.
    let root: String

    func make(_ plan: () throws(Start.Refusal) -> Start) async throws {
        let start: Start
        do throws(Start.Refusal) {
            start = try plan()
        } catch {
            Output.note("error: \(error.message)\n  = \(error.help)")
            throw ExitCode(1)
        }
        do throws(EnvironmentFailure) {
            try AuthoredFiles(root: root).create(start.files)
        } catch {
            throw Output.failed(error)
        }
        report(start)
        try await reportFindings(start)
    }

    private func report(_ start: Start) {
        let isSchema: (AuthoredFiles.File) -> Bool = { $0.path.hasPrefix(SchemaFile.folder + "/") }
        for file in start.files where !isSchema(file) { Output.print("created \(shown(file.path))") }
        if start.files.contains(where: isSchema) {
            Output.print("created \(shown(SchemaFile.folder))/: they let your code editor complete and check your files")
        }
        for path in start.kept { Output.print("kept \(shown(path)), which already existed") }
        Output.print("next:")
        for step in start.next { Output.print("  * \(step)") }
    }

    private func shown(_ path: String) -> String { joined(root == "." ? "" : root, path) }

    /// What `waymark check` says of the new files now: the truth, not a promise.
    private func reportFindings(_ start: Start) async throws {
        let made = Set(start.files.map(\.path))
        let options = LoadOptions(site: root, includesDrafts: false, today: try CommonOptions.today(), jobs: 1)
        let found = await check(CheckOptions(load: options)).diagnostics
        let ours = found.filter { made.contains($0.path ?? "") || $0.rule == "site/not-in-navigation" }
        guard !ours.isEmpty else { return }
        Output.note("`waymark check` says, until you change it:")
        Output.write(TextFormat(usesColour: Output.usesColour).text(ours), to: 2)
    }
}
