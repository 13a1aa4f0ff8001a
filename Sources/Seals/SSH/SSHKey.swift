/// A public key of OpenSSH of one of the kinds that count here.
package struct SSHKey: Hashable, Sendable {
    /// The kinds; those with `sk` are kept in a FIDO device.
    package enum Kind: String, CaseIterable, Sendable {
        case ed25519 = "ssh-ed25519"
        case ecdsaP256 = "ecdsa-sha2-nistp256"
        case rsa = "ssh-rsa"
        case skEd25519 = "sk-ssh-ed25519@openssh.com"
        case skECDSAP256 = "sk-ecdsa-sha2-nistp256@openssh.com"

        /// True where a device has the secret, and its signatures tell whether it was touched.
        package var isInDevice: Bool { self == .skEd25519 || self == .skECDSAP256 }
    }

    /// Why a key is refused.
    package enum Fault: Error, Hashable, Sendable {
        /// It is not of the form `kind base64`.
        case malformed
        /// It is of a kind that does not count, a certificate for instance.
        case unknownKind(String)
        /// An RSA key with so many bits, which are too few or too many.
        case rsaSize(Int)
    }

    package let kind: Kind
    /// The key in SSH's binary form, which is the key's only one.
    package let blob: [UInt8]
    let material: Material

    /// The numbers of which it is made.
    enum Material: Hashable, Sendable {
        case ed25519([UInt8])
        /// The point, uncompressed: 65 bytes.
        case p256([UInt8])
        case rsa(modulus: [UInt8], exponent: [UInt8])
    }

    /// What the device's signatures are bound to, `ssh:` for most; nil for keys without a device.
    let application: String?

    /// RSA keys have at least so many bits.
    package static let rsaBits = 2_048...16_384

    /// Reads `kind base64`, as `.pub` files and `authorized_keys` write it; what stands behind is a comment and left aside.
    ///
    /// - Throws: `Fault` where it is no key, or none that counts.
    package init(line: String) throws(Fault) {
        let words = line.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x09 }).prefix(2).map { Substring($0) }
        guard words.count == 2, words[1].utf8.count <= 8_192, let blob = Base64.bytes(words[1]) else { throw .malformed }
        try self.init(blob: blob)
        guard kind.rawValue == words[0] else { throw .malformed }
    }

    /// Reads a key in SSH's binary form.
    ///
    /// - Throws: `Fault` where it is no key, or none that counts.
    package init(blob: [UInt8]) throws(Fault) {
        var reader = SSHReader(blob)
        guard let name = reader.text() else { throw .malformed }
        guard let kind = Kind(rawValue: name) else { throw .unknownKind(name) }
        guard let material = Self.material(kind, from: &reader) else { throw .malformed }
        var application: String?
        if kind.isInDevice {
            guard let text = reader.text() else { throw .malformed }
            application = text
        }
        guard reader.isAtEnd else { throw .malformed }
        if case .rsa(let modulus, _) = material {
            let bits = modulus.count * 8 - modulus[0].leadingZeroBitCount
            guard Self.rsaBits.contains(bits) else { throw .rsaSize(bits) }
        }
        (self.kind, self.blob, self.material, self.application) = (kind, blob, material, application)
    }

    private static func material(_ kind: Kind, from reader: inout SSHReader) -> Material? {
        switch kind {
        case .ed25519, .skEd25519:
            guard let key = reader.string(), key.count == 32 else { return nil }
            return .ed25519(key)
        case .ecdsaP256, .skECDSAP256:
            guard reader.text() == "nistp256", let point = reader.string(), point.count == 65, point[0] == 4 else { return nil }
            return .p256(point)
        case .rsa:
            guard let exponent = reader.positiveNumber(), let modulus = reader.positiveNumber(), exponent.count <= 8,
                exponent.last! & 1 == 1
            else { return nil }
            return .rsa(modulus: modulus, exponent: exponent)
        }
    }

    /// The line that is written, without a comment.
    package var line: String { "\(kind.rawValue) \(Base64.text(blob))" }

    /// What people compare, as `ssh-keygen -l` prints it: `SHA256:` and 43 letters.
    package var fingerprint: String { "SHA256:" + Base64.text(Digest(of: blob).bytes).dropLast() }
}
