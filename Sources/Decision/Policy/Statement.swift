package import Diagnostics
package import Forms

/// What has to hold for every reader, whatever the tables say: it is proved, and decides nothing.
package struct Statement: Sendable {
    /// How often what it says holds.
    package enum Claim: Sendable { case never, always }

    /// For whom it has to hold; nil for everybody.
    package var condition: Condition?
    /// How often what it says holds.
    package let claim: Claim
    /// What never or always holds. May name the outcomes of decisions.
    package var said: Condition
    /// Why, for whoever reads the policy.
    package let because: Text?
    /// The statement, for messages.
    package let place: SourceRange
}

extension Statement {
    /// Every condition of it.
    var conditions: [Condition] { [condition, said].compactMap(\.self) }
}
