import Diagnostics
import Inventories
import Rehearsals
import Testing

/// What can be plugged into what.
struct PlugTests {
    /// Why a cord does not fit between two ports; nil when it does.
    private func mismatch(_ one: String, _ other: String, cable: String = "", kinds: (String, String) = ("interfaces", "interfaces")) throws
        -> String?
    {
        func port(_ key: String, _ type: String) -> String { "\(key): [{name: \"1\"\(type.isEmpty ? "" : ", type: \(type)")}]" }
        let inventory = """
            sites: [{name: hq, owner: it}]
            devices:
              - {name: a, site: hq, \(port(kinds.0, one))}
              - {name: b, site: hq, \(port(kinds.1, other))}
            """
        func name(_ key: String) -> String {
            ["power_ports": "power/1", "power_outlets": "outlet/1", "front_ports": "front/1", "console_ports": "console/1"][key] ?? "1"
        }
        let type = cable.isEmpty ? "" : ", type: \(cable)"
        let order = Rehearsed(
            inventory, steps: "- {id: S1, do: connect, cable: {a: \"a:\(name(kinds.0))\", b: \"b:\(name(kinds.1))\"\(type)}}")
        try order.requireClean()
        let row = try #require(order.facts[try order.step("S1").connects].first)
        let connection = order.facts.connections[Int(row.index)]
        #expect(connection.fits == connection.why.isEmpty && connection.fits == connection.whyRussian.isEmpty)
        return connection.fits ? nil : connection.why.text
    }

    private let panel = ("front_ports", "interfaces")
    private let power = ("power_ports", "power_outlets")

    @Test(arguments: [
        ("8p8c", "1000base-t", ""), ("8p8c", "10gbase-t", "cat6a"), ("lc", "10gbase-x-sfpp", "smf"), ("lc-apc", "1000base-lx", ""),
        ("110-punch", "1000base-t", "cat6"), ("", "1000base-t", "cat6"), ("8p8c", "other", ""), ("8p8c", "2.5gbase-t", "purple"),
        ("mpo", "100gbase-x-qsfp28", "mmf-om4"), ("8p8c", "10gbase-x-sfpp", "cat6a"), ("sc", "1000base-bx10-u", ""),
    ])
    func `what goes together fits, and so does what the record does not say`(panel: String, interface: String, cable: String) throws {
        #expect(try mismatch(panel, interface, cable: cable, kinds: self.panel) == nil)
    }

    @Test(arguments: [
        ("8p8c", "100gbase-x-qsfp28", ""), ("lc", "1000base-t", ""), ("8p8c", "1000base-sx", ""), ("8p8c", "1000base-t", "smf"),
        ("lc", "10gbase-x-sfpp", "cat6"), ("bnc", "1000base-t", ""), ("8p8c", "virtual", ""), ("8p8c", "ieee802.11ax", ""),
        ("lc", "10gbase-sr", "dac-passive"), ("8p8c", "1000base-t", "power"),
    ])
    func `what does not go together is named`(panel: String, interface: String, cable: String) throws {
        #expect(try mismatch(panel, interface, cable: cable, kinds: self.panel) != nil)
    }

    @Test func `a direct-attach cable goes between cages`() throws {
        #expect(try mismatch("10gbase-x-sfpp", "10gbase-x-sfpp", cable: "dac-passive") == nil)
        #expect(try mismatch("10gbase-x-sfpp", "1000base-t", cable: "dac-passive") != nil)
        #expect(try mismatch("40gbase-x-qsfpp", "10gbase-x-sfpp", cable: "dac-passive") == nil)
    }

    @Test(arguments: [
        ("iec-60320-c14", "iec-60320-c13"), ("iec-60320-c20", "iec-60320-c19"), ("iec-60320-c14", "cee-7-7"), ("", "iec-60320-c13"),
        ("nema-5-15p", "nema-5-15r"), ("nema-5-15p", "nema-5-20r"), ("iec-60320-c16", "iec-60320-c13"),
    ])
    func `an inlet goes with its outlet`(inlet: String, outlet: String) throws {
        #expect(try mismatch(inlet, outlet, cable: "power", kinds: power) == nil)
    }

    @Test(arguments: [
        ("iec-60320-c20", "iec-60320-c13"), ("iec-60320-c14", "iec-60320-c19"), ("iec-60320-c14", "iec-60320-c14"),
        ("nema-l6-30p", "nema-5-15r"),
    ])
    func `an inlet does not go with another's outlet`(inlet: String, outlet: String) throws {
        #expect(try mismatch(inlet, outlet, kinds: power) != nil)
    }

    @Test func `power and data do not mix`() throws {
        #expect(try mismatch("iec-60320-c14", "1000base-t", kinds: ("power_ports", "interfaces")) != nil)
        #expect(try mismatch("", "1000base-t", kinds: ("power_ports", "interfaces")) != nil)
        #expect(try mismatch("rj-45", "1000base-t", kinds: ("console_ports", "interfaces")) == nil)
    }

    @Test func `a cable of the record fits where it was`() throws {
        let order = Rehearsed(
            """
            sites: [{name: hq, owner: it}]
            devices:
              - {name: a, site: hq, interfaces: [{name: "1", type: 1000base-sx}]}
              - {name: b, site: hq, interfaces: [{name: "1", type: 1000base-t}]}
            cables: [{id: C, a: "a:1", b: "b:1"}]
            """,
            steps: """
                - {id: S1, do: disconnect, cable: C}
                - {id: S2, do: connect, cable: {id: C, a: "b:1", b: "a:1"}}
                """)
        try order.requireClean()
        let row = try #require(order.facts[try order.step("S2").connects].first)
        #expect(order.facts.connections[Int(row.index)].fits)
    }

    @Test func `the reason names both ends`() throws {
        #expect(try mismatch("8p8c", "40gbase-x-qsfpp", kinds: panel) == "no cord fits both a:1 (8p8c) and b:1 (40gbase-x-qsfpp)")
        #expect(try mismatch("8p8c", "1000base-t", cable: "smf", kinds: panel) == "a cable of type smf does not go into a:1 (8p8c)")
    }
}
