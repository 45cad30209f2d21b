import ArgumentParser

/// The program: one file of this folder for each command.
@main
struct Waymark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "waymark",
        abstract: "Turns a folder of policy content into a website that gives people the right answer.",
        subcommands: [BuildCommand.self, CheckCommand.self, AskCommand.self])
}
