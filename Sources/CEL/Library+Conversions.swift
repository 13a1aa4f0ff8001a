import Diagnostics
import Times

/// Conversions between types, and the names of types at run time.
extension Library {
    static let conversions: [Function] = [
        .unary("bool", of([.bool, .string], .bool)) { activation, value in
            switch value.kind {
            case .bool: value
            case .symbol, .string: activation.parsedBool(value)
            default: activation.failure(.noOverload)
            }
        },
        .unary("int", of([.int, .uint, .double, .string, .timestamp], .int)) { $0.convertedToInt($1) },
        .unary("uint", of([.uint, .int, .double, .string], .uint)) { $0.convertedToUInt($1) },
        .unary("double", of([.double, .int, .uint, .string], .double)) { $0.convertedToDouble($1) },
        .unary(
            "string",
            of([.string, .bool, .int, .uint, .double, .bytes, .timestamp, .duration, .address, .network], .string)
        ) { $0.convertedToText($1) },
        .unary("bytes", of([.bytes, .string], .bytes)) { activation, value in
            switch value.kind {
            case .bytes: value
            case .symbol, .string: activation.make(bytes: activation.bytes(of: value))
            default: activation.failure(.noOverload)
            }
        },
        .unary("timestamp", of([.timestamp, .string, .int], .timestamp)) { $0.convertedToTimestamp($1) },
        .unary("duration", of([.duration, .string], .duration)) { $0.convertedToDuration($1) },
    ]

    private static func of(_ types: [ValueType], _ result: ValueType) -> [Function.Overload] {
        types.map { .global([$0], result) }
    }
}

extension Activation {
    func parsedBool(_ value: Value) -> Value {
        switch text(of: value) {
        case "1", "t", "true", "TRUE", "True": .bool(true)
        case "0", "f", "false", "FALSE", "False": .bool(false)
        default: failure(.badText, about: value)
        }
    }

    func convertedToInt(_ value: Value) -> Value {
        switch value.kind {
        case .int: return value
        case .uint: return Int64(exactly: value.payload).map(Value.int) ?? failure(.range, about: value)
        case .double:
            // Both ends are refused: neither -2^63 nor 2^63 survives the way through a double (official suite).
            let number = value.asDouble
            guard number > -0x1p63, number < 0x1p63 else { return failure(.range, about: value) }
            return .int(Int64(number))
        case .symbol, .string:
            let bytes = bytes(of: value)
            let isNegative = bytes.first == UInt8(ascii: "-")
            let digits = bytes.dropFirst(isNegative || bytes.first == UInt8(ascii: "+") ? 1 : 0)
            guard !digits.isEmpty, digits.allSatisfy(\.isDigit), let magnitude = Literal.magnitude(digits) else {
                return failure(.badText, about: value)
            }
            if isNegative, magnitude == Int64.min.magnitude { return .int(.min) }
            guard let number = Int64(exactly: magnitude) else { return failure(.range, about: value) }
            return .int(isNegative ? -number : number)
        case .timestamp: return .int(value.asInt)
        default: return failure(.noOverload)
        }
    }

    func convertedToUInt(_ value: Value) -> Value {
        switch value.kind {
        case .uint: return value
        case .int: return value.asInt < 0 ? failure(.range, about: value) : .uint(value.payload)
        case .double:
            let number = value.asDouble
            guard number >= 0, number < 0x1p64 else { return failure(.range, about: value) }
            return .uint(UInt64(number))
        case .symbol, .string:
            let digits = bytes(of: value)
            guard !digits.isEmpty, digits.allSatisfy(\.isDigit), let number = Literal.magnitude(digits[...]) else {
                return failure(.badText, about: value)
            }
            return .uint(number)
        default: return failure(.noOverload)
        }
    }

    func convertedToDouble(_ value: Value) -> Value {
        switch value.kind {
        case .double: return value
        case .int, .uint: return .double(value.approximated)
        case .symbol, .string:
            let text = text(of: value)
            return Self.parsedDouble(text).map(Value.double) ?? failure(.badText, about: value)
        default: return failure(.noOverload)
        }
    }

    /// A decimal number, or one of the names that the language itself writes.
    private static func parsedDouble(_ text: String) -> Double? {
        switch text.lowercased() {
        case "nan": return .nan
        case "inf", "+inf", "infinity", "+infinity": return .infinity
        case "-inf", "-infinity": return -.infinity
        default: break
        }
        let allowed = text.utf8.allSatisfy {
            $0.isDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") || $0 | 0x20 == UInt8(ascii: "e")
        }
        guard allowed, let number = Double(text), number.isFinite else { return nil }
        return number
    }

    func convertedToText(_ value: Value) -> Value {
        switch value.kind {
        case .symbol, .string: value
        case .bytes:
            String(validating: bytes(of: value), as: UTF8.self).map { make(text: $0) } ?? failure(.badText)
        case .double: make(text: Self.converted(value.asDouble))
        case .bool, .int, .uint, .timestamp, .duration, .address, .network: make(text: formatted(value))
        default: failure(.noOverload)
        }
    }

    func convertedToTimestamp(_ value: Value) -> Value {
        switch value.kind {
        case .timestamp: return value
        case .int:
            let moment = Timestamp(seconds: value.asInt)
            return moment.isInRange ? .timestamp(moment) : failure(.range, about: value)
        case .symbol, .string:
            guard let moment = MomentForm.timestamp(bytes(of: value)) else { return failure(.badText, about: value) }
            return moment.isInRange ? .timestamp(moment) : failure(.range, about: value)
        default: return failure(.noOverload)
        }
    }

    func convertedToDuration(_ value: Value) -> Value {
        switch value.kind {
        case .duration: return value
        case .symbol, .string:
            switch MomentForm.duration(bytes(of: value)) {
            case .some(let nanoseconds?): return .duration(nanoseconds: nanoseconds)
            case .some(nil): return failure(.range, about: value)
            case nil: return failure(.badText, about: value)
            }
        default: return failure(.noOverload)
        }
    }

    /// The name of a value's type as the language has it.
    func typeName(of value: Value) -> Symbol {
        switch value.kind {
        case .null, .failure, .unset, .none: "null_type"
        case .bool: "bool"
        case .int: "int"
        case .uint: "uint"
        case .double: "double"
        case .symbol, .string: "string"
        case .bytes: "bytes"
        case .list, .rows, .hostList: "list"
        case .map: "map"
        case .timestamp: "google.protobuf.Timestamp"
        case .duration: "google.protobuf.Duration"
        case .type: "type"
        case .optional: "optional_type"
        case .record: Symbol(id: value.extra)
        case .address: "net.IP"
        case .network: "net.CIDR"
        }
    }
}
