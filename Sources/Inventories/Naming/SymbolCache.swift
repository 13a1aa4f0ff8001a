import Diagnostics

/// The symbols of one reading by their bytes: found without making a string and without asking the process's table.
struct SymbolCache: Sendable {
    private struct Entry: BitwiseCopyable {
        var start: UInt32
        var length: UInt32
        var hash: UInt32
        var symbol: Symbol
    }

    private var pool: [UInt8] = []
    private var entries: [Entry] = []
    /// The number of an entry and 1, or 0 where free.
    private var slots = [UInt32](repeating: 0, count: 256)
    /// Differs from run to run, so that no text can be written to collide.
    private let seed = UInt64(truncatingIfNeeded: Hasher().finalize()) | 1

    init() {}

    /// The symbol of a text that was added; nil when it was not.
    func known(_ bytes: UnsafeBufferPointer<UInt8>) -> Symbol? {
        let entry = slots[unsafe slot(of: bytes, hash: hash(of: bytes))]
        return entry == 0 ? nil : entries[Int(entry) - 1].symbol
    }

    /// The symbol of a text, made and added if need be.
    mutating func symbol(_ bytes: UnsafeBufferPointer<UInt8>) -> Symbol {
        let hash = unsafe hash(of: bytes)
        let slot = unsafe slot(of: bytes, hash: hash)
        if slots[slot] != 0 { return entries[Int(slots[slot]) - 1].symbol }
        let symbol = unsafe Symbol(String(decoding: bytes, as: UTF8.self))
        entries.append(Entry(start: UInt32(pool.count), length: UInt32(bytes.count), hash: hash, symbol: symbol))
        unsafe pool.append(contentsOf: bytes)
        slots[slot] = UInt32(entries.count)
        if entries.count * 2 > slots.count { grow() }
        return symbol
    }

    /// Adds a symbol under its own text.
    mutating func add(_ symbol: Symbol) {
        var text = symbol.text
        text.withUTF8 { bytes in _ = unsafe self.symbol(bytes) }
    }

    private func slot(of bytes: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Int {
        var slot = Int(hash) & (slots.count - 1)
        while slots[slot] != 0 {
            let entry = entries[Int(slots[slot]) - 1]
            if entry.hash == hash, unsafe matches(entry, bytes) { break }
            slot = (slot + 1) & (slots.count - 1)
        }
        return slot
    }

    private func matches(_ entry: Entry, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard Int(entry.length) == bytes.count else { return false }
        for offset in 0..<bytes.count where unsafe pool[Int(entry.start) + offset] != bytes[offset] { return false }
        return true
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        for (number, entry) in entries.enumerated() {
            var slot = Int(entry.hash) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(number + 1)
        }
    }

    /// FNV-1a with a seed, folded: names are short.
    private func hash(of bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ seed
        for byte in unsafe bytes { unsafe hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
    }
}
