/// Why a template can't be read, and where.
package struct TemplateError: Error, Equatable {
    /// What is wrong.
    package enum Problem: Sendable {
        /// `{{name` without its end.
        case openTag
        /// `{{a b}}`, `{{}}`: a tag without a name.
        case name
        /// `{{/name}}` that closes another section than the last one, or none.
        case otherEnd
        /// `{{#name}}` without its end.
        case openSection
        /// Something else than a block between `{{<parent}}` and `{{/parent}}`.
        case outsideBlock
        /// `{{=<% %>=}}`
        case delimiters
        /// `{{%SETTING: value}}`
        case setting
        /// More sections in one another than ``Template/depth``.
        case depth
    }

    /// What is wrong.
    package let problem: Problem
    /// The bytes of the tag.
    package let place: Range<Int>
}
