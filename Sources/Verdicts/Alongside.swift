import Glibc

/// Work that a thread of its own does while its maker goes on.
///
/// What it gives is what it would give if it were done where it is asked for; where the system has no thread to spare, it is done there.
struct Alongside<Outcome: Sendable>: ~Copyable {
    private let work: @Sendable () -> Outcome
    private let slot = Slot()
    private let thread: pthread_t?

    /// Unchecked, because the thread alone writes it, and is waited for before it is read.
    private final class Slot: @unchecked Sendable {
        var outcome: Outcome?
    }

    init(_ work: @escaping @Sendable () -> Outcome) {
        self.work = work
        let slot = slot
        thread = ThreadBody { slot.outcome = work() }.start()
    }

    /// What the work gives, waited for.
    consuming func outcome() -> Outcome {
        if let thread { pthread_join(thread, nil) }
        return slot.outcome ?? work()
    }
}

/// What a thread does.
private final class ThreadBody: Sendable {
    private let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) {
        self.run = run
    }

    /// The thread; nil where there is none to be had.
    func start() -> pthread_t? {
        let body = unsafe Unmanaged.passRetained(self)
        var thread = pthread_t()
        let trouble = unsafe pthread_create(
            &thread, nil,
            { body in
                unsafe Unmanaged<ThreadBody>.fromOpaque(body!).takeRetainedValue().run()
                return nil
            }, body.toOpaque())
        guard trouble == 0 else {
            unsafe body.release()
            return nil
        }
        return thread
    }
}
