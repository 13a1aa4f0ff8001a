import Diagnostics
import Testing

/// `primum policy`: packs of rules linted, tested, listed, written out and compared.
@Suite struct PolicyTests {
    let folder: Folder
    let primum: Program

    init() throws {
        folder = try Folder()
        primum = Program(in: folder)
    }

    /// A pack of one rule, with what is changed in it.
    private func write(pack name: String = "house", _ replacing: (String, String)..., tests: String? = nil) {
        folder.write("pack: house\nversion: 1\n", to: "\(name)/pack.yaml")
        var text = Self.rule
        for (old, new) in replacing {
            #expect(text.contains(old), "`\(old)` is not in the rule")
            text = text.replacing(old, with: new)
        }
        folder.write(text, to: "\(name)/loose-cord.yaml")
        if let tests { folder.write(tests, to: "\(name)/tests/cords.yaml") }
    }

    private static let rule = """
        rule:
          id: loose-cord
          title: {en: cord that is loose, ru: незакреплённый шнур}
          why: {en: "A loose cord falls out.", ru: "Незакреплённый шнур выпадет."}
          for: each link in step.disturbs
          when: 'link.hit == "certain" && (step.verb == "move" || !link.restored)'
          level: ask
          message: {en: "{step.id} leaves {link.label} loose", ru: "{step.id}: {link.label} не закреплён"}
          ask:
            whom: "link.candidate_owners"
            recall: {en: "Who holds {link.label}?", ru: "Кто держит {link.label}?"}
            read_back: "link.port"
          help: {en: hold it, ru: держите его}
          examples:
            - fires: {order: {id: CO-1, steps: [{id: S1, verb: move, disturbs: [{key: k, label: a, hit: certain}]}]}}
            - silent: {order: {id: CO-1, steps: [{id: S1, verb: move, disturbs: [{key: k, label: a, hit: possible}]}]}}

        """

    // MARK: Lint

    @Test func `the rules that come with the program leave nothing to report`() throws {
        for (language, expected) in [("en", "66 rules, nothing to report"), ("ru", "66 правил, замечаний нет")] {
            let outcome = try primum("policy", "lint", "--lang", language)
            #expect(outcome.output == "do-no-harm: \(expected)\n")
            #expect(outcome.errors == "")
            #expect(outcome.status == 0)
        }
    }

    @Test func `a sound pack of one's own passes`() throws {
        write()
        #expect(try primum("policy", "lint", "house").output == "house: 1 rule, nothing to report\n")
    }

    @Test(arguments: [
        ("link.hit", "link.hitt", "error[cel-unknown-field]: Link has no field `hitt`\n --> house/loose-cord.yaml:6:15\n"),
        ("\"certain\"", "\"certan\"", "error[lint-never-said]: this is never `certan`\n --> house/loose-cord.yaml:6:22\n"),
        (
            "link.hit == \"certain\"", "link.far_end.known && link.far_end.conflicting",
            """
            error[lint-never-fires]: this contradicts another part, so the rule never fires
             --> house/loose-cord.yaml:6:32
              |
            6 |   when: 'link.far_end.known && link.far_end.conflicting && (step.verb == "move" || !link.restored)'
              |                                ^^^^^^^^^^^^^^^^^^^^^^^^
             ::: house/loose-cord.yaml:6:10
              |
            6 |   when: 'link.far_end.known && link.far_end.conflicting && (step.verb == "move" || !link.restored)'
              |          ------------------ both cannot be true

            """
        ),
        (
            "link.hit == \"certain\"", "1 > 2",
            "error[lint-never-fires]: this can never be true, so the rule never fires\n --> house/loose-cord.yaml:6:10\n"
        ),
        (
            "link.hit == \"certain\"", "step.verb == \"move\" && link.cables.size() < 0", "error[lint-never-fires]: this can never be true"
        ),
        (
            "link.hit == \"certain\"", "link.exists.value.orValue(false) && !link.exists.value.hasValue()",
            "error[lint-never-fires]: this contradicts another part, so the rule never fires\n --> house/loose-cord.yaml:6:46\n"
        ),
        (
            "link.hit == \"certain\"", "link.restored",
            "warning[lint-idle-part]: this is never true where the rule fires\n --> house/loose-cord.yaml:6:51\n"
        ),
        (
            "link.hit == \"certain\" && (step.verb == \"move\" || !link.restored)", "link.restored || !link.restored",
            "warning[lint-always-holds]: this is always true\n --> house/loose-cord.yaml:6:10\n"
        ),
        ("hit: possible", "hit: posible", "error[lint-never-said]: `Link.hit` is never `posible`\n  --> house/loose-cord.yaml:16:15\n"),
        (
            "hit: possible", "hit: certain",
            """
            error[example-fails]: the rule is not silent on this example
              --> house/loose-cord.yaml:16:15
            """
        ),
        (
            "{key: k, label: a, hit: certain}", "{key: k, label: a}",
            "   = note: S1, a: `link.hit == \"certain\"` → false\n"
        ),
        (
            "{en: cord that is loose, ru: незакреплённый шнур}", "cord that is loose",
            "warning[lint-language]: this text is missing in Russian\n --> house/loose-cord.yaml:3:10\n"
        ),
        ("ru: держите его", "ru: hold it", "warning[lint-language]: the Russian text is not in Russian\n"),
        ("en: hold it", "en: держите", "warning[lint-language]: the English text is written in Russian letters\n"),
        (
            "Who holds {link.label}?", "Who holds {link.label}",
            "warning[lint-question]: a question ends with `?`\n  --> house/loose-cord.yaml:11:18\n"
        ),
        ("{link.label} loose\"", "{link.label} loose.\"", "warning[lint-full-stop]: this text takes no full stop at its end\n"),
        (
            "id: loose-cord", "id: check-cord",
            "warning[lint-id]: an id names the danger, and this begins with a duty: `check`\n --> house/loose-cord.yaml:2:7\n"
        ),
        ("id: loose-cord", "id: Loose_Cord", "warning[lint-id]: an id is lower-case words joined by hyphens\n"),
        ("id: loose-cord", "id: slack-cord", "warning[lint-file]: the file of this rule is `loose-cord.yaml`, not `slack-cord.yaml`\n"),
        ("  help: {en: hold it, ru: держите его}\n", "", "warning[lint-help]: the rule says nothing of what to do about it\n"),
        ("    - silent: {", "    - fires: {", "warning[lint-examples]: no example shows when the rule is silent\n"),
    ])
    func `each fault is reported at its place`(old: String, new: String, expected: String) throws {
        write((old, new))
        let outcome = try primum("policy", "lint", "house")
        #expect(outcome.output.contains(expected), "\(outcome.output)")
        #expect(outcome.status == 1)
    }

    @Test func `a pack that is not there is bad input`() throws {
        let outcome = try primum("policy", "lint", "do-no-harn")
        #expect(outcome.status == 65)
        #expect(
            outcome.errors
                == "error[no-such-pack]: there is neither a pack nor a folder `do-no-harn`\n  = help: did you mean `do-no-harm`?\n")
        folder.makeFolder("empty")
        #expect(try primum("policy", "test", "empty").errors.hasPrefix("error[no-such-pack]: `empty` is no pack: it has no `pack.yaml`\n"))
    }

    // MARK: Test

    @Test func `the examples of a pack are its tests, and what they do not show is told`() throws {
        write()
        let outcome = try primum("policy", "test", "house")
        #expect(outcome.status == 0)
        #expect(
            outcome.output == """
                house: 2 examples; 0 tests, all passed
                coverage: 1 of 1 rules fired, 6 of 10 branches seen (60.0 %)
                  loose-cord  never false: (step.verb == "move" || !link.restored)
                  loose-cord  never false: step.verb == "move"
                  loose-cord  never true: !link.restored
                  loose-cord  never false: !link.restored

                """)
    }

    private static let tests = """
        tests:
          - name: a cord that comes back
            facts: {order: {id: CO-1, steps: [{id: S1, verb: disconnect, disturbs: [{key: k, label: a, hit: certain, restored: true}]}]}}
            silent: [loose-cord]
          - name: a cord that does not
            facts: {order: {id: CO-1, steps: [{id: S1, verb: disconnect, disturbs: [{key: k, label: a, hit: certain}]}]}}
            fires: [{rule: loose-cord, step: S1, subject: a, level: ask, members: [a], message: S1 leaves a loose}]
            only: true

        """

    @Test func `tests beside a pack are run`() throws {
        write(tests: Self.tests)
        let outcome = try primum("policy", "test", "house")
        #expect(
            outcome.output == "house: 2 examples; 2 tests, all passed\ncoverage: 1 of 1 rules fired, 10 of 10 branches seen (100.0 %)\n")
        #expect(outcome.status == 0)
    }

    @Test(arguments: [
        (
            "restored: true", "restored: false",
            "error[test-fired]: `loose-cord` is not silent: S1 leaves a loose\n --> house/tests/cords.yaml:4:14\n"
        ),
        (
            "subject: a,", "subject: b,",
            """
            error[test-missed]: `loose-cord` did not find this
             --> house/tests/cords.yaml:7:20
              |
            7 |     fires: [{rule: loose-cord, step: S1, subject: b, level: ask, members: [a], message: S1 leaves a loose}]
              |                    ^^^^^^^^^^
              |
              = note: found: ask at S1, a (a): S1 leaves a loose

            """
        ),
        (
            "hit: certain}]}]}}\n    fires", "hit: possible}]}]}}\n    fires", " = note: S1, a: `link.hit == \"certain\"` → false\n"
        ),
        (
            "fires: [{rule: loose-cord, step: S1, subject: a, level: ask, members: [a], message: S1 leaves a loose}]", "fires: []",
            "error[test-unexpected]: this was not expected: ask[loose-cord]: S1 leaves a loose\n"
        ),
        ("silent: [loose-cord]", "silent: [loose-chord]", "error[unknown-rule]: the pack has no rule `loose-chord`\n"),
        ("silent: [loose-cord]", "sillent: [loose-cord]", "error[unknown-key]: unknown key `sillent` in `test`\n"),
        ("silent: [loose-cord]", "verdict: hold", "error[test-input]: only the check of an order ends in a verdict\n"),
        (
            "    facts: {order: {id: CO-1, steps: [{id: S1, verb: disconnect, disturbs: [{key: k, label: a, hit: certain}]}]}}\n",
            "    order: nowhere.yaml\n    now: 2026-11-24\n", "error[test-order]: this order cannot be checked\n"
        ),
        ("verb: disconnect", "werb: disconnect", "error[unknown-field]: Step has no field `werb`\n"),
    ])
    func `a test that fails says what was found, or what decided`(old: String, new: String, expected: String) throws {
        write(tests: Self.tests.replacing(old, with: new))
        let outcome = try primum("policy", "test", "house")
        #expect(outcome.output.contains(expected), "\(outcome.output)")
        #expect(outcome.status == 1)
    }

    @Test func `an order is judged by the pack alone, at the moment that the test says`() throws {
        Clients.write(small: folder, at: "small")
        folder.write(Clients.order, to: "small/orders/CO-1.yaml")
        folder.write("use: []\n", to: "small/policy.yaml")
        write(
            tests: """
                tests:
                  - name: an order
                    order: ../../small/orders/CO-1.yaml
                    now: 2026-11-24T12:00:00+03:00
                    fires: [{rule: loose-cord, step: S1}]
                    verdict: hold

                """)
        let outcome = try primum("policy", "test", "house", "--format", "json")
        #expect(outcome.status == 0, "\(outcome.output)")
        #expect(outcome.output.contains("\"schema\": \"primum.policy-test/1\""))
        #expect(outcome.output.contains("\"passed\": true"))
    }

    @Test func `the tests beside the rules that come with the program pass, and show every branch`() throws {
        let root = #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" }
        let outcome = try primum("policy", "test", "\(root)/policies/do-no-harm")
        #expect(outcome.errors == "")
        #expect(outcome.output.contains(", all passed\n"), "\(outcome.output)")
        #expect(outcome.output.hasSuffix(" branches seen (100.0 %)\n"), "\(outcome.output)")
        #expect(outcome.status == 0)
    }

    // MARK: List

    @Test(arguments: Language.allCases)
    func `the rules are listed as a reference`(_ language: Language) throws {
        write()
        let outcome = try primum("policy", "list", "house", "--format", "markdown", "--lang", language.rawValue)
        #expect(outcome.status == 0)
        expectGolden(outcome.output, "policy-list.\(language).md")
        #expect(try primum("policy", "list", "house").output.hasPrefix("loose-cord        ask           cord that is loose\n"))
    }

    /// `Rules.md` of the documentation is what the program prints; run with `RECORD_GOLDENS=1` it is written anew.
    @Test func `the rule reference of the documentation is current`() throws {
        let outcome = try primum("policy", "list", "do-no-harm", "--format", "markdown", "--lang", "en")
        #expect(outcome.status == 0)
        expectGolden(outcome.output, "../../../Sources/primum/primum.docc/Rules.md")
    }

    // MARK: Eject

    @Test func `what was written out judges as what comes with the program`() throws {
        try Clients.write(story: folder)
        let outcome = try primum("policy", "eject", "do-no-harm", "--into", "policies")
        #expect(outcome.output == "Written: 67 files into policies/do-no-harm\n")
        #expect(outcome.status == 0)
        let diff = try primum(
            "policy", "diff", "do-no-harm", "policies/do-no-harm", "--orders", "inventories/vostok", "--now", Clients.moment)
        #expect(
            diff.output == """
                CO-2026-014  DO NOT TOUCH, as before  (inventories/vostok/orders/CO-2026-014.yaml)
                CO-2026-015  HOLD, as before  (inventories/vostok/orders/CO-2026-015.yaml)

                2 orders: nothing would change

                """)
        #expect(diff.status == 0)
        #expect(try primum("policy", "lint", "policies/do-no-harm").output == "do-no-harm: 66 rules, nothing to report\n")
    }

    @Test func `nothing is overwritten`() throws {
        folder.write("mine\n", to: "policies/do-no-harm/notes.txt")
        let outcome = try primum("policy", "eject", "do-no-harm", "--into", "policies")
        #expect(outcome.errors == "error[pack-exists]: `policies/do-no-harm` is there already; nothing was written\n")
        #expect(outcome.output == "")
        #expect(outcome.status == 64)
        #expect(Files.names(folder.path("policies/do-no-harm")) == ["notes.txt"])
    }

    // MARK: Diff

    /// The shipped pack with one rule milder, one gone and one more.
    private func writeOther() throws {
        try Clients.write(story: folder)
        try primum("policy", "eject", "do-no-harm", "--into", "other")
        let path = "other/do-no-harm/unknown-link.yaml"
        folder.write(try #require(folder.text(path)).replacing("level: stop", with: "level: ask"), to: path)
        Files.remove(folder.path("other/do-no-harm/unwished-step.yaml"))
        folder.write(Self.rule, to: "other/do-no-harm/loose-cord.yaml")
    }

    @Test(arguments: Language.allCases)
    func `what another pack would change is told for each order`(_ language: Language) throws {
        try writeOther()
        let outcome = try primum(
            "policy", "diff", "do-no-harm", "other/do-no-harm", "--orders", "inventories/vostok/orders", "--now", Clients.moment, "--lang",
            language.rawValue)
        #expect(outcome.errors == "")
        #expect(outcome.status == 1)
        expectGolden(outcome.output, "policy-diff.\(language).txt")
    }

    @Test func `a pack with a fault is not compared`() throws {
        try writeOther()
        folder.write("rule: {}\n", to: "other/do-no-harm/broken.yaml")
        let outcome = try primum("policy", "diff", "do-no-harm", "other/do-no-harm", "--orders", "inventories/vostok/orders")
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("error[missing-key]"))
        #expect(outcome.output == "")
    }

    @Test func `where there is no order nothing is said`() throws {
        folder.makeFolder("none")
        let outcome = try primum("policy", "diff", "do-no-harm", "do-no-harm", "--orders", "none")
        #expect(outcome.status == 65)
        #expect(outcome.errors == "error[no-orders]: there is no order in `none`\n")
    }
}
