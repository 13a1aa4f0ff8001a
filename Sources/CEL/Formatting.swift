import Diagnostics

/// Values as text, in the forms that the language defines.
extension Activation {
    private static let depth = 100

    /// A value as `%s` shows it; what would take more room than an evaluation has is cut off.
    package func formatted(_ value: Value) -> String {
        var text = ""
        append(value, to: &text, depth: 0)
        return text
    }

    private func append(_ value: Value, to text: inout String, depth: Int) {
        guard depth < Self.depth else {
            text += "…"
            return
        }
        guard text.utf8.count <= environment.limits.memory else { return }
        switch value.kind {
        case .list, .rows, .hostList:
            text += "["
            for index in 0..<count(of: value) {
                if index > 0 { text += ", " }
                append(element(of: value, at: index), to: &text, depth: depth + 1)
            }
            text += "]"
        case .map: append(map: value, to: &text, depth)
        case .optional where !value.isEmptyOptional:
            text += "optional.of("
            append(value.unwrapped, to: &text, depth: depth + 1)
            text += ")"
        case .record: text += depth < 4 ? label(of: value) ?? Symbol(id: value.extra).text : Symbol(id: value.extra).text
        default: text += formatted(scalar: value)
        }
    }

    private func formatted(scalar value: Value) -> String {
        switch value.kind {
        case .null: "null"
        case .bool: value.payload == 1 ? "true" : "false"
        case .int: String(value.asInt)
        case .uint: String(value.payload)
        case .double: Self.formatted(value.asDouble)
        case .symbol, .string: text(of: value)
        case .bytes: Self.readable(copiedBytes(of: value))
        case .timestamp: MomentForm.text(value.asTimestamp)
        case .duration: MomentForm.text(nanoseconds: value.asInt)
        case .type: value.asSymbol.text
        case .optional: "optional.none()"
        case .address, .network: addressText(value)
        default: "error"
        }
    }

    /// Entries in the order of their keys' texts.
    private func append(map value: Value, to text: inout String, _ depth: Int) {
        let parts = entries(of: value).map { entry in
            var (key, inner) = ("", "")
            append(entry.key, to: &key, depth: depth + 1)
            append(entry.value, to: &inner, depth: depth + 1)
            return (key, inner)
        }
        let sorted = parts.sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
        text += "{" + sorted.map { "\($0.0): \($0.1)" }.joined(separator: ", ") + "}"
    }

    /// The shortest digits that give the number back, without an exponent; whole numbers without a point.
    static func formatted(_ number: Double) -> String {
        if number.isNaN { return "NaN" }
        if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
        let (sign, digits, point) = decimal(number)
        if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + digits }
        if point >= digits.count { return sign + digits + String(repeating: "0", count: point - digits.count) }
        return sign + digits.prefix(point) + "." + digits.dropFirst(point)
    }

    /// As `formatted`, with an exponent where the number is below 0.0001 or has more than six digits before the point:
    /// what the language's own runtimes give for `string(1e6)`.
    static func converted(_ number: Double) -> String {
        guard number.isFinite else { return formatted(number) }
        let (sign, digits, point) = decimal(number)
        let exponent = point - 1
        guard exponent < -4 || exponent >= 6 else { return formatted(number) }
        let fraction = digits.count > 1 ? "." + digits.dropFirst() : ""
        let magnitude = String(exponent.magnitude)
        return sign + digits.prefix(1) + fraction + (exponent < 0 ? "e-" : "e+") + (magnitude.count < 2 ? "0" : "") + magnitude
    }

    /// Sign, digits without zeros at the ends, and how many of the digits stand before the point; zero is one digit.
    private static func decimal(_ number: Double) -> (sign: String, digits: String, point: Int) {
        let sign = number.sign == .minus ? "-" : ""
        guard number != 0 else { return (sign, "0", 1) }
        let parts = "\(number.magnitude)".split(separator: "e")
        let mantissa = parts[0].split(separator: ".")
        let fraction = mantissa.count > 1 && mantissa[1] != "0" ? mantissa[1] : ""
        var digits = Substring(mantissa[0] + fraction)
        var point = mantissa[0].count + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
        while digits.first == "0" {
            digits.removeFirst()
            point -= 1
        }
        while digits.last == "0" { digits.removeLast() }
        return (sign, String(digits), point)
    }
}

extension Activation {
    /// Bytes as text; stretches that are no UTF-8 show as one U+FFFD each.
    static func readable(_ bytes: [UInt8]) -> String {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        var result = String.UnicodeScalarView()
        var iterator = bytes.makeIterator()
        var decoder = UTF8()
        var wasError = false
        while true {
            switch decoder.decode(&iterator) {
            case .scalarValue(let scalar):
                result.append(scalar)
                wasError = false
            case .error:
                if !wasError { result.append("\u{FFFD}") }
                wasError = true
            case .emptyInput: return String(result)
            }
        }
    }
}
