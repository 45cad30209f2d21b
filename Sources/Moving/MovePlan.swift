package import Content
import Decision
package import Diagnostics
import Forms
import Site

/// A move worked out to the last byte and checked, with nothing done yet.
package struct MovePlan: Sendable {
    /// A file that changes its place, its bytes, or both.
    package struct Change: Sendable {
        /// Below `Content/`.
        package let path: String
        /// The same as the path if the file stays.
        package let newPath: String
        /// The bytes now; empty for a file that moves as it is.
        package let bytes: [UInt8]
        /// Nil for a file that moves as it is.
        package let newBytes: [UInt8]?
        /// How many places in it change.
        package let edits: Int

        /// Whether the file gets another path, rather than other text alone.
        package var moves: Bool { path != newPath }
    }

    /// The folder that holds `Content/`.
    package let site: String
    /// What is moved, as it was asked for.
    package let old: String
    /// Where it goes.
    package let new: String
    /// In byte order of their paths.
    package let changes: [Change]
    /// The old addresses that lead on to the new ones.
    package let aliases: [String]
}

/// Works out a move of a page, a folder of pages, a file next to a page, or a questionnaire.
///
/// All edits are made in memory, and the site that they would give is read and checked like any other: a move is refused
/// if one of its links led elsewhere than before, or if it had an error that the site has not now.
///
/// - Returns: nil if the move is refused; then the diagnostics say why. Else they are the warnings that are new.
package func planMove(from old: String, to new: String, _ options: LoadOptions) async -> Checked<MovePlan?> {
    var options = options
    options.includesDrafts = true
    let loaded = await load(options)
    let library = loaded.value.library
    var request = MoveRequest(library: library, site: options.site)
    guard let relocation = request.relocation(from: old, to: new) else { return Checked(nil, request.diagnostics) }
    let before = ReadSite(loaded.value, loaded.diagnostics)
    let unread = before.diagnostics.filter { $0.hidesLinks(relocation, before) }
    guard unread.isEmpty else { return Checked(nil, unread) }
    var drafting = ChangeDraft(before, relocation, options.site)
    guard let changes = drafting.changes() else { return Checked(nil, drafting.diagnostics) }
    let proposal = ProposedContent(
        written: Dictionary(changes.compactMap { change in change.newBytes.map { (change.newPath, $0) } }) { first, _ in first },
        moved: changes.filter(\.moves).map { ($0.path, $0.newPath) })
    let proposed = await load(options, as: proposal)
    let after = ReadSite(proposed.value, proposed.diagnostics)
    let comparison = MoveComparison(before: before, after: after, relocation: relocation)
    guard comparison.problems.isEmpty else { return Checked(nil, comparison.problems) }
    let moved = library.pages.filter { relocation.moves($0.path.file) }
    let aliases = moved.map(\.path.address).filter { old in
        after.library.pages.contains { page in page.frontMatter.aliases.contains { $0.string == "/" + old } }
    }
    let policies = library.questionnaires.filter { relocation.moves($0.source.path.contentPath ?? "") }
        .map { QuestionnaireFiles.address(of: $0.name) }
        .filter { old in after.library.questionnaires.contains { $0.aliases.contains { $0.string == "/" + old } } }
    return Checked(
        MovePlan(
            site: options.site, old: relocation.old, new: relocation.new, changes: changes, aliases: (aliases + policies).map { "/" + $0 }),
        comparison.warnings)
}

/// A library with its questionnaires understood, as far as they can be, and all that is wrong.
struct ReadSite {
    let resolved: ResolvedLibrary
    let questionnaires: [Questionnaire]
    /// Every piece of Markdown, with where its links lead.
    let texts: [ResolvedText]
    /// Those that cannot be understood, by their path below `Content/`.
    let unread: Set<String>
    let diagnostics: [Diagnostic]

    init(_ resolved: ResolvedLibrary, _ diagnostics: [Diagnostic]) {
        self.resolved = resolved
        var found: [Questionnaire] = []
        var unread: Set<String> = []
        for files in resolved.library.questionnaires {
            if let policy = readPolicy(files, of: resolved).value?.written {
                found.append(policy)
            } else {
                unread.insert(QuestionnaireFiles.path(of: files.name))
            }
        }
        questionnaires = found
        texts = resolved.allTexts + resolved.resolving(found.flatMap(\.authoredTexts))
        self.unread = unread
        self.diagnostics = diagnostics + compileQuestionnaires(resolved).diagnostics
    }

    var library: Library { resolved.library }
}

extension Diagnostic {
    /// Whether there may be links that nobody sees because of this error, or front matter that cannot be edited.
    func hidesLinks(_ relocation: Relocation, _ reading: ReadSite) -> Bool {
        guard severity == .error, let file = path?.contentPath else { return severity == .error && rule.group == "environment" }
        if reading.unread.contains(file) { return true }
        switch rule.group {
        case "environment", "csv": return true
        case "content": return rule != "content/file-type"
        case "yaml": return !file.hasSuffix(".md") || relocation.moves(file)
        default: return ["page/front-matter", "markdown/too-large", "markdown/too-deep"].contains(rule)
        }
    }
}

extension RuleID {
    fileprivate var group: Substring { name.prefix { $0 != "/" } }
}

extension String {
    /// The path below `Content/` of a path that messages show.
    var contentPath: String? {
        utf8.starts(with: "Content/".utf8) ? String(Substring(utf8.dropFirst("Content/".utf8.count))) : nil
    }
}
