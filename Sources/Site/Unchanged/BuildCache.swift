import Diagnostics
import Forms

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The user's folder for caches, with a file for each folder that was published into.
///
/// Nothing in it is needed: it may be deleted or damaged at any time, and is believed only whole. A record is written after
/// publishing, so that a build which ends in between leaves one that fits nothing.
package struct BuildCache: Sendable {
    private let folder: String
    /// A published site of so many files gets a twin.
    let twinFrom: Int
    /// A million files with long names.
    private static let sizeLimit = 1 << 28

    /// - Parameters:
    ///   - folder: is made when it's needed.
    ///   - twinFrom: a published site of so many files gets a ``TwinTree``. A smaller one is written in less time than is
    ///     worth a second folder.
    package init(folder: String, twinFrom: Int = 1_000) {
        self.folder = folder
        self.twinFrom = twinFrom
    }

    /// By the XDG Base Directory Specification, and on macOS where it keeps caches; nil for users without a home.
    package static func ofUser(_ variable: (String) -> String?) -> BuildCache? {
        userCache(variable).map { BuildCache(folder: joined($0, "builds")) }
    }

    /// The program's folder among the caches of the user.
    package static func userCache(_ variable: (String) -> String?) -> String? {
        #if canImport(Darwin)
            let place = "Library/Caches"
        #else
            let place = ".cache"
        #endif
        // The specification has relative paths ignored.
        let own = variable("XDG_CACHE_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
        guard let root = own ?? variable("HOME").map({ joined($0, place) }), root.hasPrefix("/") else { return nil }
        return joined(root, "waymark")
    }

    private func path(of output: String) -> String {
        joined(folder, String(Digest.full(Array(absolute(output).utf8)).prefix(32)))
    }

    /// What was published last into a folder; nil if that is not known.
    func record(of output: String) -> BuildRecord? {
        let path = path(of: output)
        guard case .success(let bytes) = InputFile.bytes(path, shown: path, limit: BuildCache.sizeLimit) else { return nil }
        return BuildRecord(bytes)
    }

    /// Where it can't be kept, the next build just has more to do.
    func keep(_ record: BuildRecord, of output: String) {
        do throws(EnvironmentFailure) {
            try makeFolders(folder)
            try FreshFile(for: path(of: output), record.bytes).replace()
        } catch {
            return
        }
    }
}
