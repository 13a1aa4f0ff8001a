import Diagnostics
import Testing

@testable import CEL

/// What an evaluation notes of the facts that it reads.
struct TracingTests {
    private final class Store: Sendable {}

    /// Ports with a key, and pins that stand in a list of their port and have none.
    private static func environment(reads: Int = 1_000) -> Environment {
        var environment = Environment()
        environment.limits.reads = reads
        environment.readStore(Store.self)
        environment.declare(
            RecordType(
                "Port",
                fields: [
                    .of(Store.self, "name", .string) { row, _ in .symbol(Symbol("p\(row)")) },
                    .of(Store.self, "age", .int, isVolatile: true) { row, _ in .int(Int64(row)) },
                    .of(Store.self, "pins", .list(.record("Pin"))) { row, _ in .rows("Pin", start: row, count: 2) },
                ], key: { row, _ in .symbol(Symbol("p\(row)")) }))
        environment.declare(
            RecordType(
                "Pin", fields: [.of(Store.self, "number", .int) { row, _ in .int(Int64(row)) }],
                identity: { row, _ in .symbol(Symbol(row == 3 ? "third" : "other")) }))
        environment.declare(variable: "ports", .list(.record("Port")))
        environment.declare(variable: "port", .record("Port"))
        return environment
    }

    private func outcome(_ source: String, reads: Int = 1_000) throws -> TracedProgram.Outcome {
        let environment = Self.environment(reads: reads)
        let program = try #require(Program.compile(source, in: environment).program, "\(source)")
        let activation = Activation(environment, store: Store())
        activation.bind("ports", .rows("Port", start: 0, count: 3))
        activation.bind("port", .record("Port", row: 1))
        return program.tracing().evaluate(activation)
    }

    private func paths(_ source: String) throws -> [String] { try outcome(source).reads.map(\.path) }

    @Test func `an object is named by its key, and a field is noted once`() throws {
        #expect(try paths("port.name == port.name || port.name == ''") == ["Port[p1].name"])
        #expect(try paths("ports.exists(p, p.name == 'p1')") == ["ports", "Port[p0].name", "Port[p1].name"])
    }

    @Test func `what changes without meaning is not noted`() throws {
        #expect(try paths("port.age > 3 || port.name == ''") == ["Port[p1].name"])
    }

    @Test func `an element without a key is named by what tells it apart, and by its turn where nothing does`() throws {
        #expect(
            try paths("ports[2].pins.exists(n, n.number == 9)").suffix(2) == ["Port[p2].pins[other].number", "Port[p2].pins[third].number"])
        #expect(
            try paths("port.pins.exists(n, n.number == 9)").suffix(2) == ["Port[p1].pins[other].number", "Port[p1].pins[other#2].number"])
    }

    @Test func `what stands at a place of a list is noted as it is written`() throws {
        let reads = try outcome("ports[0].name == 'x' || ports.map(p, p.name)[1] == 'x'").reads.map { "\($0.path)=\($0.value)" }
        #expect(reads.contains("ports[0]=record(type: Port, row: 0, key: Optional(\"p0\"))"))
        #expect(reads.contains("ports.map(p, p.name)[1]=string(\"p1\")"), "\(reads)")
    }

    @Test func `what is too much to note is a failure`() throws {
        #expect(try outcome("ports.exists(p, p.name == 'p9')", reads: 4).result.isSuccess)
        let failed = try outcome("ports.exists(p, p.name == 'p9')", reads: 3)
        #expect(failed.result.failureCode == .exhausted)
    }
}

extension Result where Success == Value, Failure == CEL.Failure {
    fileprivate var isSuccess: Bool { failureCode == nil }

    fileprivate var failureCode: CEL.Failure.Code? {
        if case .failure(let failure) = self { failure.code } else { nil }
    }
}
