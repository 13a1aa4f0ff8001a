import Diagnostics
import Inventories
import Policies
import Rehearsals
import Testing
import Verdicts

/// The story that the program must win: what it says the day before the visit.
@Suite struct StoryCheckTests {
    private static func check(_ order: String) throws -> Checked {
        try Checked(
            ClientTexts(shippedIn: "inventories/vostok"), order: ShippedFiles.text("inventories/vostok/orders/\(order).yaml"),
            now: "2026-11-30T12:00:00+03:00")
    }

    @Test func `the bad order must not be touched, for every reason that the story tells`() throws {
        let checked = try Self.check("CO-2026-014")
        #expect(checked.verdict == "do-not-touch")
        for rule in [
            "ports-short", "unknown-link", "disclaimer-as-permission", "requester-without-authority", "foreign-owner",
            "wipe-without-backup", "no-undo", "downtime-exceeded", "outage-possible",
        ] {
            #expect(!checked.findings(rule).isEmpty, "\(rule) is not found:\n\(checked.lines.joined(separator: "\n"))")
        }
        #expect(checked.asked.isSuperset(of: ["petrova", "volkov"]))
    }

    @Test func `the harmless order waits for a few words, and nobody is asked twice`() throws {
        let checked = try Self.check("CO-2026-015")
        #expect(checked.verdict == "hold", "\(checked.lines.joined(separator: "\n"))")
        #expect((1...5).contains(checked.questions.count), "\(checked.lines.joined(separator: "\n"))")
        let asked = checked.questions.compactMap { $0.question.map { "\($0.recall.en) \($0.readBack)" } }
        #expect(Set(asked).count == asked.count)
    }

    @Test func `a department is asked about its own services only`() throws {
        let check = try Self.check("CO-2026-014").check
        for sheet in check.questionnaires {
            for addressee in sheet.addressees {
                guard case .contact(let contact) = addressee else { continue }
                let party = check.inventory.parties[check.inventory.contacts[contact].party].id
                let services = sheet.items.flatMap(\.parts).flatMap { check.members(of: $0) }.filter { $0.subject.type == "Impact" }
                    .compactMap { member in check.facts.services.first { $0.name == member.subject.label } }
                #expect(services.allSatisfy { $0.department.map { check.facts.parties[Int($0.index)].id } == party })
            }
        }
        #expect(check.questionnaires.count == 12, "IT, StarLink, and ten departments")
    }

    @Test func `the finding that tells most comes first, and the cause before what it leaves behind`() throws {
        let stops = try Self.check("CO-2026-014").check.findings.filter { $0.level == .stop }.map(\.rule.text)
        #expect(stops.prefix(4) == ["downtime-exceeded", "wipe-without-backup", "unknown-link", "dangling-end"])
    }
}
