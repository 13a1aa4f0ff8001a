import ChangeOrders
import Diagnostics
import Inventories
import Plants

// What of a step can be said only when the whole order has been played.

extension Player {
    mutating func lookBack() {
        for index in steps.indices {
            for row in steps[index].disturbs.indices {
                let back = (returns[steps[index].disturbs[row].link] ?? []).filter { $0.step >= index }
                steps[index].disturbs[row].isRestored = !back.isEmpty
                steps[index].disturbs[row].comesBackToSamePorts = back.contains(where: \.isSame)
            }
            steps[index].dangling = dangling(after: index)
            steps[index].couldFollow = makingStep(for: index)
        }
    }

    /// Ports from which a cord hangs at the end of the order, because this step was the last to pull its other end.
    ///
    /// Of a cord whose other end nobody knows it is the port that it was pulled from.
    private func dangling(after index: Int) -> [Ref<Port>] {
        var found: [Ref<Port>] = []
        for (end, spot) in deeds[index].pulls where scene.spot(of: end) == .hanging && isLastPull(of: end, index) {
            for partner in scene.partners(of: end) {
                let held: Scene.Spot = scene.spot(of: partner) == .unknown ? spot : scene.spot(of: partner)
                // Taking the whole cable takes the end along that nobody knows.
                if scene.spot(of: partner) == .unknown, isWholeCable(end, index) { continue }
                if case .port(let port) = held, !found.contains(port) { found.append(port) }
            }
        }
        return found
    }

    private func isLastPull(of end: Scene.End, _ index: Int) -> Bool {
        !deeds[(index + 1)...].contains { deed in deed.pulls.contains { $0.end == end } }
    }

    private func isWholeCable(_ end: Scene.End, _ index: Int) -> Bool {
        guard case .recorded(let cable) = end.cord else { return false }
        return order.steps[index].targets.contains { $0 == .object(.cable(cable)) }
    }

    /// The first later step that makes a way between two devices that this one separates, and could stand before it.
    private func makingStep(for index: Int) -> Int? {
        let broken = steps[index].disturbs.filter { $0.isCertain && !$0.isAlreadyDown }.compactMap { row -> Set<Ref<Device>>? in
            guard case .recorded(let link) = row.link else { return nil }
            let ends = Set(links[link].ends.compactMap { inventory.ports[$0].device })
            return ends.count == 2 ? ends : nil
        }
        guard !broken.isEmpty else { return nil }
        let made = added.filter { $0.step > index && !$0.isPresumed }.sorted { $0.step < $1.step }
        return made.first { link in
            broken.contains(Set(link.link.ends.compactMap { inventory.ports[$0].device })) && couldStand(link.step, before: index)
        }?.step
    }

    /// Whether a step needs nothing of what is done from another one on: its ports are free, and its gear is there.
    private func couldStand(_ later: Int, before index: Int) -> Bool {
        let start = index == 0 ? Scene(scene.plant) : scenes[index - 1]
        let step = order.steps[later]
        guard step.verb == .connect || step.verb == .install else { return false }
        return (step.connections + (step.installation?.cords ?? [])).allSatisfy { cord in
            [cord.a, cord.b].allSatisfy { endpoint in
                let spot = start.spot(endpoint)
                if case .named(let name) = spot {
                    return ChangeOrder.deviceName(ofReference: name.text).map { start.changes.installed[Symbol($0)] != nil } ?? false
                }
                return start.ends(in: spot).isEmpty && !start.isAway(spot)
            }
        }
    }
}
