package import Diagnostics

/// Looks where a folder is in its repository, and reads how its files changed.
///
/// - Parameters:
///   - folder: the folder `Content/`, as the operating system knows it.
///   - hasChanges: whether the changes are wanted too, which takes one run of `git log`.
///   - place: the setting that asks for it, for messages.
/// - Returns: nil outside a repository, or where Git cannot read it.
package func readHistory(
    of folder: String, hasChanges: Bool, at place: SourceRange?
) async -> Checked<ContentHistory?> {
    let git = GitProgram(folder: folder)
    switch await git.answer(to: GitFolder.question, within: .seconds(20)) {
    case .missing:
        guard isInRepository(folder) else { return Checked(nil) }
        return Checked(nil, [unreadable("git is not installed", at: place, help: "install it")])
    case .refusal(let complaint):
        // Of a repository that is there but broken, Git names the folder.
        if GitComplaint(complaint).isNoRepository { return Checked(nil) }
        return Checked(nil, [refused(complaint, at: place)])
    case .output(let bytes):
        let found = GitFolder(bytes, folder: folder)
        guard hasChanges else { return Checked(ContentHistory(folder: found.prefix, mark: found.mark)) }
        if found.isShallow { return Checked(ContentHistory(folder: found.prefix, mark: found.mark), [shallow(at: place)]) }
        return await readChanges(git, found, at: place)
    }
}

/// Everything that what Git knows of a folder hangs on: where it is in its repository, and the commit that is checked out.
///
/// - Returns: nil outside a repository with commits, or where Git cannot read it.
package func historyKey(of folder: String) async -> [UInt8]? {
    let question = ["rev-parse", "--is-shallow-repository", "--show-prefix", "--show-toplevel", "HEAD"]
    guard case .output(let bytes) = await GitProgram(folder: folder).answer(to: question, within: .seconds(20)) else { return nil }
    return bytes
}

/// Where a folder is in its repository.
private struct GitFolder {
    static let question = [
        "rev-parse", "--is-shallow-repository", "--git-path", "HEAD", "--git-path", "logs/HEAD", "--show-prefix",
    ]

    let isShallow: Bool
    /// The path of the folder in the repository, with a slash at its end.
    let prefix: String
    let mark: HistoryMark

    /// - Parameter answer: a line for each part of the question; only the last may hold line ends itself.
    init(_ answer: [UInt8], folder: String) {
        let lines = answer.split(separator: UInt8(ascii: "\n"), maxSplits: 3, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        isShallow = lines.first == "true"
        mark = HistoryMark(lines.dropFirst().prefix(2).map { $0.hasPrefix("/") ? $0 : "\(folder)/\($0)" })
        prefix = lines.count > 3 ? String(lines[3].dropLast()) : ""
    }
}

private func readChanges(
    _ git: GitProgram, _ found: GitFolder, at place: SourceRange?
) async -> Checked<ContentHistory?> {
    let log = HistoryLog(git: git, prefix: found.prefix)
    do throws(HistoryLog.Refusal) {
        return Checked(ContentHistory(folder: found.prefix, changes: try await log.changes(), mark: found.mark))
    } catch {
        return Checked(ContentHistory(folder: found.prefix, mark: found.mark), [refused(error.complaint, at: place)])
    }
}

private func shallow(at place: SourceRange?) -> Diagnostic {
    Diagnostic(
        "history/shallow", "the clone of the repository is shallow, so pages do not show when they were last changed",
        at: place, severity: .warning, help: "fetch the full history: \(GitComplaint.unshallow)")
}

private func refused(_ complaint: String, at place: SourceRange?) -> Diagnostic {
    let problem = GitComplaint(complaint).problem
    return unreadable(problem.message, at: place, help: problem.help)
}

private func unreadable(_ what: String, at place: SourceRange?, help: String) -> Diagnostic {
    Diagnostic(
        "history/unreadable", what, at: place, severity: .warning,
        notes: ["pages do not show when they were last changed"], help: help)
}
