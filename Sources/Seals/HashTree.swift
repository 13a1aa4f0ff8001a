import Crypto

extension Digest {
    /// The hash of a leaf of a tree: SHA-256(0x00 ‖ leaf), RFC 6962, section 2.1.
    package init(leaf: [UInt8]) {
        var hash = SHA256()
        unsafe withUnsafeBytes(of: UInt8(0)) { unsafe hash.update(bufferPointer: $0) }
        unsafe leaf.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
        self.init(hash.finalize())
    }

    /// The hash of a node of a tree: SHA-256(0x01 ‖ left ‖ right), RFC 6962, section 2.1.
    package init(left: Digest, right: Digest) {
        var hash = SHA256()
        unsafe withUnsafeBytes(of: UInt8(1)) { unsafe hash.update(bufferPointer: $0) }
        unsafe withUnsafeBytes(of: (left.bigEndianWords, right.bigEndianWords)) { unsafe hash.update(bufferPointer: $0) }
        self.init(hash.finalize())
    }

    /// The hash of a tree without leaves, which is the hash of nothing.
    package static let ofEmptyTree = Digest(of: [])
}

/// A tree of hashes that only grows: it keeps the roots of its whole subtrees, one for each bit of its size.
///
/// Appending is constant on average and the root takes as many hashes as the size has bits; no leaf is kept. The hashes are
/// those of RFC 6962, section 2.1.
package struct HashTree: Hashable, Sendable {
    /// How many leaves it has.
    package private(set) var size = 0
    /// The roots of the whole subtrees from the largest to the smallest.
    private var subtrees: [Digest] = []

    package init() {}

    /// Adds a leaf by its hash.
    package mutating func append(_ leafHash: Digest) {
        var whole = leafHash
        for _ in 0..<size.trailingOneBits { whole = Digest(left: subtrees.removeLast(), right: whole) }
        subtrees.append(whole)
        size += 1
    }

    /// The hash that stands for all leaves and their order.
    package var root: Digest {
        guard let smallest = subtrees.last else { return .ofEmptyTree }
        return subtrees.dropLast().reversed().reduce(smallest) { Digest(left: $1, right: $0) }
    }
}

extension Int {
    /// How many ones the number ends with in binary.
    fileprivate var trailingOneBits: Int { (~self).trailingZeroBitCount }
}
