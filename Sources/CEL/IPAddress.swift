/// An IP address, or a block of them: four or sixteen bytes.
struct IPAddress: Equatable {
    var bytes: [UInt8]

    var isV4: Bool { bytes.count == 4 }

    /// Reads `192.168.0.1` or `2001:db8::68`; zones and IPv4 written inside IPv6 are refused.
    ///
    /// An IPv4-mapped address in hexadecimal is the IPv4 address.
    init?(_ text: some Collection<UInt8>) {
        let text = Array(text)
        if let bytes = Self.v4(text[...]) {
            self.bytes = bytes
        } else if let (bytes, hasDots) = Self.v6(text), !(hasDots && Self.isMapped(bytes)) {
            self.bytes = Self.isMapped(bytes) ? Array(bytes[12...]) : bytes
        } else {
            return nil
        }
    }

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    static func isMapped(_ bytes: [UInt8]) -> Bool {
        bytes[..<10].allSatisfy { $0 == 0 } && bytes[10] == 0xFF && bytes[11] == 0xFF
    }

    private static func v4(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var bytes: [UInt8] = []
        for part in parts {
            guard let number = decimal(part), number < 256 else { return nil }
            bytes.append(UInt8(number))
        }
        return bytes
    }

    /// A number of up to three digits without leading zeros.
    static func decimal(_ digits: ArraySlice<UInt8>) -> Int? {
        guard (1...3).contains(digits.count), digits.allSatisfy(\.isDigit), digits.count == 1 || digits.first != 0x30 else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    static func v6(_ text: [UInt8]) -> (bytes: [UInt8], hasDots: Bool)? {
        var head: [UInt8] = []
        var tail: [UInt8]?
        var hasDots = false
        var parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)[...]
        guard parts.count >= 3 else { return nil }
        if parts.first!.isEmpty {
            guard parts[parts.startIndex + 1].isEmpty else { return nil }
            parts.removeFirst()
        }
        if parts.last!.isEmpty {
            guard parts[parts.endIndex - 2].isEmpty else { return nil }
            parts.removeLast()
        }
        for (index, part) in zip(parts.indices, parts) {
            var group: [UInt8] = []
            if part.isEmpty {
                guard tail == nil else { return nil }
                tail = []
                continue
            } else if part.contains(UInt8(ascii: ".")) {
                guard index == parts.endIndex - 1, let four = v4(part) else { return nil }
                (group, hasDots) = (four, true)
            } else {
                guard part.count <= 4, part.allSatisfy(\.isHexDigit) else { return nil }
                let number = part.reduce(UInt32(0)) { $0 << 4 | $1.hexValue }
                group = [UInt8(number >> 8), UInt8(number & 255)]
            }
            if tail == nil { head += group } else { tail! += group }
        }
        guard let tail else { return head.count == 16 ? (head, hasDots) : nil }
        guard head.count + tail.count <= 14 else { return nil }
        return (head + Array(repeating: 0, count: 16 - head.count - tail.count) + tail, hasDots)
    }

    /// The address as RFC 5952 writes it.
    var text: String {
        guard !isV4 else { return bytes.map(String.init).joined(separator: ".") }
        let groups = stride(from: 0, to: 16, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
        let gap = longestGap(groups)
        func hex(_ part: ArraySlice<UInt16>) -> String { part.map { String($0, radix: 16) }.joined(separator: ":") }
        guard gap.count > 1 else { return hex(groups[...]) }
        return hex(groups[..<gap.lowerBound]) + "::" + hex(groups[gap.upperBound...])
    }

    /// The longest run of zeros; of equal ones, the first.
    private func longestGap(_ groups: [UInt16]) -> Range<Int> {
        var best = 0..<0
        var start = 0
        for index in 0...8 where index == 8 || groups[index] != 0 {
            if index - start > best.count { best = start..<index }
            start = index + 1
        }
        return best
    }

    /// The address with all bits after a prefix cleared.
    func masked(_ prefix: Int) -> IPAddress {
        IPAddress(
            bytes: bytes.enumerated().map { index, byte in
                let kept = min(8, max(0, prefix - 8 * index))
                return kept == 0 ? 0 : byte & (0xFF << UInt8(8 - kept))
            })
    }

    var isUnspecified: Bool { bytes.allSatisfy { $0 == 0 } }
    var isLoopback: Bool { isV4 ? bytes[0] == 127 : bytes.dropLast().allSatisfy { $0 == 0 } && bytes[15] == 1 }
    var isMulticast: Bool { isV4 ? bytes[0] & 0xF0 == 0xE0 : bytes[0] == 0xFF }
    var isLinkLocalMulticast: Bool {
        isV4 ? bytes[0] == 224 && bytes[1] == 0 && bytes[2] == 0 : bytes[0] == 0xFF && bytes[1] & 0x0F == 2
    }
    var isLinkLocalUnicast: Bool {
        isV4 ? bytes[0] == 169 && bytes[1] == 254 : bytes[0] == 0xFE && bytes[1] & 0xC0 == 0x80
    }
    var isGlobalUnicast: Bool {
        if isV4, bytes.allSatisfy({ $0 == 255 }) { return false }
        return !isUnspecified && !isLoopback && !isMulticast && !isLinkLocalUnicast
    }
}
