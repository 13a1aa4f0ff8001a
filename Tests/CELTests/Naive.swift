/// An expression as a tree, and what it is worth by the letter of the language definition: a plain walk over plain values,
/// which shares nothing with the evaluator that it checks.
indirect enum Naive: Sendable {
    case literal(String, NaiveValue)
    case name(String)
    case not(Naive)
    case negated(Naive)
    case binary(String, Naive, Naive)
    case conditional(Naive, Naive, Naive)
    case select(Naive, String)
    case has(Naive, String)
    case index(Naive, Naive)
    case size(Naive)
    case list([Naive])
    case map([(Naive, Naive)])
    /// `all`, `exists`, `exists_one`, `map` or `filter` with one variable.
    case fold(String, Naive, String, Naive)
}

/// A value of the language, as far as the comparison needs it.
indirect enum NaiveValue: Sendable {
    case null
    case bool(Bool)
    case int(Int64)
    case uint(UInt64)
    case double(Double)
    case string(String)
    case list([NaiveValue])
    case map([(key: NaiveValue, value: NaiveValue)])
}

/// That an expression has no value; why does not matter.
struct NaiveError: Error {}

extension Naive {
    /// The expression as it is written, with brackets around every operand.
    var text: String {
        switch self {
        case .literal(let text, _), .name(let text): text
        case .not(let operand): "!(\(operand.text))"
        case .negated(let operand): "-(\(operand.text))"
        case .binary(let sign, let left, let right): "(\(left.text)) \(sign) (\(right.text))"
        case .conditional(let test, let yes, let no): "(\(test.text)) ? (\(yes.text)) : (\(no.text))"
        case .select(let operand, let field): "(\(operand.text)).\(field)"
        case .has(let operand, let field): "has((\(operand.text)).\(field))"
        case .index(let operand, let key): "(\(operand.text))[\(key.text)]"
        case .size(let operand): "size(\(operand.text))"
        case .list(let elements): "[\(elements.map(\.text).joined(separator: ", "))]"
        case .map(let entries): "{\(entries.map { "\($0.0.text): \($0.1.text)" }.joined(separator: ", "))}"
        case .fold(let kind, let range, let name, let body): "(\(range.text)).\(kind)(\(name), \(body.text))"
        }
    }

    func value(_ names: [String: NaiveValue]) throws(NaiveError) -> NaiveValue {
        switch self {
        case .literal(_, let value): return value
        case .name(let name):
            guard let value = names[name] else { throw NaiveError() }
            return value
        case .not(let operand): return .bool(try !operand.value(names).truth())
        case .negated(let operand): return try operand.value(names).negated()
        case .binary("&&", let left, let right): return try Self.logic(left, right, names, decisive: false)
        case .binary("||", let left, let right): return try Self.logic(left, right, names, decisive: true)
        case .binary(let sign, let left, let right): return try NaiveValue.binary(sign, left.value(names), right.value(names))
        case .conditional(let test, let yes, let no):
            return try test.value(names).truth() ? yes.value(names) : no.value(names)
        case .select(let operand, let field): return try operand.value(names).entry(.string(field))
        case .has(let operand, let field):
            guard case .map(let entries) = try operand.value(names) else { throw NaiveError() }
            return .bool(entries.contains { $0.key.equals(.string(field)) })
        case .index(let operand, let key):
            let (container, key) = (try operand.value(names), try key.value(names))
            return try container.entry(key)
        case .size(let operand): return .int(Int64(try operand.value(names).size()))
        case .list(let elements):
            var values: [NaiveValue] = []
            for element in elements { values.append(try element.value(names)) }
            return .list(values)
        case .map(let entries): return try Self.map(entries, names)
        case .fold(let kind, let range, let name, let body): return try Self.fold(kind, range, name, body, names)
        }
    }

    /// The decisive value on either side decides, whatever is on the other.
    private static func logic(_ left: Naive, _ right: Naive, _ names: [String: NaiveValue], decisive: Bool) throws(NaiveError) -> NaiveValue
    {
        let sides = [try? left.value(names).truth(), try? right.value(names).truth()]
        if sides.contains(decisive) { return .bool(decisive) }
        guard !sides.contains(nil) else { throw NaiveError() }
        return .bool(!decisive)
    }

    private static func map(_ entries: [(Naive, Naive)], _ names: [String: NaiveValue]) throws(NaiveError) -> NaiveValue {
        var result: [(key: NaiveValue, value: NaiveValue)] = []
        for (key, value) in entries {
            let key = try key.value(names)
            switch key {
            case .bool, .int, .uint, .string: break
            default: throw NaiveError()
            }
            guard !result.contains(where: { $0.key.equals(key) }) else { throw NaiveError() }
            result.append((key, try value.value(names)))
        }
        return .map(result)
    }

    private static func fold(
        _ kind: String, _ range: Naive, _ name: String, _ body: Naive, _ names: [String: NaiveValue]
    ) throws(NaiveError) -> NaiveValue {
        let items: [NaiveValue]
        switch try range.value(names) {
        case .list(let elements): items = elements
        case .map(let entries): items = entries.map(\.key)
        default: throw NaiveError()
        }
        func result(_ item: NaiveValue) throws(NaiveError) -> NaiveValue {
            var inner = names
            inner[name] = item
            return try body.value(inner)
        }
        switch kind {
        case "all", "exists":
            let decisive = kind == "exists"
            let truths = items.map { item in try? result(item).truth() }
            if truths.contains(decisive) { return .bool(decisive) }
            guard !truths.contains(nil) else { throw NaiveError() }
            return .bool(!decisive)
        case "exists_one":
            var count = 0
            for item in items where try result(item).truth() { count += 1 }
            return .bool(count == 1)
        case "map":
            var values: [NaiveValue] = []
            for item in items { values.append(try result(item)) }
            return .list(values)
        default:
            var values: [NaiveValue] = []
            for item in items where try result(item).truth() { values.append(item) }
            return .list(values)
        }
    }
}
