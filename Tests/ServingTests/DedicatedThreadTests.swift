import Diagnostics
import Dispatch
import Foundation
@testable import Serving
import Synchronization
import Testing

/// What waits takes no thread from what works.
@Suite struct DedicatedThreadTests {
    /// Lets everybody go when all have come.
    private final class Meeting: Sendable {
        private let missing: Mutex<Int>
        private let all = DispatchSemaphore(value: 0)
        private let size: Int

        init(of size: Int) {
            self.size = size
            missing = Mutex(size)
        }

        /// Whether all came.
        func wait() -> Bool {
            let isLast = missing.withLock {
                $0 -= 1
                return $0 == 0
            }
            if isLast { for _ in 0..<size { all.signal() } }
            return all.wait(timeout: .now() + 60) == .success
        }
    }

    @Test func `more can wait at once than there are processors`() async {
        let count = ProcessInfo.processInfo.activeProcessorCount + 2
        let meeting = Meeting(of: count)
        await withTaskGroup { group in
            for _ in 0..<count {
                group.addTask { await onDedicatedThread { #expect(meeting.wait()) } }
            }
        }
    }

    @Test func `an error comes back`() async {
        await #expect(throws: EnvironmentFailure.self) {
            try await onDedicatedThread { () throws(EnvironmentFailure) in throw EnvironmentFailure("no", help: "yes") }
        }
    }
}
