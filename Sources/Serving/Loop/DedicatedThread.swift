import Dispatch

/// Runs work that waits on a thread of its own.
///
/// Swift's tasks share as many threads as there are processors: a loop on one of them would leave a processor idle
/// whenever the site is read.
package func onDedicatedThread<Failure: Error>(_ work: @escaping @Sendable () throws(Failure) -> Void) async throws(Failure) {
    let result = await withCheckedContinuation { continuation in
        // A serial queue has a thread beside those of the tasks.
        DispatchQueue(label: "waymark.loop").async {
            continuation.resume(returning: Result<Void, Failure>(catching: work))
        }
    }
    try result.get()
}
