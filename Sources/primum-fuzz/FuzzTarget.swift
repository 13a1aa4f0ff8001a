import ArgumentParser
import ChangeOrders
import Diagnostics
import Imports
import Inventories
import LocatedYAML
import Plants
import Times

/// What reads the damaged texts.
enum FuzzTarget: String, CaseIterable, ExpressibleByArgument, Sendable {
    case yaml, json, client, order, netbox
    case napalm, rows, lldpcli, iproute, unifi, walk, log, sheet
    /// The parser of the language of rules, its checker, its evaluator, and its patterns.
    case rule, check, evaluate, pattern
    /// The readers of sign-off.
    case answers, signature, note, proof

    /// The promise that is broken on a text, nil where all are kept; every text is read twice, with the same answer.
    func brokenPromise(on bytes: [UInt8]) -> String? {
        let (first, second) = (outcome(of: bytes), outcome(of: bytes))
        if let broken = first.broken { return broken }
        return first.answer == second.answer ? nil : "two runs gave two answers"
    }

    /// What reading a text came to.
    struct Outcome {
        var broken: String?
        var answer: String
    }

    private func outcome(of bytes: [UInt8]) -> Outcome {
        switch self {
        case .yaml: Self.parsed(bytes, name: "a.yaml")
        case .json: Self.parsed(bytes, name: "a.json")
        case .client: Self.clientRead(bytes)
        case .order: Self.orderRead(bytes)
        case .netbox: Self.imported(bytes)
        case .rows: Self.captured(bytes, name: "a.yaml")
        case .napalm, .lldpcli, .iproute, .unifi: Self.captured(bytes, name: "a.json")
        case .walk, .log: Self.captured(bytes, name: "a.txt")
        case .sheet: Self.captured(bytes, name: "a.csv")
        case .rule: RuleReading.read(bytes)
        case .check: RuleReading.checked(bytes)
        case .evaluate: RuleReading.evaluated(bytes)
        case .pattern: RuleReading.searched(bytes)
        case .answers: Self.answersRead(bytes)
        case .signature: Self.signatureRead(bytes)
        case .note: Self.noteRead(bytes)
        case .proof: Self.proofRead(bytes)
        }
    }

    private static func captured(_ bytes: [UInt8], name: String) -> Outcome {
        let (broken, answer) = CaptureReading.outcome(of: bytes, name: name)
        return Outcome(broken: broken, answer: answer)
    }

    private static func parsed(_ bytes: [UInt8], name: String) -> Outcome {
        var (texts, log) = (SourceTexts(), DiagnosticLog())
        let text = SourceText(name: name, bytes: bytes)
        let tree = NodeTree.parse(text, file: texts.add(text), log: &log)
        let broken = Promises.broken(by: log, in: texts) ?? Promises.broken(by: tree, log)
        return Outcome(broken: broken, answer: Promises.summary(of: log) + "\(tree.roots.map { ($0.kind, $0.count, $0.extent.end) })")
    }

    /// A client folder is read, and what could be read of it is traced: a check goes on after faults.
    private static func clientRead(_ bytes: [UInt8]) -> Outcome {
        let text = SourceText(name: bytes.starts(with: Array("client".utf8)) ? "client.yaml" : "inventory/a.yaml", bytes: bytes)
        let client = SourceText(name: "client.yaml", Seeds.client)
        let folder = ClientFolder.read(text.name == "client.yaml" ? [text] : [client, text]) { _ in nil }
        let plant = Plant(folder.inventory, now: Seeds.now, shelfLife: ShelfLife(periods: [.identity: [.document: .days(180)]]))
        let (links, supplies) = (Links(plant), Supplies(plant))
        let inventory = folder.inventory
        for port in inventory.ports.refs.prefix(64) { _ = plant.traces(from: port) }
        return Outcome(
            broken: Promises.broken(by: folder.log, in: folder.texts),
            answer: Promises.summary(of: folder.log)
                + " \(inventory.devices.count) \(inventory.ports.count) \(inventory.cables.count) \(links.count) \(supplies.all.count)")
    }

    private static func orderRead(_ bytes: [UInt8]) -> Outcome {
        let folder = ClientFolder.read(Seeds.folder.map { SourceText(name: $0.path, $0.text) }) { _ in nil }
        var texts = folder.texts
        let file = texts.add(SourceText(name: "orders/a.yaml", bytes: bytes))
        let reading = ChangeOrder.read(file, of: &texts, against: folder.inventory) { name in
            name == "moves.csv" ? SourceText(name: name, Seeds.cutSheet) : nil
        }
        return Outcome(
            broken: Promises.broken(by: reading.log, in: texts),
            answer: Promises.summary(of: reading.log) + " \(reading.order?.steps.map(\.id.text) ?? [])")
    }

    /// An export is imported; where nothing is wrong with it, what is written is YAML.
    private static func imported(_ bytes: [UInt8]) -> Outcome {
        let exports = [SourceText(name: "export.json", bytes: bytes)]
        let result = NetBoxImport.run(exports: exports, folder: [], options: Seeds.importOptions)
        var broken = Promises.broken(by: result.log, in: result.sources)
        for (path, text) in result.texts {
            var log = DiagnosticLog()
            let tree = NodeTree.parse(SourceText(name: path, text), file: FileID(index: 0), log: &log)
            if log.hasErrors || !tree.isComplete { broken = broken ?? "`\(path)` was written and is not YAML: \(log.kept.map(\.code))" }
        }
        return Outcome(broken: broken, answer: Promises.summary(of: result.log) + result.texts.map { $0.path + $0.text }.joined())
    }
}
