/// The names under which devices are known, and which of them a name from the network means.
///
/// Exact first, then without case, then the short name, but only where one device alone has it: `core01.sjc01` and
/// `core01.tpe01` are two boxes. One device may have several names, an old and a new one among them.
package struct SystemNameBook<Value: Hashable & Sendable>: Sendable {
    private var entries: [NameRule: [String: [Value]]] = [:]
    private var addresses: [MACAddress: [Value]] = [:]
    /// Names without case, in order: what a cut name is looked up in.
    private var ordered: [(name: String, value: Value)] = []
    private var isOrdered = true

    package init() {}

    private static var ladder: [NameRule] { [.exact, .tidied, .letterCase] }

    /// Takes a name in; one thing may have several.
    package mutating func add(_ name: some StringProtocol, _ value: Value) {
        let forms = Self.forms(of: name)
        for (rule, form) in zip(Self.ladder, forms) where !form.isEmpty { add(form, value, by: rule) }
        guard let lower = forms.last, !lower.isEmpty else { return }
        add(Self.short(lower), value, by: .shortName)
        ordered.append((lower, value))
        isOrdered = false
    }

    /// Takes a hardware address in by which a thing is known.
    package mutating func add(_ address: MACAddress, _ value: Value) {
        if addresses[address]?.contains(value) != true { addresses[address, default: []].append(value) }
    }

    private mutating func add(_ form: String, _ value: Value, by rule: NameRule) {
        if entries[rule]?[form]?.contains(value) != true { entries[rule, default: [:]][form, default: []].append(value) }
    }

    /// Brings the names in order, so that cut names are found; to be called once all names are in.
    package mutating func close() {
        ordered.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        isOrdered = true
    }

    /// What a name means, by the surest rule that any name satisfies.
    ///
    /// A name that is a hardware address, which NAPALM gives where the neighbour sends no name, is looked up as one.
    package func match(_ name: some StringProtocol) -> NameMatch<Value> {
        let forms = Self.forms(of: name)
        for (rule, form) in zip(Self.ladder, forms) {
            if let values = entries[rule]?[form] { return Self.match(values, by: rule) }
        }
        guard let lower = forms.last, !lower.isEmpty else { return .unknown }
        if let address = MACAddress(lower), let values = addresses[address] { return Self.match(values, by: .address) }
        if lower.utf8.suffix(3).elementsEqual("...".utf8) { return cutMatch(String(decoding: lower.utf8.dropLast(3), as: UTF8.self)) }
        return shortMatch(lower)
    }

    /// What a hardware address means.
    package func match(_ address: MACAddress) -> NameMatch<Value> {
        addresses[address].map { Self.match($0, by: .address) } ?? .unknown
    }

    private func shortMatch(_ lower: String) -> NameMatch<Value> {
        let short = Self.short(lower)
        guard let values = entries[.shortName]?[short] else { return .unknown }
        let isFull = short.utf8.count < lower.utf8.count
        let hasBare = entries[.letterCase]?[short] != nil
        return Self.match(values, by: isFull && !hasBare ? .otherDomain : .shortName)
    }

    private func cutMatch(_ beginning: String) -> NameMatch<Value> {
        precondition(isOrdered, "names were taken in after the book was closed")
        let bytes = Array(beginning.utf8)
        guard !bytes.isEmpty else { return .unknown }
        var (low, high) = (0, ordered.count)
        while low < high {
            let middle = (low + high) / 2
            if ordered[middle].name.utf8.lexicographicallyPrecedes(bytes) { low = middle + 1 } else { high = middle }
        }
        var values: [Value] = []
        while low < ordered.count, ordered[low].name.utf8.starts(with: bytes) {
            if !values.contains(ordered[low].value) { values.append(ordered[low].value) }
            low += 1
        }
        return values.isEmpty ? .unknown : Self.match(values, by: .cut)
    }

    private static func match(_ values: [Value], by rule: NameRule) -> NameMatch<Value> {
        values.count == 1 ? .found(values[0], rule) : .several(values, rule)
    }

    private static func forms(of name: some StringProtocol) -> [String] {
        let tidied = Identifier.tidied(name)
        return [String(name), tidied, asciiLowercased(tidied)]
    }

    /// What stands before the first dot; an address of the Internet is no name with a domain.
    private static func short(_ lower: String) -> String {
        let bytes = Array(lower.utf8)
        guard let dot = bytes.firstIndex(of: UInt8(ascii: ".")), dot > 0, !bytes.allSatisfy({ isDigit($0) || $0 == UInt8(ascii: ".") })
        else {
            return lower
        }
        return String(decoding: bytes[..<dot], as: UTF8.self)
    }
}
