package import CommonMark

/// What `{{ … }}` says in the texts of a site.
package protocol NamedValues: Sendable {
    /// What is written between braces, looked up.
    func answer(_ name: String) -> ValueAnswer
    /// What a name in a condition says; nil if there is no such value.
    func value(_ name: String) -> ValueWording?
    /// All names, for "did you mean".
    var names: [String] { get }
}

/// A value, as it is printed and as conditions compare it.
package struct ValueWording: Sendable, Equatable {
    /// What is printed.
    package let wording: String
    /// The number, date or name without its unit.
    package let bare: String
    /// Nil where the value is a name or a number without a unit.
    package let unit: String?

    /// The wording includes the unit.
    package init(wording: String, bare: String, unit: String?) {
        self.wording = wording
        self.bare = bare
        self.unit = unit
    }
}

/// Nothing is known yet: all values stay as they are written.
package struct PendingValues: NamedValues {
    /// There is only one such value: `pending`.
    package init() {}

    /// Left to whoever prints the text.
    package func answer(_ name: String) -> ValueAnswer { .open }
    /// Nothing is known yet.
    package func value(_ name: String) -> ValueWording? { nil }
    /// Nothing is known yet, so nothing can be suggested.
    package var names: [String] { [] }
}

extension NamedValues where Self == PendingValues {
    /// For texts that are read before the data files are.
    package static var pending: PendingValues { PendingValues() }
}
