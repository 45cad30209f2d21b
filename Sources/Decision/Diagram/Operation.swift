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

    /// Numbers above it stand for restricting the variable that is added.
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

/// Gives equal values equal numbers, in the order of their coming.
struct Interner<Value: Hashable & Sendable>: Sendable {
    private(set) var values: [Value] = []
    private var numbers: [Value: Int] = [:]

    mutating func index(of value: Value) -> Int {
        if let known = numbers[value] { return known }
        numbers[value] = values.count
        values.append(value)
        return values.count - 1
    }
}

/// Results of operations already done: a table in which a newer entry takes the place of an older one.
struct OperationCache {
    struct Key {
        let operation: Int32
        let left: Int32
        let right: Int32
    }

    private struct Entry {
        var operation: Int32 = -1
        var left: Int32 = 0
        var right: Int32 = 0
        var result: Int32 = 0
    }

    private var entries: [Entry]

    init(bits: Int) { entries = Array(repeating: Entry(), count: 1 << bits) }

    /// Grows with the diagrams, up to 2^22 entries (64 MB); what was known is forgotten.
    mutating func grow(toHold count: Int) {
        guard entries.count < min(count, 1 << 22) else { return }
        entries = Array(repeating: Entry(), count: min(count * 2, 1 << 22))
    }

    subscript(key: Key) -> Int32? {
        get {
            let entry = entries[slot(key)]
            let isKnown = entry.operation == key.operation && entry.left == key.left && entry.right == key.right
            return isKnown ? entry.result : nil
        }
        set {
            guard let newValue else { return }
            entries[slot(key)] = Entry(operation: key.operation, left: key.left, right: key.right, result: newValue)
        }
    }

    private func slot(_ key: Key) -> Int {
        var hash = UInt64(UInt32(bitPattern: key.left)) &* 0x9E37_79B9_7F4A_7C15
        hash ^= UInt64(UInt32(bitPattern: key.right)) &* 0xC2B2_AE3D_27D4_EB4F
        hash = (hash ^ UInt64(UInt32(bitPattern: key.operation)) &* 0x1656_67B1_9E37_79F9)
        hash ^= hash >> 31
        hash = hash &* 0xBF58_476D_1CE4_E5B9
        return Int(truncatingIfNeeded: hash >> 20) & (entries.count - 1)
    }
}
