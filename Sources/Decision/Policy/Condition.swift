package import Diagnostics

/// A condition on answers and facts; nesting is bounded by the depth of a YAML file.
package indirect enum Condition: Sendable {
    case all([Condition])
    case any([Condition])
    case not(Condition)
    case test(Test)
}

/// One entry of a condition: a question, attribute or fact with its cell.
package struct Test: Sendable {
    /// What it looks at.
    package let subject: Subject
    /// What it demands of the subject.
    package let cell: Cell
    /// For messages and for the words that authors wrote.
    package let place: SourceRange
    /// What an entry that names amounts says of the questions that these rest on: what is proved and decided; nil for others.
    package var lowered: Condition?

    /// - Parameter lowered: for an entry that names amounts.
    package init(subject: Subject, cell: Cell, place: SourceRange, lowered: Condition? = nil) {
        (self.subject, self.cell, self.place, self.lowered) = (subject, cell, place, lowered)
    }
}

/// What a condition can look at.
package enum Subject: Sendable, Hashable {
    case question(Int)
    /// An attribute of the option that answers a question.
    case attribute(question: Int, index: Int)
    case fact(Int)
    case amount(Int)
    /// The outcome of a decision, or its outcomes for `match: many`, by their places in the file.
    case decision(Int)
    /// What several answers come to; only in what an entry that names amounts says of questions.
    indirect case calculation(Calculation)
}

/// What an entry demands of its subject. On a question that is not asked everything but `notAsked` is false.
package indirect enum Cell: Sendable {
    /// One of these options or values, by index, ascending.
    case oneOf([Int])
    case has(Int)
    case compare(Relation, Term)
    case asked
    case notAsked
    case all([Cell])
    case any([Cell])
    case not(Cell)
}

/// How a number or date compares with another.
package enum Relation: Sendable, Hashable {
    case equal, less, atMost, greater, atLeast

    /// Whether an order that was found (-1, 0, 1) fits.
    package func fits(_ order: Int) -> Bool {
        switch self {
        case .equal: order == 0
        case .less: order < 0
        case .atMost: order <= 0
        case .greater: order > 0
        case .atLeast: order >= 0
        }
    }
}

extension Relation {
    /// What is accepted beside a value: from the first end, if there is one, up to but without the second.
    ///
    /// - Parameters:
    ///   - low: where the value begins.
    ///   - high: where what is greater begins.
    func ends<End>(_ low: End, _ high: End) -> (from: End?, below: End?) {
        switch self {
        case .less: (nil, low)
        case .atMost: (nil, high)
        case .greater: (high, nil)
        case .atLeast: (low, nil)
        case .equal: (low, high)
        }
    }
}

/// What a number or date is compared with.
package enum Term: Sendable, Hashable {
    case number(ExactNumber)
    case bound(DateBound)
    /// The answer to another question, so long before or after.
    /// The difference of two numbers is the days of its way, in units of the last digit of both.
    case question(Int, Shift)
    /// An amount, so long before or after; only in what authors wrote.
    case amount(Int, Shift)
}

/// The entries of one `if`, all of which must hold.
package struct Entries: Sendable {
    /// In written order, all of which have to hold.
    package let conditions: [Condition]

    /// All entries as one condition.
    package var condition: Condition { conditions.count == 1 ? conditions[0] : .all(conditions) }

    /// The entries of a row without `if`: always fulfilled.
    package static let none = Entries(conditions: [])
}

extension Condition {
    /// Where the condition is written; nil if it tests nothing.
    var place: SourceRange? {
        switch self {
        case .test(let test): test.place
        case .not(let inner): inner.place
        case .all(let list), .any(let list): list.lazy.compactMap(\.place).first
        }
    }

    /// Calls `body` with every entry as it is written.
    package func forEachWrittenTest(_ body: (Test) -> Void) {
        switch self {
        case .test(let test): body(test)
        case .not(let inner): inner.forEachWrittenTest(body)
        case .all(let list), .any(let list): for inner in list { inner.forEachWrittenTest(body) }
        }
    }

    /// The amounts that it names.
    var amounts: Set<Int> {
        var found: Set<Int> = []
        forEachWrittenTest { test in
            if case .amount(let number) = test.subject { found.insert(number) }
            test.cell.forEachComparison { if case .amount(let number, _) = $1 { found.insert(number) } }
        }
        return found
    }

    /// Calls `body` with every entry, in written order; for those that name amounts, with what they say of questions.
    package func forEachTest(_ body: (Test) -> Void) {
        switch self {
        case .test(let test): if let lowered = test.lowered { lowered.forEachTest(body) } else { body(test) }
        case .not(let inner): inner.forEachTest(body)
        case .all(let list), .any(let list): for inner in list { inner.forEachTest(body) }
        }
    }
}

extension Cell {
    /// Calls `body` with every comparison in the cell.
    package func forEachComparison(_ body: (Relation, Term) -> Void) {
        switch self {
        case .compare(let relation, let term): body(relation, term)
        case .not(let inner): inner.forEachComparison(body)
        case .all(let list), .any(let list): for inner in list { inner.forEachComparison(body) }
        case .oneOf, .has, .asked, .notAsked: break
        }
    }

    /// Calls `body` with every list of options that the cell tells apart.
    func forEachChoice(_ body: ([Int]) -> Void) {
        switch self {
        case .oneOf(let indices): body(indices)
        case .not(let inner): inner.forEachChoice(body)
        case .all(let list), .any(let list): for inner in list { inner.forEachChoice(body) }
        case .compare, .has, .asked, .notAsked: break
        }
    }
}

extension Cell {
    /// Whether it holds on a question that is not asked.
    package var holdsUnasked: Bool {
        switch self {
        case .notAsked: true
        case .all(let list): list.allSatisfy(\.holdsUnasked)
        case .any(let list): list.contains(where: \.holdsUnasked)
        case .asked, .oneOf, .has, .compare, .not: false
        }
    }
}

extension Relation {
    /// What holds where this does not; nil if no relation says it.
    package var denied: Relation? {
        switch self {
        case .equal: nil
        case .less: .atLeast
        case .atMost: .greater
        case .greater: .atMost
        case .atLeast: .less
        }
    }
}
