/// How a language writes values and counts.
package struct ValueStyle: Sendable {
    /// The words for small numbers, from none on.
    package let smallNumbers: [String]
    /// A number with its unit, or a day; nil for words, which stay as their author wrote them.
    package let wording: @Sendable (_ value: String, _ unit: String?) -> String?
    /// What a question is answered with that lists no options, and what facts with these values say.
    package let yes: String
    /// The other of the two.
    package let no: String

    /// - Parameters:
    ///   - yes: as the answer to a question, so that it begins as a sentence does.
    package init(
        smallNumbers: [String], yes: String = "Yes", no: String = "No",
        wording: @escaping @Sendable (_ value: String, _ unit: String?) -> String?
    ) {
        self.smallNumbers = smallNumbers
        (self.yes, self.no) = (yes, no)
        self.wording = wording
    }

    /// Everything as it is typed.
    package static let asTyped = ValueStyle(smallNumbers: []) { _, _ in nil }
}

// How values are worded shows in their words, which a table keeps.
extension ValueStyle: Equatable {
    package static func == (left: ValueStyle, right: ValueStyle) -> Bool {
        (left.smallNumbers, left.yes, left.no) == (right.smallNumbers, right.yes, right.no)
    }
}
