/// 32 random bytes that hide a content behind its commitment, until they are destroyed with it.
package struct Salt: Hashable, Sendable {
    /// How many bytes a salt has.
    package static let length = 32

    package let bytes: [UInt8]

    /// A salt that was kept; nil unless there are 32 bytes.
    package init?(bytes: [UInt8]) {
        guard bytes.count == Self.length else { return nil }
        self.bytes = bytes
    }

    /// A salt from a source of randomness, which must be the system's wherever the content is somebody's.
    package init(using numbers: inout some RandomNumberGenerator) {
        bytes = (0..<Self.length).map { _ in UInt8.random(in: 0...255, using: &numbers) }
    }
}

extension Digest {
    /// The commitment to a content: SHA-256 of the salt and the bytes behind it, which tells nothing of them without the salt.
    package init(committing content: [UInt8], _ salt: Salt) {
        self.init(of: salt.bytes, content)
    }
}
