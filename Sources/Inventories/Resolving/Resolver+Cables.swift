import Diagnostics
import LocatedYAML

extension Resolver {
    /// Reads and resolves all cables, one after the other: nothing of them is kept but their rows.
    mutating func resolveCables() {
        let count = documents.reduce(0) { $0 + ($1.draft.cables?.count ?? 0) }
        inventory.cables.reserve(count)
        inventory.cableEnds.reserve(count * 2)
        index.cables.reserve(count)
        index.labels.reserve(count)
        var reading = CableReading(ports: inventory.ports.count)
        for document in 0..<documents.count {
            guard let list = documents[document].draft.cables else { continue }
            reading.common = documents[document].evidence
            guard list.kind == .sequence else {
                // The form of lists says what is wrong.
                var own = DiagnosticLog()
                _ = Form<[Node]>.list(of: .node).read(list, &own)
                for diagnostic in own.kept { report(diagnostic) }
                continue
            }
            list.forEachItem { resolve($0, &reading) }
            documents[document].draft.cables = nil
        }
    }

    private mutating func resolve(_ node: Node, _ reading: inout CableReading) {
        var draft = CableDraft()
        guard reading.table.fill(&draft, from: node, &log) else { return }
        let span = draft.id?.span ?? node.span
        let row = inventory.cables.count
        if let id = draft.id {
            guard isFirst(.cable, id, index.cables.first(id.value).map { [$0] } ?? [], in: inventory.cables) else { return }
        }
        reading.ends.removeAll(keepingCapacity: true)
        reading.spans.removeAll(keepingCapacity: true)
        guard read(draft.a, .a, at: span, &reading), read(draft.b, .b, at: span, &reading), isSound(reading) else {
            return
        }
        let evidence = evidence(of: draft, &reading)
        let start = inventory.cableEnds.count
        for var end in reading.ends {
            end.cable = Ref(row)
            inventory.cableEnds.append(end, at: nil)
        }
        let cable = Cable(
            id: draft.id?.value, label: draft.label, type: draft.type, status: draft.status, colour: draft.colour, profile: draft.profile,
            bundle: draft.bundle, length: length(of: draft), owner: party(draft.owner), tenant: party(draft.tenant), evidence: evidence,
            route: route(draft.route), ends: Rows(start: start, count: reading.ends.count), origin: draft.origin)
        inventory.cables.append(cable, at: span)
        index.add(cable, at: row)
        if draft.remarks.description != nil || draft.remarks.comments != nil || !draft.tags.isEmpty {
            var remarks = draft.remarks
            remarks.tags = draft.tags
            keep(remarks, of: .cable(Ref(row)))
        }
        if draft.status != .planned { checkTaken(Ref(row), &reading) }
    }

    private func length(of draft: CableDraft) -> Symbol? {
        guard let length = draft.length, let unit = draft.lengthUnit else { return draft.length }
        return Symbol("\(length) \(unit)")
    }

    private mutating func route(_ names: [Symbol]) -> Rows<RouteElement> {
        guard !names.isEmpty else { return .none }
        let start = inventory.routes.count
        for name in names { inventory.routes.append(RouteElement(name: name), at: nil) }
        return Rows(start: start, count: names.count)
    }

    /// The evidence of a cable. Files repeat the same few over and over, so it is known by its bytes.
    private mutating func evidence(of draft: CableDraft, _ reading: inout CableReading) -> Ref<Evidence>? {
        guard let node = draft.evidence else { return reading.common }
        let extent = node.extent
        let key = unsafe node.tree.text.bytes.withUnsafeBufferPointer { bytes in
            unsafe Symbol(utf8: UnsafeBufferPointer(rebasing: bytes[Int(extent.start)..<Int(extent.end)]))
        }
        if let known = reading.evidence[key], known.common == reading.common { return known.row }
        let row = EvidenceDraft.shape.read(node, &log).flatMap { evidence($0, else: reading.common) } ?? reading.common
        // Aliases and merge keys mean what stands elsewhere, so their bytes say nothing.
        if !key.text.contains(where: { $0 == "*" || $0 == "<" }) { reading.evidence[key] = (reading.common, row) }
        return row
    }
}

/// What is kept while cables are read.
struct CableReading {
    let table = CableDraft.shape.table
    /// The file's evidence.
    var common: Ref<Evidence>?
    /// The ends of the cable at hand.
    var ends: [CableEnd] = []
    /// Where each of them is written.
    var spans: [Span] = []
    /// The first cable in each port and 1, or 0.
    var firstCable: [UInt32]
    var evidence: [Symbol: (common: Ref<Evidence>?, row: Ref<Evidence>?)] = [:]
    /// Names of ports taken apart, which recur on every device: their places in `plainParts` by the numbers of their symbols.
    private var knownParts = IntegerMap()
    private var plainParts: [PlainPart] = []

    init(ports: Int) {
        firstCable = [UInt32](repeating: 0, count: ports)
    }
}

extension CableReading {
    fileprivate mutating func plainPart(_ part: Symbol) -> PlainPart {
        if let known = knownParts.insert(UInt64(part.id), UInt32(plainParts.count)) { return plainParts[Int(known)] }
        let fresh = PlainPart(part)
        plainParts.append(fresh)
        return fresh
    }

    fileprivate mutating func add(_ end: CableEnd, at span: Span) {
        ends.append(end)
        spans.append(span)
    }
}

extension CableEnd {
    /// An end whose cable is not a row yet.
    fileprivate init(_ side: CableSide, port: Ref<Port>? = nil, connector: Int = 0, positions: UInt64 = 0) {
        self.init(cable: Ref(0), side: side, port: port, connector: UInt16(connector), positions: positions)
    }
}

// MARK: - Ends

extension Resolver {
    /// Reads the ends of one side; false when one of them is broken, after a report.
    private mutating func read(_ side: Node?, _ which: CableSide, at span: Span, _ reading: inout CableReading) -> Bool {
        guard let side, !side.isNull else {
            reading.add(CableEnd(which), at: span)
            return true
        }
        switch side.kind {
        case .scalar, .mapping: return readEnd(side, which, &reading)
        case .sequence:
            var isWhole = true
            side.forEachItem { if !readEnd($0, which, &reading) { isWhole = false } }
            if side.count == 0 { reading.add(CableEnd(which), at: span) }
            return isWhole
        }
    }

    private mutating func readEnd(_ node: Node, _ side: CableSide, _ reading: inout CableReading) -> Bool {
        if let (device, part) = node.symbols(around: UInt8(ascii: ":")), let plain = index.plainPort(of: device, reading.plainPart(part)) {
            reading.add(CableEnd(side, port: Ref(plain)), at: node.span)
            return true
        }
        guard let draft = CableEndDraft.form.read(node, &log) else { return false }
        let positions = Self.bits(draft.positions)
        guard let reference = draft.port else {
            reading.add(CableEnd(side, connector: draft.connector, positions: positions), at: node.span)
            return true
        }
        guard let port = port(reference, at: draft.span) else { return false }
        // On gear whose type is not known the port may well exist.
        reading.add(CableEnd(side, port: port.known, connector: draft.connector, positions: positions), at: node.span)
        return true
    }

    private static func bits(_ positions: [Int]) -> UInt64 {
        positions.reduce(0) { $0 | 1 << UInt64($1 - 1) }
    }

    /// A port by its reference; nil after a report, `known` nil where the device's ports are not known.
    private mutating func port(_ reference: PortReference, at span: Span) -> (known: Ref<Port>?, Void)? {
        let result = index.port(reference, in: inventory)
        if let port = result.value { return (port, ()) }
        if let device = index.deviceName(in: reference), dropped.contains(DroppedName(kind: .device, name: device)) { return nil }
        if let device = index.deviceName(in: reference), let row = index.devices.only(device), incompleteDevices.contains(Ref(row)) {
            return (nil, ())
        }
        report(.noPort(reference.text, result, index.deviceRow(in: reference).map { inventory.devices[$0] }, at: span))
        return nil
    }
}

// MARK: - What cannot be

extension Resolver {
    /// A cable that ends on itself, or joins power with data, is none.
    private mutating func isSound(_ reading: CableReading) -> Bool {
        var (power, data): (Int?, Int?) = (nil, nil)
        for (number, end) in reading.ends.enumerated() {
            guard let port = end.port else { continue }
            if let twin = reading.ends[..<number].first(where: { $0.port == port }) {
                if twin.side != end.side {
                    report(.endsOnItself(index.portName(port, in: inventory), at: reading.spans[number]))
                    return false
                }
                guard twin.connector != end.connector || twin.positions & end.positions == 0 && end.positions != 0 else {
                    report(.endTwice(index.portName(port, in: inventory), at: reading.spans[number]))
                    return false
                }
            }
            if inventory.ports[port].kind.isPower { power = power ?? number } else { data = data ?? number }
        }
        guard let power, let data else { return true }
        let names = [power, data].map { index.portName(reading.ends[$0].port!, in: inventory) }
        report(.powerIntoData(names[0], names[1], at: reading.spans[power], reading.spans[data]))
        return false
    }

    /// Two cables in one port: a conflict between different evidence, a fault where both rest on the same.
    private mutating func checkTaken(_ cable: Ref<Cable>, _ reading: inout CableReading) {
        for (number, end) in reading.ends.enumerated() {
            guard let port = end.port else { continue }
            let slot = Int(port.index)
            let first = reading.firstCable[slot]
            guard first != 0 else {
                reading.firstCable[slot] = cable.index + 1
                if !emptyPorts.isEmpty, let empty = emptyPorts[slot], empty.evidence == inventory.cables[cable].evidence {
                    report(.cableInEmptyPort(index.portName(port, in: inventory), at: reading.spans[number], first: empty.span))
                }
                continue
            }
            let other = Ref<Cable>(Int(first) - 1)
            if other != cable, inventory.cables[other].evidence == inventory.cables[cable].evidence {
                report(
                    .portTakenTwice(
                        index.portName(port, in: inventory), index.cableName(cable, in: inventory), index.cableName(other, in: inventory),
                        at: reading.spans[number], first: inventory.cables.span(of: other)))
            }
        }
    }
}
