/// The functions of the language and its extensions, by name.
enum Library {
    /// Everything that is called by name, `math.…` and its like included.
    static let functions: [String: Function] = {
        let all = core + conversions + texts + textExtension + lists + sets + numbers + optionals + encoders + moments + networks
        return Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
    }()

    /// Names that the parser takes for itself, for suggestions.
    static let macroNames = [
        "has", "all", "exists", "exists_one", "existsOne", "map", "filter", "transformList", "transformMap", "transformMapEntry", "sortBy",
        "optMap", "optFlatMap",
    ]

    static let element = ValueType.parameter("A")
    static let other = ValueType.parameter("B")

    private static let core: [Function] = [
        .unary(
            "size",
            [
                .global([.string], .int), .global([.bytes], .int), .global([.list(element)], .int), .global([.map(element, other)], .int),
                .member(.string, .int), .member(.bytes, .int), .member(.list(element), .int), .member(.map(element, other), .int),
            ]
        ) { activation, value in
            switch value.kind {
            case .symbol, .string: .int(Int64(activation.scalarCount(of: value)))
            case .bytes: .int(Int64(value.high))
            case .list, .rows, .hostList, .map: .int(Int64(activation.count(of: value)))
            default: activation.failure(.noOverload)
            }
        },
        .unary("dyn", [.global([element], .dyn)]) { _, value in value },
        .unary("type", [.global([element], .type(element))]) { activation, value in .type(named: activation.typeName(of: value)) },
    ]
}

extension Function.Overload {
    /// `receiver.name() -> result`
    static func member(_ receiver: ValueType, _ result: ValueType) -> Function.Overload {
        .member(receiver, [], result)
    }
}
