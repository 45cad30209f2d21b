import CommonMark
package import Forms

/// A document that statements are based on, and the parts of it that they name.
package struct CitedDocument: Sendable {
    /// As references name it: the id of a directory entry, or the name of the document.
    package let name: String
    /// The entry of a directory; nil for a document that none lists.
    package let listed: ListedEntry?
    /// Each once, in the order in which they were named.
    package private(set) var parts: [Part] = []
    /// The latest day on which it was read.
    package private(set) var read: Day?

    /// A place in a document.
    package struct Part: Hashable, Sendable {
        /// What the document calls it; nil for an address without a name.
        package let section: String?
        /// Its own address, if it has one.
        package let address: String?
    }

    /// What readers see.
    package var title: String { listed?.entry.value.name.string ?? name }

    fileprivate init(name: String, listed: ListedEntry?) {
        self.name = name
        self.listed = listed
        read = listed?.entry.value.read
    }

    fileprivate mutating func add(_ source: SourceReference) {
        if let day = source.read { read = max(read ?? day, day) }
        let part = Part(section: source.section?.string, address: source.address?.string)
        if part.section != nil || part.address != nil, !parts.contains(part) { parts.append(part) }
    }
}

extension ResolvedLibrary {
    /// The documents that references name, each once, in the order of their first mention.
    package func cited(_ sources: [SourceReference]) -> [CitedDocument] {
        var documents: [CitedDocument] = []
        for source in sources {
            let name = source.document.string
            let index = documents.firstIndex { $0.name == name } ?? documents.count
            if index == documents.count { documents.append(CitedDocument(name: name, listed: directoryEntry(name))) }
            documents[index].add(source)
        }
        return documents
    }

    /// What the foot of a page names: what it is based on itself, and what the data and the values on it are based on, unless it says
    /// so beside them.
    package func sources(of page: ResolvedPage) -> [SourceReference] {
        let embeddings = page.text.embeddings.filter { !type(of: $0.file.body).printsSources }
        return ownSources(of: page) + embeddings.flatMap(\.entries).flatMap(\.sources)
    }

    /// The same without entries on the page that name sources of their own.
    package func ownSources(of page: ResolvedPage) -> [SourceReference] {
        let values = Set(page.page.body.values.map(\.name)).sorted().flatMap(sources(ofValue:))
        return page.page.frontMatter.sources + page.text.embeddings.flatMap(\.sourcesOfFile) + values
    }

    /// The entries on a page that name sources of their own, with what readers see there.
    package func sourcedEntries(of page: ResolvedPage) -> [(entry: SourcedEntry, place: DataPlace?)] {
        page.text.embeddings.flatMap { embedding in
            let places = embedding.places
            return embedding.entries.map { entry in
                let own = entry.id.description
                return (entry, places.first { $0.id == own } ?? places.first { $0.id == embedding.ownID(own) })
            }
        }
    }

    private func sources(ofValue name: String) -> [SourceReference] {
        let parts = name.split(separator: ".")
        guard parts.count == 2, let file = Identifier(String(parts[0])).flatMap({ library.data(named: $0) }) else { return [] }
        return file.body.sourced(.all)?.first { $0.id.description == parts[1] }.map { file.sources(of: $0) } ?? []
    }
}

extension Embedding {
    /// The shown entries that name sources of their own.
    fileprivate var entries: [SourcedEntry] { (file.body.sourced(selection) ?? []).filter { !$0.sources.isEmpty } }

    /// What the other entries are based on.
    fileprivate var sourcesOfFile: [SourceReference] {
        let all = file.body.sourced(selection)
        return all?.contains(where: \.sources.isEmpty) ?? true ? file.sources : []
    }
}

extension DataFile {
    /// What an entry is based on: its own sources, or those of the file.
    package func sources(of entry: SourcedEntry) -> [SourceReference] { entry.sources.isEmpty ? sources : entry.sources }
}
