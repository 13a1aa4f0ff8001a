import Testing

@Suite struct UsageTests {
    let folder: Folder
    let primum: Program

    init() throws {
        folder = try Folder()
        primum = Program(in: folder)
    }

    static let commands = [
        ["check"], ["what-if"], ["explain"], ["facts"], ["trace"], ["show"], ["inventory", "validate"], ["inventory", "stats"],
        ["inventory", "import", "netbox"], ["init"], ["order", "new"], ["policy", "lint"], ["policy", "test"], ["policy", "list"],
        ["policy", "eject"], ["policy", "diff"], ["schema"],
    ]

    @Test(arguments: commands)
    func `explains each command with examples and exit statuses`(_ command: [String]) throws {
        let outcome = try primum.run(command + ["--help"])
        #expect(outcome.status == 0)
        #expect(outcome.errors == "")
        #expect(outcome.output.contains("\nExamples:\n  primum \(command.joined(separator: " "))"))
        #expect(outcome.output.contains("Exit status:"))
    }

    @Test func `lists the commands where none is named`() throws {
        let outcome = try primum()
        #expect(outcome.status == 0)
        expectGolden(outcome.output, "help.txt")
    }

    @Test func `takes wrong usage for what it is`() throws {
        for arguments in [
            ["frobnicate"], ["trace", "--frobnicate"], ["trace", "a", "--lang", "de"], ["trace", "a", "--now", "yesterday"],
        ] {
            let outcome = try primum.run(arguments)
            #expect(outcome.status == 64)
            #expect(outcome.output == "")
            #expect(outcome.errors.hasPrefix("Error: "))
        }
    }

    @Test func `says its version`() throws {
        #expect(try primum("--version").output.hasPrefix("primum "))
    }

    @Test(arguments: [
        (["LANG": "ru_RU.UTF-8"], true), (["LANG": "ru_RU.UTF-8", "LC_ALL": "C"], false), (["LC_MESSAGES": "ru", "LANG": "en_GB"], true),
        (["LANG": "de_DE.UTF-8"], false), ([:], false),
    ])
    func `speaks the language of the locale`(_ environment: [String: String], _ isRussian: Bool) throws {
        var primum = primum
        primum.environment = environment
        let outcome = try primum("inventory", "validate")
        #expect(outcome.errors.hasPrefix(isRussian ? "ошибка[no-client]" : "error[no-client]"))
    }

    @Test(arguments: [(["CLICOLOR_FORCE": "1"], true), ([:], false), (["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], false)])
    func `colours by the environment`(_ environment: [String: String], _ isColored: Bool) throws {
        Clients.write(small: folder)
        var primum = primum
        primum.environment = environment
        #expect(try primum("trace", "sw-1:Gi1/0/16").output.contains("\u{1B}[") == isColored)
    }

    @Test(arguments: ["ILL", "TRAP", "SEGV"])
    func `ends with 70 when the fault is its own`(_ signal: String) throws {
        Clients.write(small: folder)
        let outcome = try primum.shell(
            """
            mkfifo pipe
            exec 9<>pipe
            "$PROGRAM" check pipe --client . 2>errors & child=$!
            for _ in {1..200}; do [ "$(readlink /proc/$child/fd/3)" = "$PWD/pipe" ] && break; sleep 0.02; done
            kill -\(signal) $child
            wait $child; echo $?
            cat errors
            """)
        #expect(outcome.output == "70\nerror: this is a fault of primum and not of what was read; nothing was decided\n")
    }
}
