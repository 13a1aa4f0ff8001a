import Diagnostics
import Policies
import Testing
import Verdicts

/// How much noise a routine job may make (formats.md): the figures of a tool that people leave switched on.
@Suite struct NoiseTests {
    @Test(arguments: UInt64(1)...12)
    func `an access point into a port known to be empty puts at most one question`(seed: UInt64) throws {
        let office = PaperOffice(seed: seed)
        let checked = try Checked(office.texts, order: office.accessPoint, now: PaperOffice.now)
        #expect(checked.questions.count <= 1, "seed \(seed)\n\(checked.lines.joined(separator: "\n"))")
        #expect(["no-known-harm", "hold"].contains(checked.verdict), "seed \(seed)\n\(checked.lines.joined(separator: "\n"))")
    }

    @Test(arguments: UInt64(1)...12)
    func `a like-for-like swap of a switch of 48 ports makes at most three findings`(seed: UInt64) throws {
        let office = PaperOffice(seed: seed)
        let checked = try Checked(office.texts, order: office.likeForLike, now: PaperOffice.now)
        #expect(checked.check.findings.count <= 3, "seed \(seed)\n\(checked.lines.joined(separator: "\n"))")
        #expect(checked.verdict != "inconclusive", "seed \(seed)\n\(checked.lines.joined(separator: "\n"))")
    }
}
