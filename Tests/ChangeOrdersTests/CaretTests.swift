import ChangeOrders
import Diagnostics
import Testing

@Test(arguments: zip(faultyOrders, faultyOrderPictures))
func `a fault in an order is shown at its place with its cure`(fault: FaultyOrder, picture: String) {
    let read = Read(fault.yaml, lists: fault.lists)
    #expect(read.pictures() == picture)
}

@Test func `every fault is told in Russian too`() {
    for fault in faultyOrders {
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

/// An order with a fault in it.
struct FaultyOrder: Sendable {
    let yaml: String
    var lists: [String: String] = [:]
}

private func step(_ step: String) -> FaultyOrder {
    FaultyOrder(yaml: "order: CO-1\nsteps:\n  - \(step)\n")
}

let faultyOrders: [FaultyOrder] = [
    step(#"{do: disconnect, port: "PP-1:12", to: "PP-1:13"}"#),
    step("{do: disconnect}"),
    step(#"{do: move, port: "PP-1:12"}"#),
    step(#"{do: connect, cable: C-0017}"#),
    step(#"{do: disconnect, prot: "PP-1:12"}"#),
    step("{do: unplug, port: x}"),
    step("{port: x}"),
    step(#"{do: disconnect, port: "PP-1:[3-1]"}"#),
    step(#"{do: disconnect, port: PP-1}"#),
    step(#"{do: disconnect, port: "PP-1:12", for: [W2]}"#),
    step(#"{do: disconnect, port: "PP-1:12", window: N2}"#),
    step(#"{do: disconnect, port: "PP-1:12", verify: {observe: LED, witness: petrov}}"#),
    step(#"{do: disconnect, port: "PP-1:12", undo: maybe}"#),
    step(#"{do: connect, cable: {a: "PP-1:[1-3]", b: "sw-1:Gi1/0/[1-2]"}}"#),
    step(#"{do: move, cable: C-0017, to: "PP-1:20"}"#),
    step(#"{do: move, cable: C-0017, from: "PP-1:9", to: "PP-1:20"}"#),
    step("{do: move, list: absent.csv}"),
    step("{do: remove, device: sw-1, except: [PP-9]}"),
    step("{do: remove, everything_in: {rack: R2}, except: [PP-8]}"),
    step("{do: replace, device: [sw-1, sw-2], with: sw-9}"),
    step(#"{do: install, device: "AP-[1-3]", rack: R1, position: 7}"#),
    step("{do: install, device: sw-77, rack: R1, position: 7.3}"),
    step("{do: restart, device: sw-1, takes: 15 min}"),
    FaultyOrder(yaml: "order: CO-1\nsteps:\n  - {id: S1, do: inspect, rack: R1}\n  - {id: S1, do: inspect, rack: R2}\n"),
    FaultyOrder(yaml: "order: CO-1\ncontractor: netmaster\nsteps: []\n"),
    FaultyOrder(yaml: "order: CO-1\npresent: [{party: starlink, for: [S7]}, {for: [S1]}]\nsteps:\n  - {id: S1, do: inspect, rack: R1}\n"),
    FaultyOrder(yaml: "order: CO-1\nwindows:\n  - from: 2026-12-06T02:00:00+03:00\n    to: 2026-12-05T22:00:00+03:00\nsteps: []\n"),
    FaultyOrder(
        yaml: """
            order: CO-1
            windows:
              - {from: 2026-12-06T02:00:00+03:00, to: 2026-12-06T04:00:00+03:00}
              - {from: 2026-12-05T02:00:00+03:00, to: 2026-12-05T04:00:00+03:00}
            steps: []
            """),
    FaultyOrder(yaml: "order: CO-1\nwishes: [{id: W0, text: quiet}, {id: W1, text: a, needs: {at: {rack: R1}}}]\nsteps: []\n"),
    FaultyOrder(yaml: "order: CO-1\nsteps: []\n---\norder: CO-2\nsteps: []\n"),
    FaultyOrder(yaml: "# nothing yet\n"),
    FaultyOrder(
        yaml: "order: CO-1\nsteps:\n  - {do: move, list: moves.csv}\n",
        lists: ["moves.csv": "from,to,remark\nPP-1:1,PP-1:2,x\nPP-1:3\n\"PP-1:4,PP-1:5\n"]),
    FaultyOrder(
        yaml: "order: CO-1\nsteps:\n  - {do: move, list: moves.csv}\n", lists: ["moves.csv": "here;there\nPP-1;PP-2\n"]),
    FaultyOrder(yaml: "order: CO-1\nsteps:\n  - {do: move, list: moves.csv}\n", lists: ["moves.csv": "from,to\n"]),
    FaultyOrder(
        yaml: "order: CO-1\nsteps:\n  - {do: move, list: moves.csv}\n",
        lists: ["moves.csv": "from,to\nPP-1:1,PP-1:2,grey, short\n\"PP-1:3\" x,PP-1:4\n"]),
    step("{do: выдернуть, port: x}"),
    step("{do: disconect, port: x}"),
    step("{do: on, device: sw-1}"),
    step("{do: restart, device: sw-1, takes: -PT5M}"),
    FaultyOrder(yaml: "order: CO-1\ntype: urgent\nnotify: [{party: supply, before: -P2D}]\nsteps: []\n"),
    FaultyOrder(yaml: "order: CO-1\npresent: [{party: starlink, contact: petrova}]\nsteps: []\n"),
    FaultyOrder(yaml: "order: CO-1\nwindows: [{from: 2026-12-05, to: 2026-12-06T02:00:00+03:00}]\nsteps: []\n"),
    FaultyOrder(yaml: "order: CO-1\nwishes: [{id: W1, text: a, needs: [{ports: -3}]}]\nsteps: []\n"),
    FaultyOrder(yaml: "order: CO-1\nsteps:\n  - {do: restart, device: R-twin, undo: [{do: restart}]}\n"),
    FaultyOrder(yaml: "order: CO-1\nsteps: {do: restart, device: sw-1}\n"),
]
