/// Where the boxes of a picture stand: in layers from the top, each below all that lead to it.
///
/// Sugiyama, Tagawa and Toda 1981: layers by the longest way from the start, boxes of a layer ordered by the middle of
/// those they are joined with, in a few sweeps down and up.
struct Layout {
    /// For each box its layer.
    private(set) var layers: [Int]
    /// The boxes of each layer from left to right.
    private(set) var rows: [[Int]] = []
    private let picture: Picture

    init(_ picture: Picture) {
        self.picture = picture
        layers = Array(repeating: 0, count: picture.boxes.count)
        // Arrows lead away from the start, so that the layers settle after as many rounds as there are layers.
        var moved = true
        var rounds = 0
        while moved, rounds <= picture.boxes.count {
            moved = false
            rounds += 1
            for arrow in picture.arrows where layers[arrow.to] <= layers[arrow.from] {
                layers[arrow.to] = layers[arrow.from] + 1
                moved = true
            }
        }
        rows = Array(repeating: [], count: (layers.max() ?? 0) + 1)
        for box in layers.indices { rows[layers[box]].append(box) }
        for sweep in 0..<6 { order(isDown: sweep % 2 == 0) }
    }

    private mutating func order(isDown: Bool) {
        var places = Array(repeating: 0.0, count: layers.count)
        func note(_ row: [Int]) {
            for (place, box) in row.enumerated() { places[box] = (Double(place) + 0.5) / Double(row.count) }
        }
        for row in rows { note(row) }
        for number in isDown ? Array(rows.indices) : rows.indices.reversed() {
            let middles = rows[number].map { box -> Double in
                let joined = picture.arrows.compactMap { arrow -> Double? in
                    if isDown { return arrow.to == box ? places[arrow.from] : nil }
                    return arrow.from == box ? places[arrow.to] : nil
                }
                return joined.isEmpty ? places[box] : joined.reduce(0, +) / Double(joined.count)
            }
            let order = middles.indices.sorted { (middles[$0], $0) < (middles[$1], $1) }
            rows[number] = order.map { rows[number][$0] }
            note(rows[number])
        }
    }
}
