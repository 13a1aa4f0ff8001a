import Diagnostics
import Foundation
import LocatedYAML
import Testing
import Times

@testable import Observations

/// Raw outputs and the rows that others parsed out of them, which lie beside them.
struct ParsedRowTests {
    /// One raw file and what became of it.
    struct Comparison {
        var equal = 0
        var differences: [String] = []
        var refused: [String] = []
    }

    @Test func `what is read of raw outputs equals the rows beside them`() throws {
        guard ObservedFiles.areHere else { return }
        var all = Comparison()
        for path in ObservedFiles.paths(below: "cli") where path.hasSuffix(".raw") {
            try compare("cli/" + path, &all)
        }
        for difference in all.differences { print("observed: \(difference)") }
        for refused in all.refused { print("observed: refused \(refused)") }
        print("observed: \(all.equal) rows equal, \(all.differences.count) rows differ, \(all.refused.count) files refused")
        #expect(all.equal > 1_000)
        #expect(Double(all.differences.count) < 0.02 * Double(all.equal))
    }

    private func compare(_ path: String, _ all: inout Comparison) throws {
        let parts = path.split(separator: "/").map(String.init)
        let platform = try #require(Platform(written: parts[1]), "\(parts[1])")
        let text = try ObservedFiles.text(path)
        let output = try #require(
            Transcript.Output.all(in: Line.all(in: text, file: FileID(index: 0)), platform: platform, kind: CommandKind(words: parts[2]))
                .last)
        let parsed = try parsedRows(path.replacing(".raw", with: ".yml"))
        guard let reader = output.reader else {
            if !parsed.isEmpty { all.differences.append("\(path): \(parsed.count) rows are not read") }
            all.refused.append(path)
            return
        }
        let (rows, _) = output.rows(by: reader)
        var left = rows
        // What a template has no key for, it does not say; more may be read.
        let keys = RowComparison.keys(of: reader.kind).filter { key in parsed.contains { $0.has(key) } }
        for row in parsed {
            let wanted = RowComparison.texts(row, keys)
            if let index = left.firstIndex(where: { RowComparison.texts($0, keys) == wanted }) {
                left.remove(at: index)
                all.equal += 1
            } else {
                all.differences.append("\(path): \(RowComparison.reason(wanted, left.map { RowComparison.texts($0, keys) }))")
                if let twin = left.firstIndex(where: { RowComparison.isTwin($0, row) }) { left.remove(at: twin) }
            }
        }
        for row in left where !RowComparison.texts(row, keys).isEmpty {
            all.differences.append("\(path): is read and not parsed: \(RowComparison.texts(row, keys))")
        }
    }

    private func parsedRows(_ path: String) throws -> [Row] {
        var log = DiagnosticLog()
        let tree = NodeTree.parse(try ObservedFiles.text(path), file: FileID(index: 0), log: &log)
        let root = try #require(tree.roots.first)
        return RowFile.rows(try #require(RowFile.list(in: root) ?? root["parsed_sample"]))
    }
}

/// How rows are held against each other: by every key that says something in a command of that kind.
enum RowComparison {
    static func keys(of kind: CommandKind) -> Set<RowKey> {
        switch kind {
        case .ports:
            [
                .interface, .port, .name, .status, .linkStatus, .protocolStatus, .linkState, .linkstate, .link, .phy, .state, .reason,
                .adminState,
                .adminStatus, .enabled, .flags, .detectedSpeed, .description, .comment, .alias, .macAddress, .mac, .lastLinkFlapped, .since,
                .upTime, .uptime, .downtime, .lastLinkDownTime, .lastLinkUpTime, .defaultName, .master, .vlanID,
            ]
        case .neighbours:
            [
                .localInterface, .parentInterface, .interface, .neighborName, .neighborInterface, .neighborPortID, .neighborDescription,
                .neighborInterfaceDescription, .neighborChassisType, .chassisID, .chassisType, .chassisSubtype, .portType, .portSubtype,
                .portIDType, .portIDSubtype, .managementAddress, .holdtime, .age, .identity, .expiredTime, .interfaceIP, .chassisData,
                .chassisTypeText, .portIDData, .portIDTypeText, .portDescriptionData, .systemNameData, .systemDescriptionData,
                .systemDescription, .macAddress, .interfaceName, .portText, .ipAddress, .platform,
            ]
        case .addresses:
            [.mac, .macAddress, .destinationAddress, .destinationPort, .vlanID, .vlanName, .type, .state, .interface, .port, .ports, .age]
        case .power: [.interface, .adminStatus, .operationalStatus, .power, .device, .powerClass]
        case .bundles: [.bundleName, .bundleStatus, .memberInterface, .memberInterfaceStatus, .aggregateInterface, .memberPort]
        case .breakouts: [.parent, .breakoutMap, .breakoutPorts]
        case .indications: [.supply, .status]
        }
    }

    /// What a row says, blanks around it left aside.
    static func texts(_ row: Row, _ keys: Set<RowKey>) -> [RowKey: String] {
        var texts: [RowKey: String] = [:]
        for key in keys {
            let text = row.all(key).map { Identifier.tidied($0) }.joined(separator: key.isProse ? " " : ",")
            if !text.isEmpty, text != "-", text != "--" { texts[key] = text }
        }
        return texts
    }

    /// True for the rows of one port, which are one row with a difference.
    static func isTwin(_ first: Row, _ second: Row) -> Bool {
        [RowKey.interface, .port, .name, .localInterface].contains { first[$0] != nil && first[$0] == second[$0] }
            && first[.neighborName].map { $0.prefix(8) } == second[.neighborName].map { $0.prefix(8) }
    }

    /// Why no row that was read is this one: the keys in which the nearest differs.
    static func reason(_ wanted: [RowKey: String], _ left: [[RowKey: String]]) -> String {
        func distance(_ other: [RowKey: String]) -> Int { Set(wanted.keys).union(other.keys).count { wanted[$0] != other[$0] } }
        guard let nearest = left.min(by: { distance($0) < distance($1) }) else { return "is not read: \(wanted)" }
        let keys = Set(wanted.keys).union(nearest.keys).filter { wanted[$0] != nearest[$0] }.sorted { $0.rawValue < $1.rawValue }
        return keys.map { "\($0.rawValue) is `\(nearest[$0] ?? "")`, parsed `\(wanted[$0] ?? "")`" }.joined(separator: "; ")
            + " (in \(wanted))"
    }
}
