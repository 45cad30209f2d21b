/// Something that templates are filled with: a value whose fields are declared once, with the keys by which templates ask for them.
package protocol TemplateView: Sendable {
    /// Its fields with their keys.
    static var fields: TemplateFields<Self> { get }
}

extension TemplateView {
    /// The keys by which templates ask for its fields.
    package static var keys: ViewKeys { fields.keys }

    /// The values of all fields.
    package var object: TemplateObject { Self.fields.object(of: self) }
}

/// A view whose fields are read already, for what many renderings are given.
package struct PreparedView<View: TemplateView>: Sendable {
    let object: TemplateObject

    /// Reads all its fields.
    package init(_ view: View) { object = view.object }
}

/// The fields of a view.
package struct TemplateFields<View: Sendable>: Sendable {
    /// The keys and what is under each.
    package let keys: ViewKeys
    private let read: [@Sendable (View) -> TemplateValue]

    /// - Parameter fields: in any order, each key once.
    package init(_ fields: [TemplateField<View>]) {
        keys = ViewKeys(fields.map { ViewKeys.Entry(name: $0.name, kind: $0.kind) })
        read = fields.map(\.read)
    }

    func object(of view: View) -> TemplateObject { TemplateObject(values: read.map { $0(view) }) }
}

/// One field of a view.
package struct TemplateField<View: Sendable>: Sendable {
    let name: String
    let kind: ViewKeys.Kind
    let read: @Sendable (View) -> TemplateValue

    /// A text; nil where there is none.
    package static func text(_ name: String, _ get: @escaping @Sendable (View) -> String?) -> TemplateField {
        TemplateField(name: name, kind: .text) { get($0).map(TemplateValue.text) ?? .absent }
    }

    /// A number.
    package static func number(_ name: String, _ get: @escaping @Sendable (View) -> Int?) -> TemplateField {
        TemplateField(name: name, kind: .text) { get($0).map { .text(String($0)) } ?? .absent }
    }

    /// Yes or no.
    package static func flag(_ name: String, _ get: @escaping @Sendable (View) -> Bool) -> TemplateField {
        TemplateField(name: name, kind: .flag) { .flag(get($0)) }
    }

    /// Values with keys of their own; nil where there are none.
    package static func object<Inner: TemplateView>(_ name: String, _ get: @escaping @Sendable (View) -> Inner?) -> TemplateField {
        TemplateField(name: name, kind: .object { Inner.keys }) { get($0).map { .object($0.object) } ?? .absent }
    }

    /// Values with keys of their own, read once for many renderings.
    package static func prepared<Inner: TemplateView>(
        _ name: String, _ get: @escaping @Sendable (View) -> PreparedView<Inner>
    ) -> TemplateField {
        TemplateField(name: name, kind: .object { Inner.keys }) { .object(get($0).object) }
    }

    /// A list of values with keys of their own.
    package static func list<Inner: TemplateView>(_ name: String, _ get: @escaping @Sendable (View) -> [Inner]) -> TemplateField {
        TemplateField(name: name, kind: .list { Inner.keys }) { .list(get($0).map { .object($0.object) }) }
    }

    /// A list of texts.
    package static func texts(_ name: String, _ get: @escaping @Sendable (View) -> [String]) -> TemplateField {
        TemplateField(name: name, kind: .texts) { .list(get($0).map(TemplateValue.text)) }
    }

    /// The words of the theme, which are known before anything is rendered.
    package static var words: TemplateField { TemplateField(name: "words", kind: .words) { _ in .absent } }
}
