import ArgumentParser
import CArguments

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
        Output.watchEnd()
        await main(arguments)
    }

    /// Without the name of the program.
    private static var arguments: [String] {
        (1..<max(1, waymark_argument_count())).map { unsafe String(cString: waymark_argument($0)) }
    }

    static let configuration = CommandConfiguration(
        commandName: "waymark",
        abstract: "Turns a folder of policy content into a website that gives people the right answer.",
        version: "waymark 0.2.0",
        subcommands: [
            BuildCommand.self, CheckCommand.self, ExplainCommand.self, AskCommand.self, TestCommand.self, GraphCommand.self,
            ServeCommand.self, NewCommand.self, SchemaCommand.self, MoveCommand.self, StatsCommand.self,
        ])
}
