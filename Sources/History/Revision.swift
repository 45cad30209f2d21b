import Diagnostics
import Forms

/// The files of a site as they are in a commit: read from Git's objects, so that nothing that is checked out is touched.
package struct Revision: Sendable {
    /// As it was named: `main`, `v1.2`, `HEAD~3`.
    package let name: String
    /// The name of the commit, in 40 or 64 digits.
    package let commit: String
    /// The files below a folder of the site, by their path there.
    package let files: [String: File]

    /// A file of a commit.
    package struct File: Sendable, Hashable {
        /// Names what is in it: two files of the same object are the same, byte by byte.
        package let object: String
        /// Its bytes, of the files that were asked for.
        package var bytes: [UInt8]?
    }
}

/// Why a revision cannot be read, and what to do.
package struct RevisionProblem: Error, Sendable {
    /// What is wrong, in one sentence without a full stop.
    package let message: String
    /// What to do.
    package let help: String

    /// - Parameter help: what to do.
    package init(message: String, help: String) { (self.message, self.help) = (message, help) }
}

/// Reads revisions of one site.
package struct RevisionReader: Sendable {
    let git: GitProgram
    /// The site in its repository, with a slash at its end unless it is the root.
    private let prefix: String
    let isShallow: Bool

    /// More in all is no site's text.
    private static let mostBytes = 1 << 29

    /// - Parameter site: a folder in a repository, as the operating system knows it.
    package init(site: String) async throws(RevisionProblem) {
        git = GitProgram(folder: site)
        switch await git.answer(to: ["rev-parse", "--is-shallow-repository", "--show-prefix"], within: .seconds(20)) {
        case .missing: throw RevisionProblem(message: "git is not installed", help: "install it, or compare two folders")
        case .refusal(let complaint):
            let complaint = GitComplaint(complaint)
            guard !complaint.isNoRepository else {
                throw RevisionProblem(
                    message: "this site is in no Git repository", help: "name a folder to compare with, or keep the site in Git")
            }
            throw complaint.problem
        case .output(let bytes):
            let lines = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 1, omittingEmptySubsequences: false)
            isShallow = lines.first.map { Array($0) == Array("true".utf8) } ?? false
            prefix = lines.count > 1 ? String(decoding: lines[1].dropLast(), as: UTF8.self) : ""
        }
    }

    /// The commit that a name stands for.
    package func commit(_ name: String) async throws(RevisionProblem) -> String {
        let question = ["rev-parse", "--verify", "--quiet", "--end-of-options", "\(name)^{commit}"]
        if case .output(let bytes) = await git.answer(to: question, within: .seconds(20)) {
            return line(bytes)
        }
        throw await unknown(name)
    }

    /// The newest commit that two others have in common.
    package func mergeBase(_ one: String, _ other: String) async throws(RevisionProblem) -> String {
        let commits = [try await commit(one), try await commit(other)]
        if case .output(let bytes) = await git.answer(to: ["merge-base", "--end-of-options"] + commits, within: .seconds(60)) {
            return line(bytes)
        }
        throw RevisionProblem(
            message: "\(one) and \(other) have no commit in common" + (isShallow ? " in this clone, which is shallow" : ""),
            help: isShallow ? "fetch the history: \(GitComplaint.unshallow)" : "name one commit to compare with")
    }

    /// The files of a revision below a folder of the site, with the bytes of those that are wanted.
    ///
    /// - Parameters:
    ///   - folder: `Content`.
    ///   - isWanted: whether the bytes of a file are read, by its path below the folder.
    package func files(
        of name: String, below folder: String, isWanted: (String) -> Bool
    ) async throws(RevisionProblem) -> Revision {
        let commit = try await commit(name)
        let tree = ["ls-tree", "-r", "-z", "-l", "--full-tree", "\(commit):\(prefix)\(folder)"]
        guard case .output(let listing) = await git.answer(to: tree) else {
            throw RevisionProblem(
                message: "\(name) has no folder \(prefix)\(folder)", help: "name a revision in which the site is where it is now")
        }
        var files: [String: Revision.File] = [:]
        var wanted: [(path: String, object: String)] = []
        var size = 0
        for entry in GitTree.entries(listing) where GitTree.isPath(entry.path) {
            files[entry.path] = Revision.File(object: entry.object)
            guard isWanted(entry.path) else { continue }
            size += entry.size
            wanted.append((entry.path, entry.object))
        }
        guard size <= RevisionReader.mostBytes else {
            throw RevisionProblem(
                message: "the texts of \(name) have more than \(RevisionReader.mostBytes >> 20) MiB",
                help: "compare a revision with less text")
        }
        let texts = try await texts(wanted.map(\.object), of: name)
        for (path, object) in wanted { files[path]?.bytes = texts[object] }
        return Revision(name: name, commit: commit, files: files)
    }

    /// The bytes of objects, by their names.
    private func texts(_ objects: [String], of name: String) async throws(RevisionProblem) -> [String: [UInt8]] {
        guard !objects.isEmpty else { return [:] }
        let input = Array((Set(objects).sorted().joined(separator: "\n") + "\n").utf8)
        guard case .output(let bytes) = await git.answer(to: ["cat-file", "--batch"], reading: input) else {
            throw RevisionProblem(message: "the files of \(name) cannot be read", help: "run `git fsck` to see why")
        }
        let texts = GitTree.objects(bytes)
        guard Set(objects).allSatisfy({ texts[$0] != nil }) else {
            throw RevisionProblem(
                message: "this clone has no texts of \(name)", help: "fetch them: `git fetch --refetch --no-filter`")
        }
        return texts
    }

    /// The one line of an answer.
    private func line(_ answer: [UInt8]) -> String { String(String(decoding: answer, as: UTF8.self).prefix { $0 != "\n" }) }

    private func unknown(_ name: String) async -> RevisionProblem {
        let message = "there is no revision \"\(name)\"" + (isShallow ? " in this clone, which is shallow" : "")
        guard !isShallow else { return RevisionProblem(message: message, help: "fetch the history: \(GitComplaint.unshallow)") }
        var names: [String] = []
        if case .output(let bytes) = await git.answer(to: ["for-each-ref", "--format=%(refname:short)"], within: .seconds(20)) {
            names = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
        }
        return RevisionProblem(
            message: message, help: Suggestion.help(for: name, among: names) ?? "`git log` lists what there is")
    }
}
