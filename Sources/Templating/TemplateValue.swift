/// What a template may be given.
package enum TemplateValue: Sendable {
    /// Nothing: a section of it is left out.
    case absent
    /// A text or a number, which may be empty.
    case text(String)
    /// Yes or no.
    case flag(Bool)
    /// Several values under names of their own.
    case object(TemplateObject)
    /// Values of one kind, one after another.
    case list([TemplateValue])
}

/// The values of a view, in the order of its keys.
package struct TemplateObject: Sendable {
    let values: [TemplateValue]
}
