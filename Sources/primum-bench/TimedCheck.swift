import ChangeOrders
import Diagnostics
import Inventories
import LocatedYAML
import Policies
import Reports
import Seals
import Times
import Verdicts

/// One check of a folder against an order, part by part, as `primum check` does it: from the files to the report.
struct TimedCheck {
    private(set) var laps = Laps()
    private(set) var counts: JSON = [:]

    init(_ bench: BenchFolder) throws {
        let texts = try bench.texts()
        laps.end("files")
        var folder = ClientFolder.read(texts) { _ in nil }
        laps.end("read")
        try Self.requireNoFaults(folder.log, in: folder.texts)
        counts = Self.counts(of: folder.inventory, from: texts)
        guard let order = bench.order else { return }
        let file = folder.texts.add(try SourceText.readText(atPath: order))
        let reading = ChangeOrder.read(file, of: &folder.texts, against: folder.inventory) { _ in nil }
        laps.end("order")
        try Self.requireNoFaults(reading.log, in: folder.texts)
        let now = Timestamp(rfc3339: "2026-11-24T12:00:00Z")!
        guard let check = Check(reading, in: folder.texts, of: folder, at: now, packs: PackText.shipped) else {
            throw BenchTrouble(description: "`\(order)` cannot be checked")
        }
        laps.end("rehearse_and_judge")
        let report = CheckReport(check, isNowOfClock: false, Typesetter(language: .en)).text
        laps.end("report")
        counts = counts.adding([
            .init("steps", JSON(check.order.steps.count)), .init("findings", JSON(check.findings.count)),
            .init("report_bytes", JSON(report.utf8.count)),
        ])
    }

    private static func counts(of inventory: Inventory, from texts: [SourceText]) -> JSON {
        .object([
            .init("bytes", JSON(texts.reduce(0) { $0 + $1.bytes.count })), .init("devices", JSON(inventory.devices.count)),
            .init("ports", JSON(inventory.ports.count)), .init("cables", JSON(inventory.cables.count)),
        ])
    }

    /// What is measured must be whole: a folder with faults would be read faster than it is.
    private static func requireNoFaults(_ log: DiagnosticLog, in texts: SourceTexts) throws {
        guard log.hasErrors else { return }
        throw BenchTrouble(description: Typesetter(language: .en).text(of: log, in: texts))
    }
}

extension JSON {
    /// An object with more members behind its own.
    fileprivate func adding(_ members: [Member]) -> JSON {
        guard case .object(let own) = self else { return self }
        return .object(own + members)
    }
}
