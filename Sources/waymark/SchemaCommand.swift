import ArgumentParser
import Diagnostics
import Forms
import Scaffold
import Site

/// `waymark schema`: what each file may hold, for editors.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Writes JSON Schemas for the files of a site, so that code editors can complete and check them.",
        discussion: """
            An editor uses one when the first line of a YAML file names it: \
            `# yaml-language-server: $schema=../../Schemas/products.schema.json`. `waymark new` writes that line. \
            Files that are the same already are not touched.
            """)

    @Argument(help: "The folder to write into; by default, Schemas next to Content.")
    var folder: String?

    @Option(name: .long, help: "The folder that holds Content/.")
    var site = "."

    @Flag(name: .long, help: "Print errors only.")
    var quiet = false

    func run() throws {
        let target = folder ?? joined(site == "." ? "" : site, SchemaFile.folder)
        let files = AuthoredFiles(root: target)
        let schemas = SchemaFile.all
        var written = 0
        do throws(EnvironmentFailure) {
            for schema in schemas where try files.replace(AuthoredFiles.File(schema.name, bytes: schema.bytes)) { written += 1 }
        } catch {
            throw Output.failed(error)
        }
        guard !quiet else { return }
        Output.print(
            written == 0
                ? "\(counted(schemas.count, "schema")) in \(target), all unchanged"
                : "\(counted(schemas.count, "schema")) in \(target), \(written) of them written")
    }
}
