import Testing

/// What a client's own policy and rules do to a check.
@Suite struct ClientRulesTests {
    let folder: Folder
    let primum: Program

    init() throws {
        folder = try Folder()
        primum = Program(in: folder)
        Clients.write(small: folder)
        folder.write(Clients.order, to: "orders/CO-1.yaml")
    }

    private func check(_ arguments: String..., now: String = Clients.moment) throws -> Program.Outcome {
        try primum.run(["check", "orders/CO-1.yaml"] + arguments + ["--now", now])
    }

    private func write(inspection steps: String = "  - {id: S1, do: inspect, rack: R1, for: [W0]}") {
        folder.write(
            "order: CO-1\ntitle: A look\ncontractor: crew\nrequested_by: petrova\ncrew: [ivanov]\nsteps:\n\(steps)\n",
            to: "orders/CO-1.yaml")
    }

    // MARK: Rules of the client's own

    private static let rule = """
        rule:
          id: no-looking
          title: {en: looking, ru: осмотр}
          why: {en: We said so., ru: Мы так сказали.}
          for: each step in order.steps
          when: step.verb == "inspect"
          level: stop
          message: {en: "{step.id} looks at things", ru: "{step.id} что-то осматривает"}
          examples:
            - fires: {order: {id: CO-1, steps: [{id: S1, verb: inspect}]}}
            - silent: {order: {id: CO-1, steps: [{id: S1, verb: connect}]}}

        """

    private func writePack(_ rule: String = rule) {
        folder.write("{pack: our-rules, version: 1}\n", to: "our-rules/pack.yaml")
        folder.write(rule, to: "our-rules/no-looking.yaml")
        folder.write("neither a rule nor anything else\n", to: "our-rules/tests/look.yaml")
        folder.write("use: [{pack: do-no-harm}, {pack: ./our-rules}]\n", to: "policy.yaml")
    }

    @Test func `rules in the client's folder are asked too, and explained`() throws {
        write()
        #expect(try check().status < 2)
        writePack()
        let outcome = try check()
        #expect(outcome.errors == "")
        #expect(outcome.status == 2)
        #expect(outcome.output.contains("\nstop[no-looking]: S1 looks at things\n"))
        let page = try primum("explain", "no-looking")
        #expect(page.output.hasPrefix("stop[no-looking]: looking\n"))
        #expect(try primum("inventory", "validate").status == 0)
    }

    @Test func `a fault in a rule of the client is shown in its file, and the check is inconclusive`() throws {
        write()
        writePack(Self.rule.replacing("step.verb", with: "step.vreb"))
        let outcome = try check()
        #expect(outcome.status == 3)
        #expect(outcome.output.contains("\nWhy\n  1. Step has no field `vreb`\n"), "\(outcome.output)")
        let faults = try primum("inventory", "validate")
        #expect(faults.status == 65)
        #expect(faults.output.contains("error[cel-unknown-field]: Step has no field `vreb`\n --> our-rules/no-looking.yaml:6:14\n"))
    }

    @Test func `a pack that is not there, or not whole, is no pass`() throws {
        write()
        folder.write("use: [{pack: do-no-harm}, {pack: ./our-rules}]\n", to: "policy.yaml")
        let missing = try check()
        #expect(missing.status == 3)
        #expect(missing.output.contains("\nWhy\n  1. there is no folder `./our-rules` with a pack of rules\n"), "\(missing.output)")
        writePack()
        folder.makeFolder("our-rules/unreadable.yaml")
        #expect(try check().status == 2, "a folder is no rule")
        folder.write("rule: [\n", to: "our-rules/broken.yaml")
        let broken = try check()
        #expect(broken.output.contains("inconclusive[rule-failed]"))
        #expect(broken.output.contains("stop[no-looking]"))
    }

    @Test func `parameters of the client's pack hold for every command`() throws {
        writePack()
        folder.write(
            "{pack: our-rules, version: 1, parameters: {shelf_life: {identity: {traced: P1D}}}}\n", to: "our-rules/pack.yaml")
        let trace = try primum("trace", "sw-1:Gi1/0/16", "--now", Clients.moment).output
        folder.write("", to: "policy.yaml")
        #expect(try primum("trace", "sw-1:Gi1/0/16", "--now", Clients.moment).output != trace)
    }

    // MARK: Exemptions

    private static let exemption = """
        exemptions: [{rule: foreign-owner, reason: they asked for it, approved_by: petrova, expires: 2026-12-31}]

        """

    @Test func `what is exempt is told with reason, person and end, and no more after it`() throws {
        folder.write(Self.exemption, to: "policy.yaml")
        let outcome = try check()
        #expect(!outcome.output.contains("[foreign-owner]"))
        #expect(outcome.output.contains("\nLeft out by exemptions of the client\n  foreign-owner: "))
        #expect(outcome.output.contains("they asked for it; claimed to be approved by petrova, until 2026-12-31"))
        let document = try check("--format", "json").output
        #expect(document.contains("\"reason\": \"they asked for it\""))
        let late = try check(now: "2027-01-01T00:00:00+03:00").output
        #expect(late.contains("ask[foreign-owner]"))
        #expect(late.contains("note[exemption-expired]: the exemption from `foreign-owner` expired on 2026-12-31 and has no effect\n"))
    }

    @Test func `what cannot be read of a policy is the first reason of what ends inconclusive`() throws {
        write()
        for policy in [
            Self.exemption.replacing("reason", with: "raeson"), "use: [{pack: do-no-harm}]\nuse: []\n", "use: [\n",
            "exemptions: [{rule: rule-failed, reason: x, approved_by: petrova, expires: 2027-01-01}]\n",
        ] {
            folder.write(policy, to: "policy.yaml")
            let outcome = try check()
            #expect(outcome.status == 3)
            let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
            let why = try #require(lines.firstIndex { $0.hasPrefix("Why") })
            let first = lines[why + 1].dropFirst(5)
            #expect(lines.contains { $0.hasPrefix("inconclusive[") && $0.hasSuffix(first) }, "\(outcome.output)")
        }
    }

    // MARK: What answers rest on

    private func restsOn(_ arguments: String...) throws -> [String] {
        let output = try primum.run(["check", "orders/CO-1.yaml", "--format", "json", "--now", Clients.moment] + arguments).output
        return output.split(separator: "\n").filter { $0.contains("\"rests_on\": \"sha256:") }.map(String.init)
    }

    @Test func `what an answer rests on is the same in every language and on every day, and not after a change`() throws {
        let before = try restsOn()
        #expect(before.count >= 2)
        #expect(try restsOn("--lang", "ru") == before)
        #expect(try restsOn("--now", "2026-11-25T09:00:00+03:00") == before)
        folder.write(Clients.inventory.replacing("seen: 2026-11-20", with: "seen: 2026-11-21"), to: "inventory/hq.yaml")
        #expect(try restsOn() == before)
        folder.write(Clients.inventory.replacing("by: ivanov", with: "by: petrova"), to: "inventory/hq.yaml")
        #expect(try restsOn() != before)
        folder.write(Clients.inventory, to: "inventory/hq.yaml")
        folder.write("# moved down by a line\n" + Clients.order, to: "orders/CO-1.yaml")
        #expect(try restsOn() == before)
    }
}
