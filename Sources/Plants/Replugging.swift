package import Inventories

/// A plant in which something was plugged or unplugged: a copy that shares all that did not change.
///
/// Links and supplies that were found before stay as they were; `links(through:)`, `traces(from:)` and `supplies(of:)` see the change.
extension Plant {
    /// Takes a cable out of all its ports; the record of it stays, its ends hang loose.
    package mutating func unplug(_ cable: Ref<Cable>) {
        let row = cables[Int(cable.index)]
        for end in Int(row.ends.start)..<Int(row.ends.start + row.ends.count) { pull(end) }
    }

    /// Takes whatever is plugged out of a port; the other ends of those cables stay where they are.
    package mutating func unplug(_ port: Ref<Port>) {
        for end in plugs(in: port.index) { pull(Int(end)) }
    }

    /// Takes one end of a cable out of its port; nothing changes when it is in none.
    package mutating func unplug(_ end: Ref<CableEnd>) { pull(Int(end.index)) }

    private mutating func pull(_ end: Int) {
        looseEnds.insert(UInt32(end))
        isPlain[Int(ends[end].cable.index)] = false
        guard let port = ends[end].port else { return }
        changedPlugs[port.index] = plugs(in: port.index).filter { $0 != UInt32(end) }
    }

    /// Plugs an end of a cable that hangs loose into a port; it was in that port before, or is moved there. A planned cable is laid by it.
    package mutating func plug(_ end: Ref<CableEnd>, into port: Ref<Port>) {
        precondition(looseEnds.contains(end.index), "only an end that was pulled out can be plugged in")
        looseEnds.remove(end.index)
        ends[Int(end.index)].port = port
        let cable = Int(ends[Int(end.index)].cable.index)
        if cables[cable].status == .planned { cables[cable].status = .connected }
        changedPlugs[port.index, default: Array(endsOfPort[port.index])].append(end.index)
    }

    /// Takes a loose end to a place that no record knows: it does not hang, and nobody can follow it.
    package mutating func lose(_ end: Ref<CableEnd>) {
        looseEnds.remove(end.index)
        ends[Int(end.index)].port = nil
    }

    /// A cable of the record, or one that was plugged in since.
    package func cable(_ cable: Ref<Cable>) -> Cable { cables[Int(cable.index)] }

    /// The ends of a cable, the A side's first.
    package func ends(of cable: Ref<Cable>) -> [CableEnd] {
        let row = cables[Int(cable.index)]
        return Array(ends[Int(row.ends.start)..<Int(row.ends.start + row.ends.count)])
    }

    /// Plugs in a cord that is not on record: one end on each side.
    ///
    /// - Returns: the cable, which is not in the inventory: `cable(_:)` of this plant and its copies knows it.
    @discardableResult
    package mutating func plug(_ cable: Cable, from a: Ref<Port>, to b: Ref<Port>) -> Ref<Cable> {
        let ref = bring(cable)
        for (number, port) in [a, b].enumerated() { plug(Ref(Int(cables[Int(ref.index)].ends.start) + number), into: port) }
        return ref
    }

    /// Lays a cord beside the plant that is not on record: one end on each side, both loose.
    ///
    /// - Returns: the cable, which is not in the inventory: `cable(_:)` of this plant and its copies knows it.
    package mutating func bring(_ cable: Cable) -> Ref<Cable> {
        var cable = cable
        let ref = Ref<Cable>(cables.count)
        cable.ends = Rows(start: ends.count, count: 2)
        for side in CableSide.allCases {
            looseEnds.insert(UInt32(ends.count))
            ends.append(CableEnd(of: ref, side, in: nil))
        }
        cables.append(cable)
        isPlain.append(false)
        return ref
    }
}
