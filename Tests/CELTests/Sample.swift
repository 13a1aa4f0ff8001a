import Diagnostics

@testable import CEL

/// What an expression is worth, as the tests write it: a value, or why there is none.
enum Sample {
    /// The value as text (`%s`, texts in quotes), `error: …` or `fault: …`.
    static func answer(_ source: String, in environment: Environment = Environment(), bound: [String: Datum] = [:]) -> String {
        let (program, faults) = Program.compile(source, in: environment)
        guard let program else { return "fault: " + faults.map(\.summary.en).joined(separator: "; ") }
        let activation = Activation(program.environment)
        for (name, value) in bound { activation.bind(name, value) }
        switch program.evaluate(activation) {
        case .failure(let failure): return "error: \(failure.summary.en)"
        case .success(let value): return shown(activation.datum(of: value))
        }
    }

    /// True when the expression is read and checked, and is `true`.
    static func holds(_ source: String) -> Bool { answer(source) == "true" }

    /// True when the expression has no value, whether that is seen before or during the evaluation.
    static func fails(_ source: String) -> Bool {
        let answer = answer(source)
        return answer.hasPrefix("error: ") || answer.hasPrefix("fault: ")
    }

    private static func shown(_ datum: Datum) -> String {
        switch datum {
        case .string(let text): "'\(text)'"
        case .uint(let number): "\(number)u"
        case .list(let elements): "[\(elements.map(shown).joined(separator: ", "))]"
        case .map(let entries): "{\(entries.map { "\(shown($0.key)): \(shown($0.value))" }.joined(separator: ", "))}"
        case .optional(let inner): inner.map { "some(\(shown($0)))" } ?? "none"
        case .bool(let value): "\(value)"
        case .int(let number): "\(number)"
        case .double(let number): "\(number)"
        case .null: "null"
        default: "\(datum)"
        }
    }
}
