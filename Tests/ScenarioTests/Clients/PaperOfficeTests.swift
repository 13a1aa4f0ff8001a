import ChangeOrders
import Diagnostics
import Inventories
import Testing
import Times

@Suite struct PaperOfficeTests {
    @Test(arguments: UInt64(1)...12)
    func `the office and its routine jobs are read without a complaint`(seed: UInt64) throws {
        let office = PaperOffice(seed: seed)
        for order in [office.accessPoint, office.likeForLike] {
            let read = ReadCase(office.texts, order: order)
            #expect(read.faults == "", "seed \(seed)")
            #expect(read.order?.steps.count == 2)
        }
    }

    @Test(arguments: UInt64(1)...12)
    func `the paper is fourteen months old and every third cable has no label`(seed: UInt64) throws {
        let inventory = PaperOffice(seed: seed).texts.folder.inventory
        let now = try #require(Timestamp(rfc3339: PaperOffice.now))
        for cable in inventory.cables.rows {
            let evidence = try #require(cable.evidence.map { inventory.evidence[$0] })
            #expect(evidence.source == .document)
            #expect(try #require(evidence.seen) + .days(420) < now)
        }
        let unlabelled = inventory.cables.rows.count { $0.label == nil }
        #expect(abs(unlabelled * 3 - inventory.cables.count) <= 6, "seed \(seed): \(unlabelled) of \(inventory.cables.count)")
    }

    @Test(arguments: UInt64(1)...12)
    func `the port for the access point was seen to be empty, and holds nothing on paper`(seed: UInt64) throws {
        let office = PaperOffice(seed: seed)
        let inventory = office.texts.folder.inventory
        guard case .found(let port) = inventory.port("sw-2:Gi1/0/\(office.emptyPort)") else {
            Issue.record("seed \(seed): the port is not on record")
            return
        }
        #expect(inventory.occupancy.rows.contains { $0.port == port && !$0.isOccupied })
        #expect(!inventory.cableEnds.rows.contains { $0.port == port })
    }
}
