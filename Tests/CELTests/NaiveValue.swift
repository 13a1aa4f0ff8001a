/// What operators do to plain values.
extension NaiveValue {
    func truth() throws(NaiveError) -> Bool {
        guard case .bool(let value) = self else { throw NaiveError() }
        return value
    }

    func negated() throws(NaiveError) -> NaiveValue {
        switch self {
        case .int(let number) where number != .min: return .int(-number)
        case .double(let number): return .double(-number)
        default: throw NaiveError()
        }
    }

    func size() throws(NaiveError) -> Int {
        switch self {
        case .string(let text): return text.unicodeScalars.count
        case .list(let elements): return elements.count
        case .map(let entries): return entries.count
        default: throw NaiveError()
        }
    }

    /// What stands in a list at a position or in a map under a key.
    func entry(_ key: NaiveValue) throws(NaiveError) -> NaiveValue {
        switch self {
        case .list(let elements):
            let place: Int?
            switch key {
            case .int(let number): place = Int(number)
            case .uint(let number): place = Int(exactly: number)
            case .double(let number): place = Int(exactly: number)
            default: place = nil
            }
            guard let place, elements.indices.contains(place) else { throw NaiveError() }
            return elements[place]
        case .map(let entries):
            guard let entry = entries.first(where: { $0.key.equals(key) }) else { throw NaiveError() }
            return entry.value
        default: throw NaiveError()
        }
    }

    static func binary(_ sign: String, _ left: NaiveValue, _ right: NaiveValue) throws(NaiveError) -> NaiveValue {
        switch sign {
        case "==": return .bool(left.equals(right))
        case "!=": return .bool(!left.equals(right))
        case "<", "<=", ">", ">=": return .bool(try compare(sign, left, right))
        case "in":
            switch right {
            case .list(let elements): return .bool(elements.contains { $0.equals(left) })
            case .map(let entries): return .bool(entries.contains { $0.key.equals(left) })
            default: throw NaiveError()
            }
        default: return try arithmetic(sign, left, right)
        }
    }

    /// Values of different kinds differ, numbers aside, which are compared as numbers; not a number equals nothing.
    func equals(_ other: NaiveValue) -> Bool {
        switch (self, other) {
        case (.null, .null): return true
        case (.bool(let one), .bool(let two)): return one == two
        case (.string(let one), .string(let two)): return Array(one.unicodeScalars) == Array(two.unicodeScalars)
        case (.list(let one), .list(let two)): return one.count == two.count && zip(one, two).allSatisfy { $0.equals($1) }
        case (.map(let one), .map(let two)):
            return one.count == two.count
                && one.allSatisfy { entry in two.contains { $0.key.equals(entry.key) && $0.value.equals(entry.value) } }
        default:
            return
                (try? Self.compareNumbers(self, other) {
                    $0 == $1
                } ints: {
                    $0 == $1
                }) ?? false
        }
    }

    private static func compare(_ sign: String, _ left: NaiveValue, _ right: NaiveValue) throws(NaiveError) -> Bool {
        func holds<Part: Comparable>(_ one: Part, _ two: Part) -> Bool {
            switch sign {
            case "<": one < two
            case "<=": one <= two
            case ">": one > two
            default: one >= two
            }
        }
        switch (left, right) {
        case (.bool(let one), .bool(let two)): return holds(one ? 1 : 0, two ? 1 : 0)
        case (.string(let one), .string(let two)):
            let (first, second) = (one.unicodeScalars.map(\.value), two.unicodeScalars.map(\.value))
            return holds(first == second ? 1 : first.lexicographicallyPrecedes(second) ? 0 : 2, 1)
        default:
            return try compareNumbers(left, right) {
                holds($0, $1)
            } ints: {
                holds($0, $1)
            }
        }
    }

    /// Whole numbers are compared exactly; beside a double they become one.
    private static func compareNumbers(
        _ left: NaiveValue, _ right: NaiveValue, _ doubles: (Double, Double) -> Bool, ints: (Int128, Int128) -> Bool
    ) throws(NaiveError) -> Bool {
        if let one = left.whole, let two = right.whole { return ints(one, two) }
        guard let one = left.approximate, let two = right.approximate else { throw NaiveError() }
        return doubles(one, two)
    }

    private var whole: Int128? {
        switch self {
        case .int(let number): Int128(number)
        case .uint(let number): Int128(number)
        default: nil
        }
    }

    private var approximate: Double? {
        switch self {
        case .int(let number): Double(number)
        case .uint(let number): Double(number)
        case .double(let number): number
        default: nil
        }
    }

    private static func arithmetic(_ sign: String, _ left: NaiveValue, _ right: NaiveValue) throws(NaiveError) -> NaiveValue {
        switch (left, right) {
        case (.int(let one), .int(let two)):
            guard let number = Int64(exactly: try whole(sign, Int128(one), Int128(two))) else { throw NaiveError() }
            // The remainder of the least number by -1 is an error, as the quotient is.
            if sign == "%", one == .min, two == -1 { throw NaiveError() }
            return .int(number)
        case (.uint(let one), .uint(let two)):
            guard let number = UInt64(exactly: try whole(sign, Int128(one), Int128(two))) else { throw NaiveError() }
            return .uint(number)
        case (.double(let one), .double(let two)):
            switch sign {
            case "+": return .double(one + two)
            case "-": return .double(one - two)
            case "*": return .double(one * two)
            case "/": return .double(one / two)
            default: throw NaiveError()
            }
        case (.string(let one), .string(let two)) where sign == "+": return .string(one + two)
        case (.list(let one), .list(let two)) where sign == "+": return .list(one + two)
        default: throw NaiveError()
        }
    }

    private static func whole(_ sign: String, _ one: Int128, _ two: Int128) throws(NaiveError) -> Int128 {
        switch sign {
        case "+": return one + two
        case "-": return one - two
        case "*": return one.multipliedReportingOverflow(by: two).partialValue
        case "/" where two != 0: return one / two
        case "%" where two != 0: return one % two
        default: throw NaiveError()
        }
    }

    /// True for values of the same kinds with the same content, down to the sign of zero.
    func isIdentical(to other: NaiveValue) -> Bool {
        switch (self, other) {
        case (.null, .null): true
        case (.bool(let one), .bool(let two)): one == two
        case (.int(let one), .int(let two)): one == two
        case (.uint(let one), .uint(let two)): one == two
        case (.double(let one), .double(let two)): one.isNaN && two.isNaN || one == two && one.sign == two.sign
        case (.string(let one), .string(let two)): one.utf8.elementsEqual(two.utf8)
        case (.list(let one), .list(let two)): one.count == two.count && zip(one, two).allSatisfy { $0.isIdentical(to: $1) }
        case (.map(let one), .map(let two)):
            one.count == two.count
                && zip(one, two).allSatisfy { $0.key.isIdentical(to: $1.key) && $0.value.isIdentical(to: $1.value) }
        default: false
        }
    }
}
