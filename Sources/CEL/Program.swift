package import Diagnostics

/// A compiled expression: checked once, evaluated as often as wanted, by any number of activations.
package final class Program: Sendable {
    package let source: String
    package let environment: Environment
    /// The deduced type.
    package let type: ValueType
    let checked: CheckedSyntax
    private let step: Planner.Step

    private init(source: String, environment: Environment, checked: CheckedSyntax) {
        self.source = source
        self.environment = environment
        self.checked = checked
        type = checked.types[checked.syntax.root]
        step = Planner(checked, environment, mode: .plain).plan()
    }

    /// Reads, checks and plans an expression; without a program there is at least one fault.
    ///
    /// - Parameters:
    ///   - expected: the type that the expression must have, where only one will do.
    ///   - isChecked: false lets everything through that can be read; what does not fit fails at evaluation.
    package static func compile(
        _ source: String, in environment: Environment, expecting expected: ValueType? = nil, isChecked: Bool = true
    ) -> (program: Program?, faults: [Fault]) {
        var dialect = Parser.Dialect()
        dialect.hasBlock = environment.options.contains(.hasBlock)
        var parser = Parser(Array(source.utf8), limits: environment.limits, dialect: dialect)
        let (syntax, readingFaults) = parser.parse()
        guard readingFaults.isEmpty else { return (nil, readingFaults) }
        var checker = Checker(syntax, environment, isLenient: !isChecked)
        var (checked, faults) = checker.check(expecting: expected)
        faults += PatternCheck.faults(in: checked)
        guard faults.isEmpty else { return (nil, faults) }
        return (Program(source: source, environment: environment, checked: checked), [])
    }

    /// The value of the expression; it is good until the activation evaluates again.
    package func evaluate(_ activation: Activation) -> Result<Value, Failure> {
        run(step, activation)
    }

    private func run(_ step: Planner.Step, _ activation: Activation) -> Result<Value, Failure> {
        activation.prepare(localCount: checked.localCount)
        let value = step(activation)
        if activation.isExhausted { return .failure(activation.told(activation.failure(.exhausted), self)) }
        if value.isFailure { return .failure(activation.told(value, self)) }
        return .success(value)
    }

    /// Evaluates and notes every host fact that was read; volatile fields are left out.
    package func trace(_ activation: Activation) -> (result: Result<Value, Failure>, reads: [Read]) {
        let traced = tracing().evaluate(activation)
        return (traced.result, traced.reads)
    }

    /// The program planned for being traced again and again.
    package func tracing() -> TracedProgram {
        TracedProgram(program: self, step: Planner(checked, environment, mode: .tracing).plan())
    }

    /// Evaluates and notes what each part of the expression came to, as a debugger would show it.
    package func explain(_ activation: Activation) -> (result: Result<Value, Failure>, whole: Explanation?) {
        let explainer = Explainer(checked)
        activation.explainer = explainer
        defer { activation.explainer = nil }
        return (run(Planner(checked, environment, mode: .explaining).plan(), activation), explainer.whole)
    }

    fileprivate func record(_ activation: Activation, _ step: Planner.Step) -> (Result<Value, Failure>, Recorder) {
        let recorder = Recorder(source, limit: environment.limits.reads)
        activation.recorder = recorder
        defer { activation.recorder = nil }
        return (run(step, activation), recorder)
    }
}

/// A program that notes which facts of the host it reads.
package struct TracedProgram: Sendable {
    package let program: Program
    fileprivate let step: Planner.Step

    /// What an evaluation read, beside what came of it.
    package struct Outcome {
        package let result: Result<Value, Failure>
        /// Each fact once, volatile fields left out.
        package let reads: [Read]
    }

    /// Evaluates and notes every host fact that was read; fails when there is more to note than is kept.
    package func evaluate(_ activation: Activation) -> Outcome {
        let (result, recorder) = program.record(activation, step)
        guard recorder.isWhole else {
            let failure = Failure(.exhausted, range: 0..<program.source.utf8.count, detail: nil)
            return Outcome(result: .failure(failure), reads: recorder.reads)
        }
        return Outcome(result: result, reads: recorder.reads)
    }
}

extension Program {
    /// A variable or field that an expression names, and where.
    package struct Use: Sendable {
        /// The record type of a field; nil for a variable.
        package let record: Symbol?
        package let name: String
        package let isVolatile: Bool
        /// UTF-8 offsets of the very word.
        package let range: Range<Int>
    }

    /// What the expression refers to, in the order of the text.
    package var uses: [Use] {
        var uses: [Use] = []
        for (node, meaning) in checked.meanings.enumerated() {
            let range = checked.syntax[node].nameRange
            switch meaning {
            case .variable(let place):
                uses.append(Use(record: nil, name: environment.variables[place].name, isVolatile: false, range: range))
            case .field(let record, let place):
                guard let field = environment.records[record]?.fields[place] else { continue }
                uses.append(Use(record: record, name: field.name, isVolatile: field.isVolatile, range: range))
            default: continue
            }
        }
        return uses.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
}

extension Checker {
    /// Checks the whole expression against the one type that will do.
    mutating func check(expecting expected: ValueType?) -> (CheckedSyntax, [Fault]) {
        let (checked, faults) = check()
        guard let expected, faults.isEmpty else { return (checked, faults) }
        require(expected, syntax.root, result.types[syntax.root])
        return (checked, self.faults)
    }
}
