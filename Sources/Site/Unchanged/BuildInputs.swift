import Content
import Forms
import History

/// Everything that decides what a build publishes: as long as it is the same, so are the published bytes.
struct BuildInputs {
    /// The program, the options and every file of the site.
    private let lines: [String]
    /// The folder that Git is asked about.
    private let content: String

    /// Reads every file of the site: times are never believed.
    ///
    /// - Parameter output: the folder to publish into.
    /// - Returns: nil where something cannot be read; a build says what.
    init?(_ options: CheckOptions, output: String) async {
        guard let program = programIdentity() else { return nil }
        let load = options.load
        let told = [
            program, absolute(load.site), absolute(output), load.today.description, load.includesDrafts ? "drafts" : "",
            options.baseURL ?? "", options.isStrict ? "strict" : "",
        ]
        async let content = BuildInputs.digests(of: joined(load.site, "Content"), jobs: load.jobs)
        async let templates = BuildInputs.digests(of: joined(load.site, "Templates"), jobs: load.jobs)
        guard let content = await content, let templates = await templates else { return nil }
        lines = told + content + templates
        self.content = joined(load.site, "Content")
    }

    /// One digest of all of it; nil where pages say what Git knows, and it can't be asked.
    func digest(usesGit: Bool) async -> String? {
        guard let history = usesGit ? await historyKey(of: content) : [] else { return nil }
        return Digest.full(Array(lines.joined(separator: "\0").utf8) + history)
    }

    /// The paths of a folder's files, each with the digest of its bytes; none for a folder that is not there.
    private static func digests(of folder: String, jobs: Int) async -> [String]? {
        guard pathExists(folder) else { return [] }
        let found = Folder(listing: folder, shown: folder, hidden: isListedForHosts)
        guard found.diagnostics.isEmpty else { return nil }
        let read = await inParallel(found.files, jobs: jobs) { path -> String? in
            switch InputFile.bytes(joined(folder, path), shown: path, limit: Forms.Limits.assetBytes) {
            case .success(let bytes): path + "\0" + Digest.full(bytes)
            case .failure: nil
            }
        }
        let known = read.compactMap { $0 }
        return known.count == read.count ? [folder] + known : nil
    }
}
