import ArgumentParser
import Decision
import Diagnostics
import Forms
import Site
import Wording

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// `waymark test --accept`: what cases expect of a policy that has changed, by cause, and the files that would expect what it says now.
struct AcceptedCases {
    let common: CommonOptions
    /// Whether somebody has to agree first.
    let asks: Bool
    let today: Day

    /// How many cases are named of each cause.
    private static let named = 3

    /// - Parameter status: that of the site without its failed cases.
    /// - Returns: success if no case fails any more.
    func run(_ proved: [ProvedQuestionnaire], _ status: ExitCode) throws -> ExitCode {
        var files: [AlteredCases.File] = []
        var isOpen = false
        for found in proved where found.results.contains(where: { !$0.passed }) {
            let altered = AlteredCases(found.results, found.diagram, today: today, words: found.words, wording: .english)
            show(altered, of: found.diagram.questionnaire.name)
            files += altered.files
            isOpen = isOpen || !altered.open.isEmpty
        }
        guard !files.isEmpty else {
            if !isOpen, !common.quiet { Output.note("no case expects anything else than it gets") }
            return isOpen ? ExitCode(1) : status
        }
        guard isAgreed(files) else { return ExitCode(1) }
        do throws(EnvironmentFailure) { try write(files) } catch { throw common.fail(error) }
        return isOpen ? ExitCode(1) : status
    }

    private func show(_ altered: AlteredCases, of name: Identifier) {
        let all = altered.causes.map { ($0, true) } + altered.open.map { ($0, false) }
        for (cause, isAccepted) in all {
            guard common.format == .text else {
                Output.print(json(cause, of: name, isAccepted).text())
                continue
            }
            let words = TerminalStyle.clean(cause.words)
            let note = isAccepted ? "" : ": for you to change"
            Output.print("\(name): \(words): \(counted(cause.cases.count, "case"))\(note)")
            for result in cause.cases.prefix(Self.named) {
                Output.print("  \(result.file.path):\(result.place.start.line): \(TerminalStyle.clean(result.name))")
            }
            let others = cause.cases.count - Self.named
            if others > 0 { Output.print("  and \(others) more") }
        }
    }

    private func json(_ cause: AlteredCases.Cause, of name: Identifier, _ isAccepted: Bool) -> JSONValue {
        .object([
            ("questionnaire", .string("\(name)")), ("cause", .string(cause.words)), ("accepted", .bool(isAccepted)),
            (
                "cases",
                .array(
                    cause.cases.map {
                        .object([
                            ("name", .string($0.name)), ("file", .string($0.file.path)), ("line", .number($0.place.start.line)),
                        ])
                    })
            ),
        ])
    }

    private func isAgreed(_ files: [AlteredCases.File]) -> Bool {
        guard asks else { return true }
        guard common.format == .text, isatty(STDIN_FILENO) == 1, Output.isTerminal else {
            Output.note("nothing was written\n  = to write it without being asked, add --yes")
            return false
        }
        let cases = files.reduce(0) { $0 + $1.cases }
        let places = files.count == 1 ? files[0].source.path : counted(files.count, "file")
        Output.write("rewrite \(counted(cases, "case")) in \(places)? [y/N] ", to: STDERR_FILENO)
        let typed = (readLine() ?? "").lowercased()
        guard typed == "y" || typed == "yes" else {
            Output.note("nothing was written")
            return false
        }
        return true
    }

    /// Each file in one step, if it is still what was read.
    private func write(_ files: [AlteredCases.File]) throws(EnvironmentFailure) {
        var written: [AuthoredFiles.File] = []
        for file in files {
            let path = file.source.path
            guard case .success(let bytes) = InputFile.bytes(joined(common.site, path), shown: path, limit: Limits.textBytes),
                case .success(let now) = InputFile.text(of: bytes, shown: path), now.bytes == file.source.bytes
            else { throw EnvironmentFailure("\(path) changed meanwhile, and nothing was written", help: "run the command again") }
            let edited = EditedFile(path: path, source: file.source, bytes: bytes, edits: file.edits)
            written.append(AuthoredFiles.File(path, bytes: edited.result))
        }
        let authored = AuthoredFiles(root: common.site)
        for file in written where try authored.replace(file) {
            if !common.quiet { Output.note("rewrote \(file.path)") }
        }
    }
}
