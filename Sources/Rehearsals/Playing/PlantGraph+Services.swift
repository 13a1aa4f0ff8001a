import Inventories
import Plants

/// The sites of an inventory as impact numbers them; what has no site on record may be at any.
struct SiteNumbers {
    let inventory: Inventory

    private var all: Set<Int32> { Set(0...Int32(inventory.sites.count)) }

    /// The site of an object; all where the record has none.
    func places(of object: ObjectRef) -> Set<Int32> {
        var object = object
        // Port, module, blades in chassis, rack, rooms and floors in each other, site: far fewer than this.
        for _ in 0..<64 {
            switch object {
            case .site(let site): return [Int32(site.index) + 1]
            case .cable(let cable):
                let ends = inventory.cableEnds[inventory.cables[cable].ends].compactMap(\.port)
                return ends.isEmpty ? all : ends.reduce(into: []) { $0.formUnion(places(of: .port($1))) }
            case .circuit(let circuit):
                let sides = [inventory.circuits[circuit].a, inventory.circuits[circuit].z].compactMap { $0?.site }
                return sides.isEmpty ? all : Set(sides.map { Int32($0.index) + 1 })
            default: break
            }
            guard let holder = inventory.holder(of: object) else { return all }
            object = holder
        }
        return all
    }

    /// The sites of several objects; all where there are none.
    func places(of objects: some Collection<ObjectRef>) -> Set<Int32> {
        objects.isEmpty ? all : objects.reduce(into: []) { $0.formUnion(places(of: $1)) }
    }
}

extension PlantGraph {
    /// The services of the client, in the order of the record, with the devices that their paths name.
    ///
    /// A path of which an end is on no record cannot be explained by it, and no more can a service without any path.
    mutating func services(of inventory: Inventory) -> [ImpactService] {
        let sites = SiteNumbers(inventory: inventory)
        var selection = DeviceSelection(inventory)
        return inventory.services.refs.map { service in
            let row = inventory.services[service]
            var ends: [Endpoint] = []
            var paths: [ServicePath] = []
            for path in row.paths {
                let (from, to) = (endpoints(path.from, &selection, in: inventory), endpoints(path.to, &selection, in: inventory))
                ends += (from ?? []) + (to ?? [])
                paths.append(self.path(from, to, atLeast: path.atLeast))
            }
            if row.paths.isEmpty, row.needs.isEmpty { paths.append(path(nil, nil, atLeast: 1)) }
            return ImpactService(paths, needs: row.needs.map { Int($0.index) }, places: sites.places(of: ends.map(\.object)))
        }
    }

    private struct Endpoint {
        var object: ObjectRef
        var element: ImpactGraph.Device
    }

    private mutating func path(_ from: [Endpoint]?, _ to: [Endpoint]?, atLeast: Int) -> ServicePath {
        guard let from, let to, !from.isEmpty, !to.isEmpty else { return ServicePath(from: [nobody()], to: [nobody()], atLeast: 1) }
        return ServicePath(from: from.map(\.element), to: to.map(\.element), atLeast: max(1, atLeast))
    }

    /// The devices that a selector means as ends of a path; nil when it names something that is on no record.
    private mutating func endpoints(
        _ selector: Selector, _ selection: inout DeviceSelection, in inventory: Inventory
    ) -> [Endpoint]? {
        var (found, known) = ([Endpoint](), Set<ImpactGraph.Device>())
        for terms in selector.alternatives {
            guard !terms.contains(where: \.isUnrecorded) else { return nil }
            found += endpoints(terms, &selection, in: inventory).filter { known.insert($0.element).inserted }
        }
        return found
    }

    private mutating func endpoints(
        _ terms: [Selector.Term], _ selection: inout DeviceSelection, in inventory: Inventory
    ) -> [Endpoint] {
        let whole = Selector(alternatives: [terms], span: nil)
        for term in terms {
            switch term {
            case .circuit(let circuit): return [Endpoint(object: .circuit(circuit), element: end(of: circuit))]
            case .port(let port):
                if case .circuit(let circuit) = inventory.ports[port].holder {
                    return [Endpoint(object: .circuit(circuit), element: end(of: circuit))]
                }
                guard inventory.selects(whole, .port(port)), let device = inventory.ports[port].device else { return [] }
                return [Endpoint(object: .device(device), element: self[device])]
            case .cable(let cable):
                let ports = inventory.cableEnds[inventory.cables[cable].ends].compactMap(\.port)
                return ports.compactMap { inventory.ports[$0].device }.map { Endpoint(object: .device($0), element: self[$0]) }
            default: continue
            }
        }
        if terms.count == 1, case .device(let device) = terms[0], !hasBlades {
            return [Endpoint(object: .device(device), element: self[device])]
        }
        let isNamed = terms.contains { if case .device = $0 { true } else { false } }
        return selection.devices(in: whole).filter { isNamed || hasDataPorts($0, in: inventory) }
            .map { Endpoint(object: .device($0), element: self[$0]) }
    }

    /// Of what a place holds, panels and strips are no ends of any path.
    private func hasDataPorts(_ device: Ref<Device>, in inventory: Inventory) -> Bool {
        inventory.devices[device].ports.refs.contains { inventory.ports[$0].kind == .interface }
    }
}

extension Selector.Term {
    fileprivate var isUnrecorded: Bool { if case .unrecorded = self { true } else { false } }
}
