import Diagnostics
import Glibc
import Testing

@Suite struct WritingTests {
    let folder: Folder
    let primum: Program

    init() throws {
        folder = try Folder()
        primum = Program(in: folder)
    }

    @Test(arguments: Language.allCases)
    func `makes a client's folder that validates and explains itself`(_ language: Language) throws {
        let made = try primum(
            "init", "clients/acme", "--name", #"Acme "Trading""#, "--timezone", "Europe/Moscow", "--lang", language.rawValue, "--now",
            "2026-11-24")
        #expect(made.errors == "")
        #expect(made.status == 0)
        expectGolden(made.output, "init.\(language).txt")
        expectGolden(folder.text("clients/acme/client.yaml") ?? "", "init-client.\(language).yaml")
        expectGolden(folder.text("clients/acme/inventory/rack-1.yaml") ?? "", "init-rack.\(language).yaml")
        #expect(try primum("inventory", "validate", "--client", "clients/acme").status == 0)
    }

    @Test func `leaves a client that is there alone`() throws {
        folder.write("client: mine\n", to: "client.yaml")
        let outcome = try primum("init")
        #expect(outcome.status == 64)
        #expect(outcome.errors == "error[client-exists]: `client.yaml` is there already; nothing was written\n")
        #expect(folder.text("client.yaml") == "client: mine\n")
        #expect(folder.names == ["client.yaml"])
    }

    @Test func `writes a first order with free ports proposed`() throws {
        Clients.write(small: folder)
        let outcome = try primum(
            "order", "new", "--wish", "Two more desks", "--by", "petrova", "--needs", "ports=1@PP-1", "--on", "2026-12-05", "--now",
            Clients.moment)
        #expect(outcome.errors == "")
        #expect(outcome.output == "Written: orders/CO-2026-001.yaml\n")
        expectGolden(folder.text("orders/CO-2026-001.yaml") ?? "", "first-order.yaml")
        #expect(try primum("order", "new", "unplug PP-1:2", "--now", Clients.moment).output == "Written: orders/CO-2026-002.yaml\n")
    }

    @Test func `does not overwrite an order`() throws {
        Clients.write(small: folder)
        folder.write("mine", to: "orders/CO-7.yaml")
        #expect(try primum("order", "new", "unplug PP-1:2", "--id", "CO-7").status == 64)
        #expect(folder.text("orders/CO-7.yaml") == "mine")
    }

    @Test func `draws a caret under an action that is not understood`() throws {
        Clients.write(small: folder)
        let outcome = try primum("order", "new", "frobnicate PP-1:2", "--output", "-")
        #expect(outcome.status == 64)
        #expect(outcome.output == "")
        #expect(outcome.errors.contains("frobnicate PP-1:2\n  | ^^^^^^^^^^"))
    }

    @Test func `writes an answer whole or not at all`() throws {
        Clients.write(small: folder)
        folder.write("before", to: "answer.json")
        let written = try primum("trace", "--all", "--format", "json", "--output", "answer.json")
        #expect(written.output == "")
        #expect(folder.text("answer.json")?.hasPrefix("{\n  \"schema\": \"primum.trace/1\"") == true)
        #expect(folder.names == ["answer.json", "client.yaml", "inventory"])
        let refused = try primum("trace", "--all", "--output", "nowhere/answer.json")
        #expect(refused.status == 74)
        #expect(refused.errors.hasPrefix("error[file-missing]"))
    }

    @Test func `prints schemas of what people write`() throws {
        for kind in ["client", "inventory", "order", "policy", "rule", "facts", "verdict"] {
            let outcome = try primum("schema", kind)
            #expect(outcome.status == 0)
            #expect(
                outcome.output.hasPrefix(
                    "{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n  \"$id\": \"urn:primum:\(kind):1\""))
        }
        let order = try primum("schema", "order").output
        for property in ["order", "title", "crew", "windows", "wishes", "steps"] { #expect(order.contains("        \"\(property)\": {\n")) }
        #expect(order.contains("\"additionalProperties\": false"))
        #expect(order.contains("\"everything_in\": {"))
    }
}
