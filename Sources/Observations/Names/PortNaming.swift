/// The names of one device's ports made equal, by the rules of its platform.
///
/// Only the letters before the number are brought to one form; numbers are never touched, because `Gi1/0/1` and `Gi1/0/10`
/// are two ports. What one word means differs between vendors (`XGE`), so that a word is shortened only where its platform has it.
package struct PortNaming: Sendable {
    package let platform: Platform?

    package init(_ platform: Platform?) {
        self.platform = platform
    }

    /// The rule by which two names mean one port; nil where none does.
    package func rule(joining first: some StringProtocol, _ second: some StringProtocol) -> NameRule? {
        let (left, right) = (forms(of: String(first)), forms(of: String(second)))
        return Self.ladder.first { rule in
            guard let form = left.form(rule), let other = right.form(rule) else { return false }
            return !form.isEmpty && form.utf8.elementsEqual(other.utf8)
        }
    }

    /// The rules for port names in the order in which they are tried.
    static let ladder: [NameRule] = [.exact, .tidied, .letterCase, .abbreviation, .unit, .mark, .portNumber]

    /// All forms of one name.
    struct Forms {
        var exact: String
        var tidied: String
        var lower: String
        var short: String
        var unit: String
        var mark: String
        var number: String?

        func form(_ rule: NameRule) -> String? {
            switch rule {
            case .exact: exact
            case .tidied: tidied
            case .letterCase: lower
            case .abbreviation: short
            case .unit: unit
            case .mark: mark
            case .portNumber: number
            case .shortName, .otherDomain, .cut, .address: nil
            }
        }
    }

    func forms(of name: String) -> Forms {
        let tidied = Identifier.tidied(name)
        let lower = asciiLowercased(tidied)
        let short = shortened(lower)
        let unit = withoutUnit(short)
        let mark = withoutMark(unit)
        return Forms(exact: name, tidied: tidied, lower: lower, short: short, unit: unit, mark: mark, number: bareNumber(mark))
    }

    /// The name with its leading word in the short form of its family, blanks between word and number left out.
    private func shortened(_ lower: String) -> String {
        let bytes = Array(lower.utf8)
        // Huawei's `10GE1/0/1` begins with digits: its word is left as it is.
        guard let digit = bytes.firstIndex(where: isDigit), digit > 0 else { return lower }
        // Junos writes `xe-0/1/0`: word, hyphen, number, never anything else.
        let letters = bytes[..<digit].filter { $0 != UInt8(ascii: " ") }
        guard letters.last != UInt8(ascii: "-"), !letters.isEmpty else { return lower }
        return PortWords.short(String(decoding: letters, as: UTF8.self), on: platform) + String(decoding: bytes[digit...], as: UTF8.self)
    }

    /// The name without a closing `.0`, which only Junos writes for the port itself.
    private func withoutUnit(_ name: String) -> String {
        guard platform == .juniperJunos, name.utf8.suffix(2).elementsEqual(".0".utf8) else { return name }
        return String(decoding: name.utf8.dropLast(2), as: UTF8.self)
    }

    private func withoutMark(_ name: String) -> String {
        let bytes = Array(name.utf8)
        switch platform {
        case .hpProCurve:
            let bare = bytes.last == UInt8(ascii: "*") ? bytes.dropLast() : bytes[...]
            // `1/28-...` is a trunk whose name was cut.
            guard let hyphen = bare.firstIndex(of: UInt8(ascii: "-")), hyphen > 0 else { return String(decoding: bare, as: UTF8.self) }
            let tail = String(decoding: bare[(hyphen + 1)...], as: UTF8.self)
            let isTrunk = tail.hasPrefix("trk") || tail.hasPrefix("lag") || tail.hasPrefix("dyn") || tail.hasSuffix("...")
            return String(decoding: isTrunk ? bare[..<hyphen] : bare, as: UTF8.self)
        case .huaweiVRP:
            guard bytes.last == UInt8(ascii: ")"), let open = bytes.lastIndex(of: UInt8(ascii: "(")) else { return name }
            return String(decoding: bytes[..<open], as: UTF8.self)
        default: return name
        }
    }

    /// What UniFi's three names of one port have in common; nil on other platforms.
    private func bareNumber(_ name: String) -> String? {
        guard platform == .unifi else { return nil }
        let bytes = Array(name.utf8)
        guard let start = bytes.lastIndex(where: { !isDigit($0) }).map({ $0 + 1 }) ?? bytes.indices.first, start < bytes.count else {
            return nil
        }
        let before = String(decoding: bytes[..<start], as: UTF8.self)
        guard ["", "port", "port ", "0/"].contains(before) else { return nil }
        return String(decoding: bytes[start...], as: UTF8.self)
    }
}

/// The ports of one device, found by any form of their names.
package struct PortNameBook<Value: Hashable & Sendable>: Sendable {
    private let naming: PortNaming
    private var entries: [NameRule: [String: [Value]]] = [:]

    package init(_ platform: Platform?) {
        naming = PortNaming(platform)
    }

    /// Takes a name in; one thing may have several.
    package mutating func add(_ name: some StringProtocol, _ value: Value) {
        let forms = naming.forms(of: String(name))
        for rule in PortNaming.ladder {
            guard let form = forms.form(rule), !form.isEmpty else { continue }
            if entries[rule]?[form]?.contains(value) != true { entries[rule, default: [:]][form, default: []].append(value) }
        }
    }

    /// What a name means: by the surest rule that any name satisfies.
    package func match(_ name: some StringProtocol) -> NameMatch<Value> {
        let forms = naming.forms(of: String(name))
        for rule in PortNaming.ladder {
            guard let form = forms.form(rule), let values = entries[rule]?[form] else { continue }
            return values.count == 1 ? .found(values[0], rule) : .several(values, rule)
        }
        return .unknown
    }
}

/// Latin letters small; all else as it is.
func asciiLowercased(_ text: some StringProtocol) -> String {
    String(decoding: text.utf8.map { (65...90).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
}

/// True for a decimal digit.
func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
