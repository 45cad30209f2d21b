import Diagnostics
import Forms

/// The files of `Content/`, sorted by what becomes of them.
struct ContentFiles {
    var hasSettings = false
    var pages: [PagePath] = []
    var data: [(name: Identifier, path: String)] = []
    var questionnaires: [(name: Identifier, path: String)] = []
    /// `questionnaires/shared/NAME.yaml`.
    var sharedRules: [(name: Identifier, path: String)] = []
    /// `questionnaires/NAME.cases.yaml` and `NAME.*.cases.yaml`.
    var cases: [String] = []
    /// `questionnaires/NAME.said.yaml`.
    var sentences: [String] = []
    /// Files whose names say that cases are in them, and that are not named as cases are.
    var misnamedCases: [String] = []
    /// The CSV files beside the questionnaires.
    var spreadsheets: [String] = []
    /// Published as they are.
    var assets: [String] = []
    var diagnostics: [Diagnostic] = []

    /// - Parameter files: paths below `Content/`, in byte order.
    init(_ files: [String]) {
        for path in files { take(path) }
    }

    private mutating func take(_ path: String) {
        // By bytes: on a large site every saved change comes by here once for each file.
        let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        let name = slash.map { String(path[path.utf8.index(after: $0)...]) } ?? path
        let dot = name.utf8.lastIndex(of: UInt8(ascii: "."))
        let ending = dot.map { String(name[name.utf8.index(after: $0)...]) } ?? ""
        if path == "site.yaml" {
            hasSettings = true
        } else if isForHosts(path) {
            takeForHosts(path, ending: ending)
        } else if path.hasPrefix("data/") {
            takeData(path, name: name, ending: ending)
        } else if path.hasPrefix("questionnaires/") {
            takeQuestionnaire(path, name: name, ending: ending)
        } else if ending == "md", name != ".md" {
            pages.append(PagePath(file: path))
        } else if ["md", "markdown", "mdown", "mkd"].contains(ending.lowercased()) {
            refuse(path, "content/file-type", "the name of a page must end in .md", help: "rename the file")
        } else if publishedEndings.contains(ending.lowercased()), ending == ending.lowercased() {
            assets.append(path)
        } else {
            refuse(
                path, "content/file-type",
                publishedEndings.contains(ending.lowercased())
                    ? "the file extension has capital letters" : "files of this type are not published",
                help: publishedEndings.contains(ending.lowercased())
                    ? "rename it to end in .\(ending.lowercased())"
                    : "move it out of Content; only pages (.md) and these types are published: \(listed(publishedEndings.sorted().map { "." + $0 }))"
            )
        }
    }

    /// Browsers are told not to guess what a file without an ending is, so it cannot become a page.
    private mutating func takeForHosts(_ path: String, ending: String) {
        guard path.hasPrefix(".well-known/"), path.split(separator: "/").last?.contains(".") == true,
            !["asc", "pem", "txt", "json"].contains(ending)
        else { return assets.append(path) }
        refuse(
            path, "content/file-type", "files of this type are not published",
            help: "move it out of Content; only .txt, .json, .asc, .pem and names without an extension are published here")
    }

    private mutating func takeData(_ path: String, name: String, ending: String) {
        if ending == "csv" { return }
        guard ending == "yaml", path == "data/" + name else {
            return refuse(
                path, "content/data-file", "data files must be directly in Content/data and end in .yaml",
                help: "move or rename it")
        }
        let stem = name.dropLast(5)
        guard let identifier = Identifier(stem) else {
            return refuse(
                path, "content/data-file", "\"\(stem)\" cannot be the name of a data file",
                help: "rename it to \(Identifier.cleaned(String(stem))).yaml: lower-case letters, digits and hyphens")
        }
        data.append((identifier, path))
    }

    private mutating func takeSharedRules(_ path: String, name: String, ending: String) {
        guard ending == "yaml", let identifier = Identifier(name.dropLast(5)) else {
            return refuse(
                path, "content/data-file",
                "shared files of questionnaires end in .yaml, and their names have lower-case letters, digits and hyphens",
                help: "rename it to \(Identifier.cleaned(String(name.prefix { $0 != "." }))).yaml")
        }
        sharedRules.append((identifier, path))
    }

    private mutating func takeQuestionnaire(_ path: String, name: String, ending: String) {
        if path == "\(SharedRules.folder)/\(name)" { return takeSharedRules(path, name: name, ending: ending) }
        if path == "questionnaires/" + name, !name.hasSuffix(".cases.yaml"), CaseFileName.isMeant(by: name),
            ending != "yaml" || Identifier(name.dropLast(5)) == nil
        {
            return misnamedCases.append(path)
        }
        guard path == "questionnaires/" + name, ending == "yaml" || ending == "csv" else {
            return refuse(
                path, "content/data-file", "questionnaires must be directly in Content/questionnaires and end in .yaml",
                help: "move or rename it; their spreadsheets end in .csv")
        }
        if ending == "csv" {
            spreadsheets.append(name)
        } else if name.hasSuffix(".cases.yaml") {
            cases.append(path)
        } else if name.hasSuffix(".said.yaml") {
            sentences.append(path)
        } else if let identifier = Identifier(name.dropLast(5)) {
            questionnaires.append((identifier, path))
        } else {
            refuse(
                path, "content/data-file", "\"\(name.dropLast(5))\" cannot be the name of a questionnaire",
                help: "rename it to \(Identifier.cleaned(String(name.dropLast(5)))).yaml: lower-case letters, digits and hyphens")
        }
    }

    private mutating func refuse(_ path: String, _ rule: RuleID, _ message: String, help: String) {
        diagnostics.append(Diagnostic(rule, message, at: nil, path: "Content/" + path, help: help))
    }
}

/// Types that a browser shows or saves and that cannot run as part of the site.
package let publishedEndings: Set<String> = [
    "avif", "csv", "docx", "gif", "ico", "jpeg", "jpg", "json", "mp3", "mp4", "odt", "pdf", "png", "svg", "txt", "vtt",
    "webm",
    "webp", "woff2", "xlsx", "zip",
]

/// Whether a file is one that hosts and services look for by its name: below `.well-known/` (RFC 8615), and what hosts of
/// plain files read (GitHub Pages, Codeberg Pages).
func isForHosts(_ path: String) -> Bool {
    path.hasPrefix(".well-known/") || hostFiles.contains(path)
}

/// The same of the folder in which such files are.
package func isListedForHosts(_ path: String) -> Bool { path == ".well-known" || isForHosts(path) }

private let hostFiles: Set = [".domains", ".nojekyll", "CNAME"]
