import Diagnostics

/// A condition as logic over parts that are not looked into.
indirect enum Condition: Sendable {
    case constant(Node.ID, Bool)
    case atom(Node.ID, Int)
    case not(Node.ID, Condition)
    case all(Node.ID, [Condition])
    case any(Node.ID, [Condition])
    case choice(Node.ID, Condition, Condition, Condition)

    /// A part that is true or false by itself. Terms are named by their text in one way of writing it.
    enum Atom: Hashable, Sendable {
        case value(term: String, Value)
        case less(String, String)
        /// The terms in order.
        case same(String, String)
        /// A field of a record, or whether it is there.
        case field(owner: String, record: Symbol, field: String, isPresence: Bool)
        /// Whether something is there that is no field.
        case present(String)
        /// `term.orValue(…)` with a truth value.
        case fallback(String, Bool)
        case other(String)
    }

    /// What a term is compared with.
    enum Value: Hashable, Sendable {
        case text(String)
        case number(Int64)
        /// Less than a whole number.
        case below(Int64)
    }

    var node: Node.ID {
        switch self {
        case .constant(let node, _), .atom(let node, _), .not(let node, _), .all(let node, _), .any(let node, _),
            .choice(let node, _, _, _):
            node
        }
    }

    /// Whether it holds where the atoms are true whose bits are set.
    func holds(in world: UInt32) -> Bool {
        switch self {
        case .constant(_, let truth): truth
        case .atom(_, let place): world >> UInt32(place) & 1 == 1
        case .not(_, let part): !part.holds(in: world)
        case .all(_, let terms): terms.allSatisfy { $0.holds(in: world) }
        case .any(_, let terms): terms.contains { $0.holds(in: world) }
        case .choice(_, let condition, let yes, let no): condition.holds(in: world) ? yes.holds(in: world) : no.holds(in: world)
        }
    }
}

/// Reads a checked expression as a condition.
struct ConditionReader {
    private let checked: CheckedSyntax
    private let environment: Environment
    private let laws: FieldLaws
    private(set) var atoms: [Condition.Atom] = []
    /// Comparisons with texts that are never said.
    private(set) var faults: [ReachFault] = []

    init(_ checked: CheckedSyntax, _ environment: Environment, _ laws: FieldLaws) {
        self.checked = checked
        // Constant parts are worked out without the host's store.
        var environment = environment
        environment.store = nil
        self.environment = environment
        self.laws = laws
    }

    private var syntax: Syntax { checked.syntax }

    mutating func formula(_ node: Node.ID) -> Condition {
        if let truth = folded(node) { return .constant(node, truth) }
        switch syntax[node].form {
        case .unary(.not, let operand): return .not(node, formula(operand))
        case .all(let terms): return .all(node, terms.map { formula($0) })
        case .any(let terms): return .any(node, terms.map { formula($0) })
        case .conditional(let condition, let yes, let no): return .choice(node, formula(condition), formula(yes), formula(no))
        case .binary(let sign, let left, let right): return comparison(node, sign, left, right)
        case .presence(let operand, let field): return atom(node, presence(operand, field))
        case .select(let operand, let field, _): return atom(node, fieldAtom(operand, field, isPresence: false) ?? .other(text(node)))
        case .method(let receiver, "hasValue", _): return atom(node, presence(receiver))
        case .method(let receiver, "orValue", let arguments):
            if arguments.count == 1, let truth = folded(arguments[0]) { return fallback(node, receiver, truth) }
            return atom(node, .other(text(node)))
        case .fold(let fold) where fold.kind == .exists: return exists(node, fold)
        default: return atom(node, .other(text(node)))
        }
    }

    private mutating func atom(_ node: Node.ID, _ atom: Condition.Atom) -> Condition {
        if let place = atoms.firstIndex(of: atom) { return .atom(node, place) }
        atoms.append(atom)
        return .atom(node, atoms.count - 1)
    }

    // MARK: Parts

    /// The truth of a part that names nothing.
    private func folded(_ node: Node.ID) -> Bool? {
        guard checked.types[node] == .bool, namesNothing(node) else { return nil }
        let activation = Activation(environment)
        activation.prepare(localCount: checked.localCount)
        return Planner(checked, environment, mode: .plain).plan(node)(activation).boolValue
    }

    private func namesNothing(_ node: Node.ID) -> Bool {
        if case .name = syntax[node].form { return false }
        return syntax[node].form.children.allSatisfy { namesNothing($0) }
    }

    /// `exists` of what can never hold is false; else it may be either.
    private mutating func exists(_ node: Node.ID, _ fold: Node.Fold) -> Condition {
        var inner = ConditionReader(checked, environment, laws)
        let body = inner.formula(fold.body)
        faults += inner.faults
        let isIdle =
            inner.faults.isEmpty && inner.atoms.count <= 10 && Consistency(inner.atoms, laws).admitsNone(of: body, inner.atoms.count)
        return isIdle ? .constant(node, false) : atom(node, .other(text(node)))
    }

    private mutating func fallback(_ node: Node.ID, _ receiver: Node.ID, _ byDefault: Bool) -> Condition {
        atom(node, .fallback(text(receiver), byDefault))
    }

    private func presence(_ operand: Node.ID, _ field: String) -> Condition.Atom {
        fieldAtom(operand, field, isPresence: true) ?? .present("\(text(operand)).\(field)")
    }

    private func presence(_ node: Node.ID) -> Condition.Atom {
        if case .select(let operand, let field, _) = syntax[node].form { return presence(operand, field) }
        return .present(text(node))
    }

    private func fieldAtom(_ operand: Node.ID, _ field: String, isPresence: Bool) -> Condition.Atom? {
        guard case .record(let record) = checked.types[operand] else { return nil }
        return .field(owner: text(operand), record: record, field: field, isPresence: isPresence)
    }

    // MARK: Comparisons

    private mutating func comparison(_ node: Node.ID, _ sign: Operator, _ left: Node.ID, _ right: Node.ID) -> Condition {
        switch sign {
        case .equal: return equality(node, left, right)
        case .notEqual: return .not(node, equality(node, left, right))
        case .less: return order(node, left, right)
        case .greater: return order(node, right, left)
        case .lessEqual: return .not(node, order(node, right, left))
        case .greaterEqual: return .not(node, order(node, left, right))
        case .in:
            guard case .list(let elements) = syntax[right].form else { return atom(node, .other(text(node))) }
            return .any(node, elements.map { equality($0.node, left, $0.node) })
        default: return atom(node, .other(text(node)))
        }
    }

    private mutating func equality(_ node: Node.ID, _ left: Node.ID, _ right: Node.ID) -> Condition {
        if let value = literal(right) { return value.isText ? said(node, left, right, value) : atom(node, .value(term: text(left), value)) }
        if literal(left) != nil { return equality(node, right, left) }
        let terms = [text(left), text(right)].sorted()
        return atom(node, .same(terms[0], terms[1]))
    }

    /// A term that is compared with a text; one that it never holds is a fault.
    private mutating func said(_ node: Node.ID, _ term: Node.ID, _ literal: Node.ID, _ value: Condition.Value) -> Condition {
        if case .text(let word) = value, !word.isEmpty, case .select(let operand, let field, _) = syntax[term].form,
            case .record(let record) = checked.types[operand], let words = laws.words(record, field), !words.contains(word)
        {
            faults.append(ReachFault(kind: .neverSaid(word, known: words), range: syntax[literal].range))
        }
        return atom(node, .value(term: text(term), value))
    }

    /// `left < right`
    private mutating func order(_ node: Node.ID, _ left: Node.ID, _ right: Node.ID) -> Condition {
        if case .number(let bound) = literal(right) { return atom(node, .value(term: text(left), .below(bound))) }
        // Above a number is not below the next one.
        if case .number(let bound) = literal(left), bound < .max {
            return .not(node, atom(node, .value(term: text(right), .below(bound + 1))))
        }
        return atom(node, .less(text(left), text(right)))
    }

    private func literal(_ node: Node.ID) -> Condition.Value? {
        guard case .literal(let value) = syntax[node].form else { return nil }
        return value.symbolValue.map { .text($0.text) } ?? value.intValue.map { .number($0) }
    }

    // MARK: Text

    /// A part in one way of writing it.
    private func text(_ node: Node.ID) -> String {
        switch syntax[node].form {
        case .literal(let value): return Activation(environment).formattedLiteral(value)
        case .bytes(let bytes): return "b\(bytes)"
        case .name(let name, _): return name
        case .select(let operand, let field, let isOptional): return "\(text(operand)).\(isOptional ? "?" : "")\(field)"
        case .presence(let operand, let field): return "has(\(text(operand)).\(field))"
        case .call(let name, let arguments): return "\(name)(\(list(arguments)))"
        case .method(let receiver, let name, let arguments): return "\(text(receiver)).\(name)(\(list(arguments)))"
        case .index(let operand, let key, let isOptional): return "\(text(operand))[\(isOptional ? "?" : "")\(text(key))]"
        case .unary(let sign, let operand): return "\(sign.symbol)(\(text(operand)))"
        case .binary(let sign, let left, let right): return "(\(text(left)) \(sign.symbol) \(text(right)))"
        case .fold(let fold):
            return
                "\(text(fold.range)).\(fold.kind.rawValue)(\(fold.first),\(fold.second ?? ""),\(fold.condition.map { text($0) } ?? ""),\(text(fold.body)))"
        case let form: return "#\(node)(\(list(form.children)))"
        }
    }

    private func list(_ nodes: [Node.ID]) -> String { nodes.map { text($0) }.joined(separator: ",") }
}

extension Condition.Value {
    fileprivate var isText: Bool {
        if case .text = self { true } else { false }
    }
}

extension Activation {
    fileprivate func formattedLiteral(_ value: Value) -> String {
        value.symbolValue.map { "\"\($0.text)\"" } ?? formatted(value)
    }
}
