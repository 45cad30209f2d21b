package import Diagnostics
import CommonMark
package import Forms
import YAML

/// How a site is read.
package struct LoadOptions: Sendable {
    /// The folder that holds `Content/`, as the operating system knows it.
    package var site: String
    /// Publish pages marked as drafts too.
    package var includesDrafts: Bool
    /// By which pages are expired, due for review or in force.
    package var today: Day
    /// How many pages are read at once.
    package var jobs: Int
    /// How a language writes values and counts.
    package var valueStyle: @Sendable (_ language: String) -> ValueStyle

    /// At least one job; values are shown as typed unless a style is given.
    package init(
        site: String, includesDrafts: Bool, today: Day, jobs: Int,
        valueStyle: @escaping @Sendable (_ language: String) -> ValueStyle = { _ in .asTyped }
    ) {
        self.site = site
        self.includesDrafts = includesDrafts
        self.today = today
        self.jobs = jobs
        self.valueStyle = valueStyle
    }
}

/// LOAD and RESOLVE: reads the folder `Content/` of a site into a library, looks up what its texts refer to, and checks all of it.
///
/// - Parameter proposal: what the folder is taken to be, in place of what it is.
package func load(_ options: LoadOptions, as proposal: ProposedContent = .asItIs) async -> Checked<ResolvedLibrary> {
    let root = joined(options.site, "Content")
    var folder = proposal.isElsewhere ? Folder() : Folder(listing: root, shown: "Content", hidden: isListedForHosts)
    folder.files = proposal.paths(of: folder.files)
    let read = await readLibrary(options, folder, proposal) { paths, values in
        await inParallel(paths, jobs: options.jobs) { readPage(at: $0, below: root, values: values, proposal) }
    }
    var memory = ResolvingMemory()
    return await resolved(read, &memory, jobs: options.jobs)
}

/// The library resolved; what is wrong in its files and between them, as the site's settings weigh it.
package func resolved(_ read: Checked<Library>, _ memory: inout ResolvingMemory, jobs: Int) async -> Checked<ResolvedLibrary> {
    let resolved = await memory.resolve(read.value, jobs: jobs)
    let together = await checkLibrary(resolved, &memory, jobs: jobs)
    return Checked(
        resolved,
        applying(read.value.settings.checks, to: read.diagnostics + together.withoutSources(ofFilesIn: read.diagnostics)))
}

/// Reads every file, without looking from one to another.
///
/// - Parameter readPages: reads the pages at these paths, with these values in them, or knows them.
package func readLibrary(
    _ options: LoadOptions, _ folder: Folder, _ proposal: ProposedContent = .asItIs,
    readPages: ([PagePath], ValueTable) async -> [Checked<Page?>]
) async -> Checked<Library> {
    let root = joined(options.site, "Content")
    let files = ContentFiles(folder.files)
    let read: @Sendable (String) -> InputFile.Outcome<SourceFile> = { path in
        proposal.text(path, below: root)
    }
    let isThere = !folder.diagnostics.contains {
        $0.path == "Content" && ["environment/unreadable", "content/not-a-file"].contains($0.rule)
    }
    // What values say is known once the data files are read, and how they are written once the language is.
    func settings(_ values: ValueTable) -> Checked<SiteSettings> {
        isThere ? readSettings(exists: files.hasSettings, values: values, read) : Checked(.none)
    }
    let pending = settings(.pending)
    let (data, values) = readDataFiles(files.data, style: options.valueStyle(pending.value.language), today: options.today, read)
    let settings = pending.value.source?.mayHoldValues ?? false ? settings(values) : pending
    let questionnaires = readQuestionnaireFiles(files, read)
    let sharedRules = readSharedRules(files, questionnaires.value, read)
    let pages = await readPages(files.pages, values)
    let all = pages.compactMap(\.value)
    let diagnostics =
        folder.diagnostics + files.diagnostics + settings.diagnostics + data.diagnostics + questionnaires.diagnostics
        + sharedRules.diagnostics
        + pages.flatMap(\.diagnostics)
    let library = Library(
        settings: settings.value, pages: all, drafts: [], data: data.value, values: values,
        assets: files.assets.map { Asset(path: $0, file: joined(root, proposal.source(of: $0))) },
        today: options.today,
        questionnaires: questionnaires.value, sharedRules: sharedRules.value,
        spreadsheets: Dictionary(files.spreadsheets.map { ($0, read("questionnaires/" + $0)) }) { first, _ in first },
        unread: unread(diagnostics, pages: all))
    return Checked(options.includesDrafts ? library : library.withoutDrafts(), diagnostics)
}

/// The files below `Content/` that have errors, without the pages, which are whole whatever is wrong in them.
private func unread(_ diagnostics: [Diagnostic], pages: [Page]) -> Set<String> {
    // A value that is unknown leaves the rest of its file whole.
    let faulty = diagnostics.lazy.filter { $0.severity == .error && $0.rule != "value/unknown" }.compactMap(\.path)
    // Of a folder that is not there nothing is missed one by one.
    if faulty.contains("Content") { return ["index.md"] }
    let files = Set(faulty.filter { $0.hasPrefix("Content/") }.map { String($0.dropFirst("Content/".count)) })
    return files.isEmpty ? files : files.subtracting(pages.map(\.path.file))
}

/// Reads one page's file.
///
/// - Parameter root: the folder `Content/`, as the operating system knows it.
package func readPage(
    at path: PagePath, below root: String, values: ValueTable, _ proposal: ProposedContent = .asItIs
) -> Checked<Page?> {
    switch proposal.text(path.file, below: root) {
    case .failure(let refusal): return Checked(nil, [refusal.diagnostic])
    case .success(let source):
        let conflicts = conflicts(in: source)
        guard conflicts.isEmpty else { return Checked(nil, conflicts) }
        let page = readPage(source, path: path, values: values)
        return Checked(page.value, page.diagnostics)
    }
}

/// The language of a site, for what is said before all of it is read. Faults are told when it is.
package func language(of site: String) -> String {
    let root = joined(site, "Content")
    return readSettings(exists: true, values: .pending) { ProposedContent.asItIs.text($0, below: root) }.value.language
}

private func readSettings(
    exists: Bool, values: ValueTable, _ read: (String) -> InputFile.Outcome<SourceFile>
) -> Checked<SiteSettings> {
    guard exists else {
        return Checked(
            .none,
            [
                Diagnostic(
                    "site/no-settings", "the file site.yaml is missing", at: nil, path: "Content/site.yaml",
                    help: "create it: one line `title: …` is enough")
            ])
    }
    switch read("site.yaml") {
    case .failure(let refusal): return Checked(.none, [refusal.diagnostic])
    case .success(let source):
        let parsed = parse(source, ifEmpty: "write one line `title: …`")
        var findings = Findings(values: values)
        findings.add(parsed.diagnostics)
        guard let root = parsed.value else { return Checked(.none, findings.diagnostics) }
        let settings = SiteSettings.shape(source: source).read(root, &findings) ?? .none
        return Checked(settings, findings.diagnostics)
    }
}

private func readSharedRules(
    _ files: ContentFiles, _ questionnaires: [QuestionnaireFiles], _ read: (String) -> InputFile.Outcome<SourceFile>
) -> Checked<[SharedRules]> {
    var result = Checked<[SharedRules]>([])
    let used = Set(questionnaires.flatMap(\.uses))
    for (name, path) in files.sharedRules {
        switch read(path) {
        case .failure(let refusal): result.diagnostics.append(refusal.diagnostic)
        case .success(let source):
            result.value.append(SharedRules(name: name, source: source, isUsed: used.contains(name.description)))
        }
    }
    return result
}

private func readQuestionnaireFiles(
    _ files: ContentFiles, _ read: (String) -> InputFile.Outcome<SourceFile>
) -> Checked<[QuestionnaireFiles]> {
    var result = Checked<[QuestionnaireFiles]>([])
    func source(_ path: String) -> SourceFile? {
        switch read(path) {
        case .failure(let refusal):
            result.diagnostics.append(refusal.diagnostic)
            return nil
        case .success(let source): return source
        }
    }
    // The name of a questionnaire has no point in it.
    let casesByName = Dictionary(grouping: files.cases) { path in
        path.dropFirst("questionnaires/".count).prefix { $0 != "." }
    }
    var lists: [String] = []
    for (name, path) in files.questionnaires {
        let cases = (casesByName[name.description[...]] ?? []).compactMap(source)
        let sentences = files.sentences.filter { $0 == "questionnaires/\(name).said.yaml" }.compactMap(source)
        guard let file = source(path) else { continue }
        let questionnaire = QuestionnaireFiles(name: name, source: file, cases: cases, sentences: sentences)
        if questionnaire.isList { lists.append(path) } else { result.value.append(questionnaire) }
    }
    func refuse(_ path: String, _ message: String, _ names: [String]) {
        let help = CaseFileName.help(for: path, questionnaires: names)
        result.diagnostics.append(Diagnostic("content/data-file", message, at: nil, path: "Content/" + path, help: help))
    }
    // Files that cannot be read have names all the same.
    let names = files.questionnaires.filter { !lists.contains($0.path) }.map(\.name.description)
    for path in lists { refuse(path, "this is a list, like a file of cases, and not a questionnaire", names) }
    for path in files.cases where !names.contains(String(path.dropFirst("questionnaires/".count).prefix { $0 != "." })) {
        refuse(path, "there is no questionnaire for these cases", names)
    }
    for path in files.sentences where !names.contains(String(path.dropFirst("questionnaires/".count).dropLast(".said.yaml".count))) {
        let help = "name it NAME.said.yaml, where NAME is " + (names.isEmpty ? "a questionnaire" : listed(names, "or"))
        result.diagnostics.append(
            Diagnostic("content/data-file", "these sentences belong to no questionnaire", at: nil, path: "Content/" + path, help: help))
    }
    for path in files.misnamedCases {
        refuse(path, "the name of this file does not say which questionnaire its cases belong to", names)
    }
    return result
}
