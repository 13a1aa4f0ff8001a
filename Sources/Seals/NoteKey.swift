import Crypto

/// The public half of a key that signs notes, under the name that it signs with (C2SP signed-note, "Verifier keys").
package struct NoteKey: Hashable, Sendable {
    /// What its signatures are over.
    package enum Purpose: UInt8, Sendable {
        /// Ed25519 over the text of the note.
        case note = 1
        /// Ed25519 over a time and the text (C2SP cosignature/v1): that a witness saw the tree grow consistently until then.
        case cosignature = 4
    }

    /// Whose key it is; for a ledger, its origin.
    package let name: String
    package let purpose: Purpose
    /// 32 bytes.
    package let publicKey: [UInt8]

    /// A key; nil where the name is none or the public key has not 32 bytes.
    package init?(name: String, purpose: Purpose = .note, publicKey: [UInt8]) {
        guard Self.isName(name), publicKey.count == 32 else { return nil }
        self.name = name
        self.purpose = purpose
        self.publicKey = publicKey
    }

    /// Reads `name+id+key`, where the id is that of the key; nil for anything else.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let key = Base64.bytes(parts[2]), let purpose = key.first.flatMap(Purpose.init(rawValue:)) else {
            return nil
        }
        self.init(name: String(parts[0]), purpose: purpose, publicKey: Array(key.dropFirst()))
        guard hexadecimal(id) == parts[1] else { return nil }
    }

    /// The form that is written: `name+id+key`.
    package var text: String { "\(name)+\(hexadecimal(id))+\(Base64.text([purpose.rawValue] + publicKey))" }

    /// The four bytes by which a signature says which key made it.
    package var id: [UInt8] {
        Array(Digest(of: Array(name.utf8), [0x0A, purpose.rawValue], publicKey).bytes.prefix(4))
    }

    /// Names are not empty, and without white space, controls and `+`.
    static func isName(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= 255
            && name.unicodeScalars.allSatisfy { $0 != "+" && !$0.properties.isWhitespace && $0.properties.generalCategory != .control }
    }

    func verifies(_ signature: some Collection<UInt8>, over message: [UInt8]) -> Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else { return false }
        return key.isValidSignature(Array(signature), for: message)
    }
}

/// The secret half of a key that signs notes: a seed of 32 bytes.
package struct NoteSigner: Sendable {
    package let key: NoteKey
    private let secret: Curve25519.Signing.PrivateKey

    /// The signer with a seed under a name; nil where the name is none or the seed has not 32 bytes.
    package init?(name: String, purpose: NoteKey.Purpose = .note, seed: [UInt8]) {
        guard seed.count == 32, let secret = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed),
            let key = NoteKey(name: name, purpose: purpose, publicKey: Array(secret.publicKey.rawRepresentation))
        else { return nil }
        self.key = key
        self.secret = secret
    }

    func signature(over message: [UInt8]) -> [UInt8] {
        guard let signature = try? secret.signature(for: message) else { preconditionFailure("a key of Ed25519 signs every message") }
        return Array(signature)
    }
}
