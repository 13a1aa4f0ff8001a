import ChangeOrders
import Diagnostics
import Inventories
import Plants
import Times

extension FactWriter {
    /// A step with all that it touches; impacts, undo and demand are written later.
    mutating func writeStep(_ index: Int) {
        let step = order.steps[index]
        let playedStep = played.steps[index]
        var fact = StepFact()
        fact.id = step.id
        fact.verb = Symbol(step.verb.rawValue)
        fact.index = Int64(index)
        fact.text = step.text ?? .empty
        write(scheduleOf: index, into: &fact)
        let wishes = order.wishes.indices.filter { step.wishes.contains(order.wishes[$0].id) }
        fact.wishes = facts.list(wishes.map { Ref<WishFact>($0) })
        let targets = step.named.map { target($0, of: index) }
        fact.targets = facts.list(targets)
        fact.open = step.isOpen
        fact.disrupts = playedStep.disrupts
        fact.mitigations = facts.list(step.mitigations)
        fact.procedure = step.procedure.map { Symbol("\($0.document)\($0.version.map { " \($0)" } ?? "")") } ?? .empty
        write(touchesOf: index, into: &fact)
        write(linksOf: index, into: &fact)
        write(portsOf: index, into: &fact)
        write(readingsOf: index, into: &fact)
        fact.calendar = calendar(of: index, touching: playedStep.touches)
        fact.knowledgeEnds = knowledgeEnds(of: fact)
        facts.steps[index] = fact
        facts.stepPlaces.append(Facts.StepPlace(step: step.span, target: step.targetSpan))
    }

    private func write(scheduleOf index: Int, into fact: inout StepFact) {
        let slot = schedule.slots[index]
        fact.window = slot.window.map { Ref($0) }
        fact.starts = slot.starts
        fact.ends = slot.ends
        fact.takes = order.steps[index].takes
    }

    private mutating func write(touchesOf index: Int, into fact: inout StepFact) {
        let objects = played.steps[index].touches
        let touches = objects.map { touch($0, by: index) }
        fact.touches = facts.list(touches)
        let handled = objects.filter { isHandled($0, by: order.steps[index]) }.compactMap { device(of: $0) }
        let devices = handled.map { device($0) }
        fact.devices = distinct(devices)
        for case .device(let device) in objects { detail(device) }
        fact.device = nearestDevice(to: order.steps[index], objects).map { device($0) }
        let racks = objects.flatMap { self.racks(of: $0) }.map { rack($0) }
        fact.racks = distinct(racks)
        let rooms = objects.compactMap { location(of: $0).flatMap { room(around: $0) } }.map { room($0) }
        fact.rooms = distinct(rooms)
        let said = objects.flatMap { testimony.statements(about: $0) }.map { statement($0) }
        fact.statements = distinct(said)
    }

    /// Whether work on an object is work on its device: not where a cord is plugged into an outlet or taken out of it.
    private func isHandled(_ object: ObjectRef, by step: Step) -> Bool {
        guard case .port(let port) = object, inventory.ports[port].kind == .powerOutlet else { return true }
        return step.verb == .powerOff || step.verb == .powerOn
    }

    /// The device that the step names, or that holds the port or the nearer end of the cable that it names.
    private func nearestDevice(to step: Step, _ touches: [ObjectRef]) -> Ref<Device>? {
        let named = step.named.flatMap { $0.objects }
        return (named + touches).lazy.compactMap { device(of: $0) }.first
    }

    private mutating func write(linksOf index: Int, into fact: inout StepFact) {
        let step = played.steps[index]
        let links = step.disturbs.map { link($0, by: index) }
        fact.disturbs = facts.list(links)
        let said = links.flatMap { facts[facts.links[Int($0.index)].statements].map(\.self) }
        let before = facts[fact.statements].map(\.self)
        fact.statements = distinct(before + said)
        let obstacles = step.obstacles.map { obstacle($0) }
        fact.obstacles = facts.list(obstacles)
        let unfeeds = step.unfeeds.map { supply(played.supplies.all[$0]) }
        fact.unfeeds = facts.list(unfeeds)
        let standbys = step.standbys.map { supply(played.supplies.all[$0]) }
        fact.standbys = facts.list(standbys)
        let cut = step.cutsManagement.map { device($0) }
        fact.cutsManagement = facts.list(cut)
        let passive = step.passiveInUse.map { device($0) }
        fact.passiveInUse = facts.list(passive)
        fact.couldFollow = step.couldFollow.map { Ref($0) }
        write(risksOf: index, into: &fact)
    }

    /// Whatever is reset has a configuration; of the rest those that have one on record or by their role.
    private mutating func write(risksOf index: Int, into fact: inout StepFact) {
        let step = played.steps[index]
        let atRisk = step.atRisk.filter { order.steps[index].verb == .reset || isConfigurable($0) }
        let reconfigured = atRisk.filter { step.reconfigured.contains($0) }
        let rows = [step.falls, atRisk, reconfigured, step.loops].map { devices in devices.map { device($0) } }
        (fact.falls, fact.atRisk, fact.reconfigured) = (facts.list(rows[0]), facts.list(rows[1]), facts.list(rows[2]))
        fact.loops = distinct(rows[3])
    }

    private mutating func write(portsOf index: Int, into fact: inout StepFact) {
        let step = played.steps[index]
        let connects = step.connections.map { connection($0) }
        fact.connects = facts.list(connects)
        let takes = step.takesPorts.map { takenPort($0.port, isFreedByOrder: $0.isFreedByOrder) }
        fact.takesPorts = facts.list(takes)
        let dangling = step.dangling.map { port($0) }
        fact.dangling = facts.list(dangling)
    }

    /// A port that a step plugs into: a row of its own where an earlier step unplugs it, because it is not so for other steps.
    private mutating func takenPort(_ port: Ref<Port>, isFreedByOrder: Bool) -> Ref<PortFact> {
        let row = self.port(port)
        guard isFreedByOrder else { return row }
        var fact = facts.ports[Int(row.index)]
        fact.freedByOrder = true
        return enter(fact, in: \.ports)
    }

    private mutating func obstacle(_ obstacle: Obstacle) -> Ref<ObstacleFact> {
        var fact = ObstacleFact()
        fact.kind = obstacle.kind
        fact.what = obstacle.what
        fact.why = Symbol(obstacle.why.en)
        fact.whyRussian = Symbol(obstacle.why.ru)
        return enter(fact, in: \.obstacles)
    }

    private mutating func write(readingsOf index: Int, into fact: inout StepFact) {
        let step = order.steps[index]
        if let verify = step.verify {
            var reading = ObservationFact()
            reading.observe = verify.observe
            reading.expect = verify.expect ?? .empty
            reading.witness = verify.witness.map { person($0) }
            fact.verify = enter(reading, in: \.observations)
        }
        if let hold = step.hold {
            var reading = HoldFact()
            reading.step = step.id
            reading.observe = hold.observe
            reading.object = hold.object.map { Symbol(inventory.name(of: $0)) } ?? .empty
            reading.expect = hold.expect ?? .empty
            reading.how = hold.how ?? .empty
            reading.witness = hold.witness.map { person($0) }
            fact.hold = enter(reading, in: \.holds)
        }
        if index > 0 { fact.heldBy = facts.steps[index - 1].hold }
    }

    /// The first expiry of what identifies the links that are taken away, the owners of what is touched, and the ports that are plugged.
    private func knowledgeEnds(of step: StepFact) -> Timestamp? {
        var ends: [Timestamp?] = []
        for link in facts[step.disturbs] {
            ends.append(facts.links[Int(link.index)].farEnd.flatMap { facts.knownPorts[Int($0.index)].until })
        }
        for touch in facts[step.touches] {
            ends.append(facts.touches[Int(touch.index)].owner.flatMap { facts.knownParties[Int($0.index)].until })
        }
        for port in facts[step.takesPorts] {
            ends.append(facts.ports[Int(port.index)].occupied.flatMap { facts.knownTruths[Int($0.index)].until })
        }
        return ends.compactMap(\.self).min()
    }
}

// MARK: - Touches

extension FactWriter {
    /// One object that a step lays a hand on, and who has the say over it.
    mutating func touch(_ object: ObjectRef, by index: Int) -> Ref<TouchFact> {
        let step = order.steps[index]
        let moment = schedule.slots[index].ends ?? schedule.slots[index].window.map { order.windows[$0].to } ?? plant.now
        let said = testimony.statements(about: object)
        let owner = owner(plant.owner(of: object), given: said)
        var fact = TouchFact()
        fact.key = Symbol("\(kind(of: object)):\(inventory.name(of: object))")
        fact.label = label(of: object)
        fact.kind = kind(of: object)
        fact.owner = known(owner)
        fact.rack = racks(of: object).first.map { rack($0) }
        fact.device = device(of: object).map { device($0) }
        if let party = owner.value {
            let contract = say.cover(for: object, of: party, by: order.contractor)
            fact.covered = contract != nil
            fact.clause = contract?.clause ?? .empty
        }
        write(requester: step.verb, over: object, of: owner.value, at: max(moment, plant.now), into: &fact)
        fact.standing = say.isStanding(
            step.verb, over: object, by: order.contractor, isIntoKnownEmpty: isIntoKnownEmpty(index), at: max(moment, plant.now))
        let deciders = say.deciders(step.verb, over: object, of: owner.value, at: plant.now).map { person($0) }
        fact.deciders = facts.list(deciders)
        if !owner.isKnown {
            let left = Candidates.left(of: candidates(for: object), given: said, self).map { party($0) }
            fact.candidates = facts.list(left)
        }
        let statements = said.map { statement($0) }
        fact.statements = distinct(statements)
        return enter(fact, in: \.touches)
    }

    private func write(
        requester verb: Verb, over object: ObjectRef, of owner: Ref<Party>?, at moment: Timestamp, into fact: inout TouchFact
    ) {
        guard case .contact(let requester) = order.requestedBy else { return }
        fact.requesterMay = say.may(requester, verb, over: object, at: moment)
        fact.ownedByRequester = owner.map { inventory.superiors(of: $0).contains(inventory.contacts[requester].party) } ?? false
    }

    /// The step plugs into something, and only into ports that are known to be empty.
    private func isIntoKnownEmpty(_ step: Int) -> Bool {
        let ports = played.steps[step].takesPorts
        return !ports.isEmpty && ports.allSatisfy { plant.isKnownEmpty($0.port) }
    }
}
