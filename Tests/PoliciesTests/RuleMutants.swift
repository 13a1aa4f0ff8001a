import Diagnostics

@testable import CEL

/// Conditions that differ from one in a single place: what a slip of the pen could have made of it.
struct RuleMutants {
    private let program: Program
    private let text: [UInt8]

    init(_ program: Program) {
        self.program = program
        text = Array(program.source.utf8)
    }

    /// The texts of all of them, each once.
    var all: [String] {
        let syntax = program.checked.syntax
        var mutants = [whole { "!(\($0))" }]
        for node in syntax.nodes.indices where isWritten(node) { mutants += self.mutants(of: node) }
        var seen: Set<String> = [program.source]
        return mutants.filter { seen.insert($0).inserted }
    }

    private func mutants(of node: Int) -> [String] {
        switch program.checked.syntax[node].form {
        case .all(let terms): return slips(of: node, terms, "||", neutral: "true")
        case .any(let terms): return slips(of: node, terms, "&&", neutral: "false")
        case .unary(.not, let operand): return [replacing(node, with: "(\(source(operand)))")]
        case .binary(let sign, let left, let right):
            return (Self.slips[sign.rawValue] ?? []).map { replacing(node, with: "((\(source(left))) \($0) (\(source(right))))") }
        case .conditional(let condition, let yes, let no):
            return [replacing(node, with: "((\(source(condition))) ? (\(source(no))) : (\(source(yes))))")]
        case .literal(let value): return moved(value).map { replacing(node, with: $0) }
        case .list(let elements) where elements.count > 1:
            return elements.indices.map { left in
                replacing(
                    node, with: "[" + elements.indices.filter { $0 != left }.map { source(elements[$0].node) }.joined(separator: ", ") + "]"
                )
            }
        case .fold(let fold):
            guard let other = ["exists": "all", "all": "exists", "exists_one": "exists"][fold.kind.rawValue] else { return [] }
            return [replacing(program.checked.syntax[node].nameRange, with: other)]
        default: return []
        }
    }

    private static let slips = [
        "==": ["!="], "!=": ["=="], "<": [">=", "<="], "<=": [">", "<"], ">": ["<=", ">="], ">=": ["<", ">"], "+": ["-"], "-": ["+"],
    ]

    /// An operand turned round or left out, and the other connective.
    private func slips(of node: Int, _ terms: [Int], _ other: String, neutral: String) -> [String] {
        let single = terms.flatMap { [replacing($0, with: "(!(\(source($0))))"), replacing($0, with: neutral)] }
        return single + [replacing(node, with: "(" + terms.map { "(\(source($0)))" }.joined(separator: " \(other) ") + ")")]
    }

    private func moved(_ literal: Value) -> [String] {
        if let truth = literal.boolValue { return [String(!truth)] }
        if let number = literal.intValue { return [String(number + 1), "(\(number - 1))"] }
        if let symbol = literal.symbolValue { return ["'\(symbol.text)!'"] }
        return []
    }

    // MARK: Text

    /// Nodes that a macro made stand nowhere.
    private func isWritten(_ node: Int) -> Bool { !program.checked.syntax[node].range.isEmpty }

    private func source(_ node: Int) -> String { String(decoding: text[program.checked.syntax[node].range], as: UTF8.self) }

    private func whole(_ change: (String) -> String) -> String { change(program.source) }

    private func replacing(_ node: Int, with other: String) -> String { replacing(program.checked.syntax[node].range, with: other) }

    private func replacing(_ range: Range<Int>, with other: String) -> String {
        String(decoding: text[..<range.lowerBound] + Array(other.utf8) + text[range.upperBound...], as: UTF8.self)
    }
}
