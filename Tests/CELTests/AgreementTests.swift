import Diagnostics
import Foundation
import RandomNumbers
import Testing

@testable import CEL

/// The evaluator and a naive one agree on every expression up to depth three over small alphabets.
///
/// Where combinations are too many, depth three is a share of them drawn from a seed; with `CEL_EXPRESSIONS=all` in the environment, all of
/// them. How many were tried is printed.
@Suite struct AgreementTests {
    /// What expressions are made of.
    struct Alphabet: Sendable {
        let name: String
        var leaves: [Naive] = []
        var unary: [@Sendable (Naive) -> Naive] = []
        var binary: [@Sendable (Naive, Naive) -> Naive] = []
        var ternary: [@Sendable (Naive, Naive, Naive) -> Naive] = []
        /// Values of the names.
        var names: [String: NaiveValue] = [:]
    }

    private static func number(_ text: String, _ value: NaiveValue) -> Naive { .literal(text, value) }

    private static func signs(_ signs: [String]) -> [@Sendable (Naive, Naive) -> Naive] {
        signs.map { sign in { .binary(sign, $0, $1) } }
    }

    /// Logic over truths, a number and a name that has no value.
    private static let logic = Alphabet(
        name: "logic",
        leaves: [.literal("true", .bool(true)), .literal("false", .bool(false)), number("1", .int(1)), .name("gone")],
        unary: [{ .not($0) }], binary: signs(["&&", "||", "=="]), ternary: [{ .conditional($0, $1, $2) }])

    /// Arithmetic and order over all kinds of numbers, their ends among them.
    private static let numbers = Alphabet(
        name: "numbers",
        leaves: [
            number("0", .int(0)), number("-1", .int(-1)), number("9223372036854775807", .int(.max)),
            number("-9223372036854775808", .int(.min)),
            number("1u", .uint(1)), number("18446744073709551615u", .uint(.max)), number("0.0", .double(0)), number("1.0", .double(1)),
            number("-2.5", .double(-2.5)), .literal("'a'", .string("a")), .literal("null", .null),
        ],
        unary: [{ .negated($0) }], binary: signs(["+", "-", "*", "/", "%", "==", "!=", "<", "<=", ">", ">="]))

    /// Lists and maps, what stands in them, and macros over them.
    private static let collections = Alphabet(
        name: "collections",
        leaves: [
            number("0", .int(0)), .literal("'a'", .string("a")), .literal("true", .bool(true)), number("1u", .uint(1)), .name("x"),
            .name("v"),
            .list([]), .list([number("0", .int(0)), number("1.0", .double(1))]),
        ],
        unary: [
            { .size($0) }, { .select($0, "a") }, { .has($0, "a") }, { .list([$0]) }, { .map([($0, .literal("null", .null))]) },
            { .fold("all", $0, "v", .name("v")) }, { .fold("map", .name("x"), "v", $0) },
        ],
        binary: signs(["==", "in", "+"]) + [
            { .index($0, $1) }, { .list([$0, $1]) }, { .fold("all", $0, "v", $1) }, { .fold("exists", $0, "v", $1) },
            { .fold("exists_one", $0, "v", $1) }, { .fold("map", $0, "v", $1) }, { .fold("filter", $0, "v", $1) },
            { .map([($0, $1), ($1, $0)]) },
        ],
        names: ["x": .map([(.string("a"), .list([.int(0), .bool(true)])), (.int(1), .string("b")), (.bool(true), .map([]))])])

    private static let isWhole = ProcessInfo.processInfo.environment["CEL_EXPRESSIONS"] == "all"

    /// How many combinations of one operator are tried before a share is drawn instead.
    private static let share = 1_500

    @Test(arguments: [logic, numbers, collections])
    func `agrees with a naive evaluator on every expression up to depth three`(alphabet: Alphabet) throws {
        let seed: UInt64 = 1
        var numbers = SeededNumbers(seed: seed)
        var trial = Trial(alphabet)
        var level = alphabet.leaves
        for leaf in alphabet.leaves { trial.check(leaf) }
        for depth in 2...3 {
            var next = level
            let isLast = depth == 3
            func add(_ expression: Naive) {
                trial.check(expression)
                if !isLast { next.append(expression) }
            }
            for form in alphabet.unary { for one in level { add(form(one)) } }
            for form in alphabet.binary {
                Self.combine(level, 2, isLast, &numbers) { add(form($0[0], $0[1])) }
            }
            for form in alphabet.ternary {
                Self.combine(level, 3, isLast, &numbers) { add(form($0[0], $0[1], $0[2])) }
            }
            print(
                "expressions of \(alphabet.name), depth \(depth): \(trial.count) expressions in all, \(trial.values) have values, seed \(seed)"
            )
            level = next
        }
        #expect(trial.disagreements.isEmpty, "\(trial.disagreements.prefix(5).joined(separator: "\n"))")
        #expect(trial.values > trial.count / 25, "too few of the expressions have a value to compare")
        #expect(trial.checked > trial.count / 50, "too few of the expressions pass the checker")
    }

    /// All combinations of so many parts; a share of them where they are too many.
    private static func combine(
        _ parts: [Naive], _ count: Int, _ mayDraw: Bool, _ numbers: inout SeededNumbers, _ body: ([Naive]) -> Void
    ) {
        let total = (0..<count).reduce(1) { product, _ in product * parts.count }
        if mayDraw, total > share * 6, !isWhole {
            for _ in 0..<share * count { body((0..<count).map { _ in parts.randomElement(using: &numbers)! }) }
            return
        }
        for number in 0..<total {
            var rest = number
            body(
                (0..<count).map { _ in
                    defer { rest /= parts.count }
                    return parts[rest % parts.count]
                })
        }
    }

    /// Expressions tried over one alphabet, and those on which the two do not agree.
    private struct Trial {
        let names: [String: NaiveValue]
        let environment: Environment
        let activation: Activation
        private(set) var count = 0
        private(set) var values = 0
        private(set) var checked = 0
        private(set) var disagreements: [String] = []

        init(_ alphabet: Alphabet) {
            names = alphabet.names
            var environment = Environment()
            for name in ["gone", "x", "v"] { environment.declare(variable: name, .dyn) }
            self.environment = environment
            activation = Activation(environment)
            for (name, value) in names { activation.bind(name, value.datum) }
        }

        mutating func check(_ expression: Naive) {
            count += 1
            let text = expression.text
            let wanted = try? expression.value(names)
            if wanted != nil { values += 1 }
            let (program, faults) = Program.compile(text, in: environment, isChecked: false)
            guard let program else { return disagreements.append("`\(text)` cannot be read: \(faults.map(\.summary.en))") }
            compare(text, program.evaluate(activation), wanted, "")
            if count.isMultiple(of: 8) {
                compare(text, program.trace(activation).result, wanted, "traced, ")
                compare(text, program.explain(activation).result, wanted, "explained, ")
            }
            guard let program = Program.compile(text, in: environment).program else { return }
            checked += 1
            compare(text, program.evaluate(activation), wanted, "checked, ")
            // Where something is dyn, the deduced type is a promise on trust.
            if let wanted, !program.checked.types.contains(where: \.containsDyn), !wanted.isOf(program.type) {
                disagreements.append("`\(text)` is \(wanted), and its type \(program.type)")
            }
        }

        private mutating func compare(_ text: String, _ result: Result<Value, Failure>, _ wanted: NaiveValue?, _ way: String) {
            switch (result, wanted) {
            case (.failure, nil): return
            case (.failure(let failure), let wanted?): disagreements.append("\(way)`\(text)` is \(wanted), not: \(failure.summary.en)")
            case (.success(let value), _):
                guard let found = NaiveValue(activation.datum(of: value)), let wanted, found.isIdentical(to: wanted) else {
                    return disagreements.append(
                        "\(way)`\(text)` is \(wanted.map { "\($0)" } ?? "an error"), not \(activation.datum(of: value))")
                }
            }
        }
    }
}

extension NaiveValue {
    /// The value as the evaluator is given it.
    fileprivate var datum: Datum {
        switch self {
        case .null: .null
        case .bool(let value): .bool(value)
        case .int(let number): .int(number)
        case .uint(let number): .uint(number)
        case .double(let number): .double(number)
        case .string(let text): .string(text)
        case .list(let elements): .list(elements.map(\.datum))
        case .map(let entries): .map(entries.map { ($0.key.datum, $0.value.datum) })
        }
    }

    fileprivate init?(_ datum: Datum) {
        switch datum {
        case .null: self = .null
        case .bool(let value): self = .bool(value)
        case .int(let number): self = .int(number)
        case .uint(let number): self = .uint(number)
        case .double(let number): self = .double(number)
        case .string(let text): self = .string(text)
        case .list(let elements): self = .list(elements.compactMap { NaiveValue($0) })
        case .map(let entries):
            self = .map(
                entries.compactMap { entry in
                    guard let key = NaiveValue(entry.key), let value = NaiveValue(entry.value) else { return nil }
                    return (key, value)
                })
        default: return nil
        }
    }

    /// True when a value is of a deduced type.
    fileprivate func isOf(_ type: ValueType) -> Bool {
        switch (self, type) {
        case (_, .dyn), (.null, _), (.bool, .bool), (.int, .int), (.uint, .uint), (.double, .double), (.string, .string): true
        case (.list(let elements), .list(let element)): elements.allSatisfy { $0.isOf(element) }
        case (.map(let entries), .map(let key, let value)): entries.allSatisfy { $0.key.isOf(key) && $0.value.isOf(value) }
        default: false
        }
    }
}
