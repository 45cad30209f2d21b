/// How two functions are combined.
enum Operation: Int32 {
    /// Kleene's conjunction: no wins, then open, then gap.
    case and
    /// Kleene's disjunction: yes wins, then open, then gap.
    case or
    /// The negation of the left; the right is always yes, so that the cache can be shared.
    case negate
    /// Where the left is yes the right, where it is no "no"; open and gap stay.
    case select
    /// Where the left is yes the right, elsewhere impossible.
    case within
    /// The left, or the right where the left is no.
    case orElse
    /// The rows of both; "no" is the empty set.
    case unite
    /// Both values, as a pair.
    case pair
    /// Either where the other is impossible; a clash where they differ.
    case agree

    /// The left, or the right where the left is open.
    case settled

    /// Higher numbers mean "restrict": the rest is the variable.
    static let restrictBase: Int32 = 16
}

extension DiagramStore {
    /// The result where it needs no descent: terminals, and the laws of the operation.
    mutating func shortcut(_ operation: Operation, _ left: Ref, _ right: Ref) -> Ref? {
        switch operation {
        case .and:
            if left == .no || right == .no { return .no }
            if left == .yes { return right }
            if right == .yes || left == right { return left }
            guard left.isTerminal, right.isTerminal else { return nil }
            return left == .open || right == .open ? .open : .gap
        case .or:
            if left == .yes || right == .yes { return .yes }
            if left == .no { return right }
            if right == .no || left == right { return left }
            guard left.isTerminal, right.isTerminal else { return nil }
            return left == .open || right == .open ? .open : .gap
        case .negate:
            guard left.isTerminal else { return nil }
            return left == .yes ? .no : left == .no ? .yes : left
        case .select:
            if left == .yes { return right }
            return left.isTerminal ? left : nil
        case .within:
            if left == .yes { return right }
            if left.isTerminal { return .impossible }
            return right == .impossible ? right : nil
        case .orElse:
            if left == .no { return right }
            if right == .no || left == right { return left }
            return left.isTerminal ? left : nil
        case .settled:
            if left == .open { return right }
            if right == .open || left == right { return left }
            return left.isTerminal ? left : nil
        case .unite: return united(left, right)
        case .pair:
            guard left.isTerminal, right.isTerminal else { return nil }
            return paired(left, right)
        case .agree:
            if left == right || right == .impossible { return left }
            if left == .impossible { return right }
            if left == .clash || right == .clash { return .clash }
            return left.isTerminal && right.isTerminal ? .clash : nil
        }
    }

    private mutating func united(_ left: Ref, _ right: Ref) -> Ref? {
        if left == right || right == .no { return left }
        if left == .no { return right }
        guard left.isTerminal, right.isTerminal else { return nil }
        for shared in [Ref.open, .gap] where left == shared || right == shared { return shared }
        return .value(intern(rows: Set(rows(left)).union(rows(right)).sorted().map(Int32.init)))
    }

    /// Shared terminals swallow the pair: a result that cannot be is none.
    private mutating func paired(_ left: Ref, _ right: Ref) -> Ref {
        for shared in [Ref.impossible, .gap, .open] where left == shared || right == shared { return shared }
        return .value(intern(pair: [left.value, right.value]))
    }
}
