/// A signature of `ssh-keygen -Y sign` over a file (OpenSSH, PROTOCOL.sshsig).
///
/// Its own bytes identify nothing: the armour, the reserved field and an ECDSA number can be changed without the key.
package struct SSHSignature: Hashable, Sendable {
    /// Larger files than this, in bytes, are no signatures.
    package static let sizeLimit = 16 << 10

    /// Why bytes are not a signature that can count.
    package enum Fault: Error, Hashable, Sendable {
        case tooLarge, malformed
        case key(SSHKey.Fault)
        /// A hash or a signature algorithm that does not count; SHA-1 is among them.
        case algorithm(String)
    }

    /// What a device said of its signature.
    package struct DeviceWord: Hashable, Sendable {
        /// Bit 0: somebody touched it; bit 2: somebody was recognised.
        let flags: UInt8
        /// How often the device has signed.
        package let counter: UInt32

        /// True where somebody touched the device. `ssh-keygen` accepts signatures without it.
        package var isTouched: Bool { flags & 1 != 0 }
        /// True where the device recognised somebody, by a PIN or a finger.
        package var isPersonVerified: Bool { flags & 4 != 0 }
    }

    package let key: SSHKey
    /// What the signature is for, so that it counts for nothing else.
    package let namespace: String
    /// What the device said; nil where the key is in none.
    package let device: DeviceWord?
    let reserved: [UInt8]
    let hash: HashName
    let algorithm: Algorithm
    let value: Value

    enum HashName: String, Sendable {
        case sha256, sha512
    }

    enum Algorithm: String, Sendable {
        case ed25519 = "ssh-ed25519"
        case ecdsaP256 = "ecdsa-sha2-nistp256"
        case rsaSHA256 = "rsa-sha2-256"
        case rsaSHA512 = "rsa-sha2-512"
        case skEd25519 = "sk-ssh-ed25519@openssh.com"
        case skECDSAP256 = "sk-ecdsa-sha2-nistp256@openssh.com"

        func fits(_ kind: SSHKey.Kind) -> Bool {
            kind == .rsa ? self == .rsaSHA256 || self == .rsaSHA512 : rawValue == kind.rawValue
        }
    }

    /// What the secret key made, in the form that the algorithm is verified with.
    enum Value: Hashable, Sendable {
        case bytes([UInt8])
        /// Two numbers of at most 32 bytes, brought to 32 each.
        case pair([UInt8], [UInt8])
    }

    /// Reads the text between `-----BEGIN SSH SIGNATURE-----` and its end. No signature is checked.
    ///
    /// - Throws: `Fault` where it is none, or none that counts.
    package init(armored written: [UInt8]) throws(Fault) {
        guard written.count <= Self.sizeLimit else { throw .tooLarge }
        let lines = written.split(separator: 0x0A).map { line in
            String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
        }
        guard lines.count >= 3, lines.first == Self.opening, lines.last == Self.closing,
            let blob = Base64.bytes(lines.dropFirst().dropLast().joined())
        else { throw .malformed }
        try self.init(blob: blob)
    }

    private static let opening = "-----BEGIN SSH SIGNATURE-----"
    private static let closing = "-----END SSH SIGNATURE-----"

    private init(blob: [UInt8]) throws(Fault) {
        var reader = SSHReader(blob)
        guard reader.bytes(6) == Self.magic, reader.number() == 1, let keyBlob = reader.string(), let namespace = reader.text(),
            !namespace.isEmpty, let reserved = reader.string(), let hashName = reader.text(), let signature = reader.string(),
            reader.isAtEnd
        else { throw .malformed }
        do { key = try SSHKey(blob: keyBlob) } catch { throw .key(error) }
        guard let hash = HashName(rawValue: hashName) else { throw .algorithm(hashName) }
        var inner = SSHReader(signature)
        guard let name = inner.text(), let bytes = inner.string() else { throw .malformed }
        guard let algorithm = Algorithm(rawValue: name), algorithm.fits(key.kind) else { throw .algorithm(name) }
        guard let value = Self.value(algorithm, bytes) else { throw .malformed }
        var device: DeviceWord?
        if key.kind.isInDevice {
            guard let flags = inner.byte(), let counter = inner.number() else { throw .malformed }
            device = DeviceWord(flags: flags, counter: counter)
        }
        guard inner.isAtEnd else { throw .malformed }
        (self.namespace, self.reserved, self.hash, self.algorithm, self.value) = (namespace, reserved, hash, algorithm, value)
        self.device = device
    }

    static let magic = Array("SSHSIG".utf8)

    private static func value(_ algorithm: Algorithm, _ bytes: [UInt8]) -> Value? {
        switch algorithm {
        case .ed25519, .skEd25519: return bytes.count == 64 ? .bytes(bytes) : nil
        case .rsaSHA256, .rsaSHA512: return .bytes(bytes)
        case .ecdsaP256, .skECDSAP256:
            var numbers = SSHReader(bytes)
            guard let r = numbers.positiveNumber(), let s = numbers.positiveNumber(), numbers.isAtEnd, r.count <= 32, s.count <= 32 else {
                return nil
            }
            return .pair(padded(r), padded(s))
        }
    }

    private static func padded(_ number: [UInt8]) -> [UInt8] {
        Array(repeating: 0, count: 32 - number.count) + number
    }
}
