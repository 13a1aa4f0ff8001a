import Diagnostics

/// What one part of an expression came to in one evaluation, with what stands below it, as a debugger would show it.
///
/// A macro has one entry for the body of each element that it looked at, in turn.
package struct Explanation: Sendable {
    /// UTF-8 offsets of the part.
    package let range: Range<Int>
    package let outcome: Outcome
    /// The element of the macro around it, for the body of one.
    package let element: Element?
    package let form: Form
    /// The parts below, in the order of the text; all of them, so that what was not looked at can be told.
    package let parts: [Explanation]
    /// It is what made the whole come to what it did: with another value of it, or of it and its equals, the whole would be another.
    package internal(set) var isDeciding = false

    /// What came of a part.
    package enum Outcome: Sendable {
        case value(Datum)
        case failure(Failure)
        /// Something before it had decided.
        case notLookedAt
    }

    /// What a macro's name stood for.
    package struct Element: Sendable {
        package let name: String
        package let value: Datum
    }

    /// How a part makes its value from those below.
    package enum Form: Sendable {
        case literal, name, not, conjunction, disjunction, choice
        /// `all`, which ends at the first false, and `exists`, which ends at the first true.
        case every, some
        case other
    }

    /// The truth value that came of it; nil for everything else.
    package var truth: Bool? {
        guard case .value(.bool(let truth)) = outcome else { return nil }
        return truth
    }

    fileprivate var failed: Bool {
        if case .failure = outcome { true } else { false }
    }

    fileprivate var wasLookedAt: Bool {
        if case .notLookedAt = outcome { false } else { true }
    }
}

// MARK: What decides

extension Explanation {
    /// The same with the deciding parts marked.
    func marked() -> Explanation {
        let deciding = decidingParts
        guard !deciding.isEmpty else {
            var own = self
            own.isDeciding = true
            return own
        }
        let parts = parts.enumerated().map { deciding.contains($0) ? $1.marked() : $1 }
        return Explanation(range: range, outcome: outcome, element: element, form: form, parts: parts)
    }

    /// The places of the parts that made the value; empty where it is the part's own doing.
    private var decidingParts: [Int] {
        if failed { return parts.firstIndex(where: \.failed).map { [$0] } ?? [] }
        let truths = parts.enumerated()
        switch form {
        case .not: return parts.isEmpty ? [] : [0]
        case .conjunction: return truth == true ? Array(parts.indices) : truths.filter { $1.truth == false }.prefix(1).map(\.offset)
        case .disjunction: return truth == false ? Array(parts.indices) : truths.filter { $1.truth == true }.prefix(1).map(\.offset)
        case .choice: return truths.filter { $1.wasLookedAt }.map(\.offset)
        case .every, .some:
            // The element that ended the walk is the last one; without one it is the list as a whole.
            guard truth == (form == .some), let last = parts.indices.last, parts[last].element != nil else { return [] }
            return [last]
        case .literal, .name, .other: return []
        }
    }
}

// MARK: Recording

/// Takes down an evaluation part by part.
final class Explainer {
    private let checked: CheckedSyntax
    /// What was finished below each part that is being evaluated; the outermost is the whole.
    private var finished: [[(node: Node.ID, explanation: Explanation)]] = [[]]
    /// The slot that holds the element for the body or condition of a macro.
    private var slots: [Node.ID: (slot: Int, name: String)] = [:]
    private var count = 0
    /// Parts that are kept of one evaluation; what is beyond is left out.
    private static let limit = 20_000

    init(_ checked: CheckedSyntax) {
        self.checked = checked
        for (node, meaning) in checked.meanings.enumerated() {
            guard case .fold(let fold) = checked.syntax[node].form, case .slots(let slot) = meaning else { continue }
            let place = fold.second == nil ? (slot, fold.first) : (slot + 1, fold.second ?? "")
            slots[fold.body] = place
            if let condition = fold.condition { slots[condition] = place }
        }
    }

    /// The whole expression, what decides marked; nil when nothing was evaluated.
    var whole: Explanation? { finished[0].first?.explanation.marked() }

    func open() { finished.append([]) }

    func close(_ node: Node.ID, _ value: Value, _ activation: Activation) {
        let below = finished.removeLast()
        count += 1
        guard count <= Self.limit else { return }
        let outcome: Explanation.Outcome =
            value.isFailure ? .failure(told(value, node, activation)) : .value(activation.datum(of: value))
        let element = slots[node].map { Explanation.Element(name: $0.name, value: activation.datum(of: activation.locals[$0.slot])) }
        let explanation = Explanation(
            range: checked.syntax[node].range, outcome: outcome, element: element, form: form(of: node), parts: parts(of: node, below))
        finished[finished.count - 1].append((node, explanation))
    }

    private func told(_ failure: Value, _ node: Node.ID, _ activation: Activation) -> Failure {
        Failure(
            Failure.Code(rawValue: failure.extra) ?? .noOverload, range: checked.syntax[node].range,
            detail: failure.high == 0 ? nil : activation.formatted(activation.arenaValues[Int(failure.high) - 1]))
    }

    /// What was finished below a part, and what stands there and was not looked at.
    private func parts(of node: Node.ID, _ below: [(node: Node.ID, explanation: Explanation)]) -> [Explanation] {
        if case .fold = checked.syntax[node].form, below.count > 1 { return below.map(\.explanation) }
        return operands(of: node).map { operand in
            below.first { $0.node == operand }?.explanation
                ?? Explanation(
                    range: checked.syntax[operand].range, outcome: .notLookedAt, element: nil, form: form(of: operand), parts: [])
        }
    }

    /// The parts below that can be evaluated: what is only a piece of a name cannot.
    private func operands(of node: Node.ID) -> [Node.ID] {
        switch (checked.syntax[node].form, checked.meanings[node]) {
        case (.select, .variable), (.select, .typeName): []
        case (.method(_, _, let arguments), .qualifiedFunction): arguments
        case (let form, _): form.children
        }
    }

    private func form(of node: Node.ID) -> Explanation.Form {
        switch checked.syntax[node].form {
        case .literal, .bytes: .literal
        case .name: .name
        case .unary(.not, _): .not
        case .all: .conjunction
        case .any: .disjunction
        case .conditional: .choice
        case .fold(let fold): fold.kind == .all ? .every : fold.kind == .exists ? .some : .other
        case .select: if case .variable = checked.meanings[node] { .name } else { .other }
        default: .other
        }
    }
}

// MARK: Branches

extension Program {
    /// The parts whose truth the value turns on: the whole, where it is a truth value, each operand of `&&` and `||`, and each
    /// condition of `?:`; literals are left out. UTF-8 offsets, in the order of the text, the outer before the inner.
    package var branches: [Range<Int>] {
        let syntax = checked.syntax
        var branches: [Range<Int>] = []
        func visit(_ node: Node.ID, isBranch: Bool) {
            if isBranch, !syntax[node].form.isLiteral, branches.last != syntax[node].range { branches.append(syntax[node].range) }
            switch syntax[node].form {
            case .all(let terms), .any(let terms): for term in terms { visit(term, isBranch: true) }
            case .conditional(let condition, let yes, let no):
                visit(condition, isBranch: true)
                visit(yes, isBranch: false)
                visit(no, isBranch: false)
            case let form: for child in form.children { visit(child, isBranch: false) }
            }
        }
        visit(syntax.root, isBranch: type == .bool)
        return branches
    }
}

extension Node.Form {
    fileprivate var isLiteral: Bool {
        if case .literal = self { true } else { false }
    }
}
