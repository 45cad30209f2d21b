import Forms

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The times of published files, by which servers and tools that copy know what changed.
///
/// Web servers tell browsers the second of a file and its size. So a file that says the same as before keeps its time, and
/// readers keep their copies; and a file that changed has another second than before, however soon it was published again.
struct FileTimes {
    /// The folder that is replaced, and what it says of its files.
    private let old: String
    private let marker: Marker
    /// When that was published: nothing in it is newer, unless somebody changed it since.
    private let published: timespec

    /// Nil where nothing is replaced of which anything is known.
    init?(replacing old: String) {
        guard let marker = Marker(in: old), let status = FileTimes.status(joined(old, Marker.name)) else { return nil }
        self.old = old
        self.marker = marker
        published = status.st_mtim
    }

    /// Gives the files of a fresh folder, and what lists them, their times.
    func keep(for files: [PublishedFile], in folder: Int32) {
        let fresh = FileTimes.fresh(after: published.tv_sec)
        for file in files { FileTimes.set(time(of: file) ?? fresh, file.path, folder) }
        FileTimes.set(fresh, Marker.name, folder)
    }

    /// Gives files that were written the time of what is published now.
    ///
    /// - Parameter seconds: when the site before was published.
    static func renew(_ paths: [String], after seconds: Int, in folder: Int32) {
        let fresh = fresh(after: seconds)
        for path in paths { set(fresh, path, folder) }
    }

    private static func fresh(after seconds: Int) -> timespec {
        var now = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &now)
        return timespec(tv_sec: max(now.tv_sec, seconds + 1), tv_nsec: 0)
    }

    /// The time that a file has already; nil if it says something else now.
    private func time(of file: PublishedFile) -> timespec? {
        guard marker.holds(file), let status = FileTimes.status(joined(old, file.path)), status.st_mode & S_IFMT == S_IFREG,
            Int(status.st_size) == file.size, (status.st_mtim.tv_sec, status.st_mtim.tv_nsec) <= (published.tv_sec, published.tv_nsec)
        else { return nil }
        return status.st_mtim
    }

    /// A file system that keeps no times has none that could mislead anybody.
    private static func set(_ time: timespec, _ path: String, _ folder: Int32) {
        let times = [time, time]
        _ = unsafe utimensat(folder, path, times, AT_SYMLINK_NOFOLLOW)
    }

    private static func status(_ path: String) -> stat? {
        var status = stat()
        return unsafe lstat(path, &status) == 0 ? status : nil
    }
}
