/// Counts the combinations of answers in a part of a space, and finds one of them.
///
/// Variables that belong to one question each are independent, so their counts are multiplied: each block is counted once, and each node
/// of a diagram is visited once.
/// Questions whose answers are compared with each other are counted together, as ``ComparedAnswers`` does, once the last variable
/// of their group is passed.
struct JointCounting {
    private let space: JointSpace
    /// For each variable the group of questions that have to be counted together; nil where it's counted by itself.
    private let groupOf: [Int?]
    private let groups: [ComparedAnswers]
    /// The last variable of each group.
    private let lastOf: [Int]
    /// Nothing where it is beyond the limit.
    private var known: [Place: BigInteger?] = [:]
    private var knownGroups: [GroupPlace: BigInteger?] = [:]
    private let wholes: [BigInteger]
    /// Some group has more combinations than can be tried.
    private(set) var isBeyondLimit = false

    /// How far a walk is, with what it demands of groups that are not passed.
    private struct Place: Hashable {
        let ref: Ref
        let variable: Int
        let pending: [Int: [Int]]
    }

    private struct GroupPlace: Hashable {
        let group: Int
        let demands: [Int: [Int]]
    }

    init(_ space: JointSpace) {
        self.space = space
        let sets = JointCounting.sets(space)
        groups = sets.map { ComparedAnswers(space, questions: $0) }
        var groupOf: [Int?] = []
        for variable in space.variables { groupOf.append(sets.firstIndex { $0.contains(variable.question) }) }
        self.groupOf = groupOf
        lastOf = sets.indices.map { group in groupOf.lastIndex { $0 == group } ?? 0 }
        wholes = space.variables.map { variable in
            (0..<variable.arity).reduce(BigInteger.zero) { $0 + BigInteger(variable.size(of: $1)) }
        }
    }

    /// The questions that are compared with each other, directly or through others, and those that versions count in other steps.
    private static func sets(_ space: JointSpace) -> [[Int]] {
        var sets: [Set<Int>] = []
        for variable in space.variables {
            let own: Set<Int>
            switch variable.weights {
            case .order(let first, let second): own = [first, second]
            case .calculation(let calculation, _, _): own = Set(calculation.questions)
            case .multiples: own = [variable.question]
            case .counts, .values: continue
            }
            let meeting = sets.filter { !$0.isDisjoint(with: own) }
            sets.removeAll { !$0.isDisjoint(with: own) }
            sets.append(meeting.reduce(own) { $0.union($1) })
        }
        return sets.map { $0.sorted() }
    }

    /// How many combinations a function is `yes` for; nil where comparing several answers takes too many steps.
    ///
    /// - Parameter ref: a function to `yes` and other ends.
    mutating func count(_ ref: Ref, in store: DiagramStore) -> BigInteger? {
        isBeyondLimit = false
        let result = count(Place(ref: ref, variable: 0, pending: [:]), store)
        return isBeyondLimit ? nil : result
    }

    private mutating func count(_ place: Place, _ store: DiagramStore) -> BigInteger {
        if place.ref.isTerminal, place.ref != .yes { return .zero }
        guard place.variable < space.variables.count else { return .one }
        if let known = known[place] {
            if known == nil { isBeyondLimit = true }
            return known ?? .one
        }
        let wasBeyondLimit = isBeyondLimit
        isBeyondLimit = false
        var result = BigInteger.zero
        for (blocks, child) in branches(place.ref, place.variable, store) {
            guard !child.isTerminal || child == .yes else { continue }
            result = result + count(blocks, child, place, store)
        }
        known[place] = .some(isBeyondLimit ? nil : result)
        isBeyondLimit = isBeyondLimit || wasBeyondLimit
        return result
    }

    /// The combinations on one branch of a place.
    ///
    /// - Parameter blocks: of the place's variable; nil for all.
    private mutating func count(_ blocks: [Int]?, _ child: Ref, _ place: Place, _ store: DiagramStore) -> BigInteger {
        let variable = place.variable
        guard let group = groupOf[variable] else {
            let size =
                blocks.map { $0.reduce(BigInteger.zero) { $0 + BigInteger(space.variables[variable].size(of: $1)) } } ?? wholes[variable]
            return size.isZero ? .zero : size * count(Place(ref: child, variable: variable + 1, pending: place.pending), store)
        }
        var pending = place.pending
        if let blocks { pending[variable] = blocks }
        guard variable == lastOf[group] else { return count(Place(ref: child, variable: variable + 1, pending: pending), store) }
        let demands = pending.filter { groupOf[$0.key] == group }
        let size = size(of: group, demands)
        guard !size.isZero else { return .zero }
        return size * count(Place(ref: child, variable: variable + 1, pending: pending.filter { groupOf[$0.key] != group }), store)
    }

    private mutating func size(of group: Int, _ demands: [Int: [Int]]) -> BigInteger {
        let place = GroupPlace(group: group, demands: demands)
        if let known = knownGroups[place] {
            if known == nil { isBeyondLimit = true }
            return known ?? .one
        }
        let size = groups[group].count(demands)
        knownGroups[place] = .some(size)
        if size == nil { isBeyondLimit = true }
        return size ?? .one
    }

    /// What follows the variable: each different child with the blocks that lead to it; nil for a variable that isn't tested.
    private func branches(_ ref: Ref, _ variable: Int, _ store: DiagramStore) -> [(blocks: [Int]?, child: Ref)] {
        store.variable(ref) == variable ? store.branches(ref).map { ($0.blocks, $0.child) } : [(nil, ref)]
    }
}

// One combination.
extension JointCounting {
    /// A combination for which a function is `yes`: for each question of the space its value; nil if there is none.
    mutating func example(_ ref: Ref, in store: DiagramStore) -> [Int: JointValue]? {
        var place = Place(ref: ref, variable: 0, pending: [:])
        guard !count(place, store).isZero else { return nil }
        var values: [Int: JointValue] = [:]
        while place.variable < space.variables.count {
            let variable = place.variable
            let arity = space.variables[variable].arity
            // One block alone, so that the combination is one.
            let found = branches(place.ref, variable, store).flatMap { blocks, child in
                (blocks ?? Array(0..<arity)).map { (block: $0, child: child) }
            }.sorted { $0.block < $1.block }
            guard let (block, child) = found.first(where: { !count([$0.block], $0.child, place, store).isZero }) else { return nil }
            var pending = place.pending
            if let group = groupOf[variable] {
                pending[variable] = [block]
                if variable == lastOf[group] {
                    for (question, value) in groups[group].example(pending.filter { groupOf[$0.key] == group }) ?? [:] {
                        values[question] = .number(value)
                    }
                    pending = pending.filter { groupOf[$0.key] != group }
                }
            } else {
                space.variables[variable].take(block, into: &values)
            }
            place = Place(ref: child, variable: variable + 1, pending: pending)
        }
        return values
    }
}

/// An answer in a space.
enum JointValue: Sendable, Hashable {
    /// Among the options of the joint question.
    case option(Int)
    case ticked([Int])
    /// Days, or units of the last digit.
    case number(Int)
}

extension JointVariable {
    /// How many answers a block stands for; 1 for variables whose blocks aren't counted.
    fileprivate func size(of block: Int) -> Int {
        switch weights {
        case .counts(let counts): counts[block]
        case .values(let values): values[block].count
        case .multiples, .order, .calculation: 1
        }
    }

    /// The first value of a block.
    fileprivate func take(_ block: Int, into values: inout [Int: JointValue]) {
        switch (tested, weights) {
        case (.choice(_, let blocks)?, _): values[question] = blocks.firstIndex(of: block).map(JointValue.option)
        case (.tick(_, let option)?, _):
            let before: [Int] = if case .ticked(let options)? = values[question] { options } else { [] }
            values[question] = .ticked(block == 1 ? before + [option] : before)
        case (_, .values(let ranges)): values[question] = .number(ranges[block].lowerBound)
        default: break
        }
    }
}
