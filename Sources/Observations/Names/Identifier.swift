package import Diagnostics

/// How a neighbour names its box or its port: a text, and of what kind it is (IEEE 802.1AB's subtypes).
///
/// Two identifiers are equal where their kinds and what they say are equal, not where they were written alike.
package struct Identifier: Hashable, Sendable {
    /// What an identifier is made of; the numbers of chassis and port ids differ, the kinds do not.
    package enum Kind: String, Hashable, Sendable {
        case component, alias, interfaceName, macAddress, networkAddress, agentCircuit, local
        /// The source does not say.
        case unstated
    }

    package let kind: Kind
    /// What it says: quotes and closing zero bytes taken away, addresses in their common form.
    package let text: Symbol
    /// The address, where it is one; also where the source calls it text.
    package let address: MACAddress?

    /// The identifier of a kind; nil where the text says nothing.
    ///
    /// A text that is a hardware address is one whatever the kind says, local ones and names excepted: boxes send it as text.
    package init?(_ written: some StringProtocol, kind: Kind = .unstated) {
        let tidy = Self.tidied(written)
        guard !tidy.isEmpty else { return nil }
        let isName = kind == .interfaceName || kind == .alias
        let address = isName ? nil : MACAddress(tidy)
        self.kind = address != nil ? .macAddress : kind
        self.address = address
        text = Symbol(address?.text ?? tidy)
    }

    private init(kind: Kind, text: String, address: MACAddress?) {
        self.kind = kind
        self.text = Symbol(text)
        self.address = address
    }

    /// The identifier of a kind whose bytes are at hand, as SNMP has them; nil where they say nothing.
    init?(octets: [UInt8], kind: Kind) {
        let isBytes = kind == .macAddress || kind == .unstated && !octets.allSatisfy(isPrintable)
        if isBytes, let address = MACAddress(octets: octets) {
            self.init(kind: .macAddress, text: address.text, address: address)
            return
        }
        if kind == .networkAddress, let text = Self.networkAddress(octets) {
            self.init(kind: kind, text: text, address: nil)
            return
        }
        let octets = octets.last == 0 ? octets.dropLast() : octets[...]
        guard !octets.isEmpty else { return nil }
        if octets.allSatisfy({ $0 >= 0x20 }), let text = String(validating: octets, as: UTF8.self) {
            self.init(text, kind: kind)
        } else if let address = MACAddress(octets: octets) {
            self.init(kind: .macAddress, text: address.text, address: address)
        } else {
            self.init(kind: kind, text: octets.map(twoHexDigits).joined(separator: " "), address: nil)
        }
    }

    /// The text without what surrounds it: blanks, quotes that the box keeps in the string, closing zero bytes.
    static func tidied(_ written: some StringProtocol) -> String {
        var bytes = Array(written.utf8)[...]
        func isBlank(_ byte: UInt8?) -> Bool { byte.map { $0 <= 0x20 } ?? false }
        while isBlank(bytes.first) { bytes.removeFirst() }
        while isBlank(bytes.last) { bytes.removeLast() }
        while bytes.count >= 2, bytes.first == UInt8(ascii: "\""), bytes.last == UInt8(ascii: "\"") { bytes = bytes.dropFirst().dropLast() }
        while isBlank(bytes.first) { bytes.removeFirst() }
        while isBlank(bytes.last) { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// An address with its family before it (RFC 3232: 1 is IPv4, 2 is IPv6); nil for another family.
    private static func networkAddress(_ octets: [UInt8]) -> String? {
        switch (octets.first, octets.count) {
        case (1, 5): octets.dropFirst().map(String.init).joined(separator: ".")
        case (2, 17):
            stride(from: 1, to: 17, by: 2).map { String(UInt16(octets[$0]) << 8 | UInt16(octets[$0 + 1]), radix: 16) }
                .joined(separator: ":")
        default: nil
        }
    }
}

extension Identifier.Kind {
    /// The kind of a chassis id by LLDP-MIB's number.
    init(chassisSubtype number: Int) {
        self =
            switch number {
            case 1: .component
            case 2: .alias
            case 3: .component
            case 4: .macAddress
            case 5: .networkAddress
            case 6: .interfaceName
            case 7: .local
            default: .unstated
            }
    }

    /// The kind of a port id by LLDP-MIB's number.
    init(portSubtype number: Int) {
        self =
            switch number {
            case 1: .alias
            case 2: .component
            case 3: .macAddress
            case 4: .networkAddress
            case 5: .interfaceName
            case 6: .agentCircuit
            case 7: .local
            default: .unstated
            }
    }

    /// The kind by the word that a box prints for it, such as `MAC address (4)`, `interfaceName`, `ifname` or `local`.
    init(word: some StringProtocol) {
        let letters = word.utf8.compactMap { byte -> UInt8? in
            let small = byte | 0x20
            return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(small) ? small : nil
        }
        self =
            switch String(decoding: letters, as: UTF8.self) {
            case "mac", "macaddress", "interfacemac": .macAddress
            case "ifname", "interfacename", "interface": .interfaceName
            case "ifalias", "interfacealias", "alias": .alias
            case "ip", "networkaddress", "network", "ipaddress": .networkAddress
            case "local", "locallyassigned", "localassigned": .local
            case "chassis", "chassiscomponent", "portcomponent", "component": .component
            case "agentcircuitid", "agentcircuit": .agentCircuit
            default: .unstated
            }
    }
}

/// True for a byte of visible ASCII and the blank.
func isPrintable(_ byte: UInt8) -> Bool { (0x20..<0x7F).contains(byte) }

/// A byte in two capital hexadecimal digits.
func twoHexDigits(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return byte < 16 ? "0" + digits : digits
}
