import CEL
import Diagnostics
import Seals

extension RuleSpeed {
    /// The figures, and what they were measured over.
    var json: JSON {
        let rules = Self.rules.map { rule in
            JSON.Member(
                rule.name,
                .object([
                    .init("expression", .string(rule.expression)), .init("answer", .bool(rule.answer)),
                    .init("per_second", .number((evaluationsPerSecond[rule.name] ?? 0).rounded())),
                ]))
        }
        return .object([
            .init("rules", .object(rules)), .init("compile_microseconds", .number((compileMicroseconds * 100).rounded() / 100)),
            .init("facts", .object([.init("step", RuleFacts().step)])),
        ])
    }
}

extension RuleFacts {
    /// The step as a tree.
    fileprivate var step: JSON {
        .object([
            .init("action", .string(action.text)), .init("cable", .object([.init("known", .bool(isCableKnown))])),
            .init("order", .object([.init("contractor", .string(Self.contractor.text))])),
            .init(
                "device",
                .object([
                    .init(
                        "ports",
                        .array(ports) { .object([.init("connected", .bool($0.connected)), .init("owner", .string($0.owner.text))]) })
                ])),
            .init(
                "services",
                .array(services) { .object([.init("criticality", JSON($0.criticality)), .init("redundancy", JSON($0.redundancy))]) }),
            .init("confirmations", .array(roles) { .object([.init("role", .string($0.text))]) }),
        ])
    }
}
