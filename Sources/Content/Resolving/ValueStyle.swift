/// How a language writes values and counts.
package struct ValueStyle: Sendable {
    /// The words for small numbers, from none on.
    package let smallNumbers: [String]
    /// A number with its unit, or a day; nil for words, which stay as their author wrote them.
    package let wording: @Sendable (_ value: String, _ unit: String?) -> String?

    package init(smallNumbers: [String], wording: @escaping @Sendable (_ value: String, _ unit: String?) -> String?) {
        self.smallNumbers = smallNumbers
        self.wording = wording
    }

    /// Everything as it is typed.
    package static let asTyped = ValueStyle(smallNumbers: []) { _, _ in nil }
}

// How values are worded shows in their words, which a table keeps.
extension ValueStyle: Equatable {
    package static func == (left: ValueStyle, right: ValueStyle) -> Bool { left.smallNumbers == right.smallNumbers }
}
