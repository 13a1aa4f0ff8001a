/// An expression as it was written: nodes in a flat array, children before their parents.
struct Syntax: Sendable {
    var nodes: [Node] = []
    var root: Node.ID = 0

    subscript(node: Node.ID) -> Node { nodes[node] }
}

/// One node of an expression.
struct Node: Sendable {
    typealias ID = Int

    var form: Form
    /// UTF-8 offsets of the whole node.
    var start: UInt32
    var end: UInt32
    /// UTF-8 offsets of the very word that names it: a field, a function, an operator.
    var nameStart: UInt32
    var nameEnd: UInt32
    /// 1 for a leaf.
    var depth: UInt32

    var range: Range<Int> { Int(start)..<Int(end) }
    var nameRange: Range<Int> { Int(nameStart)..<Int(nameEnd) }

    enum Form: Sendable {
        /// What could not be read; reported already.
        case fault
        case literal(Value)
        case bytes([UInt8])
        case name(String, isRooted: Bool)
        case select(ID, field: String, isOptional: Bool)
        /// `has(a.b)`
        case presence(ID, field: String)
        case call(String, [ID])
        case method(ID, String, [ID])
        case index(ID, ID, isOptional: Bool)
        case unary(Operator, ID)
        case binary(Operator, ID, ID)
        case all([ID])
        case any([ID])
        case conditional(ID, ID, ID)
        case list([Element])
        case map([Entry])
        case structure(String, [Field])
        case fold(Fold)
        case bind(String, ID, body: ID)
        case block([ID], body: ID)
        case optionalMap(ID, String, body: ID, isFlat: Bool)
    }

    struct Element: Sendable {
        let node: ID
        let isOptional: Bool
    }

    struct Entry: Sendable {
        let key: ID
        let value: ID
        let isOptional: Bool
    }

    struct Field: Sendable {
        let name: String
        let value: ID
    }

    /// A macro that walks over a list or a map.
    struct Fold: Sendable {
        enum Kind: String, Sendable {
            case all, exists
            case existsOne = "exists_one"
            case map, filter, transformList, transformMap, transformMapEntry, sortBy
        }

        let kind: Kind
        let range: ID
        let first: String
        let second: String?
        /// Which elements take part; for `all`, `exists`, `exists_one` and `filter` the condition is the body.
        let condition: ID?
        let body: ID
    }
}

/// Operators of the language that are functions of their operands; `&&`, `||` and `?:` are not.
enum Operator: String, Sendable {
    case negate = "-_"
    case not = "!"
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case modulo = "%"
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case lessEqual = "<="
    case greater = ">"
    case greaterEqual = ">="
    case `in`

    /// As it is written.
    var symbol: String { self == .negate ? "-" : rawValue }
}

extension Node.Form {
    /// The nodes directly below, in the order in which they were written.
    var children: [Node.ID] {
        switch self {
        case .fault, .literal, .bytes, .name: []
        case .select(let operand, _, _), .presence(let operand, _), .unary(_, let operand): [operand]
        case .call(_, let arguments): arguments
        case .method(let receiver, _, let arguments): [receiver] + arguments
        case .index(let left, let right, _), .binary(_, let left, let right): [left, right]
        case .all(let terms), .any(let terms): terms
        case .conditional(let condition, let yes, let no): [condition, yes, no]
        case .list(let elements): elements.map(\.node)
        case .map(let entries): entries.flatMap { [$0.key, $0.value] }
        case .structure(_, let fields): fields.map(\.value)
        case .fold(let fold): [fold.range] + (fold.condition.map { [$0] } ?? []) + [fold.body]
        case .bind(_, let value, let body): [value, body]
        case .block(let slots, let body): slots + [body]
        case .optionalMap(let operand, _, let body, _): [operand, body]
        }
    }
}
