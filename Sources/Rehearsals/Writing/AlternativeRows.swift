import ChangeOrders
import Diagnostics
import Inventories
import Plants

extension FactWriter {
    /// Free ports that would do instead of those that the order wants and cannot have for sure, best first.
    mutating func writeAlternatives() {
        let use = PortUse(of: played, in: order)
        var found: [FreePorts.Offer] = []
        for wanted in wantedPorts() {
            for alternative in freePorts.offers(insteadOf: wanted, isTaken: use.isTaken)
            where !found.contains(where: { $0.port == alternative.port }) {
                found.append(alternative)
            }
            if found.count >= FreePorts.offered { break }
        }
        let rows = found.prefix(FreePorts.offered).map { alternative -> Ref<AlternativeFact> in
            var fact = AlternativeFact()
            fact.port = port(alternative.port)
            fact.why = Symbol(alternative.why.en)
            fact.whyRussian = Symbol(alternative.why.ru)
            return enter(fact, in: \.alternatives)
        }
        facts.order.alternatives = facts.list(rows)
    }

    /// Ports that steps plug into and that are not known to be empty, ports that they empty of what nobody can name, and a port of each
    /// place that has too few.
    private mutating func wantedPorts() -> [FreePorts.Wanted] {
        var wanted: [FreePorts.Wanted] = []
        func add(_ port: Ref<Port>, needsPoE: Bool) {
            if !wanted.contains(where: { $0.port == port }) { wanted.append(FreePorts.Wanted(port: port, needsPoE: needsPoE)) }
        }
        for (index, step) in played.steps.enumerated() {
            for taken in step.takesPorts where !plant.isKnownEmpty(taken.port) {
                add(taken.port, needsPoE: needsPoE(taken.port, by: index))
            }
            for disturbance in step.disturbs where !disturbance.isAlreadyDown && !disturbance.comesBackToSamePorts {
                let far = written(disturbance.link).farEnd(from: disturbance.port)
                if far.value == nil { add(disturbance.port, needsPoE: needsPoE(disturbance.port, by: index)) }
            }
        }
        for wish in order.wishes {
            let asksForPoE = wish.needs.contains { $0.resource == .poe }
            for need in wish.needs where [.ports, .poe, .outlets].contains(need.resource) {
                let isShort = facts.demands.contains {
                    $0.short > 0 && $0.wish.map { order.wishes[Int($0.index)].id } == wish.id && $0.resource.text == need.resource.rawValue
                }
                // Whoever needs ports that give power sees those of the panel too: something may stand behind them.
                let like: ChangeOrder.Need.Resource = need.resource == .outlets ? .outlets : .ports
                guard isShort, let place = need.at, let port = freePorts.firstPort(for: like, of: inventory.devices(in: place)) else {
                    continue
                }
                add(port, needsPoE: asksForPoE)
            }
        }
        return wanted
    }

    /// The other end of the cord that a step plugs in there takes power, or a wish that the step serves asks for it.
    private func needsPoE(_ port: Ref<Port>, by step: Int) -> Bool {
        let taker = played.steps[step].connections.contains { connection in
            let ends = [connection.a, connection.b]
            guard ends.contains(.port(port)) else { return false }
            return ends.contains { if case .port(let other) = $0 { inventory.poeMode(of: other) == "pd" } else { false } }
        }
        let wishes = order.wishes.filter { order.steps[step].wishes.contains($0.id) }
        return taker || wishes.contains { $0.needs.contains { $0.resource == .poe } }
    }
}
