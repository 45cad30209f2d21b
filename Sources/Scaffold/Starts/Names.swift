import Content
import Forms

/// Names that an author gives to something new.
enum Names {
    /// The id that a questionnaire or data file is named by; a name typed with its folder or ending is understood.
    static func id(_ name: String, of what: String, in folder: String) throws(Start.Refusal) -> Identifier {
        var bare = name[...]
        for prefix in ["./", "Content/", folder + "/"] { bare.trimPrefix(prefix) }
        if bare.hasSuffix(".yaml") { bare = bare.dropLast(5) }
        if let id = Identifier(bare) { return id }
        throw Start.Refusal(
            message: "\"\(name)\" cannot be the name of \(what)",
            help: "use lower-case letters a to z, digits and hyphens: \(Identifier.cleaned(String(bare)))")
    }

    /// The path of a page below `Content/`, from a path typed with or without `Content/` and `.md`.
    static func page(_ path: String) throws(Start.Refusal) -> PagePath {
        var bare = path[...]
        bare.trimPrefix("./")
        bare.trimPrefix("Content/")
        if bare.hasSuffix("/") { bare += "index" }
        if bare.hasSuffix(".md") { bare = bare.dropLast(3) }
        let parts = bare.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        for part in parts {
            if part.isEmpty || part == "." || part == ".." {
                throw Start.Refusal(
                    message: "\"\(path)\" is not the path of a page",
                    help: "write it from Content on, without .md: returns/how")
            }
            // Hidden files and editors' copies are passed over when a site is read.
            if let problem = fileNameProblem(part) {
                throw Start.Refusal(message: "\"\(part)\": \(problem.message)", help: problem.help)
            }
        }
        // Some file systems do not tell capital letters from small ones.
        let first = parts[0].lowercased()
        if parts.count > 1, ["data", "questionnaires"].contains(first) {
            throw Start.Refusal(
                message: "pages cannot be in Content/\(first)",
                help: first == "data"
                    ? "choose another folder, or make a data file with `waymark new data KIND NAME`"
                    : "choose another folder, or make a questionnaire with `waymark new questionnaire NAME`")
        }
        guard parts.count <= Limits.folderDepth else {
            throw Start.Refusal(
                message: "folders are nested more than \(Limits.folderDepth) deep", help: "choose a shorter path")
        }
        return PagePath(file: bare + ".md")
    }

    /// A name as a title: `who-can_help` is "Who can help".
    static func title(_ name: some StringProtocol) -> String {
        let words = name.split { "-_.".contains($0) }.joined(separator: " ")
        let title = words.prefix(1).uppercased() + words.dropFirst()
        return title.isEmpty ? "Untitled" : title
    }

    /// The title of a questionnaire, which is the question that it answers: `may-i-return` is "May I return?".
    static func question(_ name: String) -> String {
        let words = title(name).split(separator: " ").map { $0 == "i" ? "I" : String($0) }
        let asking: Set = [
            "Am", "Are", "Can", "Could", "Did", "Do", "Does", "Has", "Have", "How", "Is", "May", "Must", "Need", "Shall", "Should", "What",
            "When", "Where", "Which", "Who", "Whose", "Why", "Will", "Would",
        ]
        return words.joined(separator: " ") + (asking.contains(words[0]) ? "?" : "")
    }

    /// A title as YAML writes it: in quotes where YAML would read something else than text.
    static func yaml(_ text: String) -> String {
        let isPlain =
            text.first.map { $0.isLetter } ?? false
            && !["true", "false", "null"].contains(text.lowercased())
            && !text.contains(": ") && !text.contains(" #") && !text.hasSuffix(":")
        return isPlain ? text : "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
