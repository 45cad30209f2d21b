import ArgumentParser
import Diagnostics
import Forms
import Moving

/// `waymark move`: a page, a folder of pages, or a file next to a page in another place, and every link to it.
struct MoveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "move",
        abstract: "Moves a page, a folder of pages, a file next to a page or a questionnaire, and rewrites every link to it.",
        discussion: """
            Paths are those below Content. NEW/ with a slash at its end moves OLD into that folder. The old address of a page \
            stays as an alias in its front matter, that of a questionnaire in its file. All or nothing: a site that would have an error more is left as it is.
            """)

    @Argument(help: "The page, folder or file, such as section/page.md.")
    var old: String

    @Argument(help: "Its new path.")
    var new: String

    @Flag(name: .long, help: "Print the edits as git diff does, and change nothing.")
    var dryRun = false

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let planned = await planMove(from: old, to: new, try common.loadOptions())
        common.report(planned.diagnostics.sorted())
        guard let plan = planned.value, !(common.strict && !planned.diagnostics.isEmpty) else {
            if !common.quiet { Output.note("nothing was moved") }
            throw common.refusal(planned.diagnostics)
        }
        if dryRun { return Output.write(plan.diff, to: 1) }
        do throws(EnvironmentFailure) {
            try plan.carryOut()
        } catch {
            throw common.fail(error)
        }
        guard !common.quiet else { return }
        for line in summary(plan) { common.format == .text ? Output.print(line) : Output.note(line) }
    }

    private func summary(_ plan: MovePlan) -> [String] {
        let moved = plan.changes.filter(\.moves)
        let stayed = plan.changes.filter { !$0.moves }
        let count = moved.count > 1 ? " (\(moved.count) files)" : ""
        var lines = ["moved \(plan.old) to \(plan.new)\(count)"]
        if !plan.aliases.isEmpty {
            lines.append(
                plan.aliases.count == 1
                    ? "the old address \(plan.aliases[0]) redirects to it, with an alias in its \(Self.isQuestionnaire(plan.old) ? "file" : "front matter")"
                    : "\(plan.aliases.count) old addresses redirect to the new ones, with aliases in front matter")
        }
        if !stayed.isEmpty {
            let edits = stayed.reduce(0) { $0 + $1.edits }
            lines.append("changed \(counted(edits, "place")) in \(counted(stayed.count, "other file")): \(named(stayed.map(\.path)))")
        }
        return lines + ["next: waymark check"]
    }

    private static func isQuestionnaire(_ path: String) -> Bool { path.hasPrefix("questionnaires/") }

    private func named(_ paths: [String]) -> String {
        listed(paths.count > 6 ? paths.prefix(5) + ["\(paths.count - 5) more"] : paths)
    }
}

extension CommonOptions {
    /// The exit status of a command that did nothing: 1, or 2 where the machine refused.
    fileprivate func refusal(_ diagnostics: [Diagnostic]) -> ExitCode {
        let status = status(after: diagnostics)
        return status == .success ? ExitCode(1) : status
    }
}
