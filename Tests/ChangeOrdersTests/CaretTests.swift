import ChangeOrders
import Diagnostics
import Testing

@Test(arguments: stepFaults + orderFaults)
func `a fault in an order is shown at its place with its cure`(fault: FaultyOrder) {
    let read = Read(fault.yaml, lists: fault.lists)
    #expect(read.pictures() == fault.picture)
}

@Test func `every fault is told in Russian too`() {
    for fault in stepFaults + orderFaults {
        for diagnostic in Read(fault.yaml, lists: fault.lists).log.kept {
            for phrase in [diagnostic.summary] + diagnostic.help {
                let isRussian = phrase.ru.unicodeScalars.contains { (0x400...0x4FF).contains($0.value) }
                #expect(isRussian || phrase.en == phrase.ru, "\(phrase.ru)")
            }
        }
    }
}

@Test func `all faults of an order are reported together`() {
    let read = Read(
        """
        order: CO-1
        contractor: netmaster
        windows: [{from: 2026-12-06T02:00:00+03:00, to: 2026-12-05T22:00:00+03:00}]
        steps:
          - {do: disconect, port: "PP-1:12"}
          - {do: disconnect}
          - {do: restart, device: sw-1, for: [W9]}
        """)
    #expect(read.log.kept.map(\.code).sorted() == ["operand-missing", "unknown-party", "unknown-verb", "unknown-wish", "window-backwards"])
    #expect(read.order != nil)
}

@Test func `a text that is no order gives none`() {
    for text in ["", "- 1", "just words", "{client: vostok, parties: []}"] {
        let read = Read(text)
        #expect(read.order == nil)
        #expect(read.log.hasErrors)
    }
}

/// An order with a fault in it, and the picture that is shown of it.
struct FaultyOrder: Sendable {
    let yaml: String
    let lists: [String: String]
    let picture: String

    init(_ yaml: String, lists: [String: String] = [:], _ picture: String) {
        (self.yaml, self.lists, self.picture) = (yaml, lists, picture)
    }

    /// An order of one step.
    init(step: String, _ picture: String) {
        self.init("order: CO-1\nsteps:\n  - \(step)\n", picture)
    }
}
