import Glibc

/// Another process that ran to its end, and what that took.
struct ChildProcess {
    /// What it wrote to standard output.
    let output: String
    /// The status with which it ended; nil where a signal ended it.
    let status: Int32?
    /// Seconds of the processor, of the program and of the system for it, the start included.
    let processorSeconds: Double
    /// Seconds of the clock, from before the start to after the end.
    let elapsedSeconds: Double

    /// Runs a program.
    ///
    /// - Throws: `BenchTrouble` where it cannot be started.
    init(_ program: String, _ arguments: [String]) throws {
        let start = clockSeconds()
        var ends: [Int32] = [0, 0]
        guard unsafe pipe(&ends) == 0 else { throw BenchTrouble(description: "no pipe can be made") }
        let child = try Self.spawn(program, arguments, output: ends[1], closing: ends[0])
        close(ends[1])
        let bytes = Self.bytes(from: ends[0])
        close(ends[0])
        var (ended, usage) = (Int32(0), rusage())
        guard unsafe wait4(child, &ended, 0, &usage) == child else { throw BenchTrouble(description: "`\(program)` was lost") }
        elapsedSeconds = clockSeconds() - start
        output = String(decoding: bytes, as: UTF8.self)
        status = ended & 0x7F == 0 ? ended >> 8 & 0xFF : nil
        processorSeconds = Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime)
    }

    private static func spawn(_ program: String, _ arguments: [String], output: Int32, closing unused: Int32) throws -> pid_t {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        unsafe posix_spawn_file_actions_addclose(&actions, output)
        unsafe posix_spawn_file_actions_addclose(&actions, unused)
        var words: [UnsafeMutablePointer<CChar>?] = unsafe ([program] + arguments).map { unsafe strdup($0) } + [nil]
        defer {
            while let word = unsafe words.popLast() { unsafe free(word) }
        }
        var child: pid_t = 0
        guard unsafe posix_spawn(&child, program, &actions, nil, &words, environ) == 0 else {
            throw BenchTrouble(description: "cannot start `\(program)`")
        }
        return child
    }

    private static func bytes(from file: Int32) -> [UInt8] {
        var (all, part) = ([UInt8](), [UInt8](repeating: 0, count: 1 << 16))
        while true {
            let count = unsafe read(file, &part, part.count)
            guard count > 0 else { return all }
            all += part[..<count]
        }
    }

    private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
}

private func clockSeconds() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// The path of the program that runs; a link that names it would name the child when a child follows it.
func ownPath() -> String {
    var path = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = unsafe readlink("/proc/self/exe", &path, path.count)
    return String(decoding: path.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
}
