import Glibc
import Synchronization

/// Works that know nothing of each other, done by several threads.
///
/// `use` is called on the caller's thread, with the results in the order of their numbers, each as soon as it is there. In between the
/// caller works along. No thread outlives the call: without a second processor, or where the system gives no thread, the caller does
/// everything alone.
func concurrently<Result: Sendable>(
    _ count: Int, _ work: @escaping @Sendable (_ number: Int) -> Result, use: (_ number: Int, _ result: Result) -> Void
) {
    let share = Share(count, work)
    let job = Job { while share.workOnNext() {} }
    let helpers = max(0, min(count, sysconf(Int32(_SC_NPROCESSORS_ONLN))) - 1)
    var threads = (0..<helpers).compactMap { _ in job.start() }
    for number in 0..<count {
        var result = share.take(number)
        while result == nil, share.workOnNext() { result = share.take(number) }
        if result == nil {
            // Another thread is at it, and nothing else is left to do.
            for thread in threads { pthread_join(thread, nil) }
            threads = []
            result = share.take(number)
        }
        if let result { use(number, result) }
    }
    for thread in threads { pthread_join(thread, nil) }
}

/// Two works that know nothing of each other, done at the same time where there is a second processor.
package func concurrently<One: Sendable, Other: Sendable>(
    _ one: @escaping @Sendable () -> One, _ other: @escaping @Sendable () -> Other
) -> (One, Other) {
    let work: @Sendable (Int) -> (One?, Other?) = { number in number == 0 ? (one(), nil) : (nil, other()) }
    var done: (first: One?, second: Other?)
    concurrently(2, work) { number, result in
        if number == 0 { done.first = result.0 } else { done.second = result.1 }
    }
    guard let first = done.first, let second = done.second else { preconditionFailure("each work is done once") }
    return (first, second)
}

/// What the threads have in common.
private final class Share<Result: Sendable>: Sendable {
    private let count: Int
    private let work: @Sendable (Int) -> Result
    private let next = Atomic<Int>(0)
    private let done: Mutex<[Result?]>

    init(_ count: Int, _ work: @escaping @Sendable (Int) -> Result) {
        self.count = count
        self.work = work
        done = Mutex(Array(repeating: nil, count: count))
    }

    /// Does the work of the next number; false when none is left.
    func workOnNext() -> Bool {
        let number = next.add(1, ordering: .relaxed).oldValue
        guard number < count else { return false }
        let result = work(number)
        done.withLock { $0[number] = result }
        return true
    }

    /// The result of a number, which is then forgotten here; nil while it is not there.
    func take(_ number: Int) -> Result? {
        done.withLock { results in
            defer { results[number] = nil }
            return results[number]
        }
    }
}

/// What a thread does.
private final class Job: Sendable {
    private let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) {
        self.body = body
    }

    /// Starts a thread that does it; nil where the system gives none.
    func start() -> pthread_t? {
        var thread = pthread_t()
        let job = unsafe Unmanaged.passRetained(self)
        let status = unsafe pthread_create(
            &thread, nil,
            { job in
                if let job = unsafe job { unsafe Unmanaged<Job>.fromOpaque(job).takeRetainedValue().body() }
                return nil
            }, job.toOpaque())
        guard status == 0 else {
            unsafe job.release()
            return nil
        }
        return thread
    }
}
