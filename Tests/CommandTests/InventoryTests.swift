import Glibc
import Testing

@Suite struct InventoryTests {
    let folder: Folder
    let primum: Program

    init() throws {
        folder = try Folder()
        primum = Program(in: folder)
        Clients.write(small: folder)
    }

    @Test func `finds no fault in a good folder`() throws {
        let outcome = try primum("inventory", "validate")
        #expect(outcome.errors == "")
        #expect(outcome.status == 0)
        #expect(
            outcome.output == """
                Small Trading: 1 site, 1 rack, 5 devices, 42 ports, 4 cables, 1 power panel, 3 parties, 2 contacts, 1 service
                no fault was found in the form

                """)
    }

    @Test func `reports all faults together, each at its place`() throws {
        folder.write(
            """
            devices:
              - {name: sw-9, rack: R11, positon: 3}
            cables:
              - {a: "sw-1:Gi1/0/99", b: "rtr:Gi0/1"}

            """, to: "inventory/more/faulty.yaml")
        let outcome = try primum("inventory", "validate")
        #expect(outcome.status == 65)
        expectGolden(outcome.output, "faulty.txt")
        let document = try primum("inventory", "validate", "--format", "json")
        #expect(document.status == 65)
        expectGolden(document.output, "faulty.json")
    }

    @Test func `finds the faults of the policy too`() throws {
        folder.write("use: [{pack: do-no-harm, levels: {unlabelled-cabel: ask}}]\n", to: "policy.yaml")
        let outcome = try primum("inventory", "validate")
        #expect(outcome.status == 65)
        #expect(outcome.output.contains(" --> policy.yaml:1:35\n"))
        #expect(outcome.output.contains("help: did you mean `unlabelled-cable`?"))
    }

    @Test func `counts what is known and when that expires`() throws {
        let outcome = try primum("inventory", "stats", "--now", Clients.moment)
        #expect(outcome.status == 0)
        expectGolden(outcome.output, "stats.txt")
        #expect(try primum("inventory", "stats", "--now", "2027-12-01").output.contains("  nothing that is known expires\n"))
    }

    @Test func `says what is wrong with files that cannot be read`() throws {
        folder.makeFolder("inventory/folder.yaml")
        folder.write("devices: []\n", to: "inventory/secret.yaml")
        unsafe chmod(folder.path("inventory/secret.yaml"), 0)
        folder.write("", to: "inventory/empty.yaml")
        let outcome = try primum("inventory", "validate")
        #expect(outcome.status == 65)
        #expect(outcome.output.contains("error[empty-file]"))
        // Who runs the tests as root can read everything.
        if geteuid() != 0 {
            #expect(outcome.output.contains("error[file-not-permitted]: there is no permission to read `inventory/secret.yaml`"))
        }
    }

    @Test func `is told apart from a folder that is no client's`() throws {
        let empty = try Folder()
        let outcome = try Program(in: empty)("inventory", "validate")
        #expect(outcome.status == 65)
        #expect(
            outcome.errors == """
                error[no-client]: neither the current folder nor one above it has a `client.yaml`
                  = help: name the client's folder with --client
                  = help: a new one is made by: primum init client

                """)
        #expect(
            try Program(in: empty)("inventory", "validate", "--client", "nowhere").errors.hasPrefix(
                "error[folder-missing]: there is no folder `nowhere`"))
    }

    @Test func `keeps in the folder the device types that it takes from a clone of the library`() throws {
        folder.write("devices: [{name: sw-5, device_type: acme/sw-24, rack: R1}]\n", to: "inventory/typed.yaml")
        let type = """
            manufacturer: Acme Inc
            model: SW 24
            slug: acme-sw-24
            u_height: 1
            interfaces: [{name: eth0, type: 1000base-t}]

            """
        #expect(try primum("inventory", "validate").status == 65)
        folder.write(type, to: "library/device-types/Acme/SW-24.yaml")
        let outcome = try primum("inventory", "validate", "--device-types", "library/")
        #expect(outcome.status == 0)
        #expect(
            outcome.errors
                == "note[types-kept]: device types in use are kept in the client's folder: `device-types/Acme/SW-24.yaml`\n")
        #expect(folder.text("device-types/Acme/SW-24.yaml") == type)
        folder.write(type.replacing("SW 24", with: "Another"), to: "library/device-types/Acme/SW-24.yaml")
        #expect(try primum("inventory", "validate", "--device-types", "library").errors == "")
        #expect(folder.text("device-types/Acme/SW-24.yaml") == type)
        #expect(try primum("inventory", "validate").status == 0)
    }
}
