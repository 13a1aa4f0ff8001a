import Diagnostics
import Inventories
import LocatedYAML
import Plants
import Policies
import Testing
import Times
import Verdicts

/// What the documentation says and shows holds.
struct ManualTests {
    private func article(_ name: String) throws -> String {
        String(decoding: try ShippedFiles.text("Sources/primum/primum.docc/\(name).md").bytes, as: UTF8.self)
    }

    /// The YAML of an article, block by block.
    private func examples(of name: String) throws -> [String] {
        try article(name).matches(of: #/```yaml\n((?:.|\n)*?)```/#).map { String($0.1) }
    }

    /// The rows of an article's tables, cell by cell.
    private func rows(of name: String) throws -> [[String]] {
        try article(name).split(separator: "\n").filter { $0.hasPrefix("| ") }.map { line in
            line.split(separator: "|").map { String($0.trimmingPrefix(" ")).replacing(#/\s+$/#, with: "") }
        }
    }

    @Test func `the client folder, the order and the policy of the manual go together without a fault`() throws {
        let folder = try examples(of: "ClientFolder")
        let client = ClientTexts([
            SourceText(name: "client.yaml", folder[0]), SourceText(name: "policy.yaml", try examples(of: "Policies")[1]),
            SourceText(name: "inventory/all.yaml", folder[1]),
        ])
        let order = SourceText(name: "orders/CO-1.yaml", try examples(of: "Orders")[0])
        let checked = try Checked(client, order: order, now: "2026-12-01T10:00:00Z")
        #expect(Typesetter(language: .en).text(of: checked.check.log, in: checked.check.texts) == "")
        #expect(checked.verdict == "no-known-harm", "\(checked.lines)")
    }

    @Test func `the rule of the manual is sound, and its examples hold`() throws {
        let rule = SourceText(name: "unlabelled-cable.yaml", try examples(of: "Policies")[0])
        let pack = PackText(name: "manual", files: [SourceText(name: "pack.yaml", "pack: manual\nversion: 1\n"), rule])
        var (texts, log) = (SourceTexts(), DiagnosticLog())
        let policy = SourceText(name: "policy.yaml", "use: [{pack: manual}]")
        let tree = NodeTree.parse(policy, file: texts.add(policy), log: &log)
        let set = PolicySet.load(packs: [pack], client: tree, of: nil, texts: &texts, log: &log)
        #expect(Typesetter(language: .en).text(of: log, in: texts) == "")
        #expect(set.runExamples().map(\.passes) == [true, true])
    }

    @Test func `every verb has its row`() throws {
        let rows = try rows(of: "Orders")
        for verb in Verb.allCases {
            #expect(rows.contains { $0[0].contains("`\(verb.rawValue)`") && $0.count == 6 }, "\(verb.rawValue)")
        }
    }

    @Test func `every key of an inventory file is in its table`() throws {
        guard case .object(_, _, let fields) = ClientFolder.inventorySchema else {
            Issue.record("an inventory file is no mapping")
            return
        }
        let keys = try rows(of: "ClientFolder").filter { $0.count == 2 }.map { $0[1] }.joined(separator: ", ")
        for field in fields() { #expect(keys.contains("`\(field.key)`"), "\(field.key)") }
    }

    @Test func `evidence holds as long as the manual says`() throws {
        let lives = PolicySet.shipped().shelfLife.periods
        let rows = try rows(of: "ClientFolder").filter { $0.count == 4 }
        for source in EvidenceSource.allCases where source != .hearsay {
            let row = try #require(rows.first { $0[0] == "`\(source.rawValue)`" }, "\(source.rawValue)")
            for (claim, cell) in zip([Claim.identity, .occupancy, .state], row.dropFirst()) {
                #expect(lives[claim]?[source] == Period(iso8601: cell), "\(source.rawValue), \(claim)")
            }
        }
        for (claim, periods) in lives { #expect(periods[.hearsay] == nil, "\(claim)") }
    }
}
