import CommonMark
import Content
import Diagnostics
import Forms
import Pages

/// The destinations of a text that have to be written anew after a move.
struct LinkEdits {
    let relocation: Relocation
    let library: Library
    private(set) var diagnostics: [Diagnostic] = []

    init(relocation: Relocation, library: Library) {
        self.relocation = relocation
        self.library = library
    }

    /// The edits in one piece of Markdown.
    mutating func edits(in text: ResolvedText) -> [Edit] {
        var destinations = Destinations(of: text.markdown)
        var edits: [Int: Edit] = [:]
        for link in text.markdown.links {
            guard let new = changed(link, in: text) else { continue }
            let places = destinations.places(of: link)
            if places.isEmpty {
                refuse(
                    "Waymark cannot tell exactly where this link is in the file, so nothing is changed", at: text.markdown.range(of: link),
                    help: "write its destination, \(link.destination), on one line and without escapes, then move again")
            }
            // Several links share a definition.
            for place in places { edits[place.bytes.lowerBound] = edit(of: place, path: new) }
        }
        return Array(edits.values)
    }

    /// The new path of a link; nil if it stays as it is.
    private mutating func changed(_ link: Link, in text: ResolvedText) -> String? {
        let file = text.file
        let full: String
        switch text.links[link.index] {
        case .success(.page(let number, _)): full = library.pages[number].path.file
        case .success(.asset(let path)): full = path
        case .success(.questionnaire(let name)):
            let new = relocation.name(of: name.description)
            return new == name.description ? nil : "questionnaire:" + new
        case .success(.fragment), .success(.outside), .success(.listing), .success(.term): return nil
        case .failure(.missing(let path)) where library.hasFile(relocation.path(of: path)):
            // A move that was broken off has moved it already.
            full = path
        case .failure(let problem):
            if relocation.moves(file), problem.isAboutPath { refuseUnclear(link, in: text) }
            return nil
        }
        let (newFile, newFull) = (relocation.path(of: file), relocation.path(of: full))
        guard newFile != file || newFull != full, !leads(link, to: newFull, in: newFile) else { return nil }
        return relativePath(from: newFile, to: newFull)
    }

    /// Whether a link leads to a place already as it is written.
    private func leads(_ link: Link, to full: String, in file: String) -> Bool {
        let path = link.destination.prefix { $0 != "#" }
        return percentDecoded(String(path)).flatMap { resolved($0, in: file) } == full
    }

    /// The path at the start of a destination written anew; a fragment, and the way in which it is written, stay.
    private func edit(of place: SourceRange, path: String) -> Edit {
        let written = place.file.bytes[place.bytes]
        let end = written.firstIndex(of: UInt8(ascii: "#")) ?? written.endIndex
        let old = written[..<end]
        var path = old.contains(UInt8(ascii: "%")) ? Route.encoded(path) : path
        if old.starts(with: "./".utf8), !path.hasPrefix("../") { path = "./" + path }
        return Edit(run: old.startIndex..<end, text: path)
    }

    private mutating func refuseUnclear(_ link: Link, in text: ResolvedText) {
        refuse(
            "this link is broken, so it is unclear where it should lead after the move", at: text.markdown.range(of: link),
            help: "fix it first: `waymark check` explains how")
    }

    private mutating func refuse(_ message: String, at range: SourceRange, help: String) {
        diagnostics.append(Diagnostic("move/unclear", message, at: range, help: help))
    }
}

extension LinkProblem {
    /// Whether the destination is a path that would have to be written anew.
    fileprivate var isAboutPath: Bool {
        switch self {
        case .missing, .draft, .outsideContent, .notAFile, .badAddress: true
        case .empty, .scheme, .unknownEntry, .otherKind: false
        }
    }
}
