package import Forms

/// A commit that changed a folder of the site, with the one before it on the line of the branch.
package struct SiteCommit: Sendable, Hashable {
    /// In 40 or 64 digits.
    package let name: String
    /// Likewise.
    package let parent: String
    /// The day of its author.
    package let day: Day
    /// What readers are told of it; nil if nothing.
    package let words: String?
}

extension RevisionReader {
    /// The commits of the branch that is checked out in which a folder of the site changed, newest first.
    ///
    /// A merge counts as one commit, with all that it brought: what readers got, they got when it was merged. Commits whose trailer
    /// says `Readers: none` are left out.
    ///
    /// - Parameters:
    ///   - folder: `Content`.
    ///   - isMarked: only those with a trailer `Readers`.
    package func commits(changing folder: String, isMarked: Bool) async throws(RevisionProblem) -> [SiteCommit] {
        guard !isShallow else {
            throw RevisionProblem(message: "the clone is shallow", help: "fetch the history: \(GitComplaint.unshallow)")
        }
        let question = [
            "log", "-z", "--first-parent", "--no-color", "--no-decorate", "--no-notes", "--no-mailmap", "-O/dev/null", "--encoding=UTF-8",
            "--format=\(GitLog.format)", "--", folder,
        ]
        switch await git.answer(to: question) {
        case .missing: throw RevisionProblem(message: "git is not installed", help: "install it")
        case .refusal(let complaint):
            if complaint.contains("does not have any commits yet") { return [] }
            throw GitComplaint(complaint).problem
        case .output(let bytes):
            return (GitLog.commits(bytes) ?? []).compactMap { commit in
                guard let parent = commit.parent, !commit.isHidden, commit.isMarked || !isMarked else { return nil }
                // A merge's own subject names branches.
                let words = commit.isMerge && !commit.isMarked ? nil : commit.words
                return SiteCommit(name: commit.name, parent: parent, day: commit.day, words: words)
            }
        }
    }
}
