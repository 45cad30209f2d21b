import Diagnostics
import Forms
import History
import Pages
import Site
package import Words

/// The user's folder with what commits changed for readers. Nothing in it is needed, and it is believed only whole.
package struct ChangeCache: Sendable {
    private let folder: String
    /// What is written in it in another way has another one.
    private static let form = "waymark changes 1"
    private static let sizeLimit = 1 << 20

    /// - Parameter folder: is made when it's needed.
    package init(folder: String) { self.folder = folder }

    /// Beside the records of builds; nil for users without a home.
    package static func ofUser(_ variable: (String) -> String?) -> ChangeCache? {
        BuildCache.userCache(variable).map { ChangeCache(folder: joined($0, "changes")) }
    }

    /// Tells the words in which changes are told from others.
    package static func key(_ book: Phrasebook) -> String {
        Digest.gitName(Array(book.words.sorted { $0.key < $1.key }.map { "\($0.key)\0\($0.value)\0" }.joined().utf8))
    }

    private func path(_ commit: SiteCommit, _ words: String) -> String {
        joined(folder, Digest.gitName(Array("\(commit.name)\0\(commit.parent)\0\(commit.day)\0\(words)".utf8)))
    }

    /// What is known of a commit; nil if nothing is.
    func parts(of commit: SiteCommit, _ words: String) -> [ReaderChange.Part]? {
        let path = path(commit, words)
        guard case .success(let bytes) = InputFile.bytes(path, shown: path, limit: Self.sizeLimit), bytes.count > 11,
            Digest.gitName(Array(bytes.dropLast(10))).utf8.elementsEqual(bytes.suffix(10))
        else { return nil }
        var fields = bytes.dropLast(11).split(separator: 0, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }[
            ...]
        guard fields.popFirst() == Self.form, fields.popFirst() == commit.name else { return nil }
        var parts: [ReaderChange.Part] = []
        while let kind = fields.popFirst() {
            guard let key = fields.popFirst(), let title = fields.popFirst(), let count = fields.popFirst().flatMap({ Int($0) }),
                count >= 0, fields.count >= count
            else { return nil }
            parts.append(ReaderChange.Part(kind == "page" ? .page(key) : .questionnaire(key), title: title, Array(fields.prefix(count))))
            fields = fields.dropFirst(count)
        }
        return parts
    }

    /// Where it can't be kept, the next build looks again.
    func keep(_ parts: [ReaderChange.Part], of commit: SiteCommit, _ words: String) {
        let told = parts.flatMap { part -> [String] in
            let subject: (String, String) =
                switch part.subject {
                case .page(let path): ("page", path)
                case .questionnaire(let name): ("questionnaire", name)
                }
            return [subject.0, subject.1, part.title, String(part.sentences.count)] + part.sentences
        }
        let bytes = Array(([Self.form, commit.name] + told).map { $0 + "\0" }.joined().utf8)
        do throws(EnvironmentFailure) {
            try makeFolders(folder)
            try FreshFile(for: path(commit, words), bytes + Array(Digest.gitName(bytes).utf8)).replace()
        } catch {
            return
        }
    }
}
