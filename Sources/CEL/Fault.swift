package import Diagnostics

/// What is wrong with the text of an expression, and where.
package struct Fault: Error, Hashable, Sendable {
    /// The permanent name of the kind of fault.
    package enum Code: String, Sendable {
        case syntax = "cel-syntax"
        case literal = "cel-literal"
        case limit = "cel-limit"
        case macro = "cel-macro"
        case unknownName = "cel-unknown-name"
        case unknownFunction = "cel-unknown-function"
        case unknownField = "cel-unknown-field"
        case noOverload = "cel-no-overload"
        case mismatch = "cel-type-mismatch"
        case dynamic = "cel-dynamic"
        case pattern = "cel-pattern"
    }

    package let code: Code
    package let summary: Phrase
    /// The cure, where there is one.
    package let help: [Phrase]
    /// UTF-8 offsets into the expression.
    package let range: Range<Int>

    init(_ code: Code, _ summary: Phrase, at range: Range<Int>, help: Phrase? = nil) {
        self.code = code
        self.summary = summary
        self.help = help.map { [$0] } ?? []
        self.range = range
    }
}

/// Bounds that no expression may pass, so that no text can exhaust the machine.
package struct Limits: Sendable {
    /// Bytes of an expression's text.
    package var sourceSize = 100_000
    /// How deep expressions and values may be nested, values at most 250; also bounds the depth of an evaluation.
    package var depth = 200
    /// How many faults of one expression are kept.
    package var faults = 20
    /// Steps of one evaluation: an iteration costs the nodes of its body, an operation on texts its length.
    package var cost = 10_000_000
    /// Facts of the host that are noted of one evaluation.
    package var reads = 200_000
    /// Bytes that the values of one evaluation may take, and that one of them may take when nothing in it is shared.
    package var memory = 64 << 20

    package init() {}
}
