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
                        "markdown/empty-heading", "this heading has no words", node: heading.node,
                        help: "write some after the `#`, or remove the line"))
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
                "markdown/heading-one", "a heading of level 1 is the page's title, which stands in the front matter",
                node: heading.node, help: "use `\(marks)` here, and `title:` for the title")
        }
        return Finding(
            "markdown/skipped-heading", "the first level of headings here is \(top)", node: heading.node,
            help: "use `\(marks)`")
    }

    private static func skipped(_ heading: Heading, _ last: Int) -> Finding {
        let marks = String(repeating: "#", count: last + 1)
        return Finding(
            "markdown/skipped-heading", "a heading of level \(heading.level) cannot follow one of level \(last)",
            node: heading.node, help: "use `\(marks)`: people who hear the page find their way by the levels")
    }
}
