import Testing

/// What programs read is what the printed schemas say, by a validator that is not ours (Debian's python3-jsonschema).
struct SchemaTests {
    private static let validate = """
        import json, sys, jsonschema
        schema, document = (json.load(open(name)) for name in sys.argv[1:])
        jsonschema.Draft202012Validator.check_schema(schema)
        faults = list(jsonschema.Draft202012Validator(schema).iter_errors(document))
        for fault in faults[:5]: print("/".join(map(str, fault.absolute_path)), fault.message[:200])
        sys.exit(1 if faults else 0)
        """

    @Test(arguments: ["CO-2026-014", "CO-2026-015"])
    func `verdicts and facts are what their schemas say`(order: String) throws {
        let folder = try Folder()
        let program = Program(in: folder)
        try Clients.write(story: folder)
        folder.write(Self.validate, to: "validate.py")
        let path = "inventories/vostok/orders/\(order).yaml"
        let outcome = try program.shell(
            """
            primum schema verdict > verdict.schema && primum schema facts > facts.schema || exit 9
            primum check \(path) --now 2026-11-24T12:00:00+03:00 --format json > verdict.json 2>/dev/null
            primum facts \(path) --now 2026-11-24T12:00:00+03:00 > facts.json 2>/dev/null
            /usr/bin/python3 -c 'import jsonschema' || { echo 'install python3-jsonschema (make test does)'; exit 9; }
            /usr/bin/python3 validate.py verdict.schema verdict.json && /usr/bin/python3 validate.py facts.schema facts.json
            """)
        #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    }

    @Test func `a verdict without its findings is refused`() throws {
        let folder = try Folder()
        folder.write(Self.validate, to: "validate.py")
        folder.write("{\"schema\": \"primum.verdict/1\"}", to: "verdict.json")
        let outcome = try Program(in: folder).shell(
            "primum schema verdict > verdict.schema; /usr/bin/python3 validate.py verdict.schema verdict.json")
        #expect(outcome.status == 1, "\(outcome.output)\(outcome.errors)")
    }
}
