/// The order of the vertices in each row, from left to right, so that few lines cross.
///
/// First as a walk from the start meets them, then by the middles of their neighbours in sweeps down and up, with
/// neighbours swapped where that helps; the best order that was seen counts.
struct Ordering {
    private(set) var rows: [[Int]]
    private let vertices: [Layout.Vertex]
    /// For each vertex its number in its row.
    private var numbers: [Int]

    /// More rarely helps.
    private static let sweeps = 16

    init(_ vertices: [Layout.Vertex]) {
        self.vertices = vertices
        numbers = Array(repeating: 0, count: vertices.count)
        rows = Array(repeating: [], count: (vertices.map(\.row).max() ?? -1) + 1)
        walk()
        var best = rows
        var fewest = crossings
        for sweep in 0..<Ordering.sweeps where fewest > 0 {
            let isDown = sweep % 2 == 0
            for row in isDown ? Array(rows.indices) : rows.indices.reversed() { order(row, isDown: isDown) }
            swap()
            let count = crossings
            if count < fewest { (best, fewest) = (rows, count) }
        }
        rows = best
    }

    /// Depth first, so that what belongs together starts out side by side.
    private mutating func walk() {
        var seen = Array(repeating: false, count: vertices.count)
        var open = vertices.indices.filter { vertices[$0].above.isEmpty }.reversed() as [Int]
        while let next = open.popLast() {
            guard !seen[next] else { continue }
            seen[next] = true
            rows[vertices[next].row].append(next)
            open += vertices[next].below.reversed()
        }
        for row in rows { number(row) }
    }

    /// Notes the place of each vertex in its row.
    private mutating func number(_ row: [Int]) { for (number, vertex) in row.enumerated() { numbers[vertex] = number } }

    /// Sorts a row by the mean place of the neighbours above or below (the barycentre heuristic).
    private mutating func order(_ row: Int, isDown: Bool) {
        let keys = rows[row].map { vertex -> Double in
            let joined = isDown ? vertices[vertex].above : vertices[vertex].below
            return joined.isEmpty ? Double(numbers[vertex]) : Double(joined.reduce(0) { $0 + numbers[$1] }) / Double(joined.count)
        }
        let order = keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
        rows[row] = order.map { rows[row][$0] }
        number(rows[row])
    }

    /// Swaps neighbours as long as that removes crossings.
    private mutating func swap() {
        for _ in 0..<4 {
            var isBetter = false
            for row in rows.indices {
                for place in rows[row].indices.dropLast() {
                    let (left, right) = (rows[row][place], rows[row][place + 1])
                    guard crossings(left, right) > crossings(right, left) else { continue }
                    rows[row].swapAt(place, place + 1)
                    (numbers[left], numbers[right]) = (place + 1, place)
                    isBetter = true
                }
            }
            guard isBetter else { return }
        }
    }

    /// How often the lines of two neighbours cross in this order.
    private func crossings(_ left: Int, _ right: Int) -> Int {
        func count(_ lefts: [Int], _ rights: [Int]) -> Int {
            lefts.reduce(0) { sum, first in sum + rights.count { numbers[$0] < numbers[first] } }
        }
        return count(vertices[left].above, vertices[right].above) + count(vertices[left].below, vertices[right].below)
    }

    /// How many pairs of lines cross in the whole picture.
    private var crossings: Int {
        var sum = 0
        for row in rows {
            // The lines to the row below, from left to right; each crosses those before it that end further right.
            var ends: [Int] = []
            for vertex in row {
                for end in vertices[vertex].below.map({ numbers[$0] }).sorted() {
                    var place = ends.count
                    while place > 0, ends[place - 1] > end { place -= 1 }
                    sum += ends.count - place
                    ends.insert(end, at: place)
                }
            }
        }
        return sum
    }
}
