/// The changes of each file, followed back through all names that it had.
///
/// Commits are taken from the newest to the oldest. A name belongs to whichever file had it at that time: it passes from
/// one to another where a file was moved or made.
struct FileHistories {
    private struct FileHistory {
        let path: [UInt8]
        var changes: [FileChange] = []
        /// The commit that made the file, and the name under which it did.
        var origin: (commit: Int, path: [UInt8])?
    }

    private var histories: [FileHistory] = []
    /// Whose names they are at the time that is looked at; -1 for files that are gone.
    private var owners: [[UInt8]: Int] = [:]
    private var numbers: [[UInt8]: Int] = [:]

    private static let gone = -1

    /// The changes of each file by its name now, the newest first.
    var changes: [[UInt8]: [FileChange]] {
        Dictionary(histories.map { ($0.path, $0.changes) }) { first, _ in first }
    }

    /// Takes the next older commit.
    mutating func add(_ commit: LoggedCommit, number: Int) {
        let change = commit.words.map { FileChange(commit: number, day: commit.day, words: $0) }
        // All files are moved at once: two may change places.
        var moved: [(from: [UInt8], history: Int)] = []
        for case .moved(let from, let to, let isSame) in commit.files {
            let history = history(of: to)
            if !isSame { append(change, to: history) }
            owners[to] = nil
            moved.append((from, history))
        }
        for file in commit.files {
            switch file {
            case .written(let path): append(change, to: history(of: path))
            case .added(let path):
                let history = history(of: path)
                append(change, to: history)
                if history != FileHistories.gone { histories[history].origin = (number, path) }
                owners[path] = nil
            case .deleted(let path): owners[path] = owners[path] ?? FileHistories.gone
            case .moved: break
            }
        }
        for (from, history) in moved { pass(from, to: history) }
    }

    /// Where most of the files were made: perhaps they were moved there from outside.
    var commonOrigin: Int? {
        let origins = Dictionary(grouping: histories.compactMap(\.origin?.commit), by: \.self).mapValues(\.count)
        return origins.filter { $0.value > 1 && $0.value * 2 >= histories.count }.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    /// Files that a commit seemed to make were moved there from names outside.
    mutating func move(_ files: [LoggedCommit.File], at commit: Int) {
        let made = histories.indices.compactMap { history -> ([UInt8], Int)? in
            guard let origin = histories[history].origin, origin.commit == commit else { return nil }
            return (origin.path, history)
        }
        let numbers = Dictionary(made) { first, _ in first }
        for case .moved(let from, let to, let isSame) in files {
            guard let history = numbers[to] else { continue }
            histories[history].origin = nil
            if isSame { histories[history].changes.removeAll { $0.commit == commit } }
            owners[from] = history
        }
    }

    /// The file that has a name: a new one if nobody has it and nobody had it later.
    private mutating func history(of path: [UInt8]) -> Int {
        if let owner = owners[path] { return owner }
        guard numbers[path] == nil else { return FileHistories.gone }
        histories.append(FileHistory(path: path))
        numbers[path] = histories.count - 1
        owners[path] = histories.count - 1
        return histories.count - 1
    }

    private mutating func append(_ change: FileChange?, to history: Int) {
        guard history != FileHistories.gone, let change else { return }
        histories[history].changes.append(change)
    }

    /// A name goes to the file that was moved away from it. What was written under it since then was written on another
    /// branch, before the two were merged.
    private mutating func pass(_ path: [UInt8], to history: Int) {
        if history != FileHistories.gone, let other = owners[path], other != FileHistories.gone, other != history {
            histories[history].changes = (histories[history].changes + histories[other].changes).sorted { $0.commit < $1.commit }
            histories[other].changes = []
        }
        owners[path] = history
    }
}
