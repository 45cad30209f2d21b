package import Diagnostics
import Forms

/// `link/unknown-entry` for documents, and `site/no-source`: what a site states leads to what it is based on.
func checkSources(_ resolved: ResolvedLibrary) -> [Diagnostic] {
    let library = resolved.library
    let unknown =
        library.pages.flatMap { resolved.unknownDocuments($0.frontMatter.sources) }
        + library.data.flatMap { resolved.unknownDocuments($0.references) }
    guard library.settings.wantsSources else { return unknown }
    let missing = library.pages.filter(\.isWhole).map(\.frontMatter).filter(\.sources.isEmpty).map {
        Diagnostic.noSource("the page", at: $0.title.range)
    }
    return unknown + missing + library.data.flatMap(\.missingSources)
}

extension ResolvedLibrary {
    /// The references to documents by an id that no directory has.
    package func unknownDocuments(_ sources: [SourceReference]) -> [Diagnostic] {
        // What cannot be read may list any of them.
        guard !library.hasUnreadData else { return [] }
        return sources.filter { Identifier($0.document.string) != nil && directoryEntry($0.document.string) == nil }.map { source in
            Diagnostic(
                "link/unknown-entry", "no directory has an entry \"\(source.document.string)\"", at: source.document.range,
                help: Suggestion.nearest(to: source.document.string, among: directoryIDs).map { "did you mean \($0)?" }
                    ?? "list the document in a data file of the kind directory, or write its full name, such as \"Returns policy\"")
        }
    }
}

extension DataFile {
    /// Everything in the file that names a document.
    var references: [SourceReference] { sources + (body.sourced(.all) ?? []).flatMap(\.sources) }

    fileprivate var missingSources: [Diagnostic] {
        // What an organisation adds is its own word.
        guard sources.isEmpty, addedBy == nil else { return [] }
        guard let entries = body.sourced(.all) else { return [.noSource("the file", at: title.range)] }
        return entries.filter(\.sources.isEmpty).map { .noSource("the entry \"\($0.id)\"", at: $0.place) }
    }
}

extension Diagnostic {
    /// A statement of which nobody says what it is based on.
    ///
    /// - Parameter what: names it in the message.
    package static func noSource(_ what: String, at place: SourceRange) -> Diagnostic {
        Diagnostic(
            "site/no-source", "\(what) names no source", at: place, severity: .warning,
            help: "add `sources:` with the document and the section that it is based on")
    }
}

extension [Diagnostic] {
    /// Asks for no sources in files with errors: what is wrong there may be how the sources are written.
    ///
    /// - Parameter read: what reading the files found.
    func withoutSources(ofFilesIn read: [Diagnostic]) -> [Diagnostic] {
        let faulty = Set(read.filter { $0.severity == .error }.compactMap(\.path))
        return faulty.isEmpty ? self : filter { $0.rule != "site/no-source" || !($0.path.map(faulty.contains) ?? false) }
    }
}
