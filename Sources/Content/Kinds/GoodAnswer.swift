import Forms

/// Which answer in a row or to an item is the good one. The sign and the colour of an answer follow it.
package enum GoodAnswer: String, CaseIterable, Sendable {
    case yes, no

    /// Written beside what is answered.
    static let field = Field.optional("good", .choice(), default: GoodAnswer.yes, "which answer is good: yes, unless you say no")
}
