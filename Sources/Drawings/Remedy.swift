/// What is said of each kind of fault, with the way out.
enum Remedy {
    static func element(_ name: ExpandedName, at place: Range<Int>) -> Fault {
        let shown = "<\(name.name)>"
        if name.namespace != Vocabulary.svg, !["script", "handler"].contains(name.name) {
            return Fault(
                "the drawing contains \(shown), which is not part of SVG", at: place,
                help: "save it again as plain SVG, or remove the element")
        }
        switch name.name {
        case "script", "handler", "listener":
            return Fault("the drawing contains a script", at: place, help: "save it again as plain SVG, or remove \(shown)")
        case "foreignObject":
            return Fault(
                "the drawing contains a part of a web page in <foreignObject>", at: place,
                help:
                    "export it with plain text: in draw.io choose Text Settings: Convert Labels to SVG; in Mermaid set htmlLabels to false")
        case "animate", "animateColor", "animateMotion", "animateTransform", "set", "mpath", "discard":
            return Fault(
                "the drawing is animated by \(shown), which can also change where its links lead", at: place,
                help: "remove the animation, or publish a video (.mp4, .webm) or a .gif")
        case "font-face-src", "font-face-uri":
            return Fault("the drawing loads a font", at: place, help: "turn its text into paths, or remove \(shown)")
        default:
            return Fault(
                "the drawing contains \(shown), which does not draw anything", at: place,
                help: "save it again as plain SVG, or remove the element")
        }
    }

    static func attribute(_ name: ExpandedName, at place: Range<Int>) -> Fault {
        if name.name.lowercased().hasPrefix("on") {
            return Fault(
                "the drawing runs a script on an event: \(name.name)", at: place,
                help: "save it again as plain SVG, or remove the attribute")
        }
        return Fault(
            "the drawing has the attribute \(name.name), which is not known to be harmless", at: place,
            help: "save it again as plain SVG, or remove the attribute")
    }

    static func address(_ address: String, of element: String, at place: Range<Int>) -> Fault {
        let shown = shortened(address)
        if element == "a" {
            return Fault(
                "the drawing contains a link to \(shown)", at: place,
                help: "remove the link and put it on the page: readers cannot click inside a picture")
        }
        return Fault(
            "the drawing loads something from elsewhere: \(shown)", at: place,
            help: element == "image" || element == "feImage"
                ? "embed the picture in the drawing, as PNG, JPEG, WebP or AVIF: in Inkscape with Extensions > Images > Embed Images"
                : "put what it loads into the drawing itself, and refer to it by #id")
    }

    static func fetchingStyle(_ part: String, at place: Range<Int>) -> Fault {
        let shown = shortened(part)
        guard !shown.contains("font") else {
            return Fault("the drawing embeds a font: \(shown)", at: place, help: "turn its text into paths, or remove the font")
        }
        return Fault(
            "the drawing's style loads something from elsewhere: \(shown)", at: place,
            help: "remove it, or refer to a part of the drawing itself: url(#id)")
    }

    static func elementInStyle(at place: Range<Int>) -> Fault {
        Fault("the drawing has an element inside <style>", at: place, help: "put only rules there")
    }

    static func instruction(_ target: String, at place: Range<Int>) -> Fault {
        Fault(
            "the drawing contains a processing instruction: <?\(target)?>", at: place,
            help: "remove it, and write styles in <style>")
    }

    static func entities(at place: Range<Int>) -> Fault {
        Fault(
            "the drawing declares entities of its own", at: place,
            help: "save it again as plain SVG: in Illustrator with Export As, in Inkscape with Save As")
    }

    static func entity(_ name: String, at place: Range<Int>) -> Fault {
        Fault(
            "browsers cannot show the drawing: the entity &\(name); is not defined", at: place, help: "write the character itself")
    }

    private static func shortened(_ text: String) -> String {
        text.count <= 60 ? text : text.prefix(59) + "…"
    }
}
