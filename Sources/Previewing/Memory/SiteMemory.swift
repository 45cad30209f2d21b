import Content
import Diagnostics
import Forms

/// Loads a site again and again, and reads only those pages anew whose files have changed.
///
/// What comes out is what ``load(_:)`` gives: every file is looked at each time, so that nothing depends on who tells
/// what has changed. Files that changed a moment ago are read again in any case.
struct SiteMemory: Sendable {
    private struct Known: Sendable {
        let traits: FileTraits
        let page: Checked<Page?>
    }

    private var pages: [String: Known] = [:]
    private var resolving = ResolvingMemory()
    /// What values said when the pages were read.
    private var values = ValueTable.pending
    /// All files but the pages; nil before the first load.
    private var others: [String: FileTraits]?

    /// A site with everything in it, and what keeps it from being published.
    struct Loaded: Sendable {
        /// The library with its drafts, and what is wrong with it.
        var shown: Checked<ResolvedLibrary>
        /// What is wrong with the library as it is published; the same if there are no drafts.
        var published: [Diagnostic]
        /// Whether all files but pages are as they were in the last load.
        var keepsOtherFiles: Bool
    }

    /// Loads the site as it is now.
    mutating func load(_ options: LoadOptions) async -> Loaded {
        var options = options
        options.includesDrafts = true
        let root = joined(options.site, "Content")
        let folder = Folder(listing: root, shown: "Content", hidden: isListedForHosts)
        let keepsOthers = noteOthers(folder.files, below: root)
        var known = pages
        let oldValues = self.values
        let read = await readLibrary(options, folder) { paths, values in
            if values != oldValues { known = known.filter { !($0.value.page.value?.source.mayHoldValues ?? true) } }
            let (found, memory) = await SiteMemory.read(paths, below: root, jobs: options.jobs, values: values, known)
            known = memory
            return found
        }
        pages = known
        values = read.value.values
        if !keepsOthers { resolving.forget() }
        let shown = await resolved(read, &resolving, jobs: options.jobs)
        guard read.value.pages.contains(where: \.frontMatter.isDraft) || read.value.questionnaires.contains(where: \.isDraft) else {
            return Loaded(shown: shown, published: shown.diagnostics, keepsOtherFiles: keepsOthers)
        }
        var fresh = ResolvingMemory()
        let published = await resolved(Checked(read.value.withoutDrafts(), read.diagnostics), &fresh, jobs: options.jobs)
        return Loaded(shown: shown, published: published.diagnostics, keepsOtherFiles: keepsOthers)
    }

    private static func read(
        _ paths: [PagePath], below root: String, jobs: Int, values: ValueTable, _ known: [String: Known]
    ) async -> (pages: [Checked<Page?>], known: [String: Known]) {
        let found = await inParallel(paths, jobs: jobs) { path -> Known? in
            // The look comes before the reading: what changes between the two is read again next time.
            guard let traits = FileTraits(joined(root, path.file)) else { return nil }
            if let page = known[path.file], page.traits == traits, page.traits.isSettled { return page }
            return Known(traits: traits, page: readPage(at: path, below: root, values: values))
        }
        var memory: [String: Known] = [:]
        memory.reserveCapacity(paths.count)
        for (path, page) in zip(paths, found) { memory[path.file] = page }
        // A file that went away since the folder was listed: reading it words the message.
        let pages = zip(paths, found).map { path, page in page?.page ?? readPage(at: path, below: root, values: values) }
        return (pages, memory)
    }

    private mutating func noteOthers(_ files: [String], below root: String) -> Bool {
        var found: [String: FileTraits] = [:]
        for path in files where !path.hasSuffix(".md") { found[path] = FileTraits(joined(root, path)) }
        defer { others = found }
        return others == found && found.values.allSatisfy(\.isSettled)
    }
}
