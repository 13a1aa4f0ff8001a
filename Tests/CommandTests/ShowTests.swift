import Testing

@Suite struct ShowTests {
    let folder: Folder
    let primum: Program

    init() throws {
        folder = try Folder()
        primum = Program(in: folder)
        Clients.write(small: folder)
        folder.write(Clients.order, to: "orders/CO-1.yaml")
    }

    private func show(_ arguments: String...) throws -> String {
        let outcome = try primum.run(["show"] + arguments + ["--now", Clients.moment])
        #expect(outcome.errors == "")
        #expect(outcome.status == 0)
        return outcome.output
    }

    @Test func `draws a rack from both sides`() throws {
        expectGolden(try show("R1"), "rack.txt")
    }

    @Test func `marks what an order touches and what must not be touched`() throws {
        expectGolden(try show("R1", "--order", "orders/CO-1.yaml", "--lang", "ru"), "rack-with-order.ru.txt")
    }

    @Test func `draws a panel and tells what is in its ports`() throws {
        expectGolden(try show("PP-1", "--order", "orders/CO-1.yaml"), "panel-with-order.txt")
    }

    @Test func `offers the free port that a first order would propose, until a step takes it`() throws {
        let wish = "wishes: [{id: W1, by: petrova, text: a desk, needs: [{ports: 1, at: {rack: R1}}]}]"
        func order(_ step: String) {
            folder.write("order: CO-2\ntitle: A desk\n\(wish)\nsteps: [{id: S1, \(step), for: [W1]}]\n", to: "orders/CO-2.yaml")
        }
        order("do: inspect, rack: R1")
        #expect(try show("PP-1", "--order", "orders/CO-2.yaml").contains("   1● ✗2? ✗3?  4·  5·  6·  7· ◇8○ \n"))
        let proposed = try primum("order", "new", "--wish", "a desk", "--needs", "ports=1@R1", "--output", "-", "--now", Clients.moment)
        #expect(proposed.output.contains("cable: {a: unknown, b: \"PP-1:front/8\"}\n"))
        order("do: connect, cable: {a: \"sw-1:Gi1/0/2\", b: \"PP-1:8\"}")
        #expect(try show("PP-1", "--order", "orders/CO-2.yaml").contains(" 7· ▶8○ \n"))
    }

    @Test func `puts odd ports of a switch above even ones`() throws {
        expectGolden(try show("sw-1"), "switch.txt")
    }

    @Test func `writes a rack as a document`() throws {
        expectGolden(try show("R1", "--order", "orders/CO-1.yaml", "--format", "json"), "rack.json")
    }

    @Test func `has the columns of a rack under each other in any alphabet`() throws {
        let rows = try show("R1", "--order", "orders/CO-1.yaml").split(separator: "\n").filter { $0.contains("│") }
        #expect(rows.count == 6)
        #expect(Set(rows.map(\.count)).count == 1)
    }

    @Test func `names the racks of a place that is not drawn`() throws {
        let outcome = try primum("show", "hq")
        #expect(outcome.status == 64)
        #expect(
            outcome.errors == """
                error[not-drawable]: only racks and devices are drawn, and `hq` is neither
                  = help: the racks there are `R1`

                """)
    }
}
