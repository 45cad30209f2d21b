import ArgumentParser
import Content
import Diagnostics
import Forms
import Scaffold
import Site

/// `waymark new`: starts that build.
struct NewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Starts a site, a page, a questionnaire, a data file or a translation. Existing files are not changed.",
        subcommands: [NewSite.self, NewPage.self, NewQuestionnaire.self, NewData.self, NewWords.self])
}

/// Options of commands that add to a site.
struct NewOptions: ParsableArguments {
    @Option(name: .long, help: "The folder that holds Content/.")
    var site = "."

    var files: AuthoredFiles { AuthoredFiles(root: site) }
}

struct NewSite: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "site", abstract: "A site with a front page, a section, a page and a questionnaire.")

    @Argument(help: "The folder to make it in; `.` for this one.")
    var folder: String

    func run() async throws {
        let folder = trimmed(self.folder)
        try await NewFiles(root: folder).make { () throws(Start.Refusal) in try .site(at: folder) }
    }

    /// Without slashes at the end, which a shell adds.
    private func trimmed(_ folder: String) -> String {
        var bare = folder[...]
        while bare.count > 1, bare.hasSuffix("/") { bare.removeLast() }
        return bare.isEmpty ? "." : String(bare)
    }
}

struct NewPage: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "page", abstract: "A page, and any pages of its folders that are missing.")

    @Argument(help: "Its path below Content: returns/how.")
    var path: String

    @OptionGroup var options: NewOptions

    func run() async throws {
        try await NewFiles(root: options.site).make { () throws(Start.Refusal) in
            try .page(path, site: options.files, folder: options.site)
        }
    }
}

struct NewQuestionnaire: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "questionnaire", abstract: "A questionnaire of two questions, with its cases.")

    @Argument(help: "Its name: lower-case letters, digits and hyphens.")
    var name: String

    @OptionGroup var options: NewOptions

    func run() async throws {
        try await NewFiles(root: options.site).make { () throws(Start.Refusal) in
            try .questionnaire(name, site: options.files, folder: options.site)
        }
    }
}

struct NewData: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "data", abstract: "A data file of a kind.",
        discussion: DataKind.allCases.map { "\($0.rawValue): \($0.meaning)" }.joined(separator: "\n"))

    @Argument(help: ArgumentHelp("What it holds: \(DataKind.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "kind"))
    var kind: DataKind

    @Argument(help: "Its name: lower-case letters, digits and hyphens.")
    var name: String

    @Option(name: .long, help: ArgumentHelp("Make a page that shows it too, at this path below Content.", valueName: "path"))
    var page: String?

    @OptionGroup var options: NewOptions

    func run() async throws {
        try await NewFiles(root: options.site).make { () throws(Start.Refusal) in
            try .data(kind, name, on: page, site: options.files, folder: options.site)
        }
    }
}

struct NewWords: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "words", abstract: "The texts of the theme, to translate into another language.")

    @Argument(help: "The tag of the language: fr, pt-BR.")
    var language: String

    @OptionGroup var options: NewOptions

    func run() async throws {
        try await NewFiles(root: options.site).make { () throws(Start.Refusal) in
            try .words(language, site: options.files, folder: options.site)
        }
    }
}

extension DataKind: ExpressibleByArgument {}
