import Diagnostics
import Testing

@testable import Observations

/// Names made equal, and the rule that made them so.
struct NameTests {
    struct Pair: Sendable, CustomTestStringConvertible {
        let platform: Platform?
        let first: String
        let second: String
        let rule: NameRule?

        init(_ platform: Platform?, _ first: String, _ second: String, _ rule: NameRule?) {
            (self.platform, self.first, self.second, self.rule) = (platform, first, second, rule)
        }

        var testDescription: String { "\(platform?.rawValue ?? "any"): \(first) and \(second)" }
    }

    static let ports: [Pair] = [
        Pair(.ciscoIOS, "Gi1/0/3", "Gi1/0/3", .exact),
        Pair(.ciscoIOS, "Gi1/0/3", "GigabitEthernet1/0/3", .abbreviation),
        Pair(.ciscoIOS, "Gig 1/0/16", "Gi1/0/16", .abbreviation),
        Pair(.ciscoIOS, "Ten 1/1/3", "TenGigabitEthernet1/1/3", .abbreviation),
        Pair(.ciscoIOS, "Twe2/0/32", "TwentyFiveGigE2/0/32", .abbreviation),
        Pair(.ciscoIOS, "Gi1/0/1", "Gi1/0/10", nil),
        Pair(.ciscoIOS, "Gi1/0/1", "Te1/0/1", nil),
        Pair(.ciscoIOS, "Port 6", "Po6", nil),
        Pair(.ciscoNXOS, "Eth1/1", "Ethernet1/1", .abbreviation),
        Pair(.aristaEOS, "Et3/29/1", "Ethernet3/29/1", .abbreviation),
        Pair(.aristaEOS, "\"et-0/0/20\"", "et-0/0/20", .tidied),
        Pair(.ciscoSmallBusiness, "gi1/0/1", "GigabitEthernet1/0/1", .abbreviation),
        Pair(.eltex, "gi1/0/1", "gigabitethernet1/0/1", .abbreviation),
        Pair(.eltex, "te1/0/4", "Te1/0/4", .letterCase),
        Pair(.hpComware, "XGE1/0/1", "Ten-GigabitEthernet1/0/1", .abbreviation),
        Pair(.hpComware, "BAGG10", "Bridge-Aggregation10", .abbreviation),
        Pair(.huaweiVRP, "XGE0/0/1", "XGigabitEthernet0/0/1", .abbreviation),
        Pair(.huaweiVRP, "XGE0/0/1", "Ten-GigabitEthernet0/0/1", nil),
        Pair(.huaweiVRP, "GE0/0/5", "GigabitEthernet0/0/5(v)", .mark),
        Pair(.huaweiVRP, "10GE1/0/42", "10GE1/0/42", .exact),
        Pair(.ciscoIOS, "XGE1/0/1", "Te1/0/1", nil),
        Pair(.juniperJunos, "xe-0/1/0.0", "xe-0/1/0", .unit),
        Pair(.juniperJunos, "xe-0/1/0.100", "xe-0/1/0", nil),
        Pair(.juniperJunos, "ge-0/1/0", "xe-0/1/0", nil),
        Pair(.ciscoIOS, "Gi0/1.0", "Gi0/1", nil),
        Pair(.hpProCurve, "A8*", "A8", .mark),
        Pair(.hpProCurve, "A24-Trk1", "A24", .mark),
        Pair(.hpProCurve, "1/28-...", "1/28", .mark),
        Pair(.unifi, "Port 5", "5", .portNumber),
        Pair(.unifi, "0/5", "Port 5", .portNumber),
        Pair(.unifi, "Port 5", "15", nil),
        Pair(nil, "swp1", "SWP1", .letterCase),
    ]

    @Test(arguments: ports) func `port names are equal by the first rule that makes them so`(pair: Pair) {
        #expect(PortNaming(pair.platform).rule(joining: pair.first, pair.second) == pair.rule)
        #expect(PortNaming(pair.platform).rule(joining: pair.second, pair.first) == pair.rule)
    }

    @Test func `a port is found by any form of its name, and two of a kind are never guessed`() {
        var book = PortNameBook<Int>(.ciscoIOS)
        book.add("GigabitEthernet1/0/3", 3)
        book.add("Gi1/0/3", 3)
        book.add("SW3", 7)
        book.add("sw3", 8)
        #expect(book.match("Gi1/0/3") == .found(3, .exact))
        #expect(book.match("gig 1/0/3") == .found(3, .abbreviation))
        #expect(book.match("sw3") == .found(8, .exact))
        #expect(book.match("Sw3") == .several([7, 8], .letterCase))
        #expect(book.match("Gi1/0/4") == .unknown)
    }

    private static let systems: SystemNameBook<Int> = {
        var book = SystemNameBook<Int>()
        for (name, value) in [
            ("sw-core-1", 1), ("srv-bk-1", 2), ("core01.sjc01", 3), ("core01.tpe01", 4), ("Meraki MX64", 5), ("fw-1.hq.example.net", 6),
            ("65432p-swi006-gate", 7), ("65432p-swi007-gate", 8), ("old-name", 9), ("new-name", 9),
        ] {
            book.add(name, value)
        }
        book.add(MACAddress("02:00:00:00:00:09")!, 9)
        book.close()
        return book
    }()

    static let names: [(String, NameMatch<Int>)] = [
        ("sw-core-1", .found(1, .exact)), (" sw-core-1\0", .found(1, .tidied)), ("SRV-BK-1", .found(2, .letterCase)),
        ("sw-core-1.hq.example.net", .found(1, .shortName)), ("core01.sjc01", .found(3, .exact)), ("core01", .several([3, 4], .shortName)),
        ("core01.fra01", .several([3, 4], .otherDomain)), ("fw-1", .found(6, .shortName)), ("fw-1.other.example", .found(6, .otherDomain)),
        ("Meraki MX64", .found(5, .exact)), ("65432p-swi006-g...", .found(7, .cut)), ("65432p-swi00...", .several([7, 8], .cut)),
        ("old-name", .found(9, .exact)), ("NEW-NAME", .found(9, .letterCase)), ("0200.0000.0009", .found(9, .address)), ("", .unknown),
        ("nobody", .unknown), ("...", .unknown),
    ]

    @Test(arguments: names) func `a system's name means one device, or several, or none`(name: String, match: NameMatch<Int>) {
        #expect(Self.systems.match(name) == match)
    }

    @Test(arguments: [
        "00:1b:21:ab:cd:ef", "001b.21ab.cdef", "001b-21ab-cdef", "001b21-abcdef", "00 1b 21 ab cd ef", "0:1b:21:ab:cd:ef", "001B21ABCDEF",
    ]) func `hardware addresses are read in every writing`(written: String) {
        #expect(MACAddress(written)?.text == "00:1b:21:ab:cd:ef")
    }

    @Test(arguments: [
        "", "00:1b:21:ab:cd", "00:1b:21:ab:cd:ef:01", "00:1b:21:ab:cd:eg", "00-1b:21:ab:cd:ef", "1.2.3.4", "0-1b-21-ab-cd-ef",
        "xxxx-xxxx-xxxx",
    ]) func `what is no hardware address is none`(written: String) {
        #expect(MACAddress(written) == nil)
    }

    @Test func `bytes are what their kind says`() throws {
        #expect(Identifier(octets: [1, 10, 56, 32, 113], kind: .networkAddress)?.text == "10.56.32.113")
        #expect(Identifier(octets: [0x31, 0x2F, 0x32, 0x35, 0], kind: .local)?.text == "1/25")
        #expect(Identifier(octets: Array("00:50:d7:12:68:68".utf8), kind: .macAddress)?.address?.text == "00:50:d7:12:68:68")
        #expect(Identifier(octets: Array("ABCDEF".utf8), kind: .macAddress)?.address?.text == "41:42:43:44:45:46")
        #expect(Identifier(octets: Array("vmnic3".utf8), kind: .interfaceName)?.text == "vmnic3")
        #expect(Identifier(octets: [], kind: .local) == nil)
        #expect(Identifier(octets: [0xFF, 0xFE, 1], kind: .local)?.text == "FF FE 01")
        #expect(Identifier("\"et-0/0/20\"", kind: .interfaceName)?.text == "et-0/0/20")
    }

    @Test func `what rules are called is said in both languages`() {
        for rule in NameRule.allCases { #expect(rule.phrase.en != rule.phrase.ru && !rule.phrase.ru.isEmpty) }
    }
}
