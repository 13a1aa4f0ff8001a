import Glibc
import Synchronization

/// Works that know nothing of each other, done by several threads; the results are in the order of the numbers.
///
/// The caller's thread works along, and no other outlives the call: without a second processor, or where the system gives no thread,
/// it does everything alone.
func concurrently<Result: Sendable>(_ count: Int, _ work: @escaping @Sendable (_ number: Int) -> Result) -> [Result] {
    let share = Share<Result>(count)
    let job = Job { share.work(work) }
    let helpers = max(0, min(count, sysconf(Int32(_SC_NPROCESSORS_ONLN))) - 1)
    let threads = (0..<helpers).compactMap { _ in job.start() }
    job.body()
    for thread in threads { pthread_join(thread, nil) }
    return share.results()
}

/// What the threads have in common.
private final class Share<Result: Sendable>: Sendable {
    private let count: Int
    private let next = Atomic<Int>(0)
    private let done: Mutex<[Result?]>

    init(_ count: Int) {
        self.count = count
        done = Mutex(Array(repeating: nil, count: count))
    }

    /// Takes one number after the other until none is left.
    func work(_ work: (Int) -> Result) {
        while true {
            let number = next.add(1, ordering: .relaxed).oldValue
            guard number < count else { return }
            let result = work(number)
            done.withLock { $0[number] = result }
        }
    }

    func results() -> [Result] { done.withLock { $0.compactMap(\.self) } }
}

/// What a thread does.
private final class Job: Sendable {
    let body: @Sendable () -> Void

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
