import Glibc

/// A mistake of ours: the runtime has said what was wrong and ends the program; the exit status then is 70.
enum InternalError {
    /// Catches the signals by which a broken precondition or a wild access ends the program.
    static func watch() {
        for signal in [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE] {
            // Only what is allowed in a signal handler: writing what lies ready, and leaving.
            Glibc.signal(signal) { _ in
                let message: StaticString = "error: this is a fault of primum and not of what was read; nothing was decided\n"
                unsafe Glibc.write(2, message.utf8Start, message.utf8CodeUnitCount)
                _exit(ExitStatus.internalError.rawValue)
            }
        }
    }
}
