import Forms

extension MovePlan {
    /// What would change, in the form of `git diff`, which `git apply` can carry out.
    package var diff: [UInt8] {
        var result: [UInt8] = []
        for change in changes {
            let (old, new) = (joined("Content", change.path), joined("Content", change.newPath))
            result += Array("diff --git a/\(old) b/\(new)\n".utf8)
            if change.moves { result += Array("rename from \(old)\nrename to \(new)\n".utf8) }
            guard let bytes = change.newBytes, bytes != change.bytes else { continue }
            result += Array("--- a/\(old)\n+++ b/\(new)\n".utf8)
            result += LineDiff(old: change.bytes, new: bytes).hunks
        }
        return result
    }
}

/// The lines in which two texts differ. Few do, and none moves, so each difference ends at the next line that both have.
private struct LineDiff {
    fileprivate enum Line {
        case kept(ArraySlice<UInt8>)
        case removed(ArraySlice<UInt8>)
        case added(ArraySlice<UInt8>)
    }

    private var lines: [Line] = []
    /// How many lines are shown around a difference.
    private static let context = 3

    init(old: [UInt8], new: [UInt8]) {
        let (old, new) = (LineDiff.lines(of: old)[...], LineDiff.lines(of: new)[...])
        compare(old, new)
    }

    private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var result: [ArraySlice<UInt8>] = []
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 10).map { $0 + 1 } ?? bytes.count
            result.append(bytes[start..<end])
            start = end
        }
        return result
    }

    private mutating func compare(_ old: ArraySlice<ArraySlice<UInt8>>, _ new: ArraySlice<ArraySlice<UInt8>>) {
        var (old, new) = (old, new)
        while !old.isEmpty || !new.isEmpty {
            if let first = old.first, let other = new.first, first == other {
                lines.append(.kept(first))
                old.removeFirst()
                new.removeFirst()
                continue
            }
            let (removed, added) = LineDiff.difference(old, new)
            lines += old.prefix(removed).map { Line.removed($0) }
            lines += new.prefix(added).map { Line.added($0) }
            old = old.dropFirst(removed)
            new = new.dropFirst(added)
        }
    }

    /// How many lines go and come until both texts go on alike: the fewest there are.
    private static func difference(
        _ old: ArraySlice<ArraySlice<UInt8>>, _ new: ArraySlice<ArraySlice<UInt8>>
    ) -> (removed: Int, added: Int) {
        for sum in 1...max(1, old.count + new.count) {
            for removed in 0...sum where removed <= old.count && sum - removed <= new.count {
                let (rest, other) = (old.dropFirst(removed), new.dropFirst(sum - removed))
                if rest.first == other.first, rest.dropFirst().first == other.dropFirst().first { return (removed, sum - removed) }
            }
        }
        return (old.count, new.count)
    }

    var hunks: [UInt8] {
        var result: [UInt8] = []
        var (oldLine, newLine) = (1, 1)
        var index = 0
        while let first = lines[index...].firstIndex(where: { $0.isChange }) {
            let start = max(index, first - LineDiff.context)
            for line in lines[index..<start] { advance(line, &oldLine, &newLine) }
            let end = self.end(of: first)
            let hunk = lines[start..<end]
            let (oldCount, newCount) = (hunk.count(where: { !$0.isAdded }), hunk.count(where: { !$0.isRemoved }))
            let oldStart = oldCount == 0 ? oldLine - 1 : oldLine
            result += Array("@@ -\(oldStart),\(oldCount) +\(newLine),\(newCount) @@\n".utf8)
            for line in hunk {
                result += line.written
                advance(line, &oldLine, &newLine)
            }
            index = end
        }
        return result
    }

    /// Where the hunk of a change ends: after its context, and what is nearer than two contexts belongs to it.
    private func end(of first: Int) -> Int {
        var last = first
        while let next = lines.dropFirst(last + 1).prefix(2 * LineDiff.context + 1).firstIndex(where: { $0.isChange }) { last = next }
        return min(lines.count, last + 1 + LineDiff.context)
    }

    private func advance(_ line: Line, _ old: inout Int, _ new: inout Int) {
        if !line.isAdded { old += 1 }
        if !line.isRemoved { new += 1 }
    }
}

extension LineDiff.Line {
    fileprivate var isChange: Bool { isAdded || isRemoved }
    fileprivate var isAdded: Bool { if case .added = self { true } else { false } }
    fileprivate var isRemoved: Bool { if case .removed = self { true } else { false } }

    /// The line with its sign; a last line without an end says so.
    fileprivate var written: [UInt8] {
        let sign: UInt8
        let text: ArraySlice<UInt8>
        switch self {
        case .kept(let line): (sign, text) = (UInt8(ascii: " "), line)
        case .removed(let line): (sign, text) = (UInt8(ascii: "-"), line)
        case .added(let line): (sign, text) = (UInt8(ascii: "+"), line)
        }
        var result: [UInt8] = [sign]
        result += text
        if text.last != 10 { result += Array("\n\\ No newline at end of file\n".utf8) }
        return result
    }
}
