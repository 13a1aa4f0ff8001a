import Diagnostics
import Glibc
import Testing

/// The built program, run as people run it: in a folder of its own, with an environment that says nothing.
struct Program {
    /// What a run left: standard output, standard error and the exit status.
    struct Outcome {
        let output: String
        let errors: String
        let status: Int32
    }

    /// The folder in which it runs.
    let folder: Folder
    /// Variables beside `PATH`.
    var environment: [String: String] = [:]

    init(in folder: Folder) {
        self.folder = folder
    }

    /// Runs the program to its end.
    @discardableResult
    func callAsFunction(_ arguments: String..., input: String = "") throws -> Outcome {
        try run(arguments, input: input)
    }

    func run(_ arguments: [String], input: String = "") throws -> Outcome {
        try outcome(of: [Self.path] + arguments, input: input)
    }

    /// Runs lines of bash, in which `primum` is the program.
    func shell(_ script: String) throws -> Outcome {
        try outcome(of: ["/bin/bash", "-c", "PROGRAM='\(Self.path)'\nprimum() { \"$PROGRAM\" \"$@\"; }\n\(script)"], input: "")
    }

    private func outcome(of words: [String], input: String) throws -> Outcome {
        let (out, err, standardInput) = (folder.path(".out"), folder.path(".err"), folder.path(".in"))
        folder.write(input, to: ".in")
        let pid = try spawn(words, input: standardInput, output: out, errors: err)
        var status: Int32 = 0
        try #require(unsafe waitpid(pid, &status, 0) == pid, "the program could not be waited for")
        #expect(status & 0x7F == 0, "the program was ended by signal \(status & 0x7F)")
        return Outcome(output: folder.text(".out") ?? "", errors: folder.text(".err") ?? "", status: status >> 8 & 0xFF)
    }

    /// Beside the test bundle.
    static let path: String = {
        var buffer = [CChar](repeating: 0, count: 4_096)
        let length = unsafe readlink("/proc/self/exe", &buffer, buffer.count)
        let own = String(decoding: buffer[..<max(0, length)].map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return own.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" } + "/primum"
    }()

    private func spawn(_ command: [String], input: String, output: String, errors: String) throws -> pid_t {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
        unsafe posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        unsafe posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        // `env` changes the folder and the environment, for which the system's own call has no name in Swift.
        let variables = environment.merging(["PATH": "/usr/bin:/bin"]) { own, _ in own }.map { "\($0)=\($1)" }
        let words = ["env", "-i", "-C", folder.root] + variables + command
        var pid: pid_t = 0
        let code = unsafe withCStrings(words) { argv in unsafe posix_spawn(&pid, "/usr/bin/env", &actions, nil, argv, environ) }
        try #require(code == 0, "`\(Self.path)` does not start: \(unsafe String(cString: strerror(code)))")
        return pid
    }
}

/// Lends texts as a C array of C strings that ends with null.
private func withCStrings<Result>(
    _ texts: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
    var pointers: [UnsafeMutablePointer<CChar>?] = unsafe texts.map { unsafe strdup($0) } + [nil]
    defer { for index in texts.indices { unsafe free(pointers[index]) } }
    return unsafe pointers.withUnsafeMutableBufferPointer { unsafe body($0.baseAddress!) }
}
