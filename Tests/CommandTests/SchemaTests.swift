import Testing

/// What people write and what programs read is what the printed schemas say, by a validator that is not ours (Debian's
/// python3-jsonschema, with python3-yaml for what is written in YAML).
struct SchemaTests {
    private let folder: Folder
    private let primum: Program

    init() throws {
        folder = try Folder()
        primum = Program(in: folder)
        folder.write(Self.validate, to: "validate.py")
    }

    /// `validate.py SCHEMA FILE…`: each file against the schema; dates stay the text that they are written as.
    private static let validate = """
        import json, sys, jsonschema, yaml
        class Loader(yaml.SafeLoader): pass
        Loader.yaml_implicit_resolvers = {
            first: [entry for entry in entries if entry[0] != "tag:yaml.org,2002:timestamp"]
            for first, entries in yaml.SafeLoader.yaml_implicit_resolvers.items()}
        schema = json.load(open(sys.argv[1]))
        jsonschema.Draft202012Validator.check_schema(schema)
        validator = jsonschema.Draft202012Validator(schema)
        count = 0
        for name in sys.argv[2:]:
            document = json.load(open(name)) if name.endswith(".json") else yaml.load(open(name), Loader)
            for fault in validator.iter_errors(document):
                print(name, "/".join(map(str, fault.absolute_path)), fault.message[:200])
                count += 1
        sys.exit(1 if count else 0)
        """

    /// Runs lines of bash in which `fits KIND FILE…` holds files against the schema of a kind; all must fit.
    private func expectFit(_ script: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let outcome = try primum.shell(
            """
            /usr/bin/python3 -c 'import jsonschema, yaml' || { echo 'install python3-jsonschema and python3-yaml (make test does)'; exit 9; }
            failed=0
            fits() {
                kind=$1; shift
                primum schema "$kind" > "$kind.schema" || failed=1
                for file in "$@"; do [ -s "$file" ] || { echo "$file is empty"; failed=1; }; done
                /usr/bin/python3 validate.py "$kind.schema" "$@" || failed=1
            }
            \(script)
            exit $failed
            """)
        #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)", sourceLocation: sourceLocation)
    }

    // MARK: Files

    @Test func `every file of the story is what its schema says`() throws {
        try Clients.write(story: folder)
        try expectFit(
            """
            fits client inventories/vostok/client.yaml
            fits inventory inventories/vostok/inventory/*.yaml
            fits order inventories/vostok/orders/*.yaml
            """)
    }

    @Test func `every file of the rules is what its schema says`() throws {
        for part in ["", "tests/"] {
            for name in Files.names("policies/do-no-harm/\(part)") where name.hasSuffix(".yaml") {
                folder.write(try #require(Files.text("policies/do-no-harm/\(part)\(name)")), to: "rules/\(part)\(name)")
            }
        }
        try expectFit(
            """
            fits pack rules/pack.yaml && rm rules/pack.yaml
            fits rule rules/*.yaml
            fits tests rules/tests/*.yaml
            """)
    }

    @Test func `what the documentation shows is what the schemas say`() throws {
        folder.write(
            """
            use:
              - pack: do-no-harm
                levels:
                  unlabelled-cable: ask
                  shared-rack: {to: note, reason: both owners are on site, approved_by: petrova, until: 2027-03-01}
                parameters: {shelf_life: {identity: {document: P30D}}}
            exemptions:
              - {rule: unlabelled-cable, where: "step.id == 'S2'", reason: relabelling, approved_by: petrova, expires: 2026-12-31}

            """, to: "policy.yaml")
        folder.write(
            """
            manufacturer: Cisco
            model: Catalyst 2960X-24TS-L
            slug: cisco-ws-c2960x-24ts-l
            part_number: WS-C2960X-24TS-L
            u_height: 1
            is_full_depth: false
            interfaces:
              - {name: GigabitEthernet1/0/1, type: 1000base-t}
            power-ports:
              - {name: PS1, type: iec-60320-c14, maximum_draw: 60}

            """, to: "type.yaml")
        try expectFit("fits policy policy.yaml\nfits device-type type.yaml")
    }

    // MARK: Documents

    @Test(arguments: ["CO-2026-014", "CO-2026-015"])
    func `what a check of the story writes is what its schemas say`(order: String) throws {
        try Clients.write(story: folder)
        let path = "inventories/vostok/orders/\(order).yaml"
        try expectFit(
            """
            now='--now \(Clients.moment)'
            primum check \(path) $now --format json > verdict.json
            primum check \(path) --now 2026-12-01 --since verdict.json --format json > later.json
            primum facts \(path) $now > facts.json
            fits verdict verdict.json later.json
            fits facts facts.json
            for rule in unknown-link unlabelled-cable wish-exceeds-free downtime-exceeded foreign-owner blackout; do
                primum explain $rule --facts \(path) $now --format json > explanation-$rule.json
            done
            fits explanation explanation-*.json
            """)
    }

    @Test func `what is said of a client is what its schemas say`() throws {
        try Clients.write(story: folder)
        Clients.write(small: folder, at: "small")
        folder.write(Clients.order, to: "small/orders/CO-1.yaml")
        folder.write("devices: [{nmae: x}]\n", to: "faulty/inventory/a.yaml")
        folder.write("client: faulty\nname: Faulty\nquestions_to: [nobody]\n", to: "faulty/client.yaml")
        folder.write(
            "{\"results\": [{\"id\": 1, \"url\": \"https://x/api/dcim/sites/1/\", \"name\": \"HQ\"}]}", to: "export/dcim.sites.json")
        try expectFit(
            """
            vostok='--client inventories/vostok --now \(Clients.moment) --format json'
            primum trace --all $vostok > trace.json
            primum trace PP-1:12 $vostok > port.json
            primum show R1 $vostok > rack.json
            primum show R1 --order small/orders/CO-1.yaml --now \(Clients.moment) --format json > marked.json
            primum show PP-1 --order inventories/vostok/orders/CO-2026-014.yaml --now \(Clients.moment) --format json > panel.json
            primum inventory stats $vostok > statistics.json
            primum inventory validate --client inventories/vostok --format json > sound.json
            primum inventory validate --client faulty --format json > faulty.json
            primum inventory import netbox export --into acme --format json > import.json
            sed -i 's/HQ/Head office/' export/dcim.sites.json
            primum inventory import netbox export --into acme --format json > again.json
            fits trace trace.json port.json
            fits place rack.json marked.json panel.json
            fits statistics statistics.json
            fits diagnostics sound.json faulty.json
            fits import import.json again.json
            """)
    }

    @Test func `what is said of rules is what its schemas say`() throws {
        try Clients.write(story: folder)
        try expectFit(
            """
            primum policy eject do-no-harm --into policies > /dev/null
            sed -i 's/level: stop/level: ask/; s/ whom: .*/ whom: "[order]"/' policies/do-no-harm/unknown-link.yaml
            primum policy lint policies/do-no-harm --format json > lint.json
            sed -i 's/ whom: .*/ whom: "link.candidate_owners"/; s/      - fires/      - silent/' policies/do-no-harm/unknown-link.yaml
            primum policy test policies/do-no-harm --format json > test.json
            primum policy test --format json > shipped.json
            primum policy diff do-no-harm policies/do-no-harm --orders inventories --now \(Clients.moment) --format json > diff.json
            primum policy list --format json > rules.json
            primum explain unknown-link --format json > rule.json
            primum explain no-services --format json > own.json
            fits diagnostics lint.json
            fits policy-test test.json shipped.json
            fits policy-diff diff.json
            fits rules rules.json
            fits explained-rule rule.json own.json
            """)
    }

    // MARK: What does not fit

    /// All kinds of documents that the program writes.
    private static let documents = [
        "facts", "verdict", "trace", "place", "statistics", "diagnostics", "import", "rules", "explained-rule", "explanation",
        "policy-test",
        "policy-diff",
    ]

    @Test(arguments: documents)
    func `a document without what its schema asks for is refused`(kind: String) throws {
        folder.write("{\"schema\": \"primum.\(kind)/1\", \"nonsense\": true}", to: "document.json")
        let outcome = try primum.shell(
            "primum schema \(kind) > schema.json || exit 9; /usr/bin/python3 validate.py schema.json document.json")
        #expect(outcome.status == 1, "\(outcome.output)\(outcome.errors)")
        #expect(outcome.output.contains("'nonsense' was unexpected"), "\(outcome.output)")
    }

    @Test(arguments: ["client", "inventory", "order", "policy", "rule", "pack", "tests", "device-type"])
    func `a key that no reader knows is refused`(kind: String) throws {
        folder.write("nonsense: true\n", to: "file.yaml")
        let outcome = try primum.shell("primum schema \(kind) > schema.json || exit 9; /usr/bin/python3 validate.py schema.json file.yaml")
        #expect(outcome.status == 1, "\(outcome.output)\(outcome.errors)")
        #expect(outcome.output.contains("'nonsense' was unexpected"), "\(outcome.output)")
    }
}
