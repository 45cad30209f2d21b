/// The changes of each file, followed back through all names that it had.
///
/// Commits are taken from the newest to the oldest. A name belongs to whichever file had it at that time: it passes from
/// one to another where a file was moved or made.
struct Trails {
    private struct Trail {
        let path: [UInt8]
        var changes: [FileChange] = []
        /// The commit that made the file, and the name under which it did.
        var origin: (commit: Int, path: [UInt8])?
    }

    private var trails: [Trail] = []
    /// Whose names they are at the time that is looked at; -1 for files that are gone.
    private var owners: [[UInt8]: Int] = [:]
    private var numbers: [[UInt8]: Int] = [:]

    private static let gone = -1

    /// The changes of each file by its name now, the newest first.
    var changes: [[UInt8]: [FileChange]] {
        Dictionary(trails.map { ($0.path, $0.changes) }) { first, _ in first }
    }

    /// Takes the next older commit.
    mutating func add(_ commit: LoggedCommit, number: Int) {
        let change = commit.words.map { FileChange(commit: number, day: commit.day, words: $0) }
        // All files are moved at once: two may change places.
        var moved: [(from: [UInt8], trail: Int)] = []
        for case .moved(let from, let to, let isSame) in commit.files {
            let trail = trail(of: to)
            if !isSame { append(change, to: trail) }
            owners[to] = nil
            moved.append((from, trail))
        }
        for file in commit.files {
            switch file {
            case .written(let path): append(change, to: trail(of: path))
            case .added(let path):
                let trail = trail(of: path)
                append(change, to: trail)
                if trail != Trails.gone { trails[trail].origin = (number, path) }
                owners[path] = nil
            case .deleted(let path): owners[path] = owners[path] ?? Trails.gone
            case .moved: break
            }
        }
        for (from, trail) in moved { pass(from, to: trail) }
    }

    /// Where most of the files were made: perhaps they were moved there from outside.
    var commonOrigin: Int? {
        let origins = Dictionary(grouping: trails.compactMap(\.origin?.commit), by: \.self).mapValues(\.count)
        return origins.filter { $0.value > 1 && $0.value * 2 >= trails.count }.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    /// Files that a commit seemed to make were moved there from names outside.
    mutating func move(_ files: [LoggedCommit.File], at commit: Int) {
        let made = trails.indices.compactMap { trail -> ([UInt8], Int)? in
            guard let origin = trails[trail].origin, origin.commit == commit else { return nil }
            return (origin.path, trail)
        }
        let numbers = Dictionary(made) { first, _ in first }
        for case .moved(let from, let to, let isSame) in files {
            guard let trail = numbers[to] else { continue }
            trails[trail].origin = nil
            if isSame { trails[trail].changes.removeAll { $0.commit == commit } }
            owners[from] = trail
        }
    }

    /// The file that has a name: a new one if nobody has it and nobody had it later.
    private mutating func trail(of path: [UInt8]) -> Int {
        if let owner = owners[path] { return owner }
        guard numbers[path] == nil else { return Trails.gone }
        trails.append(Trail(path: path))
        numbers[path] = trails.count - 1
        owners[path] = trails.count - 1
        return trails.count - 1
    }

    private mutating func append(_ change: FileChange?, to trail: Int) {
        guard trail != Trails.gone, let change else { return }
        trails[trail].changes.append(change)
    }

    /// A name goes to the file that was moved away from it. What was written under it since then was written on another
    /// branch, before the two were merged.
    private mutating func pass(_ path: [UInt8], to trail: Int) {
        if trail != Trails.gone, let other = owners[path], other != Trails.gone, other != trail {
            trails[trail].changes = (trails[trail].changes + trails[other].changes).sorted { $0.commit < $1.commit }
            trails[other].changes = []
        }
        owners[path] = trail
    }
}
