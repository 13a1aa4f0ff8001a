import Diagnostics
import Glibc
import Testing

@Suite struct CheckTests {
    let folder: Folder
    let primum: Program

    init() throws {
        folder = try Folder()
        primum = Program(in: folder)
        Clients.write(small: folder)
        folder.write(Clients.order, to: "orders/CO-1.yaml")
    }

    private func check(_ arguments: String...) throws -> Program.Outcome {
        try primum.run(["check"] + arguments + ["--now", Clients.moment])
    }

    private func write(order steps: String, to name: String = "orders/CO-2.yaml") {
        folder.write(
            "order: CO-2\ntitle: A small job\ncontractor: crew\nrequested_by: petrova\ncrew: [ivanov]\nsteps:\n\(steps)\n", to: name)
    }

    @Test(arguments: Language.allCases)
    func `reads as a manager reads it`(_ language: Language) throws {
        let outcome = try check("orders/CO-1.yaml", "--lang", language.rawValue)
        #expect(outcome.errors == "")
        #expect(outcome.status == 2)
        expectGolden(outcome.output, "check.\(language).txt")
    }

    @Test func `writes the result as a document`() throws {
        let outcome = try check("orders/CO-1.yaml", "--format", "json")
        #expect(outcome.status == 2)
        // What answers rest on holds the rules' own words.
        expectGolden(outcome.output.replacing(#/sha256:[0-9a-f]{64}/#, with: "sha256:…"), "check.json")
    }

    @Test func `never calls anything safe`() throws {
        for arguments in [["orders/CO-1.yaml"], ["orders/CO-1.yaml", "--format", "json"], ["orders/CO-1.yaml", "--lang", "ru"]] {
            let output = try primum.run(["check"] + arguments).output.lowercased()
            #expect(!output.contains("safe"))
            #expect(!output.contains("безопасн"))
        }
    }

    @Test(arguments: [
        (Language.en, "Nobody is named who could answer 1 open question: write `questions_to`", "ask: nobody is named: write"),
        (.ru, "Некому задать 1 открытый вопрос: напишите в client.yaml", "спросить: некого: напишите"),
    ])
    func `does not keep silent about questions that nobody is named for`(_ language: Language, _ sentence: String, _ remark: String) throws
    {
        folder.write(Clients.client.replacing("questions_to: [petrova]\n", with: ""), to: "client.yaml")
        write(order: "  - {id: S1, do: disconnect, port: \"sw-1:Gi1/0/1\", for: [W0], undo: auto}")
        let output = try check("orders/CO-2.yaml", "--lang", language.rawValue).output
        #expect(output.contains(sentence))
        #expect(output.contains(remark))
        #expect(!output.contains("Nobody has to be asked"))
        #expect(!output.contains("Спрашивать никого не нужно"))
    }

    @Test func `is inconclusive without services`() throws {
        let lines = Clients.client.split(separator: "\n").prefix { !$0.hasPrefix("services") }
        folder.write(lines.joined(separator: "\n") + "\n", to: "client.yaml")
        write(order: "  - {id: S1, do: inspect, rack: R1, for: [W0]}")
        let outcome = try check("orders/CO-2.yaml")
        #expect(outcome.output.hasPrefix("INCONCLUSIVE  CO-2 · A small job\n"))
        #expect(outcome.status == 3)
    }

    @Test func `is inconclusive without steps`() throws {
        folder.write("order: CO-2\ntitle: Nothing\nsteps: []\n", to: "orders/CO-2.yaml")
        let outcome = try check("orders/CO-2.yaml")
        #expect(outcome.output.hasPrefix("INCONCLUSIVE  CO-2 · Nothing\n"))
        #expect(outcome.status == 3)
    }

    @Test func `takes a file that cannot be read for a reason to doubt`() throws {
        write(order: "  - {id: S1, do: inspect, rack: R1, for: [W0]}")
        let before = try check("orders/CO-2.yaml")
        #expect(before.status < 2)
        folder.write("devices: [\n", to: "inventory/broken.yaml")
        let outcome = try check("orders/CO-2.yaml")
        #expect(outcome.status == 3)
        #expect(outcome.errors.hasPrefix("warning[folder-faulty]: the client's folder could not be read whole: 1 error\n"))
        #expect(outcome.output.contains("inconclusive[unreadable-file]"))
    }

    @Test func `takes a reference of the order that leads nowhere for a reason to doubt`() throws {
        write(order: "  - {id: S1, do: inspect, rack: R1, for: [W0]}\nnotify: [{party: nobody}]")
        let outcome = try check("orders/CO-2.yaml")
        #expect(outcome.status == 3)
        #expect(outcome.output.contains("inconclusive[broken-reference]"))
        #expect(outcome.errors.hasPrefix("error[unknown-party]"))
    }

    @Test(arguments: ["use: []\n", "use: [{pack: nope}]\n", "use: [\n", "use: [{pack: do-no-harm, levels: {shared-rack: {to: note}}}]\n"])
    func `is inconclusive under rules that judge nothing or cannot be read`(_ policy: String) throws {
        write(order: "  - {id: S1, do: inspect, rack: R1, for: [W0]}")
        folder.write(policy, to: "policy.yaml")
        #expect(try check("orders/CO-2.yaml").status == 3)
    }

    @Test func `says who lowered a level and until when`() throws {
        folder.write(
            "use: [{pack: do-no-harm, levels: {shared-rack: {to: note, reason: known, approved_by: petrova, until: 2027-03-01}}}]\n",
            to: "policy.yaml")
        let output = try check("orders/CO-1.yaml").output
        #expect(output.contains("\nnote[shared-rack]: "))
        #expect(output.contains("  = level: note instead of ask: known; claimed to be approved by petrova, until 2027-03-01\n"))
    }

    @Test func `says what changed since an earlier result`() throws {
        #expect(try check("orders/CO-1.yaml", "--format", "json", "--output", "result.json").status == 2)
        let same = try check("orders/CO-1.yaml", "--since", "result.json")
        #expect(same.output.contains("\nSince the result of 2026-11-24 12:00 +03:00\n  nothing changed\n"))
        folder.write(
            Clients.order.split(separator: "\n").filter { !$0.contains("S3") }.joined(separator: "\n") + "\n", to: "orders/CO-1.yaml")
        let other = try check("orders/CO-1.yaml", "--since", "result.json")
        #expect(other.output.contains("\n  − foreign-owner: S3 "))
        folder.write("{}", to: "other.json")
        let none = try check("orders/CO-1.yaml", "--since", "other.json")
        #expect(none.status == 65)
        #expect(none.errors.contains("error[no-result]: this is no result of a check"))
    }

    @Test func `refuses the result of another order`() throws {
        #expect(try check("orders/CO-1.yaml", "--format", "json", "--output", "result.json").status == 2)
        write(order: "  - {id: S1, do: inspect, rack: R1}")
        let outcome = try check("orders/CO-2.yaml", "--since", "result.json")
        #expect(outcome.status == 65)
        #expect(outcome.errors == "error[other-order]: the earlier result is of the order `CO-1`, not of `CO-2`\n")
    }

    @Test func `finds the client's folder above the order from anywhere`() throws {
        Clients.write(small: folder, at: "clients/small")
        folder.write(Clients.order, to: "clients/small/orders/2026/CO-1.yaml")
        let outcome = try check("clients/small/orders/2026/CO-1.yaml")
        #expect(outcome.status == 2)
        #expect(outcome.output.contains("--> clients/small/orders/2026/CO-1.yaml:5:"))
    }

    @Test(arguments: [
        ("", "empty-order"), ("just words\n", "wrong-value"), ("devices: []\n", "unknown-key"), ("order: [\n", "yaml-no-value"),
        ("\u{0}", "control-character"),
    ])
    func `says what is wrong with what is no order`(_ text: String, _ code: String) throws {
        folder.write(text, to: "orders/bad.yaml")
        let outcome = try check("orders/bad.yaml")
        #expect(outcome.status == 65)
        #expect(outcome.output == "")
        #expect(outcome.errors.contains("error[\(code)"))
        #expect(outcome.errors.contains("--> orders/bad.yaml:1:"))
    }

    @Test func `says why a file cannot be opened`() throws {
        #expect(
            try check("orders/none.yaml").errors == """
                error[file-missing]: there is no file `orders/none.yaml`
                  = help: check the path; it is read from the current folder

                """)
        #expect(try check("orders/none.yaml").status == 65)
        let directory = try check("orders")
        #expect(directory.status == 65)
        #expect(directory.errors.hasPrefix("error[file-is-folder]: `orders` is a folder, not a file\n"))
        #expect(try check("/dev/zero", "--client", ".").status == 74)
    }

    @Test func `keeps its exit status when nobody reads the answer`() throws {
        let outcome = try primum.shell("primum check orders/CO-1.yaml --now \(Clients.moment) | true; echo ${PIPESTATUS[0]}")
        #expect(outcome.output == "2\n")
        #expect(outcome.errors == "")
    }

    @Test func `reports a full disk`() throws {
        let outcome = try primum.shell("primum check orders/CO-1.yaml --now \(Clients.moment) > /dev/full; echo $?")
        #expect(outcome.output == "74\n")
        #expect(outcome.errors.hasPrefix("error[file-unreadable]"))
    }

    @Test(arguments: ["unplug sw-1:Gi1/0/16", "выдернуть sw-1:Gi1/0/16"])
    func `answers the question at the rack`(_ action: String) throws {
        let outcome = try primum("what-if", action, "--now", Clients.moment)
        #expect(outcome.status == 2)
        #expect(outcome.output.hasPrefix("DO NOT TOUCH  what-if · \(action)\n"))
        #expect(outcome.output.contains("\n  certainly stops  Bookkeeping (IT)\n"))
        #expect(
            try primum.run(["what-if"] + action.split(separator: " ").map(String.init) + ["--now", Clients.moment]).output == outcome.output
        )
    }

    @Test func `does not answer a question that it did not understand`() throws {
        let outcome = try primum("what-if", "do something")
        #expect(outcome.status == 64)
        #expect(outcome.output == "")
        #expect(outcome.errors.contains(" --> what-if:1:"))
    }

    @Test func `writes the facts that rules see`() throws {
        let outcome = try primum("facts", "orders/CO-1.yaml", "--now", Clients.moment)
        #expect(outcome.status == 0)
        #expect(
            outcome.output.hasPrefix("{\n  \"schema\": \"primum.facts/1\",\n  \"client\": \"small\",\n  \"now\": \"2026-11-24T09:00:00Z\",")
        )
    }
}

@Suite struct ExplainTests {
    let folder: Folder
    let primum: Program

    init() throws {
        folder = try Folder()
        primum = Program(in: folder)
    }

    @Test(arguments: Language.allCases)
    func `explains a rule with its reason and its examples`(_ language: Language) throws {
        let outcome = try primum("explain", "unlabelled-cable", "--lang", language.rawValue)
        #expect(outcome.errors == "")
        #expect(outcome.status == 0)
        expectGolden(outcome.output, "explain.\(language).txt")
    }

    @Test func `explains what the engine alone finds`() throws {
        #expect(try primum("explain", "no-services").output.hasPrefix("inconclusive[no-services]: no service is on record\n"))
    }

    @Test func `lists every rule, and explains each`() throws {
        let list = try primum("explain")
        #expect(list.status == 0)
        let ids = list.output.split(separator: "\n").compactMap { $0.split(separator: " ").first.map(String.init) }
        #expect(ids.contains("unknown-link") && ids.contains("rule-failed"))
        let script = ids.map { "primum explain \($0) > /dev/null || echo \($0)" }.joined(separator: "\n")
        #expect(try primum.shell(script).output == "")
    }

    @Test func `proposes a rule for a name that is near`() throws {
        let outcome = try primum("explain", "unknown-lnk")
        #expect(outcome.status == 64)
        #expect(outcome.errors == "error[no-such-rule]: there is no rule `unknown-lnk`\n  = help: did you mean `unknown-link`?\n")
    }
}
