/// A template with all that it includes, compiled for the values that it is given.
package struct TemplateProgram: Sendable {
    /// A step of rendering.
    indirect enum Operation: Sendable {
        /// Bytes of a template, or words.
        case literal([UInt8])
        case text(TemplatePath)
        case html(TemplatePath)
        /// Shown for each thing in a list, once for anything else that is there, and not at all where nothing is.
        case section(TemplatePath, TemplateFrames, [Operation])
        /// Shown where nothing is.
        case inverted(TemplatePath, [Operation])
        /// A template that includes itself.
        case call(Int)
        /// The start of a line in a template that is included with white space before it.
        case lineStart
        case indented([UInt8], [Operation])
    }

    let operations: [Operation]
    /// The templates that include themselves.
    let routines: [[Operation]]
    /// For each set of values that it is given the keys.
    let keys: [ViewKeys]
    /// The includes that would never end, with the template and the first byte of each.
    package let endless: [Include]
    /// The first include that is not compiled because there are more ways through the templates than anybody writes.
    package let tooMuch: Include?

    /// One `{{> name}}` or `{{<name}}`.
    package struct Include: Sendable {
        /// The template that it is in.
        package let template: String
        /// Its first byte there.
        package let place: Int
    }
}

/// Where a value is: among which values, and where in them.
struct TemplatePath: Sendable {
    let frame: Int
    let slots: [Int]
}

/// What a section does to the values that can be asked for.
enum TemplateFrames: Sendable {
    /// A yes or no adds nothing.
    case same
    /// The thing itself comes last.
    case added
    /// The same, but only these of the others are left: nobody can ask for the rest.
    case replaced([Int])
}
