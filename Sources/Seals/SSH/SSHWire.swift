/// A cursor over the fields of SSH's binary form (RFC 4251, section 5).
struct SSHReader {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: some Collection<UInt8>) {
        rest = Array(bytes)[...]
    }

    var isAtEnd: Bool { rest.isEmpty }

    /// So many bytes; nil where there are fewer.
    mutating func bytes(_ count: Int) -> [UInt8]? {
        guard count <= rest.count else { return nil }
        defer { rest = rest.dropFirst(count) }
        return Array(rest.prefix(count))
    }

    mutating func byte() -> UInt8? { bytes(1)?.first }

    mutating func number() -> UInt32? {
        bytes(4).map { $0.reduce(0) { $0 << 8 | UInt32($1) } }
    }

    /// A string: its length and as many bytes.
    mutating func string() -> [UInt8]? {
        number().flatMap { bytes(Int($0)) }
    }

    /// A string that must be UTF-8.
    mutating func text() -> String? {
        string().flatMap { String(validating: $0, as: UTF8.self) }
    }

    /// A positive whole number in its only form: without zeros before it but the one that keeps it positive; the zero is dropped.
    mutating func positiveNumber() -> [UInt8]? {
        guard let bytes = string(), let first = bytes.first, first < 0x80 else { return nil }
        guard first == 0 else { return bytes }
        guard bytes.count > 1, bytes[1] >= 0x80 else { return nil }
        return Array(bytes.dropFirst())
    }
}

/// A string in SSH's binary form: its length and the bytes.
func sshString(_ bytes: some Collection<UInt8>) -> [UInt8] {
    bigEndianBytes(UInt64(bytes.count)).suffix(4) + bytes
}

/// A text in SSH's binary form.
func sshString(_ text: String) -> [UInt8] {
    sshString(text.utf8)
}
