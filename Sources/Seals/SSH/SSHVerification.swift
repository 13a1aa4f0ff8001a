import Crypto
import CryptoExtras

extension SSHSignature {
    /// True where the key in the signature signed these bytes for this namespace.
    ///
    /// Whose key it is, and whether a device was touched, is for the caller to judge.
    package func holds(over message: [UInt8], namespace: String) -> Bool {
        guard self.namespace.utf8.elementsEqual(namespace.utf8) else { return false }
        let signed = signedBytes(over: message)
        switch key.material {
        case .ed25519(let bytes): return holds(ed25519: bytes, over: signed)
        case .p256(let point): return holds(p256: point, over: signed)
        case .rsa(let modulus, let exponent): return holds(modulus, exponent, over: signed)
        }
    }

    /// What the secret key signs: the namespace and the digest of the message, and for devices what they say with it.
    private func signedBytes(over message: [UInt8]) -> [UInt8] {
        let digest: [UInt8] =
            switch hash {
            case .sha256: Array(SHA256.hash(data: message))
            case .sha512: Array(SHA512.hash(data: message))
            }
        let envelope = Self.magic + sshString(namespace) + sshString(reserved) + sshString(hash.rawValue) + sshString(digest)
        guard let device, let application = key.application else { return envelope }
        return Array(SHA256.hash(data: Array(application.utf8))) + [device.flags] + bigEndianBytes(UInt64(device.counter)).suffix(4)
            + Array(SHA256.hash(data: envelope))
    }

    private func holds(ed25519 bytes: [UInt8], over signed: [UInt8]) -> Bool {
        guard case .bytes(let signature) = value, let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes) else {
            return false
        }
        return key.isValidSignature(signature, for: signed)
    }

    private func holds(p256 point: [UInt8], over signed: [UInt8]) -> Bool {
        guard case .pair(let r, let s) = value, let key = try? P256.Signing.PublicKey(x963Representation: point),
            let signature = try? P256.Signing.ECDSASignature(rawRepresentation: r + s)
        else { return false }
        return key.isValidSignature(signature, for: SHA256.hash(data: signed))
    }

    private func holds(_ modulus: [UInt8], _ exponent: [UInt8], over signed: [UInt8]) -> Bool {
        // OpenSSH pads a shorter signature itself; the numbers are the same.
        guard case .bytes(let bytes) = value, bytes.count <= modulus.count,
            let key = try? _RSA.Signing.PublicKey(n: modulus, e: exponent)
        else { return false }
        let signature = _RSA.Signing.RSASignature(
            rawRepresentation: Array(repeating: 0, count: modulus.count - bytes.count) + bytes)
        return algorithm == .rsaSHA512
            ? key.isValidSignature(signature, for: SHA512.hash(data: signed), padding: .insecurePKCS1v1_5)
            : key.isValidSignature(signature, for: SHA256.hash(data: signed), padding: .insecurePKCS1v1_5)
    }
}
