import Testing

@Suite struct TraceTests {
    let folder: Folder
    let primum: Program

    init() throws {
        folder = try Folder()
        primum = Program(in: folder)
        Clients.write(small: folder)
    }

    private func trace(_ arguments: String...) throws -> Program.Outcome {
        try primum.run(["trace"] + arguments + ["--now", Clients.moment])
    }

    @Test func `draws cables with their evidence and the end`() throws {
        let outcome = try trace("sw-1:Gi1/0/16")
        #expect(outcome.errors == "")
        #expect(outcome.status == 0)
        #expect(
            outcome.output == """
                sw-1:Gi1/0/16
                  │ C-1 · label L-1 · cat6 · connected  (traced, 2026-11-20, ivanov; good until 2027-05-19)
                rtr:Gi0/0
                = complete: it ends at rtr:Gi0/0

                """)
    }

    @Test func `follows power from the supply to its feed`() throws {
        #expect(
            try trace("sw-1:power/PSU1").output == """
                sw-1:power/PSU1
                  │ P-1 · connected  (traced, 2026-11-20, ivanov; good until 2027-05-19)
                pdu:outlet/1
                  ┆ through pdu
                pdu:power/inlet
                  │ P-0 · connected  (traced, 2026-11-20, ivanov; good until 2027-05-19)
                feed/F-1
                = complete: it ends at feed/F-1

                """)
    }

    @Test func `says that nobody knows where a cord goes`() throws {
        #expect(
            try trace("PP-1:2", "--lang", "ru").output == """
                PP-1:front/2
                = неизвестно: здесь что-то подключено (прослежено, 2026-11-20, ivanov; годно до 2026-12-20), а кабель не записан

                """)
    }

    @Test func `writes every cabled port as a document`() throws {
        let outcome = try trace("--all", "--format", "json")
        #expect(outcome.status == 0)
        expectGolden(outcome.output, "trace-all.json")
    }

    @Test func `proposes names near one that is not on record`() throws {
        let outcome = try trace("sw-1:Gi1/0/17")
        #expect(outcome.status == 64)
        #expect(outcome.output == "")
        #expect(outcome.errors.hasPrefix("error[not-on-record]: `sw-1:Gi1/0/17` is not on record\n  = help: did you mean `sw-1:Gi1/0/1"))
    }

    @Test func `wants one port or all`() throws {
        let neither = try trace()
        #expect(neither.status == 64)
        #expect(neither.errors.contains("Name one port, or give --all."))
        #expect(try trace("sw-1:Gi1/0/1", "--all").status == 64)
    }

    @Test func `finds the client's folder from below it`() throws {
        folder.makeFolder("orders")
        folder.write("", to: "orders/deep/x")
        var below = Program(in: folder)
        below.environment = ["LC_ALL": "ru_RU.UTF-8"]
        let outcome = try below.run(["trace", "sw-1:Gi1/0/16", "--client", "."])
        #expect(outcome.output.contains("= до конца: ведёт в rtr:Gi0/0"))
    }
}
