import Diagnostics
import Forms

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The right to write a fresh folder for one place: a new folder, made and locked.
///
/// The lock is the only sign of life, because process numbers are the same again in every container. It is on the fresh
/// folder itself, so nothing is left behind by a process that ends, however it does.
struct Claim {
    let name: String
    /// Open and locked, as long as this process lives.
    let folder: Int32
    /// Whether it was the twin of what is published. By its name it's known for one that is being written into: the next
    /// build removes it if this one ends too early.
    let wasTwin: Bool

    /// So long another build is waited for.
    private static let patience: Duration = .seconds(60)

    /// - Parameter waiting: told who holds the place, once.
    init(on target: OutputFolder, waiting: (String) -> Void) throws(EnvironmentFailure) {
        let clock = ContinuousClock()
        let end = clock.now + Claim.patience
        var isTold = false
        while true {
            let above = Claim.lockedParent(target.parent)
            defer { if above >= 0 { close(above) } }
            guard let holder = Claim.holder(in: target.parent, of: target.name) else {
                self = try Claim(new: target)
                return
            }
            let words = "another build is publishing into \(target.path) (\(holder))"
            guard clock.now < end else {
                throw EnvironmentFailure(words, help: "wait until it finishes, or stop it")
            }
            if !isTold { waiting(words) }
            isTold = true
            if above >= 0 { flock(above, LOCK_UN) }
            usleep(20_000)
        }
    }

    private init(new target: OutputFolder) throws(EnvironmentFailure) {
        name = "\(stagingPrefix(target.name))\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
        let path = joined(target.parent, name)
        // The slash: only a folder.
        wasTwin = unsafe rename(joined(target.parent, TwinTree.name(of: target.name)) + "/", path) == 0
        guard unsafe wasTwin || mkdir(path, 0o755) == 0 else { throw failure("cannot make the folder \(path)") }
        folder = openFolder(path)
        guard folder >= 0 else { throw failure("cannot open the folder \(path)") }
        fchmod(folder, 0o755)
        flock(folder, LOCK_EX | LOCK_NB)
    }

    /// Locks the folder above for the moment in which fresh folders are looked at and made, so that none is seen unlocked.
    ///
    /// - Returns: -1 where that is not possible: on such a file system two builds at once both publish.
    private static func lockedParent(_ parent: String) -> Int32 {
        let descriptor = unsafe open(parent.isEmpty ? "." : parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return -1 }
        // Others may hold it for reasons of their own; nobody of ours does for longer than this.
        for _ in 0..<100 where flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK { usleep(10_000) }
        return descriptor
    }

    /// Who writes a fresh folder now; removes those of builds that were killed.
    private static func holder(in parent: String, of name: String) -> String? {
        for entry in names(in: parent.isEmpty ? "." : parent) where entry.hasPrefix(stagingPrefix(name)) && entry != TwinTree.name(of: name)
        {
            let path = joined(parent, entry)
            let descriptor = openFolder(path)
            guard descriptor >= 0 else { continue }
            defer { close(descriptor) }
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
                removeTree(path)
            } else if errno == EWOULDBLOCK {
                let process = entry.dropFirst(stagingPrefix(name).count).prefix { $0 != "-" }
                return "process \(process)"
            }
        }
        return nil
    }
}
