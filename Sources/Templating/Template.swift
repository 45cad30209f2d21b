/// A template as its parts: what is printed as it is, and the tags.
package struct Template: Sendable {
    /// How many sections, blocks and parents may be inside one another.
    package static let depth = 100

    let nodes: [TemplateNode]

    /// Reads a template.
    package init(_ bytes: [UInt8]) throws(TemplateError) {
        nodes = try TemplateParser.nodes(bytes)
    }
}

/// A part of a template.
indirect enum TemplateNode: Sendable {
    /// Printed as it is.
    case text([UInt8])
    /// Where a line starts, with its white space; what includes the template may put more in front of it.
    case lineStart([UInt8])
    /// `{{name}}`, or `{{{name}}}`, which prints HTML as it is.
    case value(TemplateName, isHTML: Bool)
    /// `{{#name}}`, or `{{^name}}`, which is shown where there is nothing.
    case section(TemplateName, isInverted: Bool, [TemplateNode])
    /// `{{> name}}`, with the white space before it if it's alone on its line.
    case partial(String, indentation: [UInt8], place: Int)
    /// `{{<name}}`, with the blocks that are put into it.
    case parent(String, indentation: [UInt8], blocks: [String: TemplateBlock], place: Int)
    /// `{{$name}}` outside a parent: what is put there, or else its own content.
    case block(String, indentation: [UInt8], [TemplateNode])
}

/// What a template puts into a block of its parent.
struct TemplateBlock: Sendable {
    let nodes: [TemplateNode]
}

/// The name in a tag: `page.title`, `.url`, or `.` for the thing itself.
struct TemplateName: Sendable, Equatable {
    /// Whether only the innermost values are asked: `.url`.
    let isOwn: Bool
    /// Empty for `.`.
    let parts: [String]

    init(_ text: String) {
        isOwn = text.utf8.first == UInt8(ascii: ".")
        parts = text.split(separator: ".").map(String.init)
    }
}
