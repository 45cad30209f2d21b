import Forms

/// Where links of a library lead. Only resolving asks it: rules and pages are told what it found.
struct Linker: Sendable {
    private let library: Library
    /// The entries of all directories.
    private let listings: [String: ListedEntry]
    private let terms: [String: ExplainedTerm]

    init(_ library: Library) {
        self.library = library
        var listings: [String: ListedEntry] = [:]
        var terms: [String: ExplainedTerm] = [:]
        for file in library.data {
            if let directory = file.body as? Directory {
                for entry in directory.entries where listings[entry.id.description] == nil {
                    listings[entry.id.description] = ListedEntry(file: file, entry: entry)
                }
            }
            if let glossary = file.body as? Glossary {
                for entry in glossary.terms where terms[entry.id.description] == nil {
                    terms[entry.id.description] = ExplainedTerm(file: file, entry: entry)
                }
            }
        }
        self.listings = listings
        self.terms = terms
    }

    /// Looks up a destination as written in a file.
    ///
    /// - Parameter file: the path of the file below `Content/` in which it is written.
    func target(of destination: String, in file: String) -> Result<LinkTarget, LinkProblem> {
        guard !destination.isEmpty else { return .failure(.empty) }
        if let scheme = scheme(of: destination) { return target(scheme: scheme, destination) }
        if destination.hasPrefix("//") { return .failure(.scheme("")) }
        let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let path = percentDecoded(String(parts[0]))
        let fragment = parts.count > 1 ? percentDecoded(String(parts[1])) : nil
        guard let path else { return .failure(.badAddress) }
        if path.isEmpty {
            guard let fragment, !fragment.isEmpty else { return .failure(.empty) }
            return .success(.fragment(fragment))
        }
        guard !path.hasPrefix("/"), !path.hasSuffix("/") else {
            return .failure(.notAFile(suggestion: suggestion(for: path, in: file)))
        }
        guard let full = resolved(path, in: file) else { return .failure(.outsideContent) }
        if let number = library.pageNumber(file: full) { return .success(.page(number, fragment: fragment)) }
        if library.hasAsset(full) { return .success(.asset(full)) }
        if library.drafts.contains(PagePath(file: full)) { return .failure(.draft(full)) }
        if library.pageNumber(file: joined(full, "index.md")) != nil || library.pageNumber(file: full + ".md") != nil {
            return .failure(.notAFile(suggestion: suggestion(for: path, in: file)))
        }
        return .failure(.missing(full))
    }

    private func target(scheme: String, _ destination: String) -> Result<LinkTarget, LinkProblem> {
        let rest = String(Substring(destination.utf8.dropFirst(scheme.utf8.count + 1)))
        switch scheme {
        case "http", "https", "mailto", "tel":
            // Control characters and spaces would be read away by browsers, and hide what the address says.
            guard destination.unicodeScalars.allSatisfy({ $0.value > 32 && $0.value != 127 }), !rest.isEmpty else {
                return .failure(.badAddress)
            }
            guard !scheme.hasPrefix("http") || (rest.hasPrefix("//") && rest.count > 2) else {
                return .failure(.badAddress)
            }
            return .success(.outside(destination))
        case "tool", "contact", "link":
            guard let found = listings[rest] else { return .failure(.unknownEntry(scheme: scheme, id: rest)) }
            guard found.entry.value.kind.rawValue == scheme else {
                return .failure(.otherKind(id: rest, scheme: found.entry.value.kind.rawValue))
            }
            return .success(.listing(found))
        case "term":
            guard let found = terms[rest] else { return .failure(.unknownEntry(scheme: scheme, id: rest)) }
            return .success(.term(found))
        case "questionnaire":
            guard let name = Identifier(rest), library.hasQuestionnaire(name) else {
                return .failure(
                    library.draftQuestionnaires.contains(rest)
                        ? .draft("\(QuestionnaireFiles.folder)/\(rest).yaml") : .unknownEntry(scheme: scheme, id: rest))
            }
            return .success(.questionnaire(name))
        default: return .failure(.scheme(scheme))
        }
    }

    /// The entry of a directory that has this id.
    func directoryEntry(_ id: String) -> ListedEntry? { listings[id] }

    /// The ids of all directories.
    var directoryIDs: [String] { listings.keys.sorted() }

    /// The ids that a scheme knows, for "did you mean".
    func ids(of scheme: String) -> [String] {
        if scheme == "questionnaire" { return library.questionnaires.map(\.name.description) }
        return scheme == "term"
            ? terms.keys.sorted()
            : listings.filter { $0.value.entry.value.kind.rawValue == scheme }.map(\.key).sorted()
    }

    /// The path of the file that a link to a folder or an address probably means, relative to where it is written.
    private func suggestion(for path: String, in file: String) -> String? {
        let bare = path.drop { $0 == "/" }
        let stem = String(bare.hasSuffix("/") ? bare.dropLast() : bare)
        let base = path.hasPrefix("/") ? stem : resolved(stem, in: file) ?? stem
        for candidate in [base + ".md", joined(base, "index.md")] where library.pageNumber(file: candidate) != nil {
            return relativePath(from: file, to: candidate)
        }
        return nil
    }
}

/// The letters before the colon, small, if the destination starts with a scheme (RFC 3986, section 3.1).
///
/// White space and controls before it and inside it are skipped, as browsers skip them.
private func scheme(of destination: String) -> String? {
    var scheme = ""
    for scalar in destination.unicodeScalars {
        switch scalar {
        case ":": return scheme.lowercased()
        case _ where scalar.value <= 32 || scalar.value == 127: continue
        case "a"..."z", "A"..."Z": scheme.unicodeScalars.append(scalar)
        case "0"..."9", "+", "-", ".": if scheme.isEmpty { return nil } else { scheme.unicodeScalars.append(scalar) }
        default: return nil
        }
        if scheme.utf8.count > 40 { return nil }
    }
    return nil
}

/// A path written in a file, made a path below `Content/`; nil if it leaves it.
package func resolved(_ path: String, in file: String) -> String? {
    var parts = file.split(separator: "/").dropLast().map(String.init)
    for part in path.split(separator: "/", omittingEmptySubsequences: false) {
        switch part {
        case "", ".": continue
        case "..":
            guard parts.popLast() != nil else { return nil }
        default: parts.append(String(part))
        }
    }
    return parts.joined(separator: "/")
}

/// The path from one file to another, as it is written in a link.
package func relativePath(from file: String, to target: String) -> String {
    let folder = file.split(separator: "/").dropLast()
    let parts = target.split(separator: "/")
    let common = zip(folder, parts.dropLast()).prefix { $0 == $1 }.count
    return (Array(repeating: "..", count: folder.count - common) + parts.dropFirst(common).map(String.init)).joined(
        separator: "/")
}

/// Percent signs resolved; nil when the bytes are no UTF-8 text.
package func percentDecoded(_ text: String) -> String? {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
        if byte == UInt8(ascii: "%"), rest.count >= 2,
            let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
        {
            bytes.append(value)
            rest.removeFirst(2)
        } else {
            bytes.append(byte)
        }
    }
    return String(validating: bytes, as: UTF8.self)
}
