/// Where a file is on the host that keeps the repository.
struct SourceLinks: Equatable {
    /// Where it is edited.
    let edit: String
    /// All its changes, on hosts that are known by the form of their addresses.
    let history: String?

    /// - Parameters:
    ///   - pattern: the address at which a file is edited, with `{path}` for its place.
    ///   - path: the place of the file in the repository.
    init(pattern: String, path: String) {
        let path = Route.encoded(path)
        edit = pattern.replacing("{path}", with: path)
        history = SourceLinks.history(pattern)?.replacing("{path}", with: path)
    }

    /// The part of an address that says "edit", and what is there in the address of the changes. The longer come first.
    private static let hosts = [
        // GitLab.
        ("/-/edit/", "/-/commits/"),
        // Gitea and Forgejo.
        ("/_edit/", "/commits/branch/"),
        // GitHub.
        ("/edit/", "/commits/"),
    ]

    private static func history(_ pattern: String) -> String? {
        for (edit, history) in hosts {
            if let range = pattern.firstRange(of: edit) { return pattern.replacingCharacters(in: range, with: history) }
        }
        // Bitbucket: the same address as for reading, with `?mode=edit`.
        guard let query = pattern.firstRange(of: "?mode=edit"), let range = pattern.firstRange(of: "/src/") else { return nil }
        return pattern[..<query.lowerBound].replacingCharacters(in: range, with: "/history-node/")
    }
}

extension StringProtocol {
    fileprivate func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
        String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
    }
}
