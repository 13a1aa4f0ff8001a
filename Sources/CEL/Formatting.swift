import Diagnostics

/// Values as text, in the forms that the language defines.
extension Activation {
    private static let depth = 100

    /// A value as `%s` shows it.
    package func formatted(_ value: Value) -> String {
        formatted(value, depth: 0)
    }

    private func formatted(_ value: Value, depth: Int) -> String {
        guard depth < Self.depth else { return "…" }
        switch value.kind {
        case .null: return "null"
        case .bool: return value.payload == 1 ? "true" : "false"
        case .int: return String(value.asInt)
        case .uint: return String(value.payload)
        case .double: return Self.formatted(value.asDouble)
        case .symbol, .string: return text(of: value)
        case .bytes: return String(decoding: bytes(of: value), as: UTF8.self)
        case .list, .rows, .hostList:
            let parts = (0..<count(of: value)).map { formatted(element(of: value, at: $0), depth: depth + 1) }
            return "[" + parts.joined(separator: ", ") + "]"
        case .map: return formattedMap(value, depth)
        case .timestamp: return MomentForm.text(value.asTimestamp)
        case .duration: return MomentForm.text(nanoseconds: value.asInt)
        case .type: return value.asSymbol.text
        case .optional: return value.isEmptyOptional ? "optional.none()" : "optional.of(\(formatted(value.unwrapped, depth: depth + 1)))"
        case .record: return depth < 4 ? label(of: value) ?? Symbol(id: value.extra).text : Symbol(id: value.extra).text
        case .address, .network: return addressText(value)
        case .failure, .unset, .none: return "error"
        }
    }

    /// Entries in the order of their keys' texts.
    private func formattedMap(_ value: Value, _ depth: Int) -> String {
        let parts = entries(of: value).map { (formatted($0.key, depth: depth + 1), formatted($0.value, depth: depth + 1)) }
        let sorted = parts.sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
        return "{" + sorted.map { "\($0.0): \($0.1)" }.joined(separator: ", ") + "}"
    }

    /// The shortest digits that give the number back: whole numbers without a fraction, exponents beyond 21 digits.
    static func formatted(_ number: Double) -> String {
        if number.isNaN { return "NaN" }
        if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
        if number == number.rounded(), abs(number) < 1e15 {
            return number == 0 && number.sign == .minus ? "-0" : String(Int64(number))
        }
        return "\(number)"
    }
}
