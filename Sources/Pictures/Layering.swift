/// The layers of a picture's boxes.
struct Layering {
    /// A box in a layer; an outcome may be in several.
    struct LayeredBox: Hashable {
        let box: Int
        let layer: Int
    }

    private let layers: [Int]
    /// Outcomes to which so much leads, or from so far, that each layer above has its own.
    private let repeated: Set<Int>
    private(set) var boxes: [LayeredBox] = []

    /// How many layers an arrow to an outcome may span, and how many may lead to one, before the outcome is drawn again.
    private static let longest = 2
    private static let most = 4

    init(_ picture: Picture) {
        let layers = Layering.layers(of: picture)
        self.layers = layers
        let leading = Dictionary(grouping: picture.arrows, by: \.to)
        repeated = Set(
            leading.keys.filter { box in
                let arrows = leading[box, default: []]
                let longest = arrows.map { layers[box] - layers[$0.from] }.max() ?? 0
                return picture.boxes[box].tone != nil && (arrows.count > Layering.most || longest > Layering.longest)
            })
        var known: Set<LayeredBox> = []
        let start = picture.boxes.isEmpty ? [] : [LayeredBox(box: 0, layer: 0)]
        for box in start + picture.arrows.map(goal) where known.insert(box).inserted { boxes.append(box) }
    }

    /// For each box the length of the longest way to it.
    private static func layers(of picture: Picture) -> [Int] {
        var layers = Array(repeating: 0, count: picture.boxes.count)
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
        return layers
    }

    /// Where an arrow begins.
    func source(_ arrow: Picture.Arrow) -> LayeredBox { LayeredBox(box: arrow.from, layer: layers[arrow.from]) }

    /// Where an arrow ends: below its source, if the outcome is drawn again there.
    func goal(_ arrow: Picture.Arrow) -> LayeredBox {
        LayeredBox(box: arrow.to, layer: repeated.contains(arrow.to) ? layers[arrow.from] + 1 : layers[arrow.to])
    }
}
