import Content

/// The file that names all others.
struct Manifest {
    let count: Int
    let stemmer: Stemmer
    let settings: SearchIndex.Settings
    let terms: Shards
    let spelling: (beginnings: Shards, ends: Shards)
    let texts: Shards
    let codes: Shards
    /// What sentences are matched with; nil if the site has none.
    let said: (name: String, file: IndexFile)?

    /// The form of the files; the engine asks for a reload when it is not the one it knows.
    static let version = 1
    /// So many pieces of records are named by the manifest itself; beyond, by files of so many, or it would grow with
    /// the site.
    private static let mostTexts = 200

    /// The files that only name others, the manifest last.
    func files(_ names: FileNames) -> [IndexFile] {
        guard texts.names.count > Manifest.mostTexts else { return [file(texts, isList: false)] }
        var lists = Shards()
        for start in stride(from: 0, to: texts.names.count, by: Manifest.mostTexts) {
            var piece = Shards()
            for index in start..<min(start + Manifest.mostTexts, texts.names.count) {
                piece.append(first: texts.firsts[index], name: texts.names[index])
            }
            var list = JSONBytes()
            piece.write(to: &list)
            lists.append(first: texts.firsts[start], names.file(list.bytes))
        }
        return lists.files + [file(lists, isList: true)]
    }

    private func file(_ texts: Shards, isList: Bool) -> IndexFile {
        var json = JSONBytes()
        json.raw("{\"version\":")
        json.number(Manifest.version)
        json.raw(",\"count\":")
        json.number(count)
        json.raw(",\"folder\":")
        json.string(SearchIndex.folder)
        json.raw(",\"stop\":")
        json.string(stemmer.stopWords.sorted { $0.precedes($1) }.joined(separator: " "))
        json.raw(",\"stem\":")
        json.strings(
            stemmer.steps.map { $0.map { "\($0.suffix)>\($0.replacement)>\($0.letters)" }.joined(separator: " ") })
        json.raw(",\"ask\":")
        json.string(stemmer.questionWords.joined(separator: " "))
        json.raw(",\"apart\":")
        json.string(stemmer.contractions.table)
        json.raw(",\"families\":")
        json.strings(stemmer.families.map { $0.joined(separator: " ") })
        let all = [("terms", terms), ("words", spelling.beginnings), ("ends", spelling.ends), ("codes", codes)]
        for (name, shards) in all {
            json.raw(",")
            json.string(name)
            json.raw(":")
            shards.write(to: &json)
        }
        if isList { json.raw(",\"lists\":") } else { json.raw(",\"texts\":") }
        texts.write(to: &json)
        if let said {
            json.raw(",\"said\":")
            json.string(said.name)
        }
        json.raw(",\"say\":{")
        for (index, word) in settings.words.sorted(by: { $0.key.precedes($1.key) }).enumerated() {
            if index > 0 { json.raw(",") }
            json.string(word.key)
            json.raw(":")
            json.string(word.value)
        }
        json.raw("}}")
        return IndexFile(path: SearchIndex.manifestPath, bytes: json.bytes)
    }
}
