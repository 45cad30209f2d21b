/// The place of everything in a picture: boxes in layers from the top, each below all that lead to it, and between two
/// layers of boxes a row of the words on the arrows, so that words never cover anything.
///
/// Sugiyama, Tagawa and Toda 1981, with rows for the words as Graphviz has them: layers by the longest way from the
/// start; an arrow across several rows bends at a narrow vertex in each, and arrows to the same box share these, so that
/// they join into one line on their way.
struct Layout {
    /// Something that takes room in a row.
    struct Vertex {
        enum Kind: Hashable {
            /// A box of the picture.
            case box(Int)
            /// The words of an arrow.
            case words(Int)
            /// Where all arrows that come from above pass on their way to a vertex.
            case bend(to: Int)
        }

        let kind: Kind
        let row: Int
        let lines: [String]
        let width: Int
        let height: Int
        /// The vertices of the row above that lead here.
        fileprivate(set) var above: [Int] = []
        /// The vertices of the row below that this leads to.
        fileprivate(set) var below: [Int] = []

        var isBend: Bool { if case .bend = kind { true } else { false } }
    }

    let picture: Picture
    private(set) var vertices: [Vertex] = []
    /// The vertices of each row from left to right.
    private(set) var rows: [[Int]] = []
    /// The middle of each vertex.
    private(set) var middles: [Int] = []
    /// The upper and the lower edge of each row.
    private(set) var edges: [(top: Int, bottom: Int)] = []
    private(set) var width = 0
    private(set) var height = 0

    static let margin = 16

    init(_ picture: Picture) {
        self.picture = picture
        join(Layering(picture))
        rows = Ordering(vertices).rows
        arrange()
    }

    /// The box that a vertex is or leads to.
    func target(of vertex: Int) -> Picture.Box {
        switch vertices[vertex].kind {
        case .box(let box): picture.boxes[box]
        case .bend(let end): target(of: end)
        case .words(let arrow): picture.boxes[picture.arrows[arrow].to]
        }
    }

    // MARK: Vertices

    /// Makes the vertices and links them, from each arrow's box through its words and bends to the other box.
    private mutating func join(_ layering: Layering) {
        var boxes: [Layering.LayeredBox: Int] = [:]
        for placed in layering.boxes {
            boxes[placed] = add(.box(placed.box), row: placed.layer * 2, TextLines.box(picture.name(of: placed.box)))
        }
        var bends: [Vertex.Kind: [Int: Int]] = [:]
        for (number, arrow) in picture.arrows.enumerated() {
            guard let from = boxes[layering.source(arrow)], let to = boxes[layering.goal(arrow)] else { continue }
            var last = add(.words(number), row: vertices[from].row + 1, TextLines.words(arrow.text))
            link(from, last)
            let bend = Vertex.Kind.bend(to: to)
            var isNew = true
            var row = vertices[last].row + 1
            while isNew, row < vertices[to].row {
                let known = bends[bend]?[row]
                let next = known ?? add(bend, row: row, nil)
                bends[bend, default: [:]][row] = next
                link(last, next)
                (last, row, isNew) = (next, row + 1, known == nil)
            }
            if isNew { link(last, to) }
        }
    }

    /// - Parameter text: nil for a bend, which is only a line.
    private mutating func add(_ kind: Vertex.Kind, row: Int, _ text: TextLines?) -> Int {
        vertices.append(
            Vertex(kind: kind, row: row, lines: text?.lines ?? [], width: text?.width ?? 2, height: text?.height ?? 0))
        return vertices.count - 1
    }

    private mutating func link(_ upper: Int, _ lower: Int) {
        vertices[upper].below.append(lower)
        vertices[lower].above.append(upper)
    }

    // MARK: Places

    /// Gives every vertex its place, and the picture its size.
    private mutating func arrange() {
        let places = Placing(vertices, rows).middles
        let left = vertices.indices.map { places[$0] - Double(vertices[$0].width) / 2 }.min() ?? 0
        middles = places.map { Int(($0 - left).rounded()) + Layout.margin }
        width = (vertices.indices.map { middles[$0] + vertices[$0].width / 2 }.max() ?? 0) + Layout.margin
        var top = Layout.margin
        for row in rows {
            let bottom = top + (row.map { vertices[$0].height }.max() ?? 0)
            edges.append((top, bottom))
            top = bottom + gap(below: row)
        }
        height = (edges.last?.bottom ?? 0) + Layout.margin
    }

    /// The further its lines go to the side, the more room is below a row.
    private func gap(below row: [Int]) -> Int {
        let way = row.flatMap { upper in vertices[upper].below.map { abs(middles[upper] - middles[$0]) } }.max() ?? 0
        return min(120, 22 + way / 9)
    }
}
