/// Reads the changes of a folder's files out of a repository.
struct HistoryLog {
    let git: GitProgram
    /// Where the folder is in the repository, with a slash at its end.
    let prefix: String

    /// What Git said instead of an answer.
    struct Refusal: Error {
        let complaint: String
    }

    /// So often a whole folder is followed to where it was before.
    private static let moves = 8

    /// The changes of each file, by the bytes of its path below the folder.
    ///
    /// One run of `git log` for all files. A folder that came from elsewhere as a whole takes two more.
    func changes() async throws(Refusal) -> [[UInt8]: [FileChange]] {
        var histories = FileHistories()
        var seen: [LoggedCommit] = []
        var known = Set<String>()
        var place = ["--", "."]
        for _ in 0...HistoryLog.moves {
            for commit in try await commits(place) where known.insert(commit.name).inserted {
                histories.add(commit, number: seen.count)
                seen.append(commit)
            }
            guard let origin = histories.commonOrigin, !seen[origin].isFirst, let old = await moves(into: seen[origin].name) else { break }
            histories.move(old.files, at: origin)
            // From the newest again, and along every branch: one may have gone on in the old folder before it was merged.
            place = ["--full-history", "--", ":(top,literal)\(old.folder)"]
        }
        let prefix = Array(prefix.utf8)
        let inside = histories.changes.filter { $0.key.starts(with: prefix) }
        return Dictionary(inside.map { (Array($0.key.dropFirst(prefix.count)), $0.value) }) { first, _ in first }
    }

    /// Commits of the branch that is checked out, newest first, none before those that follow it.
    ///
    /// Merges are left out: what they bring was written in commits of their own.
    private func commits(_ place: [String]) async throws(Refusal) -> [LoggedCommit] {
        let options = [
            "log", "-z", "--date-order", "--no-merges", "--name-status", "--no-color", "--no-decorate", "--no-notes",
            "--no-ext-diff", "--no-textconv", "--no-mailmap", "-O/dev/null", "--ignore-submodules=all", "--encoding=UTF-8",
            "--format=\(GitLog.format)",
        ]
        // In a clone without the texts of old versions only moves of unchanged files are found.
        for similarity in ["--find-renames=50%", "--find-renames=100%"] {
            switch await git.answer(to: options + [similarity, "-l2000"] + place) {
            case .output(let bytes):
                guard let commits = GitLog.commits(bytes) else {
                    throw Refusal(complaint: "fatal: its output cannot be understood; version 2.25 or later is needed")
                }
                return commits
            case .refusal(let complaint) where complaint.contains("does not have any commits yet"): return []
            case .refusal(let complaint) where !isAboutMissingObjects(complaint) || similarity.hasSuffix("=100%"):
                throw Refusal(complaint: complaint)
            case .refusal: continue
            case .missing: throw Refusal(complaint: "fatal: the program has disappeared")
            }
        }
        return []
    }

    private func isAboutMissingObjects(_ complaint: String) -> Bool {
        complaint.contains("promisor") || complaint.contains("transport") || complaint.contains("unable to read")
    }

    /// The files that a commit moved into the folder from outside, and the folder that they all came from.
    private func moves(into commit: String) async -> (files: [LoggedCommit.File], folder: String)? {
        let options = [
            "show", "-z", "--name-status", "--no-color", "--no-notes", "--no-ext-diff", "--no-textconv", "--no-mailmap", "-O/dev/null",
            "--format=\(GitLog.format)",
        ]
        guard case .output(let bytes) = await git.answer(to: options + ["--find-renames=50%", "-l2000", commit, "--"]),
            let files = GitLog.commits(bytes)?.first?.files
        else { return nil }
        let inside = Array(prefix.utf8)
        let moved = files.filter { file in
            if case .moved(let from, let to, _) = file { to.starts(with: inside) && !from.starts(with: inside) } else { false }
        }
        let sources = moved.compactMap { if case .moved(let from, _, _) = $0 { from } else { nil } }
        guard let first = sources.first else { return nil }
        let shared = sources.reduce(first[...]) { shared, path in
            shared.prefix(zip(shared, path).prefix { $0 == $1 }.count)
        }
        let folder = shared[..<((shared.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1)]
        return (moved, String(decoding: folder, as: UTF8.self))
    }
}
