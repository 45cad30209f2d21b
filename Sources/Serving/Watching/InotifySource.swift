#if os(Linux)
    import Diagnostics
    import Glibc

    /// Changes as Linux tells them: inotify(7), a watch on every folder, as it does not look into folders by itself.
    final class InotifySource: ChangeSource {
        private let queue: Int32
        private let roots: [String]
        /// The folders by their watches.
        private var folders: [Int32: String] = [:]
        /// The watches of the folders above the roots, in which only the roots matter.
        private var parents: [Int32: Set<String>] = [:]

        var descriptor: Int32? { queue }
        var deadline: ContinuousClock.Instant? { nil }

        init(_ roots: [String]) throws(EnvironmentFailure) {
            self.roots = roots
            queue = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
            guard queue >= 0 else {
                throw systemFailure(
                    "cannot watch files", help: "raise fs.inotify.max_user_instances, or close other programs")
            }
            if !watchAll() {
                let failure = systemFailure(
                    "cannot watch all folders", help: "raise the limit: sysctl fs.inotify.max_user_watches=524288")
                close(queue)
                throw failure
            }
        }

        deinit { close(queue) }

        func takeChange() -> Change? {
            var change: Change?
            while true {
                let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
                    count = max(0, unsafe read(queue, buffer.baseAddress, buffer.count))
                }
                guard !bytes.isEmpty else { return change }
                for event in InotifyEvent.all(in: bytes) {
                    if let found = take(event) { change = max(change ?? .begun, found) }
                }
            }
        }

        private func take(_ event: InotifyEvent) -> Change? {
            // Events were lost: every folder may be new, and every file other than it was.
            if event.has(IN_Q_OVERFLOW) {
                _ = watchAll()
                return .done
            }
            if event.has(IN_IGNORED) {
                folders[event.watch] = nil
                parents[event.watch] = nil
                return nil
            }
            if let names = parents[event.watch] {
                guard names.contains(event.name) else { return nil }
                _ = watchAll()
                return .done
            }
            guard let folder = folders[event.watch], !isIgnored(event.name) else { return nil }
            if event.has(IN_ISDIR), event.has(IN_CREATE) || event.has(IN_MOVED_TO) {
                // What was put into it before the watch stood is found by whoever looks now.
                watchTree("\(folder)/\(event.name)")
            }
            return event.has(IN_MODIFY) ? .begun : .done
        }

        /// Watches the roots that exist and, to see the others come, the folders above them.
        private func watchAll() -> Bool {
            parents = [:]
            for root in roots {
                let (parent, name) = split(root)
                let watch = add(parent, IN_CREATE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE)
                if watch >= 0, folders[watch] == nil { parents[watch, default: []].insert(name) }
            }
            return roots.allSatisfy { watchTree($0) }
        }

        /// Watches a folder and the folders in it. The watch comes before the look, so that nothing falls between.
        ///
        /// - Returns: false when the system has no more watches.
        @discardableResult
        private func watchTree(_ root: String) -> Bool {
            var pending = [root]
            while let path = pending.popLast() {
                let changes = IN_CLOSE_WRITE | IN_MODIFY | IN_ATTRIB | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO
                let watch = add(path, changes | IN_DELETE_SELF | IN_MOVE_SELF)
                if watch < 0 {
                    if errno == ENOSPC || errno == ENOMEM { return false }
                    continue
                }
                folders[watch] = path
                pending += DirectoryEntries.folders(in: path).filter { !isIgnored($0) }.map { "\(path)/\($0)" }
            }
            return true
        }

        private func add(_ path: String, _ events: Int32) -> Int32 {
            unsafe inotify_add_watch(queue, path, UInt32(events) | UInt32(IN_ONLYDIR) | UInt32(IN_DONT_FOLLOW))
        }

        private func split(_ path: String) -> (parent: String, name: String) {
            guard let slash = path.lastIndex(of: "/") else { return (".", path) }
            let parent = slash == path.startIndex ? "/" : String(path[..<slash])
            return (parent, String(path[path.index(after: slash)...]))
        }
    }
#endif
