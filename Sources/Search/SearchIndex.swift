import Forms

/// INDEX: what pages say, as files that a browser can search without reading all of them.
///
/// A small manifest names the others: terms with the places where they are, cut by their first letters; the words of
/// the site for spelling; the records themselves, in pieces. The same records always give the same bytes.
package struct SearchIndex: Sendable {
    /// All files; the manifest is the last, so that whoever writes in this order never names a file that is not there.
    package let files: [IndexFile]

    /// Where the manifest is published: the only name that does not change with the bytes.
    package static let manifestPath = "search/index.json"
    /// Where the other files are published: named by their bytes, so browsers may keep them for ever.
    package static let folder = "assets/search/"

    /// What is the same for the whole site.
    package struct Settings: Sendable {
        /// A BCP 47 tag.
        package var language: String
        /// What the user interface says, by name: it is needed only where the index is.
        package var words: [String: String]
        /// The name for a file's bytes.
        package var hash: @Sendable ([UInt8]) -> String

        /// - Parameter hash: equal for equal bytes, and short, as it becomes part of a name.
        package init(
            language: String, words: [String: String],
            hash: @escaping @Sendable ([UInt8]) -> String
        ) {
            self.language = language
            self.words = words
            self.hash = hash
        }
    }

    /// A posting has 24 bits for the number of its record: some 100 for each of 160,000 pages.
    private static let mostRecords = 1 << 24

    /// Indexes records, and keeps the files.
    package static func make(
        _ records: [SearchRecord], synonyms: [Synonyms] = [], classes: [Synonyms] = [], said: [UInt8]? = nil, settings: Settings,
        jobs: Int = 1
    ) async -> SearchIndex {
        var files: [IndexFile] = []
        await make(records, synonyms: synonyms, classes: classes, said: said, settings: settings, jobs: jobs) { files.append($0) }
        return SearchIndex(files: files)
    }

    /// Indexes records, on several processors at once.
    ///
    /// - Parameters:
    ///   - classes: words of one kind, the best known first: a word that is nowhere on the site is looked for by others of its class.
    ///   - said: a file of its own, which is only read with sentences.
    ///   - put: takes each file, once, as soon as it is made; the manifest last.
    package static func make(
        _ records: [SearchRecord], synonyms: [Synonyms] = [], classes: [Synonyms] = [], said: [UInt8]? = nil, settings: Settings,
        jobs: Int = 1, put: (IndexFile) async -> Void
    ) async {
        let records = records.prefix(SearchIndex.mostRecords)
        let stemmer = Stemmer.forLanguage(settings.language)
        let names = FileNames(folder: folder, hash: settings.hash)
        let pieces = stride(from: 0, to: records.count, by: max(1, (records.count + jobs - 1) / max(1, jobs)))
            .map { records[$0..<min(records.count, $0 + max(1, (records.count + jobs - 1) / max(1, jobs)))] }
        let counted = await inParallel(pieces, jobs: jobs) { TermCounter.count($0, stemmer) }
        let known = counted.reduce(into: Set<String>()) { $0.formUnion($1.postings.keys) }
        let phrases = Phrases.make(synonyms, stemmer).merging(Phrases.make(classes: classes, in: known, stemmer)) { own, _ in own }
        let terms = TermShards.make(counted, phrases: phrases, names: names)
        let spelling = Spelling.make(counted.reduce(into: []) { $0.formUnion($1.words) }, names: names)
        // Files of the same bytes have the same name: they are one file, whichever lists name it.
        var paths: Set<String> = []
        func putOnce(_ file: IndexFile) async {
            if paths.insert(file.path).inserted { await put(file) }
        }
        for file in terms.files + spelling.beginnings.files + spelling.ends.files { await putOnce(file) }
        let texts = await RecordChunks.make(records, names: names, put: putOnce)
        let codes = CodeShards.make(records, names: names)
        let manifest = Manifest(
            count: records.count, stemmer: stemmer, settings: settings, terms: terms, spelling: spelling, texts: texts,
            codes: codes, said: said.map(names.file))
        for file in codes.files + (said.map { [names.file($0).file] } ?? []) + manifest.files(names) { await putOnce(file) }
    }
}
