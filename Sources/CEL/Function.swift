/// A function of the language: the types it takes, and what it does.
struct Function: Sendable {
    struct Overload: Sendable {
        /// The receiver of a member comes first.
        let parameters: [ValueType]
        let result: ValueType
        let isMember: Bool
    }

    typealias Unary = @Sendable (Activation, Value) -> Value
    typealias Binary = @Sendable (Activation, Value, Value) -> Value
    typealias Ternary = @Sendable (Activation, Value, Value, Value) -> Value
    typealias Variadic = @Sendable (Activation, [Value]) -> Value

    let name: String
    var overloads: [Overload]
    /// What it does, by the number of its arguments, the receiver included.
    var nullary: (@Sendable (Activation) -> Value)?
    var unary: Unary?
    var binary: Binary?
    var ternary: Ternary?
    var variadic: Variadic?
    /// True when one overload stands for any number of arguments of its only parameter.
    var isVariadic = false

    init(_ name: String, _ overloads: [Overload]) {
        self.name = name
        self.overloads = overloads
    }

    /// True when some overload is called in that way.
    func accepts(count: Int, isMember: Bool) -> Bool {
        if isVariadic { return !isMember && count >= 1 }
        return overloads.contains { $0.isMember == isMember && $0.parameters.count == count }
    }
}

extension Function {
    /// A function of that many arguments; `member` and `global` say how it is written.
    static func unary(_ name: String, _ overloads: [Overload], _ body: @escaping Unary) -> Function {
        var function = Function(name, overloads)
        function.unary = body
        return function
    }

    static func binary(_ name: String, _ overloads: [Overload], _ body: @escaping Binary) -> Function {
        var function = Function(name, overloads)
        function.binary = body
        return function
    }

    func with(binary body: @escaping Binary) -> Function {
        var copy = self
        copy.binary = body
        return copy
    }

    func with(ternary body: @escaping Ternary) -> Function {
        var copy = self
        copy.ternary = body
        return copy
    }

    func with(variadic body: @escaping Variadic) -> Function {
        var copy = self
        copy.variadic = body
        return copy
    }

    func with(nullary body: @escaping @Sendable (Activation) -> Value) -> Function {
        var copy = self
        copy.nullary = body
        return copy
    }
}

extension Function.Overload {
    /// `name(a, b) -> result`
    static func global(_ parameters: [ValueType], _ result: ValueType) -> Function.Overload {
        Function.Overload(parameters: parameters, result: result, isMember: false)
    }

    /// `receiver.name(a, b) -> result`
    static func member(_ receiver: ValueType, _ parameters: [ValueType] = [], _ result: ValueType) -> Function.Overload {
        Function.Overload(parameters: [receiver] + parameters, result: result, isMember: true)
    }
}
