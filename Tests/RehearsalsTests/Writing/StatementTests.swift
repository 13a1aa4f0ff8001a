import Diagnostics
import Inventories
import Rehearsals
import Testing

/// What people said of a cord that nobody can name.
struct StatementTests {
    private static let plant = """
        sites: [{name: hq}]
        locations: [{name: comms, site: hq, kind: room}]
        racks:
          - {name: R1, site: hq, location: comms, owner: it}
          - {name: R2, site: hq, location: comms, owner: starlink}
        devices:
          - name: PP-1
            rack: R1
            position: 30
            role: patch-panel
            front_ports: [{name: "[1-20]", type: 8p8c, rear_port: "[1-20]"}]
            rear_ports: [{name: "[1-20]", type: 8p8c}]
            occupied: "[1-19]"
            empty: "20"

        """

    private static func unplugging(_ statements: String) -> Rehearsed {
        Rehearsed(plant + "statements:\n" + statements, steps: "- {id: S1, do: disconnect, port: \"PP-1:12\"}")
    }

    private static func said(_ by: String, _ says: String, seen: String = "2026-11-20") -> String {
        "  - {by: \(by), seen: \(seen), says: \(says), about: \"PP-1:12\", words: \"…\"}\n"
    }

    private static let nothing = Rehearsed(plant, steps: "- {id: S1, do: disconnect, port: \"PP-1:12\"}")

    @Test func `a link is named as the order names it, and its unknown end is a question mark`() throws {
        let link = try #require(try Self.nothing.disturbed().first)
        #expect(link.label.text == "PP-1:12")
        #expect(link.key.text == "PP-1:front/12|?")
        #expect(Self.nothing.party(link.owner) == "?")
        let far = try #require(link.farEnd.map { Self.nothing.facts.knownPorts[Int($0.index)] })
        #expect(!far.known && far.value == nil)
        #expect(Self.nothing.gaps.contains("unknown-end PP-1:12"))
    }

    @Test func `the owners around an unknown link are candidates`() throws {
        let link = try #require(try Self.nothing.disturbed().first)
        #expect(Self.nothing.ids(link.candidateOwners) == ["it", "starlink"])
        #expect(!link.orphaned)
    }

    @Test func `a disclaimer removes one candidate, and gives nothing else`() throws {
        let order = Self.unplugging(Self.said("orlov", "disclaims"))
        try order.requireClean()
        let link = try #require(try order.disturbed().first)
        #expect(order.ids(link.candidateOwners) == ["it"])
        #expect(!link.orphaned)
        let statement = try #require(order.facts.statements.first)
        #expect(!statement.hasSay)
        #expect(order.facts[try order.step("S1").statements].count == 1)
    }

    @Test func `who has no part in it disclaims nothing`() throws {
        let order = Self.unplugging(Self.said("smirnov", "disclaims"))
        let link = try #require(try order.disturbed().first)
        #expect(order.ids(link.candidateOwners) == ["it", "starlink"])
    }

    @Test func `a link is an orphan when every candidate has disowned it`() throws {
        let order = Self.unplugging(Self.said("orlov", "disclaims") + Self.said("petrova", "disclaims"))
        let link = try #require(try order.disturbed().first)
        #expect(link.orphaned)
        #expect(order.ids(link.candidateOwners) == [])
    }

    @Test func `the word of who has the say over the near port makes the owner known`() throws {
        let order = Self.unplugging(Self.said("petrova", "owns"))
        let link = try #require(try order.disturbed().first)
        #expect(order.party(link.owner) == "it")
        #expect(order.facts.statements.first?.hasSay == true)
        let old = Self.unplugging(Self.said("petrova", "owns", seen: "2025-11-20"))
        #expect(old.party(try old.disturbed().first?.owner) == "?", "statements expire")
    }

    @Test func `the word of anybody else makes a candidate`() throws {
        let order = Self.unplugging(Self.said("smirnov", "owns"))
        let link = try #require(try order.disturbed().first)
        #expect(order.party(link.owner) == "?")
        #expect(order.ids(link.candidateOwners) == ["supply", "it", "starlink"])
    }

    @Test func `who is no contact makes neither`() throws {
        let order = Self.unplugging(Self.said("\"the night porter\"", "owns"))
        let link = try #require(try order.disturbed().first)
        #expect(order.ids(link.candidateOwners) == ["it", "starlink"])
        #expect(order.facts.statements.first?.by.map { order.facts.people[Int($0.index)].contact } == false)
    }

    @Test func `permission is no fact`() throws {
        let order = Self.unplugging(Self.said("petrova", "authorises"))
        let link = try #require(try order.disturbed().first)
        #expect(order.party(link.owner) == "?")
        #expect(order.ids(link.candidateOwners) == ["it", "starlink"])
    }
}
