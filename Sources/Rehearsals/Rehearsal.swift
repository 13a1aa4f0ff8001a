package import ChangeOrders
package import Diagnostics
package import Inventories
package import Plants

/// What the crew's plan does, step by step, to what is known of the plant.
package struct Rehearsal: Sendable {
    package var facts: Facts

    /// Plays the order on the plant, and writes down what that found.
    package static func rehearse(_ order: ChangeOrder, on plant: Plant, effects: Effects) -> Rehearsal {
        let played = Player.play(order, on: plant, effects: effects)
        return Rehearsal(facts: FactWriter.facts(of: played, for: order, on: plant))
    }
}

/// Which possible effects of verbs count: a policy's parameter `effects`.
package struct Effects: Sendable {
    /// Effects by verb, such as `configure: device-down`, `restart: not-coming-back`; `inspect: cord-disturbed` is off by default.
    package var possible: [Verb: [Symbol]]

    package init(possible: [Verb: [Symbol]]) {
        self.possible = possible
    }
}
