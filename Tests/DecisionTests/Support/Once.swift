import Synchronization

/// A value that takes long to make, made when it is first asked for.
final class Once<Value: Sendable>: Sendable {
    private let made = Mutex<Value?>(nil)

    func value(_ make: () throws -> Value) rethrows -> Value {
        try made.withLock { known in
            let value = try known ?? make()
            known = value
            return value
        }
    }
}
