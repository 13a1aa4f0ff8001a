import Diagnostics
import Inventories
import Policies
import Testing
import Verdicts

/// How a folder is written changes no finding.
@Suite struct InvarianceTests {
    struct Job: Sendable {
        let name: String
        let client: ClientTexts
        let order: SourceText
        let now: String
    }

    private static func jobs() throws -> [Job] {
        let vostok = try ClientTexts(shippedIn: "inventories/vostok")
        let office = PaperOffice(seed: 5)
        return try ["CO-2026-014", "CO-2026-015"].map { order in
            Job(
                name: order, client: vostok, order: try ShippedFiles.text("inventories/vostok/orders/\(order).yaml"),
                now: "2026-11-30T12:00:00+03:00")
        } + [office.accessPoint, office.likeForLike].map { Job(name: $0.name, client: office.texts, order: $0, now: PaperOffice.now) }
    }

    @Test(arguments: Rewriting.all)
    func `writing a folder and an order in another way changes no finding`(rewriting: Rewriting) throws {
        for job in try Self.jobs() {
            let first = try Checked(job.client, order: job.order, now: job.now)
            let second = try Checked(rewriting(job.client), order: rewriting.text(job.order), now: job.now)
            #expect(second.verdict == first.verdict, "\(job.name)")
            #expect(second.lines.sorted() == first.lines.sorted(), "\(job.name)")
            #expect(second.check.findings.map(\.fingerprint).sorted() == first.check.findings.map(\.fingerprint).sorted(), "\(job.name)")
        }
    }

    @Test func `other names change no finding but for the names, the fingerprints and what is said of labels`() throws {
        for job in try Self.jobs() {
            let renaming = Renaming(job.client.folder.inventory)
            let first = try Checked(job.client, order: job.order, now: job.now)
            let second = try Checked(renaming.renamed(job.client), order: renaming.renamed(job.order), now: job.now)
            #expect(second.verdict == first.verdict, "\(job.name)")
            #expect(
                Self.withoutLabels(second.lines.map(renaming.restored)) == Self.withoutLabels(first.lines), "\(job.name)")
        }
    }

    /// Names that sort otherwise may change who of a finding's members is named first, so that lines are compared by their words.
    private static func withoutLabels(_ lines: [String]) -> [[String]] {
        lines.filter { !$0.contains("label") }.map { line in
            line.split { " ,;()".contains($0) }.map(String.init).sorted()
        }.sorted { $0.lexicographicallyPrecedes($1) }
    }
}
