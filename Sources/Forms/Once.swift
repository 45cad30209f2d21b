import Synchronization

/// A value that is made when it is first asked for, and kept: by all processors the same.
package final class Once<Value: Sendable>: Sendable {
    private let made = Mutex<Value?>(nil)
    private let make: @Sendable () -> Value

    /// - Parameter make: runs at most once.
    package init(_ make: @escaping @Sendable () -> Value) { self.make = make }

    /// Others that ask meanwhile wait.
    package var value: Value {
        made.withLock { known in
            if let known { return known }
            let value = make()
            known = value
            return value
        }
    }
}
