internal import Diagnostics

/// Headings that a page cannot have: another title, a level left out, no words.
enum HeadingRule {
    /// - Parameter top: the level of the first; nil allows any order.
    static func findings(_ headings: [Heading], top: Int?) -> [Finding] {
        var findings: [Finding] = []
        var last = (top ?? 1) - 1
        for heading in headings {
            if heading.text.utf8.allSatisfy(\.isSpace) {
                findings.append(
                    Finding(
                        "markdown/empty-heading", "this heading is empty", node: heading.node,
                        help: "write text after the `#`, or delete the line"))
            }
            guard let top else { continue }
            defer { last = max(heading.level, top) }
            if heading.level < top {
                findings.append(tooHigh(heading, top))
            } else if heading.level > last + 1 {
                findings.append(skipped(heading, last))
            }
        }
        return findings
    }

    private static func tooHigh(_ heading: Heading, _ top: Int) -> Finding {
        let marks = String(repeating: "#", count: top)
        if heading.level == 1 {
            return Finding(
                "markdown/heading-one", "a level-1 heading is the page's title, which belongs in the front matter",
                node: heading.node, help: "use `\(marks)` here, and `title:` for the title")
        }
        return Finding(
            "markdown/skipped-heading", "headings here start at level \(top)", node: heading.node,
            help: "use `\(marks)`")
    }

    private static func skipped(_ heading: Heading, _ last: Int) -> Finding {
        let marks = String(repeating: "#", count: last + 1)
        return Finding(
            "markdown/skipped-heading", "a level-\(heading.level) heading cannot follow one of level \(last)",
            node: heading.node, help: "use `\(marks)`: people who use screen readers navigate by the levels")
    }
}
