import Diagnostics

/// An expression with the type of each node and what each name stands for.
struct CheckedSyntax: Sendable {
    /// What the word that names a node stands for.
    enum Meaning: Sendable {
        case none
        case local(Int)
        case variable(Int)
        case typeName(Symbol)
        /// A field of a record type: its place in the table of fields.
        case field(Symbol, Int)
        case function(Function)
        /// A function with a dotted name, written as if it were a method.
        case qualifiedFunction(Function)
        /// The first of the slots that a macro binds.
        case slots(Int)
        case unknownName(String)
        case unknownFunction(String)
    }

    let syntax: Syntax
    var types: [ValueType]
    var meanings: [Meaning]
    var localCount = 0

    func type(_ node: Node.ID) -> ValueType { types[node] }
}

/// Deduces the type of every node, resolves every name, and reports what cannot be.
///
/// A lenient checker reports nothing: what it cannot tell is `dyn`, and what does not exist is an error at evaluation.
struct Checker {
    struct Local {
        let name: String
        let slot: Int
        let type: ValueType
    }

    let environment: Environment
    let syntax: Syntax
    let isLenient: Bool
    var result: CheckedSyntax
    var unifier = Unifier()
    var locals: [Local] = []
    var faults: [Fault] = []

    init(_ syntax: Syntax, _ environment: Environment, isLenient: Bool) {
        self.environment = environment
        self.syntax = syntax
        self.isLenient = isLenient
        result = CheckedSyntax(
            syntax: syntax, types: Array(repeating: .dyn, count: syntax.nodes.count),
            meanings: Array(repeating: .none, count: syntax.nodes.count))
    }

    /// The expression with types and meanings, and its faults in the order of the text.
    mutating func check() -> (CheckedSyntax, [Fault]) {
        _ = check(syntax.root)
        for node in result.types.indices { result.types[node] = unifier.resolved(result.types[node], isFinal: true) }
        faults.sort { $0.range.lowerBound < $1.range.lowerBound }
        return (result, Array(faults.prefix(environment.limits.faults)))
    }

    /// The type of a node, with all that is below it checked.
    mutating func check(_ node: Node.ID) -> ValueType {
        let type = deduced(node)
        result.types[node] = type
        return unifier.resolved(type)
    }

    private mutating func deduced(_ node: Node.ID) -> ValueType {
        let form = syntax[node].form
        switch form {
        case .fault: return .fault
        case .literal(let value): return Self.type(of: value)
        case .bytes: return .bytes
        case .name(let name, let isRooted): return nameType(node, isRooted ? "." + name : name)
        case .select(let operand, let field, let isOptional): return selectType(node, operand, field, isOptional: isOptional)
        case .presence(let operand, let field): return presenceType(node, operand, field)
        case .index(let operand, let key, let isOptional):
            let function = isOptional ? Library.optionalIndex : Library.index
            return callType(node, function, [check(operand), check(key)], isMember: false)
        case .unary(let sign, let operand):
            return callType(node, Library.operators[sign]!, [check(operand)], isMember: false)
        case .binary(let sign, let left, let right):
            return binaryType(node, sign, check(left), check(right))
        case .all(let terms), .any(let terms):
            for term in terms { require(.bool, term, check(term)) }
            return .bool
        case .conditional(let condition, let yes, let no):
            require(.bool, condition, check(condition))
            return joined(check(yes), check(no), at: no) ?? branchMismatch(node, yes, no)
        case .call(let name, let arguments): return namedCallType(node, name, arguments)
        case .method(let receiver, let name, let arguments): return methodType(node, receiver, name, arguments)
        case .list, .map, .structure: return literalType(node, form)
        case .fold, .bind, .block, .optionalMap: return macroType(node, form)
        }
    }

    private static func type(of literal: Value) -> ValueType {
        switch literal.tag {
        case .null: .null
        case .bool: .bool
        case .int: .int
        case .uint: .uint
        case .double: .double
        default: .string
        }
    }

    // MARK: Literals

    private mutating func literalType(_ node: Node.ID, _ form: Node.Form) -> ValueType {
        switch form {
        case .list(let elements):
            var element: ValueType?
            for part in elements {
                let type = elementType(part.node, isOptional: part.isOptional)
                element = aggregate(element, type, at: part.node)
            }
            return .list(element ?? unifier.fresh())
        case .map(let entries):
            var key: ValueType?
            var value: ValueType?
            for entry in entries {
                key = aggregate(key, checkedKey(entry.key), at: entry.key)
                value = aggregate(value, elementType(entry.value, isOptional: entry.isOptional), at: entry.value)
            }
            return .map(key ?? unifier.fresh(), value ?? unifier.fresh())
        case .structure(let name, let fields):
            for field in fields { _ = check(field.value) }
            result.meanings[node] = .unknownName(name)
            return report(Fault(.unknownName, .unknownStructure(name), at: syntax[node].nameRange, help: .useMap))
        default: return .fault
        }
    }

    private mutating func checkedKey(_ node: Node.ID) -> ValueType {
        let type = check(node)
        switch type {
        case .null, .double, .bytes, .list, .map, .optional, .timestamp, .duration, .record:
            return report(Fault(.mismatch, .badKey(type.shown), at: syntax[node].range, help: .keyTypes))
        default: return type
        }
    }

    /// The type of what a literal takes: of `?x`, what the optional `x` holds.
    private mutating func elementType(_ node: Node.ID, isOptional: Bool) -> ValueType {
        let type = check(node)
        guard isOptional else { return type }
        let inner = unifier.fresh()
        guard unifier.fit(type, to: .optional(inner)) else {
            return report(Fault(.mismatch, .needsOptional(type.shown), at: syntax[node].range, help: .makeOptional))
        }
        return unifier.resolved(inner)
    }

    /// The common type of a literal's parts so far and one more; `dyn` when there is none.
    private mutating func aggregate(_ previous: ValueType?, _ next: ValueType, at node: Node.ID) -> ValueType {
        guard let previous else { return next }
        if let type = joined(previous, next, at: node) { return type }
        guard environment.options.contains(.refusesDynamic), !previous.isDyn else { return .dyn }
        return report(
            Fault(.dynamic, .mixedTypes(unifier.resolved(previous).shown, next.shown), at: syntax[node].range, help: .oneType))
    }

    /// The type that both fit, or nil.
    mutating func joined(_ left: ValueType, _ right: ValueType, at node: Node.ID) -> ValueType? {
        guard unifier.fit(left, to: right) else { return nil }
        return Unifier.mostGeneral(unifier.resolved(left), unifier.resolved(right))
    }

    // MARK: Faults

    /// Notes a fault; what it is about counts as a type that fits everything.
    mutating func report(_ fault: Fault) -> ValueType {
        guard !isLenient else { return .dyn }
        faults.append(fault)
        return .fault
    }

    /// Notes a fault unless the type fits.
    mutating func require(_ expected: ValueType, _ node: Node.ID, _ type: ValueType) {
        if unifier.fit(type, to: expected) { return }
        _ = report(Fault(.mismatch, .wrongType(expected.shown, type.shown), at: syntax[node].range, help: Self.cure(expected, type)))
    }

    private static func cure(_ expected: ValueType, _ type: ValueType) -> Phrase? {
        switch (expected, type) {
        case (.bool, .optional): .askOptional
        case (.bool, .int), (.bool, .uint), (.bool, .double), (.bool, .string): .compareIt
        default: nil
        }
    }

    private mutating func branchMismatch(_ node: Node.ID, _ yes: Node.ID, _ no: Node.ID) -> ValueType {
        let types = [yes, no].map { unifier.resolved(result.types[$0]).shown }
        return report(Fault(.mismatch, .branchesDiffer(types[0], types[1]), at: syntax[no].range))
    }
}

extension Phrase {
    fileprivate static func unknownStructure(_ name: String) -> Phrase {
        Phrase(en: "there is no type `\(name)` to make a value of", ru: "нет типа `\(name)`, значение которого можно создать")
    }

    fileprivate static var useMap: Phrase {
        Phrase(en: "write a map: `{'key': value}`", ru: "запишите словарь: `{'ключ': значение}`")
    }

    fileprivate static func badKey(_ type: String) -> Phrase {
        Phrase(en: "a \(type) cannot be the key of a map", ru: "\(type) не может быть ключом словаря")
    }

    fileprivate static var keyTypes: Phrase {
        Phrase(en: "keys are of type string, int, uint or bool", ru: "ключи бывают типов string, int, uint и bool")
    }

    fileprivate static func needsOptional(_ type: String) -> Phrase {
        Phrase(en: "after `?` an optional must stand, not \(type)", ru: "после `?` нужно необязательное значение, а не \(type)")
    }

    fileprivate static var makeOptional: Phrase {
        Phrase(en: "leave the `?` out, or write `optional.of(…)`", ru: "уберите `?` или напишите `optional.of(…)`")
    }

    fileprivate static func mixedTypes(_ one: String, _ other: String) -> Phrase {
        Phrase(en: "\(one) and \(other) stand in one literal", ru: "в одном литерале стоят \(one) и \(other)")
    }

    fileprivate static var oneType: Phrase {
        Phrase(en: "all elements must be of one type", ru: "все элементы должны быть одного типа")
    }

    fileprivate static func wrongType(_ expected: String, _ type: String) -> Phrase {
        Phrase(en: "a \(expected) must stand here, and this is \(type)", ru: "здесь нужен \(expected), а это \(type)")
    }

    fileprivate static var askOptional: Phrase {
        Phrase(
            en: "ask with `.hasValue()`, or give a default with `.orValue(…)`",
            ru: "спросите `.hasValue()` или задайте значение `.orValue(…)`")
    }

    fileprivate static var compareIt: Phrase {
        Phrase(en: "compare it with something", ru: "сравните с чем-нибудь")
    }

    fileprivate static func branchesDiffer(_ yes: String, _ no: String) -> Phrase {
        Phrase(en: "one branch is \(yes), the other \(no)", ru: "одна ветвь — \(yes), другая — \(no)")
    }
}
