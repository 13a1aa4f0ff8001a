/// Equality and order of values.
extension Activation {
    /// How deep values are compared; values cannot be nested deeper than expressions, blocks aside.
    private static let depth = 400

    /// True or false; nil when the comparison itself fails.
    @inline(__always)
    func equal(_ left: Value, _ right: Value) -> Bool? {
        if left.tag == right.tag, left.wraps == 0, right.wraps == 0 {
            switch left.tag {
            case .symbol, .int, .bool, .uint, .type: return left.payload == right.payload
            default: break
            }
        }
        return equal(left, right, depth: 0)
    }

    private func equal(_ left: Value, _ right: Value, depth: Int) -> Bool? {
        guard depth < Self.depth, spend(1) else { return nil }
        let (one, two) = (left.kind, right.kind)
        if one == .optional || two == .optional {
            guard one == two else { return false }
            if left.isEmptyOptional || right.isEmptyOptional { return left.isEmptyOptional && right.isEmptyOptional }
            return equal(left.unwrapped, right.unwrapped, depth: depth + 1)
        }
        if one.isNumber, two.isNumber { return Self.order(left, right) == .equal }
        if one.isText, two.isText { return sameBytes(left, right) }
        if one.isList, two.isList { return equalLists(left, right, depth) }
        guard one == two else { return false }
        switch one {
        case .null: return true
        case .bool, .type, .duration: return left.payload == right.payload
        case .timestamp, .record: return left.payload == right.payload && left.extra == right.extra
        case .bytes: return sameBytes(left, right)
        case .address, .network: return left.extra == right.extra && sameBytes(left, right)
        case .map: return equalMaps(left, right, depth)
        default: return false
        }
    }

    private func equalLists(_ left: Value, _ right: Value, _ depth: Int) -> Bool? {
        guard left.high == right.high else { return false }
        for index in 0..<Int(left.high) {
            guard let same = equal(element(of: left, at: index), element(of: right, at: index), depth: depth + 1) else { return nil }
            if !same { return false }
        }
        return true
    }

    private func equalMaps(_ left: Value, _ right: Value, _ depth: Int) -> Bool? {
        guard left.high == right.high else { return false }
        for (key, value) in entries(of: left) {
            guard let other = lookUp(key, in: right) else { return false }
            guard let same = equal(value, other, depth: depth + 1) else { return nil }
            if !same { return false }
        }
        return true
    }

    func sameBytes(_ left: Value, _ right: Value) -> Bool {
        if left.tag == .symbol, right.tag == .symbol { return left.payload == right.payload }
        return withBytes(left, right) { one, two in
            guard one.count == two.count, spend(one.count >> 5) else { return false }
            for index in 0..<one.count where one[index] != two[index] { return false }
            return true
        }
    }

    enum Order {
        case less, equal, greater, unordered
    }

    /// The order of two values; nil when values of these kinds have none.
    func order(_ left: Value, _ right: Value) -> Order? {
        let (one, two) = (left.kind, right.kind)
        if one.isNumber, two.isNumber { return Self.order(left, right) }
        if one.isText, two.isText { return orderOfBytes(left, right) }
        guard one == two else { return nil }
        switch one {
        case .bool: return Self.compared(left.payload, right.payload)
        case .bytes: return orderOfBytes(left, right)
        case .duration: return Self.compared(left.asInt, right.asInt)
        case .timestamp: return Self.compared(left.asTimestamp, right.asTimestamp)
        default: return nil
        }
    }

    private func orderOfBytes(_ left: Value, _ right: Value) -> Order {
        withBytes(left, right) { one, two in
            _ = spend(min(one.count, two.count) >> 5)
            for index in 0..<min(one.count, two.count) where one[index] != two[index] {
                return one[index] < two[index] ? .less : .greater
            }
            return Self.compared(one.count, two.count)
        }
    }

    /// Numbers of different kinds are compared as the official suite wants it: an int or uint beside a double becomes a
    /// double first.
    static func order(_ left: Value, _ right: Value) -> Order {
        switch (left.tag, right.tag) {
        case (.int, .int): compared(left.asInt, right.asInt)
        case (.uint, .uint): compared(left.payload, right.payload)
        case (.double, .double): compared(left.asDouble, right.asDouble)
        case (.int, .uint): left.asInt < 0 ? .less : compared(left.payload, right.payload)
        case (.uint, .int): right.asInt < 0 ? .greater : compared(left.payload, right.payload)
        default: compared(left.approximated, right.approximated)
        }
    }

    private static func compared<Number: Comparable>(_ left: Number, _ right: Number) -> Order {
        left < right ? .less : left == right ? .equal : left > right ? .greater : .unordered
    }
}

extension Value {
    /// A number as a double.
    var approximated: Double {
        switch tag {
        case .int: Double(asInt)
        case .uint: Double(payload)
        default: asDouble
        }
    }
}

extension Value.Tag {
    @inline(__always)
    var isNumber: Bool { self == .int || self == .uint || self == .double }
    @inline(__always)
    var isText: Bool { self == .symbol || self == .string }
    @inline(__always)
    var isList: Bool { self == .list || self == .rows || self == .hostList }
}
