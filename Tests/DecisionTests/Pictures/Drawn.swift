/// A drawing read back: what is on the paper, not what the layout meant.
struct Drawn {
    struct Area {
        let left: Double
        let top: Double
        let right: Double
        let bottom: Double

        /// Whether a point is inside, not just on the border.
        func holds(_ point: Point) -> Bool {
            point.x > left + 1 && point.x < right - 1 && point.y > top + 1 && point.y < bottom - 1
        }

        func overlaps(_ other: Area) -> Bool {
            left < other.right && other.left < right && top < other.bottom && other.top < bottom
        }
    }

    struct Point {
        let x: Double
        let y: Double
    }

    private(set) var boxes: [Area] = []
    /// Words, each with the number of the line that they belong to.
    private(set) var words: [(area: Area, line: Int)] = []
    /// Points on each line.
    private(set) var lines: [[Point]] = []
    let size: Area

    init?(_ svg: String) {
        let number = /viewBox="0 0 (\d+) (\d+)" width="(\d+)" height="(\d+)"/
        guard let view = svg.firstMatch(of: number), view.1 == view.3, view.2 == view.4, let right = Double(view.1),
            let bottom = Double(view.2)
        else { return nil }
        size = Area(left: 0, top: 0, right: right, bottom: bottom)
        for element in svg.matches(of: /<(?<name>rect|path) (?<attributes>[^>]*)\/>/) {
            let attributes = element.attributes
            if element.name == "rect" {
                guard let area = Drawn.area(attributes) else { continue }
                if attributes.contains("rx=") { boxes.append(area) } else { words.append((area, lines.count - 1)) }
            } else if attributes.contains("fill=\"none\""), let path = attributes.firstMatch(of: /d="([^"]*)"/) {
                lines.append(Drawn.points(path.1))
            }
        }
    }

    private static func area(_ attributes: Substring) -> Area? {
        let numbers = /x="(-?\d+)" y="(-?\d+)" width="(\d+)" height="(\d+)"/
        guard let match = attributes.firstMatch(of: numbers), let x = Double(match.1), let y = Double(match.2), let width = Double(match.3),
            let height = Double(match.4)
        else { return nil }
        return Area(left: x, top: y, right: x + width, bottom: y + height)
    }

    private static func points(_ path: Substring) -> [Point] {
        var result: [Point] = []
        for step in path.matches(of: /([MVC])([-\d ]+)/) {
            let numbers = step.2.split(separator: " ").compactMap { Double($0) }
            let last = result.last ?? Point(x: 0, y: 0)
            let parts = (1...24).map { Double($0) / 24 }
            switch step.1 {
            case "M": result.append(Point(x: numbers[0], y: numbers[1]))
            case "V": result += parts.map { Point(x: last.x, y: last.y + (numbers[0] - last.y) * $0) }
            default:
                func at(_ part: Double, _ ends: (Double, Double, Double, Double)) -> Double {
                    let rest = 1 - part
                    return rest * rest * rest * ends.0 + 3 * rest * rest * part * ends.1 + 3 * rest * part * part * ends.2 + part * part
                        * part * ends.3
                }
                result += parts.map {
                    Point(x: at($0, (last.x, numbers[0], numbers[2], numbers[4])), y: at($0, (last.y, numbers[1], numbers[3], numbers[5])))
                }
            }
        }
        return result
    }
}
