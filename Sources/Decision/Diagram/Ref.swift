/// A function in a store: a node of a diagram, or a terminal.
///
/// Two functions of one store are equal exactly when their references are.
struct Ref: Hashable, Sendable {
    /// Not negative: a node. Negative: the terminal `~raw`.
    let raw: Int32

    init(raw: Int32) { self.raw = raw }

    /// A function that is the same everywhere.
    static func terminal(_ value: Int32) -> Ref { Ref(raw: ~value) }

    var isTerminal: Bool { raw < 0 }

    /// The value of a terminal; meaningless for nodes.
    var value: Int32 { ~raw }
}

/// The terminals that every family of functions shares: four truth values, and what cannot happen.
///
/// Values of facts, results and sets of rows are numbered from ``firstValue``.
extension Ref {
    static let no = Ref.terminal(0)
    static let yes = Ref.terminal(1)
    /// Not settled: it waits for a question that waits for it.
    static let open = Ref.terminal(2)
    /// A fact without a value was used, or no row holds.
    static let gap = Ref.terminal(3)
    /// These answers cannot be given together.
    static let impossible = Ref.terminal(4)
    /// Two parts that should agree do not.
    static let clash = Ref.terminal(5)

    static let firstValue: Int32 = 6

    /// The terminal of a value counted from 0.
    static func value(_ index: Int) -> Ref { terminal(firstValue + Int32(index)) }

    /// The value counted from 0; negative for the shared terminals.
    var index: Int { Int(value - Ref.firstValue) }

    var isValue: Bool { isTerminal && value >= Ref.firstValue }
}

/// The diagrams passed the limit of the store.
struct TooLarge: Error {}
