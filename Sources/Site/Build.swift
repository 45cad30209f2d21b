package import Content
import Decision
package import Diagnostics
import Forms
package import History
package import Pages
package import Words

/// How a site is loaded and judged, by commands that publish it and commands that don't.
package struct CheckOptions: Sendable {
    /// How the content is read.
    package var load: LoadOptions
    /// Used instead of the address in the settings.
    package var baseURL: String?
    /// Warnings keep the site from being published too.
    package var isStrict: Bool

    /// Works out what changed for readers: only for a site that publishes it.
    package var changes: (@Sendable (SiteSettings, Phrasebook) async -> ReaderChanges)?

    /// Values are written as the theme writes them in the site's language.
    package init(load: LoadOptions, baseURL: String? = nil, isStrict: Bool = false) {
        self.load = load
        self.load.valueStyle = { Theme.valueStyle(site: load.site, language: $0) }
        self.baseURL = baseURL
        self.isStrict = isStrict
    }

    /// A library at the address that the options name.
    func resolved(_ library: ResolvedLibrary) -> ResolvedLibrary { baseURL.map { library.at(address: $0) } ?? library }
}

/// What a build did.
package struct BuildReport: Sendable {
    /// The pages that authors wrote.
    package var pages = 0
    /// Everything that was published, compressed copies included.
    package var files = 0
    /// The sum of the sizes of these files.
    package var bytes = 0
    /// What is published in another form than usual, and why.
    package var notes: [String] = []
    /// Nothing was written, because the same was published already.
    package var isUnchanged = false
}

/// The stages in order: load, render, index, write. Nothing is written while there is an error.
///
/// - Parameters:
///   - output: the folder to publish into.
///   - cache: where it's kept what was published last, so that nothing is done where nothing has changed.
///   - progress: told how many pages are written, of how many.
///   - waiting: told, once, for whom it waits before it writes.
/// - Returns: what was published, or nil if errors kept it from being published; and everything found wrong, sorted.
package func build(
    _ options: CheckOptions, into output: String, cache: BuildCache? = nil,
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in },
    waiting: (String) -> Void = { _ in }
) async throws(EnvironmentFailure) -> Checked<BuildReport?> {
    // Before anything else is read: what is changed from now on is another build's.
    let inputs = cache == nil ? nil : await BuildInputs(options, output: output)
    let last = cache?.record(of: output)
    if let inputs, let record = last, await inputs.digest(usesGit: record.usesGit) == record.inputs,
        record.published.tree.isPublished(in: output)
    {
        return Checked(record.report)
    }
    let checked = await check(options)
    guard let renderer = checked.value else { return Checked(nil, checked.diagnostics) }
    try refuse(output, holding: options.load.site)
    if renderer.library.settings.isCompressed { try Compressed.prepare() }
    let staging = try Staging(output: output, last: last?.published, cache: cache, waiting: waiting)
    do {
        let published = try await write(renderer, to: staging, jobs: options.load.jobs, progress: progress)
        let site = try staging.publish(published)
        let bytes = published.reduce(0) { $0 + $1.size }
        let report = BuildReport(pages: renderer.pageCount, files: published.count, bytes: bytes, notes: renderer.notes)
        if let site {
            // What there is to say of a site is said by every build, and how texts are compressed is up to the system's libraries.
            let settings = renderer.library.settings
            let isSettled = checked.diagnostics.isEmpty && !settings.isCompressed && renderer.isHistoryCurrent
            let inputs = isSettled ? await inputs?.digest(usesGit: settings.usesGit) : nil
            cache?.keep(BuildRecord(inputs: inputs ?? "", usesGit: settings.usesGit, report: report, published: site), of: output)
        }
        return Checked(report, checked.diagnostics)
    } catch {
        staging.discard()
        throw error
    }
}

/// Nothing is published into the folders that are read: the next build would read it again.
private func refuse(_ shown: String, holding site: String) throws(EnvironmentFailure) {
    let output = absolute(shown)
    for name in ["Content", "Templates"] {
        let source = absolute(joined(site, name))
        guard output != source, !output.hasPrefix(source + "/"), !source.hasPrefix(output + "/") else {
            throw EnvironmentFailure(
                "the site cannot be published into \(shown), which contains \(name) or is inside it",
                help: "choose another folder with --output")
        }
    }
}

/// Everything up to writing: loads, checks and prepares the site.
///
/// - Returns: what renders the site, or nil if it may not be published; and everything found wrong, sorted.
package func check(_ options: CheckOptions) async -> Checked<SiteRenderer?> {
    var library = await load(options.load)
    let history = await history(of: library.value.library, in: options.load.site)
    let theme = Theme.read(site: options.load.site, language: library.value.library.settings.language)
    let questionnaires = await compileQuestionnaires(options.resolved(library.value), jobs: options.load.jobs)
    let settings = library.value.library.settings
    let isTold = settings.changes != .no && !library.diagnostics.hasErrors && !questionnaires.diagnostics.hasErrors
    let changes = isTold ? await options.changes?(settings, theme.value.phrasebook) : nil
    library.diagnostics += await checkOtherWords(
        of: library.value, questionnaires.value.map(\.diagram.questionnaire), words: theme.value.words, jobs: options.load.jobs)
    return prepare(
        library, options, theme: theme, history: history, changes: changes, questionnaires: { _ in questionnaires }, isForAllPages: true)
}

/// Prepares a loaded site for rendering.
///
/// - Parameters:
///   - theme: its theme, in its language.
///   - history: what Git knows of it.
///   - changes: what changed for readers.
///   - questionnaires: gives the compiled questionnaires.
///   - isForAllPages: whether all pages are going to be rendered.
/// - Returns: as ``check(_:)``.
package func prepare(
    _ loaded: Checked<ResolvedLibrary>, _ options: CheckOptions, theme: Checked<Theme>, history: Checked<ContentHistory?>,
    changes: ReaderChanges? = nil,
    questionnaires: (ResolvedLibrary) -> Checked<[ProvedQuestionnaire]>, isForAllPages: Bool
) -> Checked<SiteRenderer?> {
    let resolved = options.resolved(loaded.value)
    let library = resolved.library
    let untranslated = weighed(Theme.untranslated(site: options.load.site, library.settings), by: library.settings.checks)
    let questionnaires = questionnaires(resolved)
    let found =
        loaded.diagnostics + history.diagnostics + questionnaires.diagnostics
        + checkSentences(resolved, questionnaires.value.map(\.diagram.questionnaire)).diagnostics + theme.diagnostics + untranslated
        + theme.value.missingFiles(in: library)
    let diagnostics = found.sorted()
    guard !diagnostics.hasErrors, !(options.isStrict && !diagnostics.isEmpty) else { return Checked(nil, diagnostics) }
    let renderer = SiteRenderer(
        resolved.adding(questionnaires.value.flatMap(\.texts)), questionnaires: questionnaires.value.map(\.diagram),
        cases: Dictionary(questionnaires.value.map { ($0.diagram.questionnaire.name, $0.results.filter(\.isPresent)) }) { first, _ in first
        },
        theme: theme.value,
        style: hashed("style", ".css", [theme.value.style]),
        favicon: hashed("favicon", ".svg", [theme.value.favicon]),
        scripts: hashed("scripts", "", theme.value.scripts.map(\.bytes)), history: history.value, changes: changes,
        isForEditors: options.load.includesDrafts || !isForAllPages, version: Digest.gitName, isForAllPages: isForAllPages)
    return Checked(renderer, diagnostics)
}

/// The published path of a file or folder of the theme's own: it changes with the bytes, so browsers may keep it for ever.
private func hashed(_ name: String, _ ending: String, _ files: [[UInt8]]) -> String {
    "assets/\(name).\(Digest.short(files.flatMap { $0 }))\(ending)"
}

/// Renders pages on all processors and writes each as soon as it is made.
private func write(
    _ renderer: SiteRenderer, to staging: Staging, jobs: Int, progress: @escaping @Sendable (Int, Int) -> Void
) async throws(EnvironmentFailure) -> [PublishedFile] {
    let count = renderer.pageCount
    let writer = Writer(staging: staging, isCompressed: renderer.library.settings.isCompressed)
    let results = await inParallel(Array(0..<count), jobs: jobs, progress: { progress($0, count) }) { number in
        writer.write(renderer.page(number))
    }
    var published: [PublishedFile] = []
    for result in results { published += try result.get() }
    for files in await inParallel(renderer.otherFileGroups, jobs: jobs, { renderer.otherFiles($0).map(writer.write) }) {
        for file in files { published += try file.get() }
    }
    if renderer.library.settings.hasSearch { published += try await writeSearch(renderer, with: writer, jobs: jobs) }
    for asset in renderer.publishedAssets { published += try writer.copy(asset) }
    for file in OfflineCopy.files(renderer, published: published) { published += try writer.write(file).get() }
    return published
}

/// Writes the files of the search while they are made, some hundred at once: all of them need as much memory as the site.
private func writeSearch(_ renderer: SiteRenderer, with writer: Writer, jobs: Int) async throws(EnvironmentFailure) -> [PublishedFile] {
    var waiting: [RenderedFile] = []
    var results: [Result<[PublishedFile], EnvironmentFailure>] = []
    func write(at count: Int) async {
        guard waiting.count >= count else { return }
        results += await inParallel(waiting, jobs: jobs) { writer.write($0) }
        waiting = []
    }
    await searchFiles(renderer, jobs: jobs) { file in
        waiting.append(file)
        await write(at: 256)
    }
    await write(at: 1)
    var published: [PublishedFile] = []
    for result in results { published += try result.get() }
    return published
}

/// Writes files, and tells what there is to know about them.
private struct Writer: Sendable {
    let staging: Staging
    let isCompressed: Bool

    /// Writes a file, and its compressed copies if the site has them.
    func write(_ file: RenderedFile) -> Result<[PublishedFile], EnvironmentFailure> {
        do throws(EnvironmentFailure) {
            let files = [file] + (isCompressed ? Compressed.copies(of: file) : [])
            var published: [PublishedFile] = []
            for file in files { published.append(try staging.write(file.bytes, to: file.path)) }
            return .success(published)
        } catch {
            return .failure(error)
        }
    }

    func copy(_ asset: Asset) throws(EnvironmentFailure) -> [PublishedFile] {
        guard case .success(let bytes) = InputFile.bytes(asset.file, shown: asset.path, limit: Limits.assetBytes) else {
            throw EnvironmentFailure("cannot read \(asset.file)", help: nil)
        }
        // What was checked may be another file by now.
        guard !asset.isDrawing || isHarmless(bytes, asset) else {
            throw EnvironmentFailure("\(asset.file) changed while the site was built", help: "build again")
        }
        return try write(RenderedFile(path: asset.path, bytes: bytes)).get()
    }

    private func isHarmless(_ bytes: [UInt8], _ asset: Asset) -> Bool {
        guard case .success(let source) = InputFile.text(of: bytes, shown: asset.path) else { return false }
        return diagnostics(ofDrawing: source).isEmpty
    }
}
