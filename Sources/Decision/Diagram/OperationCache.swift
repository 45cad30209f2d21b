/// Results of operations already done (the computed table): without it, combining two diagrams would take time exponential in
/// the number of variables rather than the product of their sizes.
///
/// A newer entry overwrites an older one with the same slot. A lost entry costs time and never changes a result.
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
