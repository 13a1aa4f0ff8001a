import Diagnostics
import Inventories
import LocatedYAML
import PlantDrawings
import Plants

@testable import Imports

extension NetBox {
    /// How a version of NetBox writes the same plant.
    enum Form: CaseIterable {
        /// 4.2 to 4.4: a front port names its one rear port; cables have no profile.
        case before45
        /// 4.5 and later: front ports have mappings, cables profiles, and their ends connectors.
        case from45
    }

    /// What NetBox would answer of a drawn plant. Numbers are those of the drawing's rows, counted from 1.
    init(_ drawing: Drawing, _ form: Form = .from45) {
        self.init()
        let inventory = drawing.inventory
        site(1, "HQ")
        for ref in inventory.devices.refs { device(ref.number, inventory.devices[ref].name.text) }
        for ref in inventory.providerNetworks.refs {
            add("circuits/provider-networks", ref.number, #""name": "\#(inventory.providerNetworks[ref].name)", "provider": {"id": 1}"#)
        }
        add("circuits/providers", 1, #""name": "carrier", "slug": "carrier""#)
        add("dcim/power-panels", 1, #""name": "board", "site": {"id": 1, "name": "HQ"}"#)
        for ref in inventory.circuits.refs { add("circuits/circuits", ref.number, #""cid": "\#(inventory.circuits[ref].id)""#) }
        for ref in inventory.ports.refs { add(ref, of: inventory, form) }
        empty("dcim/cables")
        for ref in inventory.cables.refs { add(ref, of: inventory, form) }
    }

    private mutating func add(_ ref: Ref<Port>, of inventory: Inventory, _ form: Form) {
        let port = inventory.ports[ref]
        let detail = port.detail.map { inventory.portDetails[$0] }
        let marked = detail?.isConnectedMark == true ? #", "mark_connected": true"# : ""
        switch port.holder {
        case .circuit(let circuit): add(side: ref, of: inventory.circuits[circuit], circuit.number, marked)
        case .feed: add("dcim/power-feeds", ref.number, #""power_panel": {"id": 1}, "name": "\#(port.name)""# + marked)
        case .device(let device):
            let fields = fields(of: ref, inventory, form) + marked
            self.port(port.kind.list, ref.number, device: device.number, port.name.text, #""label": """# + fields)
        }
    }

    private mutating func add(side ref: Ref<Port>, of circuit: Circuit, _ number: Int, _ marked: String) {
        let (side, letter) = circuit.a?.port == ref ? (circuit.a, "A") : (circuit.z, "Z")
        let network = side?.providerNetwork.map { ("circuits.providernetwork", $0.number) }
        let (type, place) = network ?? ("dcim.site", 1)
        add(
            "circuits/circuit-terminations", ref.number,
            #""circuit": {"id": \#(number)}, "term_side": "\#(letter)", "termination_type": "\#(type)", "termination_id": \#(place)"#
                + marked)
    }

    private func fields(of ref: Ref<Port>, _ inventory: Inventory, _ form: Form) -> String {
        let port = inventory.ports[ref]
        let mappings = inventory.mappings.rows
        switch port.kind {
        case .rearPort:
            let written = port.detail.map { inventory.portDetails[$0].positions } ?? 1
            let positions = mappings.filter { $0.rear == ref }.map { Int($0.rearPosition) }.max() ?? 1
            return #", "positions": \#(max(written, positions))"#
        case .frontPort:
            let own = mappings.filter { $0.front == ref }
            guard form == .from45 else {
                return own.first.map {
                    #", "rear_port": {"id": \#($0.rear.number)}, "rear_port_position": \#($0.rearPosition)"#
                } ?? ""
            }
            let ways = own.map {
                #"{"position": \#($0.frontPosition), "rear_port": \#($0.rear.number), "rear_port_position": \#($0.rearPosition)}"#
            }
            return #", "positions": \#(own.map(\.frontPosition).max() ?? 1), "rear_ports": [\#(ways.joined(separator: ", "))]"#
        case .powerOutlet:
            let inlet = port.detail.flatMap { inventory.portDetails[$0].power.inlet }
            let named = inventory.ports.refs.first {
                inventory.ports[$0].kind == .powerPort && inventory.ports[$0].holder == port.holder && inventory.ports[$0].name == inlet
            }
            return #", "power_port": \#(named.map { "{\"id\": \($0.number)}" } ?? "null")"#
        default: return ""
        }
    }

    private mutating func add(_ ref: Ref<Cable>, of inventory: Inventory, _ form: Form) {
        let cable = inventory.cables[ref]
        let ends = inventory.cableEnds[cable.ends]
        func side(_ side: CableSide) -> [String] {
            ends.filter { $0.side == side }.compactMap(\.port).map { "\(inventory.ports[$0].kind.model):\($0.number)" }
        }
        let profile = cable.profile.map { #"{"value": "\#($0)"}"# } ?? "null"
        self.cable(ref.number, side(.a), side(.b), form == .from45 ? #""profile": \#(profile)"# : #""label": """#)
        change("dcim/cables", ref.number, #""value": "connected""#, #""value": "\#(cable.status.rawValue)""#)
        guard form == .from45 else { return }
        for (end, port) in ends.compactMap({ end in end.port.map { (end, $0) } }) where end.connector > 0 {
            let positions = (0..<64).filter { end.positions & (1 << UInt64($0)) != 0 }.map { $0 + 1 }
            add(
                "dcim/cable-terminations", ref.number * 100 + port.number,
                #""cable": \#(ref.number), "cable_end": "\#(end.side == .a ? "A" : "B")", "#
                    + #""termination_type": "\#(inventory.ports[port].kind.model)", "termination_id": \#(port.number), "#
                    + #""connector": \#(end.connector), "positions": \#(positions.isEmpty ? "null" : "\(positions)")"#)
        }
    }
}

extension Ref {
    /// The row's number as NetBox would have it.
    fileprivate var number: Int { Int(index) + 1 }
}

extension PortKind {
    fileprivate var list: String { rawValue + "s" }

    /// NetBox's type of these ports.
    fileprivate var model: String {
        self == .circuitSide ? "circuits.circuittermination" : "dcim." + rawValue.filter { $0 != "-" }
    }
}

// MARK: - Back

/// A drawn plant after it went through NetBox's form, the import, the folder and its reader.
struct ImportedDrawing {
    let drawing: Drawing
    let plant: Plant
    /// What the import and the reader had to say.
    let words: [String]

    init(_ drawing: Drawing, _ form: NetBox.Form = .from45) {
        self.drawing = drawing
        let result = NetBox(drawing, form).imported()
        let folder = Demo.folder(of: result)
        plant = Plant(folder.inventory, now: Drawing.now, shelfLife: Drawing.shelfLife)
        words = (result.log.kept + folder.log.kept).map { "\($0.code): \($0.summary.en)" }
    }

    /// The traces of a port, drawn with the names of the drawing, in alphabetical order.
    func traces(from port: Ref<Port>) -> [String] {
        guard let own = plant.inventory.ports.refs.first(where: { number(plant.inventory.ports[$0].origin) == Int(port.index) }) else {
            return ["not imported"]
        }
        return plant.traces(from: own).map { drawing.text(of: drawn($0)) }.sorted()
    }

    /// The trace over the rows of the drawing.
    private func drawn(_ trace: Trace) -> Trace {
        let inventory = plant.inventory
        func port(_ ref: Ref<Port>) -> Ref<Port> { Ref(number(inventory.ports[ref].origin)) }
        var drawn = trace
        drawn.from = port(trace.from)
        drawn.to = trace.to.map(port)
        drawn.network = trace.network.map { Ref(number(inventory.providerNetworks[$0].origin)) }
        for index in drawn.segments.indices {
            drawn.segments[index].near = trace.segments[index].near.map(port)
            drawn.segments[index].far = trace.segments[index].far.map(port)
            drawn.segments[index].cable = trace.segments[index].cable.map { Ref(number(inventory.cables[$0].origin)) }
        }
        return drawn
    }

    /// The row of the drawing for which an imported object stands.
    private func number(_ origin: Symbol?) -> Int {
        guard let digits = origin?.text.drop(while: { $0 != ":" }).dropFirst(), let number = Int(digits) else {
            preconditionFailure("an imported object has a key")
        }
        return number - 1
    }
}
