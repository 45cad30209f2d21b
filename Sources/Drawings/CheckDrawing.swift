/// Looks whether an SVG drawing only draws: what it is made of, and where its addresses lead.
///
/// - Parameter bytes: UTF-8.
/// - Returns: what is wrong, each kind once, in the order of the text.
package func faults(ofDrawing bytes: [UInt8]) -> [Fault] {
    let inspector = DrawingInspector(bytes)
    let problem = DrawingParser.parse(bytes, inspector)
    if let problem {
        inspector.note(
            Fault(
                "browsers cannot show the drawing: \(problem.message)", at: problem.place..<(problem.place + 1),
                help: "open it in a drawing program and save it again as plain SVG"))
    }
    return inspector.allFaults
}

/// Judges the parts of a drawing as they come.
final class DrawingInspector: DrawingVisitor {
    private let bytes: [UInt8]
    private var faults: [Fault] = []
    private var seen: Set<String> = []
    /// The elements that are open.
    private var open: [ExpandedName] = []
    /// The text of the style sheet that is open, and where it starts.
    private var style: (text: String, place: Range<Int>)?
    private var uses = DrawnElements()
    private(set) var isOpen = true

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// With what only the whole shows.
    var allFaults: [Fault] {
        guard isOpen, let place = uses.excess() else { return faults }
        return faults + [
            Fault(
                "the drawing is made of more than \(Limits.drawnElements) parts once every <use> is followed", at: place,
                help: "draw it with fewer copies of copies")
        ]
    }

    func note(_ fault: Fault) {
        guard seen.insert(fault.message).inserted else { return }
        faults.append(fault)
        if faults.count >= Limits.faults { isOpen = false }
    }

    // What the parser sees.

    func start(_ name: ExpandedName, _ attributes: [(name: ExpandedName, value: String)], at place: Range<Int>) {
        let place = startOfTag(place)
        if open.isEmpty, name.namespace != Vocabulary.svg || name.name != "svg" { return refuseRoot(name, at: place) }
        open.append(name)
        guard open.count <= Limits.depth else {
            isOpen = false
            return faults.append(
                Fault("elements are nested more than \(Limits.depth) deep", at: place, help: "ungroup some of them"))
        }
        // What is in a part of a web page goes with it.
        guard !open.dropLast().contains(.foreignObject) else { return uses.start(name, attributes, at: place) }
        if style != nil { note(Remedy.elementInStyle(at: place)) }
        judge(name, at: place)
        let tag = TagPlaces(bytes, place)
        for (attribute, value) in attributes { judge(attribute, value, of: name, tag) }
        if name == ExpandedName.style { style = ("", place) }
        uses.start(name, attributes, at: place)
    }

    func end() {
        if open.popLast() == ExpandedName.style, let style {
            if let part = Styles.fetch(in: style.text) { note(Remedy.fetchingStyle(part, at: style.place)) }
            self.style = nil
        }
        uses.end()
    }

    func text(_ text: String) { style?.text += text }

    func instruction(_ target: String, at place: Range<Int>) {
        // Names that start with these letters are kept for standards (XML 1.0, 2.6); others mean nothing to a browser.
        guard target.lowercased().hasPrefix("xml") else { return }
        note(Remedy.instruction(target, at: place))
    }

    func documentType(hasOwnEntities: Bool, at place: Range<Int>) {
        guard hasOwnEntities else { return }
        note(Remedy.entities(at: place.lowerBound..<(place.lowerBound + "<!DOCTYPE".utf8.count)))
        isOpen = false
    }

    func entity(_ name: String, at place: Range<Int>) { note(Remedy.entity(name, at: place)) }

    func encoding(_ name: String, at place: Range<Int>) {
        guard !["utf-8", "utf8", "us-ascii"].contains(name.lowercased()) else { return }
        note(
            Fault(
                "the drawing says that its text is \(name), but it is UTF-8", at: place, help: "write encoding=\"UTF-8\""))
    }

    // What it is allowed to be.

    private func refuseRoot(_ name: ExpandedName, at place: Range<Int>) {
        isOpen = false
        faults.append(
            name.name == "svg" && name.namespace.isEmpty
                ? Fault(
                    "browsers cannot show the drawing: it does not say that it is SVG", at: place,
                    help: "write <svg xmlns=\"\(Vocabulary.svg)\" …>")
                : Fault("this is not an SVG drawing: it starts with <\(name.name)>", at: place, help: "save it as SVG"))
    }

    private func judge(_ name: ExpandedName, at place: Range<Int>) {
        if Vocabulary.notes.contains(name.namespace) { return }
        guard name.namespace == Vocabulary.svg, Vocabulary.elements.contains(name.name) else {
            return note(Remedy.element(name, at: place))
        }
    }

    private func judge(_ attribute: ExpandedName, _ value: String, of element: ExpandedName, _ tag: TagPlaces) {
        if Vocabulary.notes.contains(attribute.namespace) { return }
        // What is on an element of a drawing program means as little to a browser as the element.
        if Vocabulary.notes.contains(element.namespace), attribute.namespace.isEmpty || attribute.namespace == Vocabulary.xml { return }
        switch attribute.namespace {
        case "" where isPlain(attribute.name): return
        case "" where attribute.name == "href": judge(address: value, of: element, tag.place(of: attribute))
        case "" where Vocabulary.attributes.contains(attribute.name):
            if let part = Styles.fetch(in: value) { note(Remedy.fetchingStyle(part, at: tag.place(of: attribute))) }
        case Vocabulary.xlink where attribute.name == "href": judge(address: value, of: element, tag.place(of: attribute))
        case Vocabulary.xlink: return
        case Vocabulary.xml where attribute.name != "base": return
        default: note(Remedy.attribute(attribute, at: tag.place(of: attribute)))
        }
    }

    private func isPlain(_ attribute: String) -> Bool {
        Vocabulary.plainText.contains(attribute) || attribute.hasPrefix("data-") || attribute.hasPrefix("aria-")
    }

    private func judge(address: String, of element: ExpandedName, _ place: Range<Int>) {
        if Reference.isInside(address) || address.isEmpty { return }
        if ["image", "feImage"].contains(element.name), Reference.isPicture(address) { return }
        note(Remedy.address(address, of: element.name, at: place))
    }

    /// The tag of an element, as far as it is on one line.
    private func startOfTag(_ place: Range<Int>) -> Range<Int> {
        place.clamped(to: 0..<bytes.count)
    }
}

extension ExpandedName {
    fileprivate static let foreignObject = ExpandedName("\(Vocabulary.svg)\(DrawingParser.separator)foreignObject")
    fileprivate static let style = ExpandedName("\(Vocabulary.svg)\(DrawingParser.separator)style")
}
