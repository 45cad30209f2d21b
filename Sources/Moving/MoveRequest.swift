import Content
import Diagnostics
import Forms

/// What somebody asks to be moved, and whether it can be.
struct MoveRequest {
    let library: Library
    /// The folder that holds `Content/`.
    let site: String
    private(set) var diagnostics: [Diagnostic] = []

    init(library: Library, site: String) {
        self.library = library
        self.site = site
    }

    /// The move from one path to another; nil if it cannot be, and the diagnostics say why.
    mutating func relocation(from oldWords: String, to newWords: String) -> Relocation? {
        guard let old = path(oldWords), var new = path(newWords) else { return nil }
        if let questionnaire = questionnaire(old) { return relocation(of: questionnaire, to: new, isFolder: newWords.hasSuffix("/")) }
        guard let isPage = kind(of: old) else { return nil }
        // As with other programs, a slash at the end means "into this folder".
        if newWords.hasSuffix("/"), let name = old.split(separator: "/").last { new = joined(new, String(name)) }
        guard isAllowed(new, isPage: isPage, from: old) else { return nil }
        return Relocation(old: old, new: new)
    }

    /// The questionnaire of this name, or at this path.
    private func questionnaire(_ old: String) -> QuestionnaireFiles? {
        library.questionnaires.first { files in
            let path = "\(QuestionnaireFiles.folder)/\(files.name)"
            return old == path || old == path + ".yaml"
        }
    }

    /// A questionnaire keeps its folder: what moves is its name, and with it its address.
    private mutating func relocation(of files: QuestionnaireFiles, to new: String, isFolder: Bool) -> Relocation? {
        let folder = QuestionnaireFiles.folder
        let path = new.hasSuffix(".yaml") ? new : new + ".yaml"
        guard !isFolder, let name = Relocation.name(in: path), Identifier(name) != nil else {
            refuse(
                "move/name", new,
                "a questionnaire must stay in the folder \(folder), and its name has lower-case letters, digits and hyphens",
                help: "write \(folder)/NAME.yaml")
            return nil
        }
        guard name != files.name.description else {
            refuse("move/place", path, "it is already there", help: "choose another name")
            return nil
        }
        return Relocation(old: "\(folder)/\(files.name).yaml", new: path)
    }

    /// A path below `Content/`, given so, or from where the command runs.
    private mutating func path(_ words: String) -> String? {
        var words = words[...]
        while words.hasPrefix("./") { words = words.dropFirst(2) }
        for folder in [joined(site == "." ? "" : site, "Content"), "Content"] where words.hasPrefix(folder + "/") {
            words = words.dropFirst(folder.count + 1)
            break
        }
        guard !words.hasPrefix("/"), let path = resolved(String(words), in: ""), !path.isEmpty else {
            refuse("move/place", String(words), "this path is not inside the folder Content", help: "write the path below Content")
            return nil
        }
        return path
    }

    /// Whether a path names a page; false for other files and folders; nil if there is nothing that can be moved.
    private mutating func kind(of old: String) -> Bool? {
        if library.pageNumber(file: old) != nil { return true }
        let files = library.movableFiles
        if library.hasAsset(old) || files.contains(where: { $0.hasPrefix(old + "/") }) { return false }
        let first = old.prefix { $0 != "/" }
        if ["site.yaml", "data", "questionnaires"].contains(first) {
            refuse(
                "move/place", old, "only pages, folders of pages, the files next to them and questionnaires can be moved",
                help: old.hasPrefix(SharedRules.folder + "/")
                    ? "rename it by hand, and update `rules:` under `use` in the questionnaires that name it"
                    : "rename it by hand, and update the `{{ … }}` and links such as questionnaire:NAME that name it")
            return nil
        }
        let folders = Set(files.compactMap { $0.contains("/") ? PagePath(file: $0).folder : nil })
        let help = files.first { $0 == old + ".md" } ?? Suggestion.nearest(to: old, among: files + folders.sorted())
        refuse(
            "move/not-found", old, "there is no page, file or folder \(old)",
            help: help.map { "did you mean \($0)?" } ?? "write its path below Content, such as section/page.md")
        return nil
    }

    private mutating func isAllowed(_ new: String, isPage: Bool, from old: String) -> Bool {
        if old == "index.md" {
            refuse(
                "move/place", old, "the front page cannot be moved, because every site needs one",
                help: "make a new page with `waymark new page`, and move the text there")
            return false
        }
        let parts = new.split(separator: "/").map(String.init)
        for part in parts {
            guard let problem = nameProblem(part) else { continue }
            refuse("move/name", new, problem.message, help: problem.help)
            return false
        }
        if isPage, !new.hasSuffix(".md") || parts.last == ".md" {
            refuse(
                "move/name", new, "the name of a page must end in .md",
                help: "write \(new).md, or \(new)/ to move it into that folder")
            return false
        }
        if new == old || new.hasPrefix(old + "/") {
            refuse("move/place", new, "it is already there", help: "choose another place")
            return false
        }
        if ["site.yaml", "data", "questionnaires"].contains(parts[0]) {
            refuse("move/place", new, "\(parts[0]) cannot contain pages", help: "choose another place")
            return false
        }
        return true
    }

    private mutating func refuse(_ rule: RuleID, _ path: String, _ message: String, help: String) {
        diagnostics.append(Diagnostic(rule, message, at: nil, path: joined("Content", path), help: help))
    }
}
