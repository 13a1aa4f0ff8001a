import Glibc

/// `format`: texts with places to fill.
extension Activation {
    func filled(_ format: Value, _ arguments: Value) -> Value {
        guard format.kind.isText, arguments.kind.isList else { return failure(.noOverload) }
        let bytes = bytes(of: format)
        var result: [UInt8] = []
        var position = 0
        var used = 0
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            guard byte == UInt8(ascii: "%") else {
                result.append(byte)
                continue
            }
            guard position < bytes.count else { return failure(.badFormat, about: format) }
            if bytes[position] == UInt8(ascii: "%") {
                result.append(byte)
                position += 1
                continue
            }
            guard let precision = Self.precision(bytes, &position), position < bytes.count, used < count(of: arguments) else {
                return failure(.badFormat, about: format)
            }
            let value = element(of: arguments, at: used)
            used += 1
            guard let text = filled(bytes[position], precision.digits, value) else { return failure(.badFormat, about: value) }
            result += text.utf8
            guard result.count <= environment.limits.memory else { return outOfMemory }
            position += 1
        }
        return make(utf8: result)
    }

    /// The digits after a point, where there is one; nil when they make no sense.
    private static func precision(_ bytes: [UInt8], _ position: inout Int) -> (digits: Int?, Void)? {
        guard position < bytes.count, bytes[position] == UInt8(ascii: ".") else { return (nil, ()) }
        let digits = bytes[(position + 1)...].prefix(while: \.isDigit)
        guard (1...3).contains(digits.count) else { return nil }
        position += digits.count + 1
        return (digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }, ())
    }

    private func filled(_ verb: UInt8, _ precision: Int?, _ value: Value) -> String? {
        switch verb {
        case UInt8(ascii: "s"): return isShowable(value, depth: 0) ? formatted(value) : nil
        case UInt8(ascii: "d"): return decimal(value)
        case UInt8(ascii: "f"): return number(value).map { Self.printed($0, precision ?? 6, isScientific: false) }
        case UInt8(ascii: "e"): return number(value).map { Self.printed($0, precision ?? 6, isScientific: true) }
        case UInt8(ascii: "b"): return value.kind == .bool ? (value.payload == 1 ? "1" : "0") : whole(value, radix: 2)
        case UInt8(ascii: "o"): return whole(value, radix: 8)
        case UInt8(ascii: "x"): return hexadecimal(value, isUpper: false)
        case UInt8(ascii: "X"): return hexadecimal(value, isUpper: true)
        default: return nil
        }
    }

    /// True for values that `%s` shows: scalars, and lists and maps of them.
    private func isShowable(_ value: Value, depth: Int) -> Bool {
        guard depth < 100 else { return false }
        switch value.kind {
        case .list, .rows, .hostList: return (0..<count(of: value)).allSatisfy { isShowable(element(of: value, at: $0), depth: depth + 1) }
        case .map: return entries(of: value).allSatisfy { isShowable($0.value, depth: depth + 1) }
        case .optional, .failure, .unset, .none: return false
        default: return true
        }
    }

    private func decimal(_ value: Value) -> String? {
        switch value.kind {
        case .int, .uint: whole(value, radix: 10)
        case .double: Self.formatted(value.asDouble)
        default: nil
        }
    }

    private func whole(_ value: Value, radix: Int) -> String? {
        switch value.kind {
        case .int: String(value.asInt, radix: radix)
        case .uint: String(value.payload, radix: radix)
        default: nil
        }
    }

    private func number(_ value: Value) -> Double? {
        value.kind.isNumber ? value.approximated : nil
    }

    private func hexadecimal(_ value: Value, isUpper: Bool) -> String? {
        switch value.kind {
        case .int: return String(value.asInt, radix: 16, uppercase: isUpper)
        case .uint: return String(value.payload, radix: 16, uppercase: isUpper)
        case .symbol, .string, .bytes:
            return bytes(of: value).map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: isUpper) }.joined()
        default: return nil
        }
    }

    /// A number with a fixed count of decimals, rounded to even as C does it.
    private static func printed(_ number: Double, _ precision: Int, isScientific: Bool) -> String {
        guard number.isFinite else { return formatted(number) }
        var buffer = [CChar](repeating: 0, count: 400 + precision)
        let count = unsafe withVaList([Int32(precision), number]) { list in
            unsafe vsnprintf(&buffer, buffer.count, isScientific ? "%.*e" : "%.*f", list)
        }
        return String(decoding: buffer.prefix(Int(count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
