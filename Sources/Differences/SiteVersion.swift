package import Content
import Decision
package import Diagnostics
package import Forms
package import History
package import Site

/// One version of a site, read, with its questionnaires compiled as far as they have no errors.
package struct SiteVersion: Sendable {
    /// What messages call it: `main`, `the files as they are now`.
    package let name: String
    /// Its content.
    package let resolved: ResolvedLibrary
    /// Those of its questionnaires that can be compared.
    package let questionnaires: [ProvedQuestionnaire]
    /// What is wrong with it.
    package let diagnostics: [Diagnostic]
    /// For each file that is published as it is what tells its bytes from others.
    let assets: [String: String]

    /// The errors that keep a part of it from being compared.
    package var errors: [Diagnostic] { diagnostics.filter(\.isFatal) }

    /// Its content without what was looked up.
    package var library: Library { resolved.library }

    /// The questionnaire of this name; nil if it has none without errors.
    package func questionnaire(_ name: Identifier) -> ProvedQuestionnaire? {
        questionnaires.first { $0.diagram.questionnaire.name == name }
    }
}

extension SiteVersion {
    /// Reads a version. Nothing is written, and nothing that is checked out is touched.
    ///
    /// - Parameters:
    ///   - options: of the present site, with the day on which the version is looked at.
    package static func read(_ name: VersionName, _ options: LoadOptions) async throws(RevisionProblem) -> SiteVersion {
        switch name {
        case .current: return await read(options, as: .asItIs, called: "the files as they are now", objects: nil)
        case .folder(let folder):
            var other = options
            other.site = folder
            return await read(other, as: .asItIs, called: folder, objects: nil)
        case .revision(let revision):
            do throws(RevisionProblem) { return try await read(revision, called: revision, options) } catch {
                guard pathExists(revision) else { throw error }
                throw RevisionProblem(message: error.message, help: "the folder \(revision) holds no Content/")
            }
        case .fork(let one, let other):
            let commit = try await RevisionReader(site: options.site).mergeBase(one, other)
            return try await read(commit, called: "where \(other) left \(one)", options)
        }
    }

    private static func read(_ revision: String, called name: String, _ options: LoadOptions) async throws(RevisionProblem) -> SiteVersion {
        let reader = try await RevisionReader(site: options.site)
        let found = try await reader.files(of: revision, below: "Content") { path in
            ["md", "yaml", "csv"].contains(path.split(separator: ".").last.map(String.init) ?? "")
        }
        let files = found.files.filter { !isHidden($0.key) }
        let texts = files.compactMapValues(\.bytes)
        let others = files.keys.filter { texts[$0] == nil }
        return await read(options, as: ProposedContent(texts: texts, others: others), called: name, objects: files.mapValues(\.object))
    }

    /// Whether a site doesn't read it, as it doesn't in a folder.
    private static func isHidden(_ path: String) -> Bool {
        guard !isListedForHosts(path) else { return false }
        return path.split(separator: "/").contains { isPassedOver(String($0)) }
    }

    /// - Parameter objects: what Git names the files; nil to read those that are published as they are.
    private static func read(
        _ options: LoadOptions, as content: ProposedContent, called name: String, objects: [String: String]?
    ) async -> SiteVersion {
        let loaded = await load(options, as: content)
        let compiled = await compileQuestionnaires(loaded.value, jobs: options.jobs)
        let assets = loaded.value.library.assets
        let names = objects.map { objects in
            Dictionary(assets.compactMap { asset in objects[asset.path].map { (asset.path, $0) } }) { first, _ in first }
        }
        return SiteVersion(
            name: name, resolved: loaded.value, questionnaires: compiled.value,
            diagnostics: (loaded.diagnostics + compiled.diagnostics).sorted(), assets: names ?? Digest.gitNames(of: assets))
    }
}
