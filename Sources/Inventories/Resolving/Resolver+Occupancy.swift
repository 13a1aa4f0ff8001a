import Diagnostics
import LocatedYAML

extension Resolver {
    /// What was seen of a device's ports: that they hold a cord, or none.
    mutating func addOccupancy(of device: Pending) {
        if device.draft.occupied.isEmpty, device.draft.empty.isEmpty { return }
        var seen: [Int: [OccupancySeen]] = [:]
        for (drafts, isOccupied) in [(device.draft.occupied, true), (device.draft.empty, false)] {
            for draft in drafts {
                let evidence = evidence(draft.evidence, else: device.evidence)
                for mention in draft.ports {
                    for name in names(of: mention) {
                        guard let port = ownPort(name, mention, on: device.ref) else { continue }
                        add(OccupancySeen(isOccupied: isOccupied, evidence: evidence, span: mention.span), of: port, &seen)
                        if let cord = draft.cord { describeCord(cord, in: port) }
                    }
                }
            }
        }
    }

    private struct OccupancySeen {
        var isOccupied: Bool
        var evidence: Ref<Evidence>?
        var span: Span
    }

    private mutating func add(_ claim: OccupancySeen, of port: Int, _ seen: inout [Int: [OccupancySeen]]) {
        if let same = seen[port]?.first(where: { $0.evidence == claim.evidence }) {
            if same.isOccupied != claim.isOccupied {
                report(.occupiedAndEmpty(index.portName(Ref(port), in: inventory), at: claim.span, first: same.span))
            }
            return
        }
        seen[port, default: []].append(claim)
        inventory.occupancy.append(
            OccupancyClaim(port: Ref(port), isOccupied: claim.isOccupied, evidence: claim.evidence), at: claim.span)
        if !claim.isOccupied { emptyPorts[port] = (claim.evidence, claim.span) }
    }

    private mutating func ownPort(_ name: Symbol, _ mention: Mention, on device: Ref<Device>) -> Int? {
        let row = Int(device.index)
        if let port = index.port(of: row, .frontPort, name) { return port }
        if !index.has(.frontPort, row), let port = index.port(of: row, .interface, name) { return port }
        if incompleteDevices.contains(device) { return nil }
        let result = index.port(name.text, nil, on: device, in: inventory)
        if let port = result.value { return Int(port.index) }
        report(.noPort(name.text, result, inventory.devices[device], at: mention.span))
        return nil
    }

    private mutating func describeCord(_ cord: Symbol, in port: Int) {
        var detail = inventory.ports[Ref(port)].detail.map { inventory.portDetails[$0] } ?? PortDetail()
        detail.cordDescription = cord
        inventory.ports[Ref(port)].detail = inventory.portDetails.append(detail, at: nil)
    }
}
