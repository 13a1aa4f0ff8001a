import CEL
import Diagnostics

/// How fast rules are compiled and evaluated, by one thread.
struct RuleSpeed {
    /// One rule with the answer that the facts give.
    struct Rule {
        let name: String
        let expression: String
        let answer: Bool
    }

    static let rules = [
        Rule(
            name: "a", expression: "step.action == \"disconnect\" && !(has(step.cable) && step.cable.known)", answer: true),
        Rule(
            name: "b", expression: "step.device.ports.exists(p, p.connected && p.owner != step.order.contractor)", answer: false),
        Rule(
            name: "c",
            expression: "step.services.filter(s, s.criticality >= 3).all(s, s.redundancy > 1)"
                + " || \"client-admin\" in step.confirmations.map(c, c.role)",
            answer: true),
    ]

    private(set) var evaluationsPerSecond: [String: Double] = [:]
    /// Of the rule `c`, read, checked and planned.
    private(set) var compileMicroseconds = Double.infinity

    /// Each figure is the best of several, measured in turn.
    init(times: Int) throws {
        let facts = RuleFacts()
        let activation = facts.activation()
        let programs = try Self.rules.map { rule in (rule, try Self.compiled(rule.expression)) }
        for _ in 0..<times {
            for (rule, program) in programs {
                try Self.requireAnswer(rule, program, activation)
                let speed = Self.perSecond { _ = program.evaluate(activation) }
                evaluationsPerSecond[rule.name] = max(speed, evaluationsPerSecond[rule.name] ?? 0)
            }
            let expression = Self.rules[2].expression
            let compiles = Self.perSecond { _ = Program.compile(expression, in: RuleFacts.environment) }
            compileMicroseconds = min(compileMicroseconds, 1e6 / compiles)
        }
    }

    private static func compiled(_ expression: String) throws -> Program {
        let (program, faults) = Program.compile(expression, in: RuleFacts.environment, expecting: .bool)
        guard let program else { throw BenchTrouble(description: "`\(expression)`: \(faults.map(\.summary.en))") }
        return program
    }

    private static func requireAnswer(_ rule: Rule, _ program: Program, _ activation: Activation) throws {
        guard case .success(let value) = program.evaluate(activation), value.boolValue == rule.answer else {
            throw BenchTrouble(description: "`\(rule.expression)` did not give \(rule.answer)")
        }
    }

    /// How often work is done in a second of the processor, in batches that last about a tenth of one.
    private static func perSecond(_ work: () -> Void) -> Double {
        var count = 16
        while true {
            let time = spent { for _ in 0..<count { work() } }.processor
            if time >= 0.1 { return Double(count) / time }
            count *= time > 0.01 ? Int(0.12 / time) + 1 : 8
        }
    }
}
