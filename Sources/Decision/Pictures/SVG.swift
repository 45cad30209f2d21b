extension Picture {
    /// A drawing that scales, takes the page's colours and reads aloud as sentences.
    package var svg: String {
        let layout = Layout(self)
        let drawing = Drawing(picture: self, layout: layout)
        return drawing.text
    }

    /// The width and height of the drawing in pixels, at its own size.
    package var size: (width: Int, height: Int) {
        let drawing = Drawing(picture: self, layout: Layout(self))
        return (drawing.width, drawing.bottom)
    }
}

/// Sizes in pixels; text is set in a box of a fixed width, so that no font has to be measured exactly.
private struct Drawing {
    let picture: Picture
    let layout: Layout

    private static let boxWidth = 200
    private static let gap = 40
    private static let lineHeight = 18
    /// About as many letters as fit into a box.
    private static let lineLength = 26
    private static let layerGap = 110

    private var columns: Int { layout.rows.map(\.count).max() ?? 1 }
    var width: Int { columns * (Drawing.boxWidth + Drawing.gap) + Drawing.gap }

    private func height(ofLayer layer: Int) -> Int {
        (layout.rows[layer].map { lines(picture.boxes[$0].text).count }.max() ?? 1) * Drawing.lineHeight + 20
    }

    /// The lower edge.
    var bottom: Int { (tops.last ?? 0) + height(ofLayer: layout.rows.count - 1) + 20 }

    private var tops: [Int] {
        var tops: [Int] = []
        var top = 20
        for layer in layout.rows.indices {
            tops.append(top)
            top += height(ofLayer: layer) + Drawing.layerGap
        }
        return tops
    }

    var text: String {
        let tops = tops
        var places: [Int: (x: Int, y: Int)] = [:]
        for (layer, row) in layout.rows.enumerated() {
            let step = width / max(1, row.count)
            for (place, box) in row.enumerated() { places[box] = (step * place + step / 2, tops[layer]) }
        }
        var output =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(width) \(bottom)\" role=\"img\" class=\"decision-picture\" fill=\"none\" stroke=\"currentColor\" font-family=\"sans-serif\" font-size=\"14\">"
        output +=
            "<title>\(escaped(picture.title))</title><desc>\(escaped(picture.sentences.joined(separator: ". ")))</desc>"
        for arrow in picture.arrows {
            if let from = places[arrow.from], let to = places[arrow.to] { output += draw(arrow, from, to) }
        }
        for box in picture.boxes.indices { if let place = places[box] { output += draw(box, place) } }
        return output + "</svg>"
    }

    private func draw(_ arrow: Picture.Arrow, _ from: (x: Int, y: Int), _ to: (x: Int, y: Int)) -> String {
        let start = from.y + height(ofLayer: layout.layers[arrow.from])
        let bend = (start + to.y) / 2
        // The arrows of one box carry their words at different heights, so that these do not cover each other.
        let siblings = picture.arrows.filter { $0.from == arrow.from }
        let rank = siblings.firstIndex { $0.to == arrow.to } ?? 0
        let share = 0.3 + 0.5 * Double(rank + 1) / Double(siblings.count + 1)
        let x = from.x + Int(Double(to.x - from.x) * share)
        let y = start + Int(Double(min(to.y - start, Drawing.layerGap)) * share)
        let path =
            "<path d=\"M\(from.x) \(start)C\(from.x) \(bend) \(to.x) \(bend) \(to.x) \(to.y - 8)\"/><path d=\"M\(to.x - 5) \(to.y - 9)L\(to.x) \(to.y)L\(to.x + 5) \(to.y - 9)Z\" fill=\"currentColor\"/>"
        let words = lines(arrow.text).prefix(2).joined(separator: " ")
        return path
            + "<text x=\"\(x)\" y=\"\(y)\" text-anchor=\"middle\" fill=\"currentColor\" stroke=\"none\" font-size=\"12\">\(escaped(words))</text>"
    }

    private func draw(_ number: Int, _ place: (x: Int, y: Int)) -> String {
        let box = picture.boxes[number]
        let lines = lines(box.text)
        let height = lines.count * Drawing.lineHeight + 20
        let kind = box.tone.map { " class=\"\($0.rawValue)\" rx=\"14\"" } ?? " class=\"question\""
        var output =
            "<g><rect x=\"\(place.x - Drawing.boxWidth / 2)\" y=\"\(place.y)\" width=\"\(Drawing.boxWidth)\" height=\"\(height)\"\(kind)/>"
        for (index, line) in lines.enumerated() {
            output +=
                "<text x=\"\(place.x)\" y=\"\(place.y + 10 + Drawing.lineHeight * index + 13)\" text-anchor=\"middle\" fill=\"currentColor\" stroke=\"none\">\(escaped(line))</text>"
        }
        return output + "</g>"
    }

    /// The text in lines that fit into a box.
    private func lines(_ text: String) -> [String] {
        var result: [String] = []
        for word in text.split(separator: " ") {
            if let last = result.last, last.count + word.count < Drawing.lineLength {
                result[result.count - 1] = last + " " + word
            } else {
                result.append(String(word))
            }
        }
        return result.isEmpty ? [""] : result
    }

    private func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing(
            "\"", with: "&quot;")
    }
}
