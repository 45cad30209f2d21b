import ArgumentParser
import Diagnostics
import Forms

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Where a process's words go: people's to standard error, programs' to standard output.
enum Output {
    /// Writes text to a descriptor. Where standard output does not take it, the program ends with status 2: what asked for
    /// the output has to know that it is not whole.
    static func write(_ text: String, to descriptor: Int32) { write(Array(text.utf8), to: descriptor) }

    /// The same for bytes.
    static func write(_ bytes: [UInt8], to descriptor: Int32) {
        if !writeAll(bytes, to: descriptor), descriptor == STDOUT_FILENO { endUnwritten() }
    }

    /// Says why standard output does not take more, and ends the program.
    private static func endUnwritten() -> Never {
        let reason = unsafe String(cString: strerror(errno))
        note("error: the output cannot be written: \(reason)")
        _exit(2)
    }

    /// What libraries printed, such as a help text, reaches standard output when the program ends; only then it shows
    /// whether it could be written.
    static func watchEnd() {
        atexit {
            // All streams: naming standard output itself is not safe for Swift, and no other is written.
            if fflush(nil) != 0 { Output.endUnwritten() }
        }
    }

    static func print(_ text: String) { write(text + "\n", to: STDOUT_FILENO) }
    static func note(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

    /// Says what the machine refused: the exit status is 2.
    static func failed(_ failure: EnvironmentFailure) -> ExitCode {
        note("error: \(failure.message)" + (failure.help.map { "\n  = \($0)" } ?? ""))
        return ExitCode(2)
    }

    /// Says why a command cannot use what was typed, as other errors are told: without the usage, which would not help.
    static func unusable(_ message: String, help: String?) -> ExitCode {
        note("error: \(message)" + (help.map { "\n  = \($0)" } ?? ""))
        return .validationFailure
    }

    /// Whether people read standard error on a terminal.
    static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Colour is for terminals, and for nobody who sets `NO_COLOR` (no-color.org).
    static var usesColour: Bool { isTerminal && allowsColour }

    /// The same where the answer itself, on standard output, is for people.
    static var paintsOutput: Bool { isatty(STDOUT_FILENO) == 1 && allowsColour }

    private static var allowsColour: Bool { environment("NO_COLOR") == nil && environment("TERM") != "dumb" }
}

extension CommonOptions {
    /// Prints what was found, in the format that was asked for.
    func report(_ diagnostics: [Diagnostic]) {
        let shown = quiet ? diagnostics.filter { $0.severity == .error } : diagnostics
        switch format {
        case .text: Output.write(TextFormat(usesColour: Output.usesColour).text(shown), to: STDERR_FILENO)
        case .json: Output.write(JSONFormat.text(shown), to: STDOUT_FILENO)
        case .github: Output.write(GitHubFormat.text(shown, below: folderInRepository(site)), to: STDOUT_FILENO)
        case .sarif: Output.write(SARIFFormat.text(shown, below: folderInRepository(site)), to: STDOUT_FILENO)
        }
    }

    /// The exit status after these diagnostics: 0, 1 for content that has errors, 2 where the machine refused.
    func status(after diagnostics: [Diagnostic]) -> ExitCode {
        if diagnostics.contains(where: { $0.rule.name.hasPrefix("environment/") }) { return ExitCode(2) }
        return diagnostics.hasErrors || (strict && !diagnostics.isEmpty) ? ExitCode(1) : .success
    }

    /// Says what the machine refused, and ends with status 2.
    func fail(_ failure: EnvironmentFailure) -> ExitCode { Output.failed(failure) }
}
