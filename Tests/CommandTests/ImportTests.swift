import Testing

@Suite struct ImportTests {
    let folder: Folder
    let primum: Program

    init() throws {
        folder = try Folder()
        primum = Program(in: folder)
        folder.write(
            """
            {"count": 1, "next": null, "results": [
              {"id": 1, "url": "https://x/api/dcim/sites/1/", "name": "HQ", "slug": "hq", "asns": [{"id": 4}]}
            ]}
            """, to: "export/dcim.sites.json")
        folder.write(#"{"something": "else"}"#, to: "export/notes.json")
    }

    @Test func `says what came, what is new and what has no place`() throws {
        let outcome = try primum("inventory", "import", "netbox", "export", "--into", "clients/acme")
        #expect(outcome.errors == "")
        #expect(outcome.status == 0)
        expectGolden(outcome.output, "import.txt")
        #expect(folder.text("clients/acme/client.yaml")?.contains("client: acme\n") == true)
        #expect(try primum("inventory", "validate", "--client", "clients/acme").status == 0)
    }

    @Test func `writes nothing the second time`() throws {
        try primum("inventory", "import", "netbox", "export", "--into", "acme")
        let before = folder.text("acme/client.yaml")
        let outcome = try primum("inventory", "import", "netbox", "export", "--into", "acme")
        #expect(outcome.output.contains("the folder says all of this already; nothing was written\n"))
        #expect(folder.text("acme/client.yaml") == before)
    }

    @Test func `writes nothing in a dry run`() throws {
        let outcome = try primum("inventory", "import", "netbox", "export", "--into", "acme", "--dry-run", "--format", "json")
        #expect(outcome.output.hasPrefix("{\n  \"schema\": \"primum.import/1\",\n  \"folder\": \"acme\",\n  \"written\": false,\n"))
        #expect(folder.names == ["export"])
    }

    @Test func `refuses an export with missing pages and writes nothing`() throws {
        folder.write(
            #"{"count": 3, "results": [{"id": 1, "url": "https://x/api/dcim/sites/1/", "name": "HQ", "slug": "hq"}]}"#,
            to: "export/dcim.sites.json")
        let outcome = try primum("inventory", "import", "netbox", "export", "--into", "acme")
        #expect(outcome.status == 65)
        #expect(outcome.errors.hasPrefix("error[netbox-pages]: `dcim/sites` is not complete: 1 of 3 objects are here\n"))
        #expect(folder.names == ["export"])
    }
}
