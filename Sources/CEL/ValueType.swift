package import Diagnostics

/// A static type of the language.
package indirect enum ValueType: Hashable, Sendable {
    case dyn, null, bool, int, uint, double, string, bytes, timestamp, duration
    /// A type as a value; the type that it is, where known.
    case type(ValueType?)
    case list(ValueType)
    case map(ValueType, ValueType)
    case optional(ValueType)
    /// A host record, by the name of its declared `RecordType`.
    case record(Symbol)
    /// A scalar that may be null.
    case wrapper(ValueType)
    /// A type known by name alone, such as `net.IP`.
    case abstract(String, [ValueType])
    /// A type parameter in the declaration of a function.
    case parameter(String)
    /// An unknown of the checker.
    case variable(Int)
    /// The type of an expression that has been reported; fits everything, so that one fault is told once.
    case fault

    /// IP addresses of the network extension.
    package static let address = ValueType.abstract("net.IP", [])
    /// Blocks of IP addresses of the network extension.
    package static let network = ValueType.abstract("net.CIDR", [])
}

extension ValueType: CustomStringConvertible {
    /// The type as the language's own documents write it, such as `map(string, list(int))`.
    package var description: String {
        switch self {
        case .dyn: "dyn"
        case .null: "null_type"
        case .bool: "bool"
        case .int: "int"
        case .uint: "uint"
        case .double: "double"
        case .string: "string"
        case .bytes: "bytes"
        case .timestamp: "google.protobuf.Timestamp"
        case .duration: "google.protobuf.Duration"
        case .type(let type): type.map { "type(\($0))" } ?? "type"
        case .list(let element): "list(\(element))"
        case .map(let key, let value): "map(\(key), \(value))"
        case .optional(let value): "optional_type(\(value))"
        case .record(let name): name.text
        case .wrapper(let type): "wrapper(\(type))"
        case .abstract(let name, let parameters):
            parameters.isEmpty ? name : "\(name)(\(parameters.map(\.description).joined(separator: ", ")))"
        case .parameter(let name): "<\(name)>"
        case .variable(let number): "_\(number)"
        case .fault: "!error!"
        }
    }

    /// The type as messages show it: short names for the moments.
    package var shown: String {
        switch self {
        case .timestamp: "timestamp"
        case .duration: "duration"
        case .variable, .parameter: "any"
        case .list(let element): "list(\(element.shown))"
        case .map(let key, let value): "map(\(key.shown), \(value.shown))"
        case .optional(let value): "optional(\(value.shown))"
        default: description
        }
    }
}

extension ValueType {
    /// Types whose values are named by one word, as identifiers of the language.
    static let named: [String: ValueType] = [
        "bool": .bool, "int": .int, "uint": .uint, "double": .double, "string": .string, "bytes": .bytes, "null_type": .null,
        "list": .list(.dyn), "map": .map(.dyn, .dyn), "type": .type(nil), "optional_type": .optional(.dyn),
        "google.protobuf.Timestamp": .timestamp, "google.protobuf.Duration": .duration, "net.IP": .address, "net.CIDR": .network,
    ]

    var isDyn: Bool {
        switch self {
        case .dyn, .fault: true
        default: false
        }
    }

    /// True when `dyn` stands anywhere in the type.
    package var containsDyn: Bool {
        switch self {
        case .dyn: true
        case .list(let element), .optional(let element), .wrapper(let element): element.containsDyn
        case .map(let key, let value): key.containsDyn || value.containsDyn
        case .abstract(_, let parameters): parameters.contains(where: \.containsDyn)
        default: false
        }
    }
}
