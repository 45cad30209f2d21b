/// What Git says instead of an answer, in words for people who keep a site in it.
struct GitComplaint {
    private let lines: [String]

    init(_ text: String) { lines = text.split(separator: "\n").map(String.init) }

    /// Whether there is no repository at all: of one that is there but broken, Git names the folder.
    var isNoRepository: Bool { lines.contains { $0.contains("not a git repository (or any") } }

    /// What is wrong, and what to do.
    var problem: RevisionProblem {
        if let folder = lines.firstMatch(of: /dubious ownership in repository at '(.*)'/) {
            return RevisionProblem(
                message: "Git does not trust the repository, because somebody else owns it",
                help: "if you trust it: git config --global --add safe.directory '\(folder)'")
        }
        if lines.contains(where: { $0.contains("safe.bareRepository") }) {
            return RevisionProblem(
                message: "HEAD, objects and refs next to Content make its folder look like a bare repository, which is not read",
                help: "delete them; then the site's own repository is read")
        }
        let reason = lines.first { $0.hasPrefix("fatal: ") }?.dropFirst("fatal: ".count) ?? lines.last?[...] ?? "it gives no reason"
        return RevisionProblem(
            message: "Git cannot read the repository: \(reason)", help: "run `git log` in the folder Content to see why")
    }

    /// How a shallow clone gets its history.
    static let unshallow =
        "`git fetch --unshallow`; on GitHub `fetch-depth: 0` for actions/checkout, on GitLab `GIT_DEPTH: 0`"
}

extension [String] {
    /// What the first line that fits has in the place of the group.
    fileprivate func firstMatch(of expression: Regex<(Substring, Substring)>) -> String? {
        for line in self { if let match = line.firstMatch(of: expression) { return String(match.1) } }
        return nil
    }
}
