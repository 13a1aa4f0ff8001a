import Glibc

/// The distinct keys of one text, numbered in the order of their first use.
///
/// Files repeat the same few keys in the same order, so the key that followed the previous one last time is tried before
/// the hash table.
struct KeyTable {
    private var pool: [UInt8] = []
    private var entries: [Entry] = []
    /// Open addressing, a power of two, at most half full: number and 1, or 0 where free.
    private var slots = [UInt32](repeating: 0, count: 64)
    private var previous: UInt32 = 0
    /// Differs from run to run, so that no text can be written to collide; numbers do not depend on it.
    private let seed = UInt64(truncatingIfNeeded: Hasher().finalize()) | 1

    private struct Entry {
        let offset: UInt32
        let length: UInt32
        let hash: UInt64
        /// The key that came after this one last time.
        var following: UInt32
    }

    var count: Int { entries.count }

    /// The number of a key; the same bytes have the same number.
    mutating func number(of words: UnsafeBufferPointer<UInt8>) -> UInt32 {
        if Int(previous) < entries.count {
            let guess = entries[Int(previous)].following
            if unsafe matches(guess, words) {
                previous = guess
                return guess
            }
        }
        let number = unsafe lookedUp(words)
        if Int(previous) < entries.count { entries[Int(previous)].following = number }
        previous = number
        return number
    }

    func text(of number: UInt32) -> String {
        let entry = entries[Int(number)]
        return String(decoding: pool[Int(entry.offset)..<Int(entry.offset + entry.length)], as: UTF8.self)
    }

    private mutating func lookedUp(_ words: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let hash = unsafe hash(of: words)
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 {
            let number = slots[slot] - 1
            if entries[Int(number)].hash == hash, unsafe matches(number, words) { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
        let number = UInt32(entries.count)
        entries.append(Entry(offset: UInt32(pool.count), length: UInt32(words.count), hash: hash, following: 0))
        unsafe pool.append(contentsOf: words)
        slots[slot] = number + 1
        if entries.count * 2 > slots.count { grow() }
        return number
    }

    private func matches(_ number: UInt32, _ words: UnsafeBufferPointer<UInt8>) -> Bool {
        let entry = entries[Int(number)]
        guard entry.length == words.count else { return false }
        guard entry.length > 0 else { return true }
        return unsafe pool.withUnsafeBufferPointer {
            unsafe memcmp($0.baseAddress! + Int(entry.offset), words.baseAddress!, words.count) == 0
        }
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        for (number, entry) in entries.enumerated() {
            var slot = Int(truncatingIfNeeded: entry.hash) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(number) + 1
        }
    }

    /// A multiply-and-fold hash over words of eight bytes, after Wang Yi's wyhash.
    private func hash(of words: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash = seed ^ UInt64(words.count)
        var offset = 0
        while offset < words.count {
            var part: UInt64 = 0
            for place in offset..<min(offset + 8, words.count) { part = unsafe part << 8 | UInt64(words[place]) }
            let product = (hash ^ part ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: seed ^ 0xE703_7ED1_A0B4_28DB)
            hash = product.high ^ product.low
            offset += 8
        }
        return hash
    }
}
