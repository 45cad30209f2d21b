import Content
import Decision
import Diagnostics
import Forms
import Pages

/// A JSON Schema as a file, for editors that show while one types what a file may hold.
package struct SchemaFile: Sendable {
    /// The folder next to `Content/` in which the files are if nothing else is said.
    package static let folder = "Schemas"

    /// What it describes: `products`, `page`.
    package let subject: String
    /// JSON in UTF-8.
    package let bytes: [UInt8]

    /// The name of the file, without a folder.
    package var name: String { SchemaFile.name(of: subject) }

    /// Where it is below the site's folder if nothing else is said.
    package var path: String { SchemaFile.path(of: subject) }

    static func path(of subject: String) -> String { folder + "/" + name(of: subject) }

    private init(_ subject: String, _ document: JSONValue) {
        self.subject = subject
        bytes = Array(document.laidOut.utf8)
    }

    static func name(of subject: String) -> String { subject + ".schema.json" }

    /// The comment that makes editors use a schema.
    ///
    /// - Parameter folder: the folder of the file that gets the line, below the site's: `Content/data`.
    package static func comment(_ subject: String, in folder: String) -> String {
        let up = String(repeating: "../", count: folder.split(separator: "/").count)
        return "# yaml-language-server: $schema=\(up)\(self.folder)/\(name(of: subject))\n"
    }

    /// The schemas of every file that an editor writes, in the order of their names.
    package static var all: [SchemaFile] {
        let kinds = DataKind.allCases.map { kind in
            SchemaFile(
                kind.rawValue,
                JSONSchema.document(
                    kind.schema, title: "Data of the kind \(kind.rawValue)", summary: "Content/data/NAME.yaml: \(kind.meaning)."))
        }
        let others = [
            SchemaFile(
                "site", JSONSchema.document(SiteSettings.schema, title: "Settings of a site", summary: "Content/site.yaml.")),
            SchemaFile(
                "page",
                JSONSchema.document(
                    FrontMatter.schema, title: "Front matter of a page",
                    summary: "The fields between the two --- lines at the top of a page.")),
            SchemaFile("data", anyData),
            SchemaFile(
                "questionnaire",
                JSONSchema.document(
                    QuestionnaireShape.schema, title: "A questionnaire",
                    summary: "Content/questionnaires/NAME.yaml: policy as rules, from which the questions follow.")),
            SchemaFile(
                "rules",
                JSONSchema.document(
                    SharedRulesShape.schema, title: "Shared rules",
                    summary: "Content/questionnaires/shared/NAME.yaml: questions, facts and amounts that several questionnaires use.")),
            SchemaFile(
                "cases",
                JSONSchema.document(
                    QuestionnaireShape.cases, title: "Cases of a questionnaire",
                    summary: "Content/questionnaires/NAME.cases.yaml: examples that must stay true.")),
            SchemaFile(
                "said",
                JSONSchema.document(
                    SentenceShape.schema, title: "Sentences of readers",
                    summary: "Content/questionnaires/NAME.said.yaml: what readers type, and what it must mean.")),
            SchemaFile(
                "words",
                JSONSchema.document(
                    ThemeWords.schema, title: "Words of the theme",
                    summary: "Templates/words/LANGUAGE.yaml: the theme's own texts, in another language or other words.")),
        ]
        return (kinds + others).sorted { $0.subject < $1.subject }
    }

    /// A file of any kind: its `kind` says which.
    private static var anyData: JSONValue {
        JSONSchema.document(title: "Data", summary: "Content/data/NAME.yaml: one data file, of one kind.") { maker in
            let kind =
                [("description", JSONValue.string("What the file holds."))] + maker.fields(of: Shape<DataKind>.choice { $0.meaning }.schema)
            let forms = DataKind.allCases.map { kind in
                let isKind: [(String, JSONValue)] = [
                    ("required", .array([.string("kind")])),
                    ("properties", .object([("kind", .object([("const", .string(kind.rawValue))]))])),
                ]
                return JSONValue.object([("if", .object(isKind)), ("then", maker.json(kind.schema))])
            }
            return [
                ("type", .string("object")), ("required", .array([.string("kind")])),
                ("properties", .object([("kind", .object(kind))])), ("allOf", .array(forms)),
            ]
        }
    }
}
