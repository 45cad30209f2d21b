import Content
package import Decision
package import Diagnostics
package import Forms
import Site

/// What is different for readers between two versions of a site.
package struct SiteDiff: Sendable {
    /// The two versions, the older one first.
    package let versions: [SiteVersion]
    /// The day on which each is looked at.
    package let days: [Day]
    /// The questionnaires that are different, by name.
    package let questionnaires: [QuestionnaireChange]
    /// The pages that are different, by path.
    package let pages: [PageChange]
    /// The values that are different, by name.
    package let values: [ValueChange]
    /// The data files and settings that are different, by path.
    package let data: [DataChange]
    /// Files that are published as they are, by path: whether they're new; nil for those whose bytes changed.
    package let files: [(path: String, isAdded: Bool?)]
    /// Addresses that readers may have, and that lead nowhere now.
    package let ended: [String]

    /// Whether nothing is different.
    package var isEmpty: Bool {
        questionnaires.isEmpty && pages.isEmpty && values.isEmpty && data.isEmpty && files.isEmpty && ended.isEmpty
    }

    /// Whether the newer version has errors, so that not all of it can be compared.
    package var hasErrors: Bool { !versions[1].errors.isEmpty }

    /// Whether some reader's answer changes: a result, a question that's asked, or a whole questionnaire.
    package var changesOutcomes: Bool {
        questionnaires.contains { change in
            switch change.kind {
            case .compared(let diff): diff.changesResults
            case .added, .removed, .unread, .tooLarge: true
            }
        }
    }
}

/// A questionnaire that is different.
package struct QuestionnaireChange: Sendable {
    /// What happened to it.
    package enum Kind: Sendable {
        case added, removed
        /// A version of it has errors, so that it can't be compared.
        case unread(version: Int)
        /// Comparing it takes too long.
        case tooLarge
        case compared(QuestionnaireDiff)
    }

    /// Of its file.
    package let name: Identifier
    /// What pages call it.
    package let title: String
    /// What happened to it.
    package let kind: Kind
    /// The cases that don't end as they say in the newer version.
    package let failing: [Diagnostic]
}

extension SiteDiff {
    /// Compares two versions.
    ///
    /// - Parameter days: on which each is looked at, the older one first.
    package init(_ old: SiteVersion, _ new: SiteVersion, days: [Day]) {
        versions = [old, new]
        self.days = days
        questionnaires = questionnaireChanges(old, new, days: days)
        pages = pageChanges(old.library, new.library)
        values = valueChanges(old.resolved, new.resolved)
        data = dataChanges(old.library, new.library)
        let told = Set(questionnaires.map { QuestionnaireFiles.path(of: $0.name) })
        let others = [old, new].map { version in
            version.assets.merging(version.library.policyTexts.filter { !told.contains($0.key) }.mapValues(Digest.gitName)) { $1 }
        }
        files = Set(others[0].keys).union(others[1].keys).sorted().compactMap { path in
            isSame(others[0][path], others[1][path])
                ? nil : (path, others[0][path] == nil ? true : others[1][path] == nil ? false : nil)
        }
        ended = endedAddresses(old.library, new.library)
    }
}

private func questionnaireChanges(_ old: SiteVersion, _ new: SiteVersion, days: [Day]) -> [QuestionnaireChange] {
    let files = [old, new].map { version in Dictionary(version.library.questionnaires.map { ($0.name, $0) }) { first, _ in first } }
    return Set(files[0].keys).union(files[1].keys).sorted { $0.description < $1.description }.compactMap { name in
        let title = (files[1][name] ?? files[0][name])?.title ?? name.description
        func change(_ kind: QuestionnaireChange.Kind, failing: [Diagnostic] = []) -> QuestionnaireChange {
            QuestionnaireChange(name: name, title: title, kind: kind, failing: failing)
        }
        guard files[0][name] != nil else { return change(.added) }
        guard files[1][name] != nil else { return change(.removed) }
        guard let after = new.questionnaire(name)?.diagram else { return change(.unread(version: 1)) }
        guard let before = old.questionnaire(name)?.diagram else { return change(.unread(version: 0)) }
        guard let diff = compareQuestionnaires(before, after, days: days) else { return change(.tooLarge) }
        let failing = new.diagnostics.filter { $0.isFailedCase && QuestionnaireFiles.areOf(name, $0.path) }
        return diff.isEmpty && failing.isEmpty ? nil : change(.compared(diff), failing: failing)
    }
}

/// The addresses of pages and questionnaires, and old ones that led to them, that lead nowhere in the newer version.
private func endedAddresses(_ old: Library, _ new: Library) -> [String] {
    func addresses(_ library: Library) -> Set<String> {
        Set(library.pages.map { "/" + $0.path.address })
            .union(library.questionnaires.map { "/" + QuestionnaireFiles.address(of: $0.name) })
            .union(library.moved.map(\.alias.string))
    }
    let now = addresses(new)
    // What can't be read may still be there.
    let unread = Set(new.unread.filter { $0.hasSuffix(".md") }.map { "/" + PagePath(file: $0).address })
    return addresses(old).filter { !now.contains($0) && !unread.contains($0) }.sorted()
}

/// Whether two names are of the same bytes; names of different kinds can't tell.
private func isSame(_ one: String?, _ other: String?) -> Bool {
    guard let one, let other else { return one == other }
    return one == other || one.count != other.count
}

extension Library {
    /// The files that policies are made of, cases and sentences among them, by their paths.
    fileprivate var policyTexts: [String: [UInt8]] {
        var texts: [String: [UInt8]] = [:]
        for files in questionnaires {
            for file in [files.source] + files.cases + files.sentences {
                texts[file.path.hasPrefix("Content/") ? String(file.path.dropFirst("Content/".count)) : file.path] = file.bytes
            }
        }
        return texts
    }
}
