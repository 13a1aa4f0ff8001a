import CEL
import Diagnostics

/// Damaged expressions read, checked and evaluated.
enum RuleReading {
    private static let marks = "abc a1 xx Ж\n-"

    /// A step with ports, as a host has them.
    private static let environment: Environment = {
        var environment = Environment()
        environment.declare(
            RecordType(
                "Port",
                fields: [
                    RecordType.Field("name", .string) { row, _ in .symbol(row.isMultiple(of: 2) ? "eth0" : "Ж1") },
                    RecordType.Field("speed", .int) { row, _ in .int(Int64(row) * 1_000) },
                    RecordType.Field("free", .bool) { row, _ in .bool(row == 1) },
                ], key: { row, _ in .int(Int64(row)) }))
        environment.declare(RecordType("Cable", fields: [RecordType.Field("known", .bool) { _, _ in .bool(false) }]))
        environment.declare(
            RecordType(
                "Step",
                fields: [
                    RecordType.Field("verb", .string) { _, _ in .symbol("disconnect") },
                    RecordType.Field("cable", .record("Cable")) { _, _ in .null },
                    RecordType.Field("ports", .list(.record("Port"))) { _, _ in .rows("Port", start: 0, count: 3) },
                    RecordType.Field("note", .optional(.string)) { _, _ in .none },
                ]))
        environment.declare(variable: "step", .record("Step"))
        environment.declare(variable: "x", .dyn)
        environment.limits.cost = 100_000
        environment.limits.memory = 4 << 20
        return environment
    }()

    /// The parser alone decides: whatever can be read passes.
    static func read(_ bytes: [UInt8]) -> FuzzTarget.Outcome {
        let text = String(decoding: bytes, as: UTF8.self)
        let (program, faults) = Program.compile(text, in: environment, isChecked: false)
        return FuzzTarget.Outcome(broken: brokenPromise(of: program, faults, text), answer: summary(faults))
    }

    /// The checker decides, and lets nothing pass that the parser refuses.
    static func checked(_ bytes: [UInt8]) -> FuzzTarget.Outcome {
        let text = String(decoding: bytes, as: UTF8.self)
        let (program, faults) = Program.compile(text, in: environment)
        var broken = brokenPromise(of: program, faults, text)
        if program != nil, Program.compile(text, in: environment, isChecked: false).program == nil {
            broken = broken ?? "the checker lets pass what the parser refuses"
        }
        return FuzzTarget.Outcome(broken: broken, answer: summary(faults) + "\(program?.type.description ?? "")")
    }

    /// What the checker lets pass and what it does not, plain, traced and explained: all ways give the same.
    static func evaluated(_ bytes: [UInt8]) -> FuzzTarget.Outcome {
        let text = String(decoding: bytes, as: UTF8.self)
        var answers: [String] = []
        var broken: String?
        for isChecked in [true, false] {
            guard let program = Program.compile(text, in: environment, isChecked: isChecked).program else { continue }
            let activation = Activation(environment)
            activation.bind("step", .record("Step", row: 0))
            activation.bind("x", Datum.map([(.string("a"), .list([.int(1), .double(.nan), .null])), (.int(7), .optional(nil))]))
            let plain = answer(program.evaluate(activation), activation)
            let traced = answer(program.trace(activation).result, activation)
            let explained = answer(program.explain(activation).result, activation)
            if plain != traced || plain != explained { broken = broken ?? "ways to evaluate differ: \(plain), \(traced), \(explained)" }
            answers.append(plain)
        }
        if answers.count == 2, answers[0] != answers[1] { broken = broken ?? "checked it is \(answers[0]), unchecked \(answers[1])" }
        return FuzzTarget.Outcome(broken: broken, answer: answers.joined(separator: "\n"))
    }

    /// A pattern is searched for in a short text.
    static func searched(_ bytes: [UInt8]) -> FuzzTarget.Outcome {
        var environment = Environment()
        environment.declare(variable: "pattern", .string)
        environment.declare(variable: "text", .string)
        guard let program = Program.compile("text.matches(pattern)", in: environment).program else {
            return FuzzTarget.Outcome(broken: "the expression cannot be read", answer: "")
        }
        let activation = Activation(environment)
        activation.bind("pattern", Datum.string(String(decoding: bytes, as: UTF8.self)))
        activation.bind("text", Datum.string(marks))
        return FuzzTarget.Outcome(broken: nil, answer: answer(program.evaluate(activation), activation))
    }

    private static func answer(_ result: Result<Value, Failure>, _ activation: Activation) -> String {
        switch result {
        case .success(let value): "\(activation.formatted(value).prefix(1_000))"
        case .failure(let failure): "failed \(failure.code) \(failure.range)"
        }
    }

    /// Without a program there is a fault, and every fault lies within the text, at the borders of its characters.
    private static func brokenPromise(of program: Program?, _ faults: [Fault], _ text: String) -> String? {
        if program == nil, faults.isEmpty { return "there is neither a program nor a fault" }
        if program != nil, !faults.isEmpty { return "there is a program and a fault" }
        let bytes = Array(text.utf8)
        for fault in faults {
            guard fault.range.upperBound <= bytes.count else { return "`\(fault.code)` is at \(fault.range) of \(bytes.count) bytes" }
            let ends = [fault.range.lowerBound, fault.range.upperBound]
            if ends.contains(where: { $0 < bytes.count && bytes[$0] & 0xC0 == 0x80 }) {
                return "`\(fault.code)` cuts a character at \(fault.range)"
            }
        }
        return nil
    }

    private static func summary(_ faults: [Fault]) -> String {
        faults.map { "\($0.code)@\($0.range):\($0.summary.en)" }.joined()
    }
}
