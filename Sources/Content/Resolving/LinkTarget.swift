package import Forms

/// What a link's destination means on the site.
package enum LinkTarget: Sendable {
    /// A page, by its number in the library, and the place on it.
    case page(Int, fragment: String?)
    /// A place on the same page.
    case fragment(String)
    /// A published file, by its path below `Content/`.
    case asset(String)
    /// Another site, or a mail or telephone address.
    case outside(String)
    case listing(ListedEntry)
    case term(ExplainedTerm)
    case questionnaire(Identifier)

    /// What a link without words of its own says: `<term:rma>`; nil where its address is what it says.
    package var words: String? {
        switch self {
        case .listing(let listed): listed.words
        case .term(let term): term.words
        case .page, .fragment, .asset, .outside, .questionnaire: nil
        }
    }
}

/// An entry of a directory, with the file it is in.
///
/// A reference type, as ``ExplainedTerm`` is: targets are kept for every link of a site.
package final class ListedEntry: Sendable {
    /// The directory.
    package let file: DataFile
    /// With the id by which links name it.
    package let entry: Entry<Directory.Listing>

    init(file: DataFile, entry: Entry<Directory.Listing>) {
        self.file = file
        self.entry = entry
    }

    fileprivate var words: String { entry.value.email?.string ?? entry.value.name.string }
}

/// A term of a glossary, with the file it is in.
package final class ExplainedTerm: Sendable {
    /// The glossary.
    package let file: DataFile
    /// With the id by which links name it.
    package let entry: Entry<Glossary.Term>

    init(file: DataFile, entry: Entry<Glossary.Term>) {
        self.file = file
        self.entry = entry
    }

    fileprivate var words: String { entry.value.short?.string ?? entry.value.term.string }
}

/// Why a destination leads nowhere.
package enum LinkProblem: Error, Sendable {
    case empty
    /// A scheme that no site of Waymark links to, or none of its own.
    case scheme(String)
    /// No such page or file; the path below `Content/` that was looked for.
    case missing(String)
    /// The page or questionnaire exists and is not published.
    case draft(String)
    /// The path leaves `Content/`.
    case outsideContent
    /// A path from the root or to a folder: links name the file.
    case notAFile(suggestion: String?)
    case unknownEntry(scheme: String, id: String)
    /// The entry is of another kind, whose scheme this is.
    case otherKind(id: String, scheme: String)
    case badAddress
}
