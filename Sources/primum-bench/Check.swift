import ChangeOrders
import Diagnostics
import Inventories
import LocatedYAML
import Plants
import Seals
import Times

/// One check of a folder against an order, part by part, as `primum check` does it.
struct Check {
    private(set) var laps = Laps()
    private(set) var counts: JSON = [:]

    init(_ bench: BenchFolder) throws {
        let texts = try bench.texts()
        laps.end("files")
        var folder = ClientFolder.read(texts) { _ in nil }
        laps.end("read")
        try Self.requireNoFaults(folder.log, in: folder.texts)
        let now = Timestamp(rfc3339: "2026-11-24T12:00:00Z")!
        let plant = Plant(folder.inventory, now: now, shelfLife: .bench)
        laps.end("plant")
        let links = Links(plant)
        laps.end("links")
        let supplies = Supplies(plant)
        laps.end("supplies")
        var steps = 0
        if let order = bench.order {
            let file = folder.texts.add(try SourceText.readText(atPath: order))
            let reading = ChangeOrder.read(file, of: &folder.texts, against: folder.inventory) { _ in nil }
            laps.end("order")
            try Self.requireNoFaults(reading.log, in: folder.texts)
            steps = reading.order?.steps.count ?? 0
        }
        counts =
            [
                ("bytes", JSON(texts.reduce(0) { $0 + $1.bytes.count })), ("devices", JSON(folder.inventory.devices.count)),
                ("ports", JSON(folder.inventory.ports.count)), ("cables", JSON(folder.inventory.cables.count)),
                ("links", JSON(links.count)), ("supplies", JSON(supplies.all.count)), ("steps", JSON(steps)),
            ].json
    }

    /// What is measured must be whole: a folder with faults would be read faster than it is.
    private static func requireNoFaults(_ log: DiagnosticLog, in texts: SourceTexts) throws {
        guard log.hasErrors else { return }
        throw BenchTrouble(description: Typesetter(language: .en).text(of: log, in: texts))
    }
}

extension ShelfLife {
    /// Periods of the usual length.
    fileprivate static var bench: ShelfLife {
        let year = Period.days(365)
        return ShelfLife(periods: [
            .identity: [.document: year, .traced: year], .occupancy: [.document: year, .traced: year], .state: [.document: .minutes(15)],
        ])
    }
}

extension [(String, JSON)] {
    /// The pairs as an object, in their order.
    fileprivate var json: JSON { .object(map { JSON.Member($0.0, $0.1) }) }
}
