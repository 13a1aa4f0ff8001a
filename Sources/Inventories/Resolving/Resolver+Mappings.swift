import Diagnostics
import LocatedYAML

extension Resolver {
    /// Adds a device's ways from front to rear ports, which lie beside each other.
    mutating func addMappings(_ fronts: [(draft: PortDraft, ports: [Int])], on device: Ref<Device>) {
        let start = inventory.mappings.count
        // What the device says of a port comes after what its type says, and replaces it.
        var last: [Int: Int] = [:]
        for (number, front) in fronts.enumerated() {
            for port in front.ports { last[port] = number }
        }
        var taken: [UInt64: Span] = [:]
        for (number, front) in fronts.enumerated() {
            let mappings =
                front.draft.mappings
                + (front.draft.rear.map { rear in
                    [PortDraft.Mapping(position: nil, rear: rear, rearPosition: front.draft.rearPosition, span: rear.span)]
                } ?? [])
            for mapping in mappings {
                let live = Set(front.ports.filter { last[$0] == number })
                add(mapping, of: front.draft, fronts: front.ports, live: live, on: device, &taken)
            }
        }
        inventory.devices[device].mappings = Rows(start: start, count: inventory.mappings.count - start)
    }

    private mutating func add(
        _ mapping: PortDraft.Mapping, of draft: PortDraft, fronts: [Int], live: Set<Int>, on device: Ref<Device>,
        _ taken: inout [UInt64: Span]
    ) {
        guard let rear = mapping.rear, !live.isEmpty else { return }
        let count = fronts.count
        let rears = names(of: rear)
        guard rears.count == 1 || rears.count == count else {
            return report(
                .rangeMismatch(rear.value.text, rears.count, draft.name?.value.text ?? "", count, at: rear.span, draft.name?.span))
        }
        let written = mapping.rearPosition.map { names(of: Mention($0, rear.span)).map { Int($0.text) ?? 0 } }
        // Many front ports on one rear port take its positions in turn.
        let positions = written ?? (rears.count == 1 ? Array(1...count) : [1])
        guard positions.count == 1 || positions.count == count else {
            return report(
                .rangeMismatch(
                    mapping.rearPosition?.text ?? "", positions.count, draft.name?.value.text ?? "", count, at: rear.span, draft.name?.span)
            )
        }
        let frontPosition = mapping.position.flatMap { Int($0.text) } ?? 1
        // Without a list of its own, a front port of several positions takes as many of the rear port's, in order.
        let width = mapping.position == nil && draft.mappings.isEmpty ? draft.detail?.positions ?? 1 : 1
        for (number, front) in fronts.enumerated() where live.contains(front) {
            let name = rears.count == 1 ? rears[0] : rears[number]
            guard let rearPort = rearPort(name, on: device, at: rear.span) else { continue }
            for strand in 0..<width {
                let position = (positions.count == 1 ? positions[0] : positions[number]) + strand
                link(front, frontPosition + strand, rearPort, position, at: mapping.span, &taken)
            }
        }
    }

    private mutating func link(
        _ front: Int, _ frontPosition: Int, _ rear: Int, _ position: Int, at span: Span, _ taken: inout [UInt64: Span]
    ) {
        let frontLimit = inventory.ports[Ref(front)].detail.map { inventory.portDetails[$0].positions } ?? 1
        let limit = inventory.ports[Ref(rear)].detail.map { inventory.portDetails[$0].positions } ?? 1
        let name = inventory.ports[Ref(rear)].name.text
        guard (1...limit).contains(position) else { return report(.positionOutside(position, limit, name, at: span)) }
        guard (1...frontLimit).contains(frontPosition) else {
            return report(.positionOutside(frontPosition, frontLimit, inventory.ports[Ref(front)].name.text, at: span))
        }
        let key = UInt64(rear) << 16 | UInt64(position)
        if let first = taken[key] { return report(.positionTaken(position, name, at: span, first: first)) }
        taken[key] = span
        inventory.mappings.append(
            PortMapping(front: Ref(front), frontPosition: UInt16(frontPosition), rear: Ref(rear), rearPosition: UInt16(position)), at: span)
    }

    private mutating func rearPort(_ name: Symbol, on device: Ref<Device>, at span: Span) -> Int? {
        if let row = index.port(of: Int(device.index), .rearPort, name) { return row }
        if case .one(let row) = index.port(of: Int(device.index), named: name.text, among: [.rearPort]) { return row }
        let ports = inventory.ports.rows[Int(inventory.devices[device].ports.start)...].lazy.filter { $0.kind == .rearPort }
        report(.noRearPort(name.text, inventory.devices[device].name.text, near: index.near(ports.map(\.name.text), name.text), at: span))
        return nil
    }
}
