import CExchange
package import Diagnostics
import Forms

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A hidden folder next to the published one, in which a whole site is made before anybody sees it.
///
/// The only code that writes. Whatever happens before `publish`, the published folder is as it was; `publish` exchanges
/// the two in one step. If it's known that the published folder is as it was written, only what differs is written: see
/// ``TwinTree``.
struct Staging: Sendable {
    /// The folder that readers see.
    private let target: OutputFolder
    /// The hidden folder.
    private let files: TreeFiles
    private let replaces: Bool
    /// The site that is replaced, if it is as it was published.
    private let known: KnownSite?
    /// A site of so many files gets a twin.
    private let twinFrom: Int

    /// Prepares a hidden folder, once no other build writes one for the same place.
    ///
    /// Throws when the output folder holds something that Waymark did not write, or when the file system refuses.
    ///
    /// - Parameters:
    ///   - last: what was published last, as far as the build has seen.
    ///   - cache: where that is kept.
    ///   - waiting: told who else writes, if somebody does.
    init(
        output: String, last: PublishedSite?, cache: BuildCache?, waiting: (String) -> Void = { _ in }
    ) throws(EnvironmentFailure) {
        let target = try OutputFolder(output)
        self.target = target
        twinFrom = cache?.twinFrom ?? .max
        let isKnown = last?.tree.isPublished(in: target.path) ?? false
        if !isKnown { try target.refuseForeignFiles() }
        try makeFolders(target.parent)
        let claim = try Claim(on: target, waiting: waiting)
        // Asked only now: another build may have published in between.
        let published = cache?.record(of: output)?.published
        let known = published.flatMap { KnownSite(target.path, as: $0) }
        self.known = known
        let path = joined(target.parent, claim.name)
        let isTwin = known != nil && claim.wasTwin && published.map { TwinTree.isWhole(path, of: $0) } ?? false
        files = TreeFiles(path: path, root: claim.folder, replaces: isTwin)
        do {
            if isTwin { TwinTree.takeOut(claim.folder) } else if claim.wasTwin { emptyFolder(path) }
            // The build that was waited for may have made it.
            let now = try OutputFolder(output)
            if known == nil { try now.refuseForeignFiles() }
            replaces = now.exists
        } catch {
            removeTree(path)
            close(claim.folder)
            known?.close()
            throw error
        }
    }

    /// Brings a file to the hidden folder, making the folders above it.
    func write(_ bytes: [UInt8], to path: String) throws(EnvironmentFailure) -> PublishedFile {
        let file = PublishedFile(path, bytes)
        if let known, known.holds(file) {
            if files.replaces || isLinked(path, from: known) { return file }
        }
        try files.write(bytes, to: path)
        return file
    }

    /// Takes a file from what is published. There are file systems on which a file has one name.
    private func isLinked(_ path: String, from known: KnownSite) -> Bool {
        do throws(EnvironmentFailure) {
            try files.link(path, from: known.folder)
            return true
        } catch {
            return false
        }
    }

    /// Makes the hidden folder the published one, in one step. The old one is its twin from now on, or is removed.
    ///
    /// - Returns: by what it's known that nobody changed it since.
    func publish(_ published: [PublishedFile]) throws(EnvironmentFailure) -> PublishedSite? {
        let change = known.map { TreeChange(from: $0, to: published) }
        if files.replaces { change?.remove(from: files.root) }
        try files.write(Marker.bytes(published), to: Marker.name)
        let kept = replaces ? keepRepositoryFiles() : []
        if let known, let change {
            FileTimes.renew(change.written, after: known.seconds, in: files.root)
        } else if replaces {
            FileTimes(replacing: target.path)?.keep(for: published, in: files.root)
        }
        guard waymark_sync(files.root) == 0 else { throw failure("cannot flush the files to the disk") }
        let paths = published.map(\.path) + [Marker.name] + kept
        let tree = PublishedTree(paths, in: files.root)
        // Somebody may have put a file there since the start, or have written into one that has a second name by now.
        if replaces, !(known?.isAsItWas() ?? false) {
            try OutputFolder(target.path).refuseForeignFiles()
            guard known == nil else { throw EnvironmentFailure("\(target.path) changed while the site was built", help: "build again") }
        }
        let hasReplaced = try takePlace(files.path)
        let above = unsafe open(target.parent.isEmpty ? "." : target.parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if above >= 0 {
            fsync(above)
            close(above)
        }
        let twin = hasReplaced ? twin(paths, change) : nil
        defer { closeAll() }
        // Files that lost or got a name have changed for the system, and nobody else may have written to them meanwhile.
        guard let tree, let now = PublishedTree(paths, in: files.root), now.marks.files == tree.marks.files else { return nil }
        return PublishedSite(tree: now, twin: twin)
    }

    /// Keeps what was published before as the twin of what is published now, or removes it.
    ///
    /// - Returns: ``PublishedSite/twin``.
    private func twin(_ paths: [String], _ change: TreeChange?) -> String? {
        guard let known, let change, paths.count >= twinFrom else {
            removeTree(files.path)
            return nil
        }
        let old = TreeFiles(path: files.path, root: known.folder, replaces: true)
        do throws(EnvironmentFailure) {
            if let marks = try TwinTree.putAway(old, change, to: files.root, paths),
                unsafe waymark_rename_new(files.path, joined(target.parent, TwinTree.name(of: target.name))) == 0
            {
                return marks
            }
        } catch {
            // Without a twin, the next build has more to do.
        }
        removeTree(files.path)
        return nil
    }

    /// Puts the fresh folder where readers look.
    ///
    /// - Returns: whether an old one is in the place of the fresh one now. One may have come up since the start: that of
    ///   a build which ran at the same time.
    private func takePlace(_ fresh: String) throws(EnvironmentFailure) -> Bool {
        if !replaces {
            if unsafe rename(fresh, target.path) == 0 { return false }
            guard errno == EEXIST || errno == ENOTEMPTY else { throw failure("cannot rename \(fresh) to \(target.path)") }
            try OutputFolder(target.path).refuseForeignFiles()
        }
        guard unsafe waymark_exchange(fresh, target.path) == 0 else {
            throw failure("cannot replace \(target.path) with \(fresh)")
        }
        return true
    }

    /// Removes the hidden folder; the published one is as it was.
    func discard() {
        removeTree(files.path)
        closeAll()
    }

    private func closeAll() {
        close(files.root)
        known?.close()
    }

    /// What keeps the folder itself in a repository stays in it.
    ///
    /// - Returns: the names of what was there.
    private func keepRepositoryFiles() -> [String] {
        var kept: [String] = []
        for name in OutputFolder.repositoryFiles {
            if case .success(let bytes) = InputFile.bytes(joined(target.path, name), shown: name, limit: 1 << 16) {
                // A repository file that cannot be copied is Git's to restore, and no reason not to publish.
                do throws(EnvironmentFailure) { try files.write(bytes, to: name) } catch { continue }
                kept.append(name)
            }
        }
        return kept
    }
}

/// The operating system's words for the last failed call, after what was tried.
func failure(_ what: String) -> EnvironmentFailure {
    let code = errno
    return EnvironmentFailure(
        "\(what): \(errorText())",
        help: code == ENOSPC ? "free some space; the site published before is unchanged" : nil)
}

/// Makes a folder and those above it, as far as they are missing.
package func makeFolders(_ path: String) throws(EnvironmentFailure) {
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
        made += (made.isEmpty || made.hasSuffix("/") ? "" : "/") + part
        guard unsafe mkdir(made, 0o755) == 0 || errno == EEXIST else { throw failure("cannot make the folder \(made)") }
    }
}
