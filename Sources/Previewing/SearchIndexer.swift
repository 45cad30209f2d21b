import Forms
import Pages
import Site
import Synchronization

/// Indexes the present version of a site when its search is asked for: most versions are never searched.
///
/// Whoever asks waits without holding a thread. If a newer version comes meanwhile, the index of the older one is given up,
/// and who waited for it gets that of the newer one.
final class SearchIndexer: Sendable {
    /// Makes the search files of a site.
    typealias Indexing = @Sendable (SiteRenderer) async -> [RenderedFile]

    private let index: Indexing
    private let present = Mutex(Present())

    /// The version that browsers are shown, and its files as soon as somebody has asked for one.
    private struct Present {
        var version = 0
        var renderer: SiteRenderer?
        var files: Task<[String: RenderedFile], Never>?
    }

    /// - Parameter index: how a version is indexed.
    init(_ index: @escaping Indexing) { self.index = index }

    /// - Parameter jobs: how many processors may work on it.
    convenience init(jobs: Int) {
        self.init { renderer in
            var files: [RenderedFile] = []
            await searchFiles(renderer, jobs: jobs) { files.append($0) }
            return files
        }
    }

    /// Notes which version browsers are shown from now on.
    func show(_ site: PreviewSite) {
        present.withLock { present in
            // Versions with errors show the last one without, whose index is still good.
            guard present.version != site.version else { return }
            present.files?.cancel()
            present = Present(version: site.version, renderer: site.renderer)
        }
    }

    /// A file of the search of the present version; nil if its search has no such file.
    func file(_ path: String) async -> RenderedFile? {
        while let (version, files) = start() {
            let found = await files.value[path]
            if version == present.withLock(\.version) { return found }
        }
        return nil
    }

    /// The files of the present version, which are being made from now on.
    private func start() -> (version: Int, files: Task<[String: RenderedFile], Never>)? {
        present.withLock { present in
            guard let renderer = present.renderer else { return nil }
            // As low as those who wait for it: a higher priority would take threads from refreshing the site.
            let files =
                present.files
                ?? Task.detached(priority: .low) { [index] in
                    Dictionary(await index(renderer).map { ($0.path, $0) }) { first, _ in first }
                }
            present.files = files
            return (present.version, files)
        }
    }
}
