import ArgumentParser
import Diagnostics

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The program: one file of this folder for each command.
@main
struct Waymark: AsyncParsableCommand {
    static func main() async {
        // A reader of the output that goes away is no reason to die: writing fails, and the exit status stays true.
        signal(SIGPIPE, SIG_IGN)
        checkProcesses()
        Output.watchEnd()
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand { try await asynchronous.run() } else { try command.run() }
        } catch {
            exit(withError: TypedFolder.explained(error))
        }
    }

    /// Swift's library reads the arguments from `/proc`, and libdispatch counts its threads there: without it the one would see none, and
    /// the other would end the program at any moment.
    private static func checkProcesses() {
        #if os(Linux)
            guard unsafe access("/proc/self/stat", R_OK) != 0 else { return }
            let failure = EnvironmentFailure(
                "/proc is not mounted, and Swift's library needs it", help: "run `mount -t proc proc /proc` in this root folder first")
            exit(withError: Output.failed(failure))
        #endif
    }

    static let configuration = CommandConfiguration(
        commandName: "waymark",
        abstract: "Turns a folder of policy content into a website that gives people the right answer.",
        version: "waymark 0.2.0",
        subcommands: [
            BuildCommand.self, CheckCommand.self, ExplainCommand.self, AskCommand.self, TestCommand.self, GraphCommand.self,
            ServeCommand.self, NewCommand.self, SchemaCommand.self, MoveCommand.self, StatsCommand.self, DiffCommand.self,
        ])
}
