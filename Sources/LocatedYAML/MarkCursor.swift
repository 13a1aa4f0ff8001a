/// Turns libyaml's marks, which count characters, into byte offsets of a UTF-8 text.
///
/// Marks mostly grow, so the cursor walks from the last one asked for; in a text of ASCII alone both are the same.
struct MarkCursor {
    private let isASCII: Bool
    /// Bytes before the first counted character: a byte order mark.
    private let skipped: Int
    private var character = 0
    private var byte: Int

    init(_ bytes: UnsafeBufferPointer<UInt8>, skipping skipped: Int) {
        self.skipped = skipped
        byte = skipped
        var highBits: UInt8 = 0
        for unsafe byte in unsafe bytes.dropFirst(skipped) { highBits |= byte }
        isASCII = highBits < 0x80
    }

    /// The byte offset of the character with a number; the end of the text for all numbers beyond it.
    mutating func offset(_ index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
        if isASCII { return UInt32(truncatingIfNeeded: min(index + skipped, bytes.count)) }
        while character > index {
            byte -= 1
            if unsafe !isContinuation(bytes[byte]) { character -= 1 }
        }
        // Eight bytes are at most eight characters, so that a step cannot pass the one that is looked for.
        while index - character >= 8, byte + 8 <= bytes.count {
            let word = unsafe UnsafeRawPointer(bytes.baseAddress! + byte).loadUnaligned(as: UInt64.self)
            character += 8 - (word & ~(word << 1) & 0x8080_8080_8080_8080).nonzeroBitCount
            byte += 8
        }
        while byte < bytes.count {
            if unsafe !isContinuation(bytes[byte]) {
                if character == index { break }
                character += 1
            }
            byte += 1
        }
        return UInt32(byte)
    }

    private func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
