import Inventories

extension CableSide {
    var other: CableSide { self == .a ? .b : .a }
}

extension Plant {
    /// The rows of the ends of one side of a cable, which lie beside each other.
    func sideEnds(of cable: UInt32, _ side: CableSide) -> Range<Int> {
        let all = cables[Int(cable)].ends
        let (start, end) = (Int(all.start), Int(all.start + all.count))
        var middle = start
        while middle < end, ends[middle].side == .a { middle += 1 }
        return side == .a ? start..<middle : middle..<end
    }

    /// Which strand goes where in a cable; nil when the record does not say.
    func strandPlan(of cable: UInt32) -> StrandPlan? {
        let row = cables[Int(cable)]
        return StrandPlan(row, ends: ends[Int(row.ends.start)..<Int(row.ends.start + row.ends.count)])
    }

    /// The plugs in a port that count for a walk.
    ///
    /// A planned cable counts only where no other is; a cable of which nobody knows the other side says nothing beside one that leads
    /// somewhere. What is left are ends of one cable, or a contradiction.
    func livePlugs(in port: UInt32) -> [UInt32] {
        var plugs = Array(plugs(in: port))
        guard plugs.count > 1 else { return plugs }
        let real = plugs.filter { !isPlanned(ends[Int($0)].cable.index) }
        if !real.isEmpty { plugs = real }
        let leading = plugs.filter { plug in
            let end = ends[Int(plug)]
            return sideEnds(of: end.cable.index, end.side.other).contains { ends[$0].port != nil }
        }
        return leading.isEmpty ? Array(plugs.prefix(1)) : leading
    }

    /// The cables to which ends belong, each once.
    func cables(of plugs: [UInt32]) -> [UInt32] {
        var found: [UInt32] = []
        for plug in plugs {
            let cable = ends[Int(plug)].cable.index
            if !found.contains(cable) { found.append(cable) }
        }
        return found
    }

    /// Whether the record says that something is plugged in a port without naming the cable: a mark, or a claim that it is occupied.
    func isMarked(_ port: UInt32) -> Bool {
        if isMarkedOccupied[Int(port)] { return true }
        return claimsOfPort[port].contains { claims[Int($0)].isOccupied }
    }

    /// Whether a cable or a mark says that a port leads on.
    func isInUse(_ port: UInt32) -> Bool {
        !plugs(in: port).isEmpty || isMarked(port)
    }

    /// Whether a cable that is there, or a mark, says that a port leads on: a planned cable does not yet.
    func isPlugged(_ port: UInt32) -> Bool {
        isMarked(port) || plugs(in: port).contains { !isPlanned(ends[Int($0)].cable.index) }
    }

    func isPlanned(_ cable: UInt32) -> Bool { cables[Int(cable)].status == .planned }

    /// The ports to which one is joined directly: over its cables that are there, through its panel, or by its circuit.
    func neighbours(of port: UInt32) -> [UInt32] {
        var found: [UInt32] = []
        for plug in plugs(in: port) where !isPlanned(ends[Int(plug)].cable.index) {
            let all = cables[Int(ends[Int(plug)].cable.index)].ends
            found += ends[Int(all.start)..<Int(all.start + all.count)].compactMap { $0.port?.index }
        }
        for mapping in mappingsOfPort[port] {
            let way = mappings[Int(mapping)]
            found.append(way.front.index == port ? way.rear.index : way.front.index)
        }
        if case .circuit(let circuit) = ports[Int(port)].holder, let other = otherSide(of: circuit, from: port) {
            found.append(other.port.index)
        }
        return found
    }

    /// The side of a circuit opposite to a port; nil when the record has only one.
    func otherSide(of circuit: Ref<Circuit>, from port: UInt32) -> Circuit.Side? {
        let circuit = inventory.circuits[circuit]
        if circuit.a?.port.index == port { return circuit.z }
        return circuit.a
    }
}
