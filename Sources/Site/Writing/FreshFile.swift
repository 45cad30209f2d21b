package import Diagnostics
import CExchange
import Forms

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A file written whole under a hidden name in the folder of its place, which it then takes in one step: nobody ever sees
/// half of it.
package struct FreshFile {
    private let path: String
    private let hidden: String

    /// Writes the bytes and brings them to the disk. If that fails, nothing is left behind.
    ///
    /// - Parameters:
    ///   - path: the place, as the operating system knows it. Its folder exists.
    ///   - permissions: as of chmod(2), whatever the process's mask; nil for those of any new file.
    ///   - tag: a part of the hidden name. If it is always the same, the next run uses up what an interrupted one left
    ///     behind; nil makes a name that no other process uses.
    package init(for path: String, _ bytes: [UInt8], permissions: UInt32? = nil, tag: String? = nil) throws(EnvironmentFailure) {
        self.path = path
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let unique = tag ?? "\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
        hidden = joined(parent(of: path), ".\(name).waymark-\(unique)")
        let flags = O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC | (tag == nil ? O_EXCL : O_TRUNC)
        let descriptor = unsafe open(hidden, flags, mode_t(permissions ?? 0o644))
        guard descriptor >= 0 else { throw failure("cannot make the file \(path)") }
        defer { close(descriptor) }
        guard writeAll(bytes, to: descriptor), permissions.map({ fchmod(descriptor, mode_t($0)) == 0 }) ?? true, fsync(descriptor) == 0
        else {
            let refusal = failure("cannot write \(path)")
            discard()
            throw refusal
        }
    }

    /// Takes the place, whatever file is there.
    package func replace() throws(EnvironmentFailure) {
        guard unsafe rename(hidden, path) == 0 else { throw refusal("cannot write \(path)") }
    }

    /// Takes the place, unless something is there.
    package func appear() throws(EnvironmentFailure) {
        guard unsafe waymark_rename_new(hidden, path) == 0 else { throw refusal("cannot make the file \(path)") }
    }

    /// Deletes the hidden file, if it hasn't taken its place.
    package func discard() { unsafe unlink(hidden) }

    private func refusal(_ what: String) -> EnvironmentFailure {
        let refusal = failure(what)
        discard()
        return refusal
    }
}
