import CommonMark
import Content
import Decision
import Diagnostics
import Forms

/// A site before and after a move: what must not be different.
struct MoveComparison {
    /// Why the move is refused.
    private(set) var problems: [Diagnostic] = []
    /// Warnings that the site has only now.
    private(set) var warnings: [Diagnostic] = []
    private let relocation: Relocation

    init(before: ReadSite, after: ReadSite, relocation: Relocation) {
        self.relocation = relocation
        compareLinks(before, after)
        compareCites(before, after)
        let old = Dictionary(grouping: before.diagnostics) { key($0, isBefore: true) }
        for (key, found) in Dictionary(grouping: after.diagnostics, by: { key($0, isBefore: false) }) {
            let known = old[key] ?? []
            guard found.count > known.count else { continue }
            let messages = Set(known.map(\.message))
            let new = found.filter { !messages.contains($0.message) }
            problems += new.filter { $0.severity == .error }
            warnings += new.filter { $0.severity == .warning }
        }
    }

    /// A rule and a file: messages name paths, which change.
    private func key(_ diagnostic: Diagnostic, isBefore: Bool) -> String {
        let path = diagnostic.path ?? ""
        let after = isBefore ? path.contentPath.map { "Content/" + relocation.path(of: $0) } : nil
        return "\(diagnostic.rule) \(after ?? path)"
    }

    /// What a link means, with the paths that files have after the move.
    private enum Meaning: Equatable {
        case file(String, fragment: String?)
        case other(String)
    }

    private mutating func compareLinks(_ before: ReadSite, _ after: ReadSite) {
        let new = Dictionary(grouping: after.texts, by: \.file)
        for (file, texts) in Dictionary(grouping: before.texts, by: \.file) {
            let path = relocation.path(of: file)
            let counterparts = new[path] ?? []
            guard counterparts.count == texts.count else {
                refuse("after the move this file would be read differently", at: nil, path: joined("Content", file))
                continue
            }
            for (text, other) in zip(texts, counterparts) {
                guard text.markdown.links.count == other.markdown.links.count else {
                    refuse("after the move this file would have other links", at: nil, path: joined("Content", file))
                    continue
                }
                for link in text.markdown.links {
                    let was = meaning(of: link, in: text, before.library, isBefore: true)
                    let newLink = other.markdown.links[link.index]
                    guard let was, was != meaning(of: newLink, in: other, after.library, isBefore: false) else { continue }
                    refuse("after the move this link would lead elsewhere", at: text.markdown.range(of: link), path: nil)
                }
            }
        }
    }

    /// Nil for a link that leads nowhere: the site's own check speaks of it.
    private func meaning(of link: Link, in text: ResolvedText, _ library: Library, isBefore: Bool) -> Meaning? {
        let after = { (path: String) in isBefore ? relocation.path(of: path) : path }
        switch text.links[link.index] {
        case .success(.page(let number, let fragment)):
            return .file(after(library.pages[number].path.file), fragment: fragment)
        case .success(.asset(let path)): return .file(after(path), fragment: nil)
        case .success(.questionnaire(let name)):
            return .other("questionnaire:" + (isBefore ? relocation.name(of: name.description) : name.description))
        case .success: return .other(link.destination)
        case .failure: return nil
        }
    }

    private mutating func compareCites(_ before: ReadSite, _ after: ReadSite) {
        for policy in before.questionnaires {
            let name = relocation.name(of: policy.name.description)
            let new = after.questionnaires.first { $0.name.description == name }?.allCites ?? []
            let wanted = policy.allCites.map { [relocation.path(of: $0.page.file), $0.anchor] }
            if new.map({ [$0.page.file, $0.anchor] }) != wanted {
                refuse("after the move this questionnaire would cite other pages", at: policy.title.range, path: nil)
            }
        }
    }

    private mutating func refuse(_ message: String, at range: SourceRange?, path: String?) {
        problems.append(
            Diagnostic(
                "move/unclear", message, at: range, path: path, help: "write it more simply, on one line, and move again"))
    }
}
