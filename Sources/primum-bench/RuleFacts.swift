import CEL
import Diagnostics

/// Facts that rules are measured over: flat rows that stand in arrays and are read in place.
final class RuleFacts: Sendable {
    struct Port {
        let connected: Bool
        let owner: Symbol
    }

    struct Service {
        let criticality: Int64
        let redundancy: Int64
    }

    static let contractor: Symbol = "north-cabling"
    let action: Symbol = "disconnect"
    /// Nobody knows the cable of the step.
    let isCableKnown = false
    /// All are in use by the contractor himself, so that a rule about others walks over all of them.
    let ports = (0..<48).map { _ in Port(connected: true, owner: contractor) }
    /// One of those that matter has no second way.
    let services = (0..<12).map { Service(criticality: Int64($0 % 5 + 1), redundancy: $0 == 9 ? 1 : 2) }
    let roles: [Symbol] = ["requester", "approver", "other-vendor", "client-admin"]

    private static let cable: Symbol = "Cable"
    private static let device: Symbol = "Device"
    private static let order: Symbol = "Order"
    private static let port: Symbol = "Port"
    private static let service: Symbol = "Service"
    private static let confirmation: Symbol = "Confirmation"

    /// What rules see of them: one step, its device and order, and what it touches.
    static let environment: Environment = {
        var environment = Environment()
        environment.readStore(RuleFacts.self)
        environment.declare(RecordType("Order", fields: [.of(RuleFacts.self, "contractor", .string) { _, _ in .symbol(contractor) }]))
        environment.declare(RecordType("Cable", fields: [.of(RuleFacts.self, "known", .bool) { _, facts in .bool(facts.isCableKnown) }]))
        environment.declare(
            RecordType(
                "Port",
                fields: [
                    .of(RuleFacts.self, "connected", .bool) { row, facts in .bool(facts.ports[Int(row)].connected) },
                    .of(RuleFacts.self, "owner", .string) { row, facts in .symbol(facts.ports[Int(row)].owner) },
                ]))
        environment.declare(
            RecordType(
                "Device",
                fields: [
                    .of(RuleFacts.self, "ports", .list(.record("Port"))) { _, facts in
                        .rows(port, start: 0, count: UInt32(facts.ports.count))
                    }
                ]))
        environment.declare(
            RecordType(
                "Service",
                fields: [
                    .of(RuleFacts.self, "criticality", .int) { row, facts in .int(facts.services[Int(row)].criticality) },
                    .of(RuleFacts.self, "redundancy", .int) { row, facts in .int(facts.services[Int(row)].redundancy) },
                ]))
        environment.declare(
            RecordType(
                "Confirmation", fields: [.of(RuleFacts.self, "role", .string) { row, facts in .symbol(facts.roles[Int(row)]) }]))
        environment.declare(step)
        environment.declare(variable: "step", .record("Step"))
        return environment
    }()

    private static let step = RecordType(
        "Step",
        fields: [
            .of(RuleFacts.self, "action", .string) { _, facts in .symbol(facts.action) },
            .of(RuleFacts.self, "cable", .record("Cable")) { _, _ in .record(cable, row: 0) },
            .of(RuleFacts.self, "device", .record("Device")) { _, _ in .record(device, row: 0) },
            .of(RuleFacts.self, "order", .record("Order")) { _, _ in .record(order, row: 0) },
            .of(RuleFacts.self, "services", .list(.record("Service"))) { _, facts in
                .rows(service, start: 0, count: UInt32(facts.services.count))
            },
            .of(RuleFacts.self, "confirmations", .list(.record("Confirmation"))) { _, facts in
                .rows(confirmation, start: 0, count: UInt32(facts.roles.count))
            },
        ])

    /// The step bound, ready for rules.
    func activation() -> Activation {
        let activation = Activation(Self.environment, store: self)
        activation.bind("step", .record("Step", row: 0))
        return activation
    }
}
