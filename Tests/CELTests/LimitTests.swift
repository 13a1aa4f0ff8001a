import Diagnostics
import Testing

@testable import CEL

/// No expression takes more than its limits, and what exceeds one has no value.
@Suite struct LimitTests {
    private func environment(_ change: (inout Limits) -> Void) -> Environment {
        var environment = Environment()
        change(&environment.limits)
        return environment
    }

    private let exhausted = "error: the evaluation takes too many steps or too much room"

    // MARK: Reading

    @Test func `a text longer than the limit is not read`() {
        let environment = environment { $0.sourceSize = 10 }
        #expect(Sample.answer("1 + 1 + 11", in: environment) == "13")
        #expect(Sample.answer("1 + 1 + 111", in: environment) == "fault: the expression is longer than 10 bytes")
    }

    /// Each way of going deeper, so many times.
    private static let nests: [@Sendable (Int) -> String] = [
        { String(repeating: "(", count: $0) + "1" + String(repeating: ")", count: $0) },
        { String(repeating: "[", count: $0) + String(repeating: "]", count: $0) },
        { String(repeating: "{1:", count: $0) + "1" + String(repeating: "}", count: $0) },
        { String(repeating: "!", count: $0) + "true" }, { String(repeating: "-", count: $0) + "(1)" },
        { String(repeating: "size([", count: $0) + String(repeating: "])", count: $0) },
        { "{}" + String(repeating: ".a", count: $0) }, { "{}" + String(repeating: "['a']", count: $0) },
        { "[]" + String(repeating: ".reverse()", count: $0) },
        { "1" + String(repeating: "+1", count: $0) }, { "1" + String(repeating: "==1", count: $0) },
        { String(repeating: "true?1:", count: $0) + "1" },
        { String(repeating: "[1].map(x,", count: $0) + "x" + String(repeating: ")", count: $0) },
        { String(repeating: "cel.bind(x,1,", count: $0) + "x" + String(repeating: ")", count: $0) },
        { "T" + String(repeating: "{a:T", count: $0) + String(repeating: "}", count: $0) },
    ]

    @Test(arguments: nests.indices)
    func `nesting is bounded, however it is written`(number: Int) {
        let nest = Self.nests[number]
        for depth in [300, 3_000, 9_000] {
            let (program, faults) = Program.compile(nest(depth), in: Environment(), isChecked: false)
            #expect(program == nil)
            #expect(faults.first?.code == .limit, "\(nest(3)), \(depth) times")
            #expect(faults.count <= 20)
        }
        #expect(
            Program.compile(nest(32), in: Environment(), isChecked: false).program != nil,
            "\(nest(3)): 32 levels are the least that is asked for")
    }

    @Test func `long rows are no depth`() {
        for (sign, part) in [("||", "false"), ("&&", "true"), (",", "1")] {
            let row = Array(repeating: part, count: 5_000).joined(separator: sign)
            #expect(Program.compile(sign == "," ? "size([\(row)])" : row, in: Environment()).program != nil)
        }
        #expect(Sample.answer("[" + Array(repeating: "1", count: 5_000).joined(separator: ",") + "].size()") == "5000")
    }

    @Test func `of many faults the first are told`() {
        let faults = Program.compile(Array(repeating: "[1 +]", count: 1_000).joined(separator: ","), in: Environment()).faults
        #expect(faults.count <= 20)
        let names = Program.compile("[" + Array(repeating: "a", count: 1_000).joined(separator: ",") + "]", in: Environment()).faults
        #expect(names.count == 20)
    }

    @Test func `checking many unknown types takes no time that grows with their square`() {
        let clock = ContinuousClock()
        let source = "[" + Array(repeating: "[]", count: 8_000).joined(separator: ",") + "]"
        let time = clock.measure { #expect(Program.compile(source, in: Environment()).program != nil) }
        #expect(time < .seconds(20), "\(time)")
    }

    // MARK: Steps

    @Test func `steps are counted`() {
        let environment = environment { $0.cost = 1_000 }
        #expect(Sample.answer("lists.range(100).all(x, x >= 0)", in: environment) == "true")
        #expect(Sample.answer("lists.range(900).all(x, x >= 0)", in: environment) == exhausted)
    }

    /// Loops in loops, and functions that walk over what is long.
    @Test(arguments: [
        "lists.range(1000).all(x, lists.range(1000).all(y, lists.range(1000).all(z, z >= 0)))",
        "lists.range(10000).all(x, !lists.range(10000).exists(y, y == x - x - 1))",
        "lists.range(10000).all(x, !(x in lists.range(10000).map(y, -y - 1)))",
        "cel.bind(s, lists.range(10000).map(x, 'aaaaaaaaaa').join(), lists.range(10000).all(x, !s.contains('b')))",
        "cel.bind(s, lists.range(10000).map(x, 'aaaaaaaaaa').join(), lists.range(10000).all(x, s == s + ''))",
        "cel.bind(s, lists.range(10000).map(x, 'aaaaaaaaaa').join(), lists.range(10000).all(x, s.size() > 0))",
        "cel.bind(s, lists.range(10000).map(x, 'aaaaaaaaaa').join(), lists.range(10000).all(x, !s.matches('(a+)+b')))",
        "cel.bind(s, lists.range(10000).map(x, 'aaaaaaaaaa').join(), lists.range(10000).all(x, s.startsWith(s)))",
        "cel.bind(s, lists.range(10000).map(x, 'aaaaaaaaaa').join(), lists.range(10000).all(x, s.charAt(x) == 'a'))",
        "cel.bind(s, lists.range(10000).map(x, 'aaaaaaaaaa').join(), lists.range(10000).all(x, s.lastIndexOf('b') < 0))",
        "cel.bind(l, lists.range(10000), l.all(x, l.distinct().size() > 0))", "cel.bind(l, lists.range(10000), l.all(x, l.sort() == l))",
        "cel.bind(m, lists.range(10000).transformMap(i, v, v), lists.range(10000).all(x, m[x] == x))",
        "cel.bind(m, lists.range(10000).transformMap(i, v, v), m == m)", "cel.bind(l, lists.range(10000), l.all(x, math.greatest(l) >= x))",
        "lists.range(10000).all(x, ''.matches(string(x) + 'a{1000}') || true)",
    ])
    func `no expression takes long`(source: String) {
        let clock = ContinuousClock()
        var answer = ""
        let time = clock.measure { answer = Sample.answer(source, in: environment { $0.cost = 300_000 }) }
        #expect(answer == exhausted, "\(source)")
        #expect(time < .seconds(60), "\(source) took \(time)")
    }

    @Test func `what is exhausted has no value, whatever else would decide`() {
        let environment = environment { $0.cost = 1_000 }
        #expect(Sample.answer("lists.range(900).all(x, x >= 0) || true", in: environment) == exhausted)
        #expect(Sample.answer("true || lists.range(900).all(x, x >= 0)", in: environment) == "true")
    }

    // MARK: Room

    @Test func `room is bounded`() {
        let environment = environment { $0.memory = 10_000 }
        #expect(Sample.answer("lists.range(100).map(x, x).size()", in: environment) == "100")
        #expect(Sample.answer("lists.range(1000).map(x, x).size()", in: environment) == exhausted)
        #expect(Sample.answer("lists.range(100).map(x, 'aaaaaaaaaa').join().size()", in: environment) == "1000")
        #expect(
            Sample.answer("lists.range(100).map(x, 'aaaaaaaaaa').join('\(String(repeating: "-", count: 100))').size()", in: environment)
                == exhausted)
        #expect(Sample.answer("'a'.replace('', '\(String(repeating: "-", count: 6_000))').size()", in: environment) == exhausted)
    }

    /// Each name holds the one before twice: what is written once grows to a tree without end.
    @Test(arguments: [
        "size(%) >= 0", "% == %", "string([%].map(x, '%s'.format([x]))[0].size()) != ''", "{'a': %} == {'a': %}",
        "[%].flatten(100).size() > 0",
    ])
    func `a value may share its parts but not grow as a tree`(use: String) {
        var source = use.replacing("%s", with: "¤").replacing("%", with: "x60").replacing("¤", with: "%s")
        for number in (1...60).reversed() { source = "cel.bind(x\(number), [x\(number - 1), x\(number - 1)], \(source))" }
        source = "cel.bind(x0, 'a text', \(source))"
        #expect(Sample.answer(source) == exhausted)
    }

    @Test func `a value is nested no deeper than expressions are`() {
        var source = "size(x9)"
        let brackets = (String(repeating: "[", count: 30), String(repeating: "]", count: 30))
        for number in (1...9).reversed() { source = "cel.bind(x\(number), \(brackets.0)x\(number - 1)\(brackets.1), \(source))" }
        #expect(Sample.answer("cel.bind(x0, 0, \(source))") == "error: the value is nested too deep")
        let optionals = (String(repeating: "optional.of(", count: 190), String(repeating: ")", count: 190))
        #expect(Sample.answer("cel.bind(x, \(optionals.0)1\(optionals.1), optional.of(optional.of(x)).hasValue())") == "true")
        #expect(
            Sample.answer("cel.bind(x, \(optionals.0)1\(optionals.1), [[[[[[[[[[[[x]]]]]]]]]]]].size())")
                == "error: the value is nested too deep")
    }

    @Test func `a loop of texts gives their room back`() {
        let environment = environment { $0.memory = 100_000 }
        #expect(
            Sample.answer("lists.range(2000).all(x, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' + string(x) != '')", in: environment)
                == "true")
    }

    @Test func `the next evaluation begins afresh`() throws {
        let environment = environment { $0.cost = 1_000 }
        let (long, short) = try (
            #require(Program.compile("lists.range(900).all(x, x >= 0)", in: environment).program),
            #require(Program.compile("1 + 1", in: environment).program)
        )
        let activation = Activation(environment)
        for _ in 0..<3 {
            #expect(throws: Failure.self) { try long.evaluate(activation).get() }
            #expect(try short.evaluate(activation).get().intValue == 2)
        }
    }
}
