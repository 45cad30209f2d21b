/// A picture on a white ground that scales and reads aloud as sentences.
package struct Drawing: Sendable {
    /// A whole document, which needs no style and no script.
    package let svg: String
    /// In pixels, at its own size.
    package let width: Int
    /// In pixels, at its own size.
    package let height: Int
}

extension Picture {
    /// Lays the picture out and draws it, which is most of the work with it: keep what it gives.
    ///
    /// - Parameter link: where a box leads to.
    package func drawn(link: (BoxSubject) -> String? = { _ in nil }) -> Drawing {
        let layout = Layout(self)
        let links = boxes.map { $0.subject.flatMap(link) }
        return Drawing(svg: Pen(layout, links).text, width: layout.width, height: layout.height)
    }
}

/// Writes what a layout has placed. Colours are attributes, since a policy may forbid styles where the file is opened; the style
/// sheet of a page that holds the drawing goes before them.
private struct Pen {
    let layout: Layout
    /// For each box where it leads to.
    let links: [String?]

    private static let ink = "#1b1b1b"
    private static let headLength = 7

    init(_ layout: Layout, _ links: [String?]) { (self.layout, self.links) = (layout, links) }

    var text: String {
        let (width, height) = (layout.width, layout.height)
        var output =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(width) \(height)\" width=\"\(width)\" height=\"\(height)\" role=\"img\" font-family=\"sans-serif\" text-anchor=\"middle\">"
        output +=
            "<title>\(escaped(layout.picture.title))</title><desc>\(escaped(layout.picture.sentences.joined(separator: ". ")))</desc>"
        output += "<rect width=\"\(width)\" height=\"\(height)\" fill=\"#fff\"/>"
        for vertex in layout.vertices.indices {
            switch layout.vertices[vertex].kind {
            case .words(let arrow): output += draw(vertex, layout.picture.arrows[arrow])
            case .bend: output += drawJoined(vertex)
            case .box: break
            }
        }
        for vertex in layout.vertices.indices {
            if case .box(let box) = layout.vertices[vertex].kind { output += linked(draw(vertex, layout.picture.boxes[box]), box) }
        }
        return output + "</svg>"
    }

    // MARK: Arrows

    /// An arrow from its box through its words to the next vertex.
    private func draw(_ vertex: Int, _ arrow: Picture.Arrow) -> String {
        guard let from = layout.vertices[vertex].above.first else { return "" }
        let (row, x) = (layout.vertices[vertex].row, layout.middles[vertex])
        let start = layout.edges[row - 1].top + layout.vertices[from].height
        var path = "M\(layout.middles[from]) \(start)" + line(from, to: vertex) + "V\(layout.edges[row].bottom)"
        for next in layout.vertices[vertex].below { path += line(vertex, to: next) }
        let colours = Colours(layout.target(of: vertex).tone)
        let sentence = layout.picture.sentence(arrow)
        let top = layout.edges[row].top + (layout.edges[row].bottom - layout.edges[row].top - layout.vertices[vertex].height) / 2
        let places = [arrow.from, arrow.to].compactMap { layout.picture.boxes[$0].place }.map(String.init)
        let data = places.count == 2 ? " data-way=\"\(places.joined(separator: " "))\"" : ""
        return "<g\(colours.mark)\(data)><title>\(escaped(sentence))</title>" + stroke(path, colours)
            + "<rect x=\"\(x - layout.vertices[vertex].width / 2)\" y=\"\(top)\" width=\"\(layout.vertices[vertex].width)\" height=\"\(layout.vertices[vertex].height)\" fill=\"#fff\"/>"
            + lines(vertex, top: top + 2, size: TextLines.wordsSize) + "</g>"
    }

    /// The line of all arrows that meet at a bend, as far as the next.
    private func drawJoined(_ vertex: Int) -> String {
        let (row, x) = (layout.vertices[vertex].row, layout.middles[vertex])
        var path = "M\(x) \(layout.edges[row].top)V\(layout.edges[row].bottom)"
        for next in layout.vertices[vertex].below { path += line(vertex, to: next) }
        let colours = Colours(layout.target(of: vertex).tone)
        return "<g\(colours.mark)>\(stroke(path, colours))</g>"
    }

    /// From the lower edge of a vertex's row to the upper edge of the next, or to the point of the arrow there.
    private func line(_ upper: Int, to lower: Int) -> String {
        let (from, to) = (layout.middles[upper], layout.middles[lower])
        let row = layout.vertices[upper].row
        let start = layout.edges[row].bottom
        var end = layout.edges[row + 1].top
        if case .box = layout.vertices[lower].kind { end -= Pen.headLength }
        let lead = layout.edges[row].bottom > layout.edges[row].top ? "V\(start)" : ""
        if from == to { return "V\(end)" }
        let middle = (start + end) / 2
        return lead + "C\(from) \(middle) \(to) \(middle) \(to) \(end)"
    }

    private func stroke(_ path: String, _ colours: Colours) -> String {
        "<path d=\"\(path)\" fill=\"none\" stroke=\"\(colours.line)\" stroke-width=\"1.5\"/>"
    }

    // MARK: Boxes

    /// A box as a link, where it is one.
    private func linked(_ drawn: String, _ box: Int) -> String {
        links[box].map { "<a href=\"\(escaped($0))\">\(drawn)</a>" } ?? drawn
    }

    /// A box with the head of the arrows that lead to it.
    private func draw(_ vertex: Int, _ box: Picture.Box) -> String {
        let place = layout.vertices[vertex]
        let (x, top) = (layout.middles[vertex], layout.edges[place.row].top)
        let colours = Colours(box.tone)
        let head =
            place.above.isEmpty
            ? "" : "<path d=\"M\(x - 4) \(top - Pen.headLength)H\(x + 4)L\(x) \(top)Z\" fill=\"\(colours.line)\"/>"
        return
            "<g\(colours.mark)\(box.place.map { " data-place=\"\($0)\"" } ?? "")>\(head)<rect x=\"\(x - place.width / 2)\" y=\"\(top)\" width=\"\(place.width)\" height=\"\(place.height)\" rx=\"\(box.tone == nil ? 2 : 14)\" fill=\"\(colours.fill)\" stroke=\"\(colours.line)\" stroke-width=\"1.5\"/>"
            + lines(vertex, top: top + 8, size: TextLines.boxSize) + "</g>"
    }

    private func lines(_ vertex: Int, top: Int, size: Int) -> String {
        var output = ""
        for (number, line) in layout.vertices[vertex].lines.enumerated() {
            output +=
                "<text x=\"\(layout.middles[vertex])\" y=\"\(top + 13 + TextLines.lineHeight * number)\" font-size=\"\(size)\" fill=\"\(Pen.ink)\">\(escaped(line))</text>"
        }
        return output
    }

    /// For text and for attributes in double quotes.
    private func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    }
}
