import CEL
import Diagnostics
import Testing

/// What a debugger shows of an evaluation: each part with what it came to, and what decided (marked `>`).
struct ExplanationTests {
    private static func shown(_ source: String) throws -> String {
        var environment = Environment()
        for name in ["yes", "no"] { environment.declare(constant: name, .bool, .bool(name == "yes")) }
        environment.declare(constant: "list", .list(.int), .list([.int(1), .int(2), .int(3)]))
        let compiled = Program.compile(source, in: environment)
        let program = try #require(compiled.program, "\(compiled.faults.map(\.summary.en))")
        let whole = try #require(program.explain(Activation(environment)).whole)
        return lines(of: whole, Array(source.utf8), 0).joined(separator: "\n")
    }

    private static func lines(of part: Explanation, _ source: [UInt8], _ depth: Int) -> [String] {
        let text = String(decoding: source[part.range], as: UTF8.self)
        let outcome =
            switch part.outcome {
            case .value(let value): "\(value)"
            case .failure(let failure): "failed: \(failure.summary.en)"
            case .notLookedAt: "-"
            }
        let element = part.element.map { "\($0.name)=\($0.value): " } ?? ""
        let own = (part.isDeciding ? ">" : " ") + String(repeating: " ", count: depth) + "\(element)\(text) \(outcome)"
        return [own] + part.parts.flatMap { lines(of: $0, source, depth + 1) }
    }

    @Test(arguments: [
        (
            "yes && no && yes",
            """
             yes && no && yes bool(false)
              yes bool(true)
            > no bool(false)
              yes -
            """
        ),
        (
            "no || !no",
            """
             no || !no bool(true)
              no bool(false)
              !no bool(true)
            >  no bool(false)
            """
        ),
        (
            "no || no",
            """
             no || no bool(false)
            > no bool(false)
            > no bool(false)
            """
        ),
        (
            "yes ? no : yes",
            """
             yes ? no : yes bool(false)
            > yes bool(true)
            > no bool(false)
              yes -
            """
        ),
        (
            "list.exists(x, x > 1)",
            """
             list.exists(x, x > 1) bool(true)
              list list([CEL.Datum.int(1), CEL.Datum.int(2), CEL.Datum.int(3)])
              x=int(1): x > 1 bool(false)
               x int(1)
               1 int(1)
            > x=int(2): x > 1 bool(true)
               x int(2)
               1 int(1)
            """
        ),
        (
            "[1, 2].all(x, x < 9)",
            """
            >[1, 2].all(x, x < 9) bool(true)
              [1, 2] list([CEL.Datum.int(1), CEL.Datum.int(2)])
               1 int(1)
               2 int(2)
              x=int(1): x < 9 bool(true)
               x int(1)
               9 int(9)
              x=int(2): x < 9 bool(true)
               x int(2)
               9 int(9)
            """
        ),
        (
            "[].exists(x, x == 1)",
            """
            >[].exists(x, x == 1) bool(false)
              [] list([])
              x == 1 -
            """
        ),
        (
            "1 / 0 == 1 && yes",
            """
             1 / 0 == 1 && yes failed: division by zero
              1 / 0 == 1 failed: division by zero
            >  1 / 0 failed: division by zero
                1 int(1)
                0 int(0)
               1 -
              yes bool(true)
            """
        ),
    ])
    func `each part is shown with what it came to, and what decided is marked`(source: String, expected: String) throws {
        #expect(try Self.shown(source) == expected)
    }

    @Test(arguments: [
        ("yes && (no || !yes)", ["yes && (no || !yes)", "yes", "(no || !yes)", "no", "!yes"]),
        ("yes ? no : yes", ["yes ? no : yes", "yes"]), ("no", ["no"]), ("true", []),
        ("list.exists(x, x > 1 && no) || true", ["list.exists(x, x > 1 && no) || true", "list.exists(x, x > 1 && no)", "x > 1", "no"]),
    ])
    func `branches are what the value turns on, literals left out`(source: String, expected: [String]) throws {
        var environment = Environment()
        for name in ["yes", "no"] { environment.declare(constant: name, .bool, .bool(name == "yes")) }
        environment.declare(constant: "list", .list(.int), .list([.int(1)]))
        let program = try #require(Program.compile(source, in: environment).program)
        #expect(program.branches.map { String(decoding: Array(source.utf8)[$0], as: UTF8.self) } == expected)
    }
}
