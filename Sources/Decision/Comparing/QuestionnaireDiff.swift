package import Forms

/// Whose answer changes between two versions of a questionnaire, exactly: the versions are compared as functions, never by samples.
///
/// A combination is one value for every question that either version has: an option, a set of ticks, a step of a number, a day. A
/// version takes it if every value is one of its own and they can be given together; a refusal is a result like any other.
package struct QuestionnaireDiff: Sendable {
    /// The two versions, the older one first.
    package let versions: [DecisionDiagram]
    /// The day on which each is used.
    package let days: [Day]
    /// The newer version with the questions, options and ranges of both, for words.
    package let questionnaire: Questionnaire
    /// What regions test.
    package let variables: [ComparedVariable]
    /// The combinations that either version takes.
    package let all: CombinationCount
    /// Those that both take, and that lead elsewhere.
    package let changed: CombinationCount
    /// Those that only the newer one takes.
    package let added: CombinationCount
    /// Those that only the older one takes.
    package let removed: CombinationCount
    /// What changes for whom, most readers first.
    package let changes: [ResultChange]
    /// The amounts that come to something else, wherever they're shown.
    package let amounts: [AmountChange]
    /// The questions and options that only one version has.
    package let offers: [OfferChange]
    /// The questions that some readers are asked now and weren't before, or are no longer asked.
    package let asking: [AskingChange]
    /// What has another id in the newer version, and is the same all the same.
    package let renames: [Renamed]
    /// What is said otherwise, though it means the same.
    package let wording: [WordingChange]

    /// Whether some reader has another result: an outcome, what its text shows, or an amount.
    package var changesResults: Bool { !changes.isEmpty || !amounts.isEmpty }

    /// Whether nothing is different at all.
    package var isEmpty: Bool { !changesResults && asking.isEmpty && renames.isEmpty && wording.isEmpty }
}

/// One thing that answers to two versions differ in.
package enum ComparedVariable: Sendable {
    /// What the diagrams of the versions test too.
    case answers(DiagramVariable)
    /// Whether a number is one that the version with fewer digits behind the point takes: a multiple of so many units of the last
    /// digit, which is block 1.
    case steps(question: Int, of: Int)
}

/// How many combinations of answers there are.
package enum CombinationCount: Sendable, Hashable {
    case exactly(BigInteger)
    /// Comparing several answers with each other takes too many steps to count them.
    case uncounted

    /// None.
    package static let none = CombinationCount.exactly(.zero)

    /// Nil for what takes too many steps.
    init(_ count: BigInteger?) { self = count.map(CombinationCount.exactly) ?? .uncounted }

    /// Whether there is none.
    package var isZero: Bool { self == .none }

    /// Both together; uncounted if one is.
    package static func + (left: CombinationCount, right: CombinationCount) -> CombinationCount {
        guard case .exactly(let one) = left, case .exactly(let other) = right else { return .uncounted }
        return .exactly(one + other)
    }

    /// How many are left without some of them.
    static func - (left: CombinationCount, right: CombinationCount) -> CombinationCount {
        guard case .exactly(let one) = left, case .exactly(let other) = right else { return .uncounted }
        return .exactly(one - other)
    }

    /// Whether it is greater, as far as that is known.
    func isMore(than other: CombinationCount) -> Bool {
        guard case .exactly(let one) = self, case .exactly(let two) = other else { return self == .uncounted && other != .uncounted }
        return two < one
    }
}

/// Readers for whom one result becomes another.
package struct ResultChange: Sendable {
    /// What a version says.
    package enum End: Sendable, Hashable {
        /// The version doesn't take these answers.
        case undefined
        /// It refuses them.
        case refused
        /// It gives a result, whichever: where the other version refuses.
        case accepted
        /// It gives no such result.
        case nothing
        /// An outcome, by its number in that version.
        case outcome(Int)
    }

    /// The decision in each version, the older one first; none where it's about which answers are accepted.
    package let decisions: [Int?]
    /// What each version says.
    package let ends: [End]
    /// Whether both lead to the same outcome, and only what its text shows is different: values of facts, and paragraphs.
    package let isOfText: Bool
    /// For whom.
    package let readers: ComparedReaders
}

/// Those for whom something is different.
package struct ComparedReaders: Sendable {
    /// How many there are.
    package let count: CombinationCount
    /// Who they are: regions that don't overlap, most readers first.
    package let regions: [ComparedRegion]
    /// How many are in no region that is listed.
    package let others: CombinationCount
}

/// Some of the readers for whom something is different: all who fulfil every condition.
package struct ComparedRegion: Sendable {
    /// Of variables of the diff, in the order of asking.
    package let region: Region
    /// How many combinations are in it.
    package let count: CombinationCount
    /// One of them: for each version the answers that it asks for, in its order.
    package let example: [[Walk.GivenAnswer]]
}

/// A question that is asked of others than before.
package struct AskingChange: Sendable {
    /// Among the questions of the diff.
    package let question: Int
    /// Whether these readers are asked now; else they no longer are.
    package let isAsked: Bool
    /// Who they are, of those whose answers both versions accept.
    package let readers: ComparedReaders
}

/// A question, or options of one, that only one of the versions has.
package struct OfferChange: Sendable {
    /// Among the questions of the diff.
    package let question: Int
    /// Among its options; nil where it is the question itself.
    package let options: [Int]?
    /// Whether the newer version has it; else it is the older one.
    package let isNew: Bool
}
