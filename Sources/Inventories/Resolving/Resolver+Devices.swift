import Diagnostics
import LocatedYAML

extension Resolver {
    /// A device's row with what was written about it, until its ports are there.
    struct Pending {
        var ref: Ref<Device>
        var draft: DeviceDraft
        var evidence: Ref<Evidence>?
        var type: KnownType?
    }

    mutating func resolveDevices() {
        let count = documents.reduce(0) { $0 + $1.draft.devices.count }
        inventory.devices.reserve(count)
        index.reserve(devices: count)
        var pending: [Pending] = []
        pending.reserveCapacity(count)
        for document in 0..<documents.count {
            for draft in documents[document].draft.devices {
                if let device = addDevice(draft, documents[document].evidence) { pending.append(device) }
            }
            documents[document].draft.devices = []
        }
        resolveChassis(pending)
        collectModulesApart()
        reservePorts(of: pending)
        for device in pending { addPorts(of: device) }
        for device in pending { checkNeighbours(of: device) }
        for device in pending { addOccupancy(of: device) }
        resolveVirtualChassis()
        checkRackSpace(pending)
    }

    private mutating func addDevice(_ draft: DeviceDraft, _ common: Ref<Evidence>?) -> Pending? {
        guard let name = draft.name else { return nil }
        let (site, location, rack) = place(of: draft, name)
        let same = index.devices.rows(name.value).filter { inventory.devices[Ref($0)].site == site }
        guard isFirst(.device, name, same, in: inventory.devices) else { return nil }
        let type = draft.type.flatMap { deviceType($0) }
        let evidence = evidence(draft.evidence, else: common)
        let device = Device(
            name: name.value, aka: draft.aka, type: type?.ref, role: draft.role, serial: draft.serial, assetTag: draft.assetTag, site: site,
            location: location, rack: rack, positionHalves: draft.position?.value, face: draft.face,
            heightHalves: draft.heightHalves ?? type?.draft.heightHalves ?? 2,
            isFullDepth: draft.isFullDepth ?? type?.draft.isFullDepth ?? true, parent: nil, virtualChassis: draft.virtualChassis?.name,
            owner: party(draft.imprint.owner), tenant: party(draft.imprint.tenant), status: draft.status,
            config: config(draft.config, evidence),
            suppliesNeeded: draft.suppliesNeeded, evidence: evidence, tags: draft.imprint.tags, origin: draft.imprint.origin, ports: .none,
            mappings: .none, platform: draft.platform, bays: [], virtualChassisPosition: draft.virtualChassis?.position)
        let ref = inventory.devices.append(device, at: name.span)
        index.add(device, at: Int(ref.index))
        keep(draft.remarks, of: .device(ref))
        if draft.type != nil, type == nil { incompleteDevices.insert(ref) }
        return Pending(ref: ref, draft: draft, evidence: evidence, type: type)
    }

    /// Site, location and rack, each the next larger one's where nothing is written.
    private mutating func place(of draft: DeviceDraft, _ name: Mention) -> (Ref<Site>?, Ref<Location>?, Ref<Rack>?) {
        let writtenSite = site(draft.site)
        let rack = draft.rack.flatMap { self.rack($0, at: writtenSite, draft.location?.value) }
        let rackSite = rack.map { inventory.racks[$0].site }
        let writtenLocation = draft.location.flatMap { self.location($0, at: writtenSite ?? rackSite) }
        if let rack, let writtenLocation, let other = inventory.racks[rack].location,
            !inventory.ancestors(of: other).contains(writtenLocation)
        {
            report(
                .placeMismatch(
                    name.value.text, inventory.racks[rack].name.text, inventory.locations[other].name.text, at: draft.location?.span))
        }
        let location = rack.flatMap { inventory.racks[$0].location } ?? writtenLocation
        let only: Ref<Site>? = inventory.sites.count == 1 ? Ref(0) : nil
        return (writtenSite ?? rackSite ?? location.map { inventory.locations[$0].site } ?? only, location, rack)
    }

    /// A rack by name, of the site and location that the object names where several have it.
    mutating func rack(_ mention: Mention, at site: Ref<Site>?, _ location: Symbol?) -> Ref<Rack>? {
        var rows = index.racks.rows(mention.value)
        if rows.count > 1, let site { rows = rows.filter { inventory.racks[Ref($0)].site == site } }
        if rows.count > 1, let location {
            rows = rows.filter { row in inventory.racks[Ref(row)].location.map { inventory.locations[$0].name == location } ?? false }
        }
        guard rows.count == 1 else { return found(.rack, mention, index.rack(mention.value.text, in: inventory)) }
        let rack = Ref<Rack>(rows[0])
        if let site, inventory.racks[rack].site != site {
            report(.placeMismatch(mention.value.text, at: mention.span, inventory.sites[inventory.racks[rack].site].name.text))
            return nil
        }
        return rack
    }

    private mutating func config(_ draft: ConfigDraft?, _ common: Ref<Evidence>?) -> Device.Config? {
        guard let draft else { return nil }
        let backup = draft.backup.map { backup in
            Device.Config.Backup(
                taken: backup.taken.map { moment($0) }, by: backup.by.map { witness($0) },
                verified: ["false", "no", "none"].contains(backup.verified?.text ?? "none") ? nil : backup.verified)
        }
        return Device.Config(isSaved: draft.isSaved, backup: backup, evidence: evidence(draft.evidence, else: common))
    }

    private mutating func resolveChassis(_ pending: [Pending]) {
        var chassis: [(Ref<Device>, Mention)] = []
        for device in pending {
            guard let draft = device.draft.chassis, let mention = draft.device, let bay = draft.bay, let parent = self.device(mention)
            else { continue }
            inventory.devices[device.ref].parent = (parent, bay.value)
            chassis.append((device.ref, mention))
        }
        if chassis.isEmpty { return }
        cutChassisCycles(chassis)
        for device in pending {
            guard let parent = inventory.devices[device.ref].parent?.device else { continue }
            let row = inventory.devices[parent]
            inventory.devices[device.ref].rack = inventory.devices[device.ref].rack ?? row.rack
            inventory.devices[device.ref].location = inventory.devices[device.ref].location ?? row.location
            inventory.devices[device.ref].site = inventory.devices[device.ref].site ?? row.site
        }
    }

    private mutating func cutChassisCycles(_ mentions: [(Ref<Device>, Mention)]) {
        let written = Dictionary(mentions.map { (Int($0.0.index), $0.1) }) { first, _ in first }
        let cuts = firstRows(ofCirclesAmong: mentions.map { Int($0.0.index) }) { row in
            inventory.devices[Ref(row)].parent.map { Int($0.device.index) }
        }
        for row in cuts {
            inventory.devices[Ref(row)].parent = nil
            report(.cycle(.cyclicChassis(inventory.devices[Ref(row)].name.text), at: written[row]?.span))
        }
    }

    private mutating func collectModulesApart() {
        for document in 0..<documents.count {
            for draft in documents[document].draft.modules {
                guard let mention = draft.device else {
                    report(
                        Diagnostic("missing-device", .error, .moduleWithoutDevice, at: draft.bay?.span ?? draft.span, help: [.writeDevice]))
                    continue
                }
                if let device = device(mention) { modulesApart[device, default: []].append(draft) }
            }
        }
    }

    private mutating func resolveVirtualChassis() {
        for document in 0..<documents.count {
            for draft in documents[document].draft.virtualChassis {
                guard let name = draft.name else { continue }
                let same = virtualChassisRows.rows(name.value)
                guard isFirst(.virtualChassis, name, same, in: inventory.virtualChassis) else { continue }
                let row = VirtualChassis(
                    name: name.value, master: draft.master.flatMap { device($0) }, domain: draft.domain,
                    description: draft.remarks.description,
                    origin: draft.imprint.origin)
                virtualChassisRows.add(name.value, Int(inventory.virtualChassis.append(row, at: name.span).index))
            }
        }
    }
}
