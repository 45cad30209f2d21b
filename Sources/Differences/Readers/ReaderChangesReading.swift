package import Content
import Decision
import Diagnostics
import Forms
import History
package import Pages
import Site
package import Words

/// Works out from the history of a site what changed for its readers.
package struct ReaderChangesReading: Sendable {
    private let options: LoadOptions
    private let cache: ChangeCache?

    /// More entries aren't published: nobody reads on, and each costs a comparison once.
    private static let mostEntries = 50
    /// More commits aren't compared in search of entries.
    private static let mostCommits = 200

    /// - Parameters:
    ///   - options: of the site as it is now.
    ///   - cache: where it's kept what commits changed.
    package init(_ options: LoadOptions, cache: ChangeCache?) {
        self.options = options
        self.cache = cache
    }

    /// What the commits of the branch changed, each against the one before it.
    ///
    /// History is immutable, so nothing that was found once is looked for again.
    ///
    /// - Returns: with a note where the site is in no repository, or its history can't be read.
    package func changes(for settings: SiteSettings, _ book: Phrasebook) async -> ReaderChanges {
        do throws(RevisionProblem) {
            let reader = try await RevisionReader(site: options.site)
            let commits = try await reader.commits(changing: "Content", isMarked: settings.changes == .marked)
            let words = ChangeCache.key(book)
            var entries: [ReaderChange] = []
            var last: (commit: String, day: Day, version: SiteVersion)?
            for commit in commits.prefix(Self.mostCommits) {
                guard entries.count < Self.mostEntries else { break }
                let parts: [ReaderChange.Part]
                if let known = cache?.parts(of: commit, words) {
                    parts = known
                } else {
                    parts = try await compared(commit, &last, book)
                    cache?.keep(parts, of: commit, words)
                }
                guard !parts.isEmpty || settings.changes == .marked else { continue }
                entries.append(ReaderChange(commit: commit.name, day: commit.day, words: commit.words, parts: parts))
            }
            return ReaderChanges(entries, note: entries.isEmpty ? note("no commit changed anything for readers") : nil)
        } catch {
            return ReaderChanges([], note: note(error.message))
        }
    }

    private func note(_ why: String) -> String { "there is no page of what changed, because \(why)" }

    /// - Parameter last: the version that was read last: often the older one of one commit is the newer one of the next.
    private func compared(
        _ commit: SiteCommit, _ last: inout (commit: String, day: Day, version: SiteVersion)?, _ book: Phrasebook
    ) async throws(RevisionProblem) -> [ReaderChange.Part] {
        let new: SiteVersion
        if let last, last.commit == commit.name, last.day == commit.day {
            new = last.version
        } else {
            new = try await read(commit.name, commit.day)
        }
        let old: SiteVersion
        do throws(RevisionProblem) { old = try await read(commit.parent, commit.day) } catch { return [] }
        last = (commit.parent, commit.day, old)
        return ChangeSentences(SiteDiff(old, new, days: [commit.day, commit.day]), book).parts
    }

    private func read(_ commit: String, _ day: Day) async throws(RevisionProblem) -> SiteVersion {
        var options = options
        options.today = day
        options.includesDrafts = false
        return try await SiteVersion.read(.revision(commit), options)
    }
}
