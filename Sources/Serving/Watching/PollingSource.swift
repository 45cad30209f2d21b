#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Changes found by looking again and again, for systems that tell nothing that is worth it.
final class PollingSource: ChangeSource {
    /// Between two looks: a third of a second is soon enough, and ten thousand files take a few hundredths.
    private static let interval = Duration.milliseconds(300)

    private let roots: [String]
    private var seen: [String: Traits]
    private var next: ContinuousClock.Instant

    /// What changes with a file.
    private struct Traits: Equatable {
        let node: UInt64
        let size: Int
        let seconds: Int
        let nanoseconds: Int
    }

    var descriptor: Int32? { nil }
    var deadline: ContinuousClock.Instant? { next }

    init(_ roots: [String]) {
        self.roots = roots
        seen = PollingSource.look(roots)
        next = ContinuousClock.now + PollingSource.interval
    }

    func takeChange() -> Change? {
        let found = PollingSource.look(roots)
        next = ContinuousClock.now + PollingSource.interval
        defer { seen = found }
        return found == seen ? nil : .done
    }

    private static func look(_ roots: [String]) -> [String: Traits] {
        var found: [String: Traits] = [:]
        var pending = roots
        while let path = pending.popLast() {
            for (name, isFolder) in DirectoryEntries.all(in: path) where !isIgnored(name) {
                let below = "\(path)/\(name)"
                found[below] = traits(below)
                if isFolder { pending.append(below) }
            }
        }
        return found
    }

    private static func traits(_ path: String) -> Traits? {
        var status = stat()
        guard unsafe lstat(path, &status) == 0 else { return nil }
        #if canImport(Darwin)
            let changed = status.st_ctimespec
        #else
            let changed = status.st_ctim
        #endif
        return Traits(
            node: UInt64(status.st_ino), size: Int(status.st_size), seconds: changed.tv_sec, nanoseconds: changed.tv_nsec)
    }
}
