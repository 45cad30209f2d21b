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
    package let unit: String?

    package init(wording: String, bare: String, unit: String?) {
        self.wording = wording
        self.bare = bare
        self.unit = unit
    }
}

/// Nothing is known yet: all values stay as they are written.
package struct PendingValues: NamedValues {
    package init() {}

    package func answer(_ name: String) -> ValueAnswer { .open }
    package func value(_ name: String) -> ValueWording? { nil }
    package var names: [String] { [] }
}

extension NamedValues where Self == PendingValues {
    package static var pending: PendingValues { PendingValues() }
}
