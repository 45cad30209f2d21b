/// How far to the right each vertex is: near the middle of its neighbours, in the order of its row.
///
/// Each row in turn is placed as well as it can be while the others rest: the sum of the squared ways to where its
/// vertices would like to be is the least that the room they need allows (isotonic regression by pooling neighbours).
struct Placing {
    private(set) var middles: [Double]
    private let vertices: [Layout.Vertex]
    private let rows: [[Int]]

    private static let sweeps = 40

    init(_ vertices: [Layout.Vertex], _ rows: [[Int]]) {
        self.vertices = vertices
        self.rows = rows
        middles = Array(repeating: 0, count: vertices.count)
        for row in rows {
            let offsets = offsets(row)
            for (place, vertex) in row.enumerated() { middles[vertex] = offsets[place] - (offsets.last ?? 0) / 2 }
        }
        for sweep in 0..<Placing.sweeps {
            let isDown = sweep % 2 == 0
            let isFree = sweep < Placing.sweeps / 2
            for row in isDown ? rows : rows.reversed() { place(row, above: isDown || !isFree, below: !isDown || !isFree) }
        }
        straighten()
    }

    /// Places the vertices of one row, with those of the rows above or below, or both, at rest.
    ///
    /// Pooling adjacent violators: each vertex starts as a block at the place it would like to have; a block that would be left of the
    /// one before it is merged with that, and both move to their common mean.
    private mutating func place(_ row: [Int], above: Bool, below: Bool) {
        let offsets = offsets(row)
        var blocks: [Block] = []
        for (place, vertex) in row.enumerated() {
            var (sum, weight) = (0.0, 0.0)
            for other in (above ? vertices[vertex].above : []) + (below ? vertices[vertex].below : []) {
                let pull = pull(vertex, other)
                sum += pull * middles[other]
                weight += pull
            }
            if weight == 0 { (sum, weight) = (middles[vertex] * 0.1, 0.1) }
            var block = Block(sum: sum - offsets[place] * weight, weight: weight, count: 1)
            while let last = blocks.last, last.mean > block.mean {
                blocks.removeLast()
                block = Block(sum: last.sum + block.sum, weight: last.weight + block.weight, count: last.count + block.count)
            }
            blocks.append(block)
        }
        let means = blocks.flatMap { Array(repeating: $0.mean, count: $0.count) }
        for (place, vertex) in row.enumerated() { middles[vertex] = means[place] + offsets[place] }
    }

    /// Vertices that are as close to each other as they may be.
    private struct Block {
        let sum: Double
        let weight: Double
        let count: Int

        var mean: Double { sum / weight }
    }

    /// How much a line wants to be straight: long ones most.
    private func pull(_ first: Int, _ second: Int) -> Double {
        switch (vertices[first].isBend, vertices[second].isBend) {
        case (true, true): 24
        case (false, false): 1
        default: 2
        }
    }

    /// How far each vertex of a row is from the first at least.
    private func offsets(_ row: [Int]) -> [Double] {
        var result: [Double] = []
        for vertex in row {
            guard let last = result.last else {
                result.append(0)
                continue
            }
            result.append(last + room(row[result.count - 1], vertex))
        }
        return result
    }

    /// How far the middles of two neighbours are from each other at least.
    private func room(_ left: Int, _ right: Int) -> Double {
        let gap = vertices[left].isBend || vertices[right].isBend ? 14.0 : 22.0
        return Double(vertices[left].width + vertices[right].width) / 2 + gap
    }

    // MARK: Long lines

    /// Stands the bends of each long line under each other where there is room.
    private mutating func straighten() {
        var neighbours = Array(repeating: (left: Int?.none, right: Int?.none), count: vertices.count)
        for row in rows {
            for (left, right) in zip(row, row.dropFirst()) { (neighbours[left].right, neighbours[right].left) = (right, left) }
        }
        for first in vertices.indices where vertices[first].isBend && !vertices[first].above.contains(where: { vertices[$0].isBend }) {
            var line = [first]
            while let last = line.last, let next = vertices[last].below.first, vertices[next].isBend { line.append(next) }
            align(line, neighbours)
            // Its words too, if they are the only ones.
            if vertices[first].above.count == 1 { align(vertices[first].above + line, neighbours) }
        }
    }

    /// Moves vertices to one vertical line, as near to it as their neighbours allow.
    private mutating func align(_ line: [Int], _ neighbours: [(left: Int?, right: Int?)]) {
        let least = line.compactMap { vertex in neighbours[vertex].left.map { middles[$0] + room($0, vertex) } }.max() ?? -.infinity
        let most = line.compactMap { vertex in neighbours[vertex].right.map { middles[$0] - room(vertex, $0) } }.min() ?? .infinity
        guard least <= most else { return }
        let mean = line.reduce(0) { $0 + middles[$1] } / Double(line.count)
        for vertex in line { middles[vertex] = min(max(mean, least), most) }
    }
}
