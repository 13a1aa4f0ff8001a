import CEL
import Diagnostics
import Testing

/// What is said of a condition without facts: never anything that some values could refute.
struct ReachTests {
    private static let laws = FieldLaws(words: { _, _ in nil }, exclusions: { _ in [] })

    private static var environment: Environment {
        var environment = Environment()
        environment.declare(variable: "n", .int)
        environment.declare(variable: "m", .int)
        environment.declare(variable: "t", .string)
        environment.declare(variable: "b", .bool)
        environment.declare(variable: "o", .optional(.bool))
        environment.declare(variable: "l", .list(.int))
        return environment
    }

    private static func said(_ source: String) throws -> [String] {
        let program = try #require(Program.compile(source, in: environment).program, "\(source)")
        let bytes = Array(source.utf8)
        return program.reachFaults(by: laws).map { fault in
            let text = String(decoding: bytes[fault.range], as: UTF8.self)
            return switch fault.kind {
            case .neverSaid(let word, _): "never said: \(word)"
            case .neverHolds: "never: \(text)"
            case .contradicts(let other): "\(text) contradicts \(String(decoding: bytes[other], as: UTF8.self))"
            case .idle: "idle: \(text)"
            case .alwaysHolds: "always: \(text)"
            }
        }
    }

    @Test(arguments: [
        ("n > 3 && b && n < 2", ["n < 2 contradicts n > 3"]), ("n > 3 && n < 5 && n != 4", ["never: n > 3 && n < 5 && n != 4"]),
        ("n > 3 && n < 5", []), ("t == 'a' && t == 'b'", ["t == 'b' contradicts t == 'a'"]),
        ("t in ['a', 'b'] && t != 'a' && b", ["idle: 'a'"]), ("b && !b", ["!b contradicts b"]), ("b || !b", ["always: b || !b"]),
        ("n < m && m < n", ["m < n contradicts n < m"]), ("n < m && n == m", ["n == m contradicts n < m"]),
        ("n <= m && n >= m", []), ("l.size() < 0", ["never: l.size() < 0"]), ("l.size() >= 0", ["always: l.size() >= 0"]),
        ("o.orValue(false) && !o.hasValue()", ["!o.hasValue() contradicts o.orValue(false)"]),
        ("o.orValue(true) && !o.hasValue()", []),
        ("!o.orValue(true) && o.orValue(false)", ["o.orValue(false) contradicts !o.orValue(true)"]),
        ("l.exists(x, x > 1 && x < 2)", ["never: l.exists(x, x > 1 && x < 2)"]), ("l.exists(x, x > 1) && l.all(x, x < 1)", []),
        ("2 > 1 ? b : n > 0", []), ("1 > 2 && b", ["never: 1 > 2"]), ("true", []),
        ("b ? n > 1 && n < 1 : b", ["never: b ? n > 1 && n < 1 : b"]),
        ("9223372036854775807 < n", []),
        ("n > -9223372036854775807 && n < -9223372036854775807", ["n < -9223372036854775807 contradicts n > -9223372036854775807"]),
    ])
    func `a condition is judged by its form`(source: String, expected: [String]) throws {
        #expect(try Self.said(source) == expected)
    }

    /// Every condition of three small parts against all values that could tell them apart: what is said is so, and what is so is said.
    @Test func `what is said of a condition is what all values show`() throws {
        let atoms = ["n == 1", "n < 2", "n > 1", "n != 0", "t == 'a'", "t != 'b'", "b", "t in ['a', 'b']"]
        let activation = Activation(Self.environment)
        let values: [(Int64, String, Bool)] = (-1...3).flatMap { n in ["a", "b", "c"].flatMap { t in [(n, t, true), (n, t, false)] } }
        var count = 0
        for one in atoms {
            for two in atoms {
                for three in atoms {
                    for form in ["X && Y && Z", "X && (Y || !(Z))", "!(X) && Y || Z", "X ? Y : !(Z)"] {
                        let source = form.replacing("X", with: one).replacing("Y", with: two).replacing("Z", with: three)
                        let program = try #require(Program.compile(source, in: Self.environment).program)
                        let truths = try values.map { n, t, b in
                            activation.bind("n", Value.int(n))
                            activation.bind("t", Value.symbol(Symbol(t)))
                            activation.bind("b", Value.bool(b))
                            return try program.evaluate(activation).get().isTrue
                        }
                        let said = try Self.said(source)
                        let isNever = said.contains { $0.contains("never") || $0.contains("contradicts") }
                        #expect(isNever == !truths.contains(true), "\(source): \(said)")
                        #expect(said.contains { $0.hasPrefix("always") } == !truths.contains(false), "\(source): \(said)")
                        count += 1
                    }
                }
            }
        }
        #expect(count == 2_048)
    }
}
