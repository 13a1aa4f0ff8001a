/// A map from 64-bit keys to row numbers: open addressing, twelve bytes a slot.
struct IntegerMap: Sendable {
    private static let free = UInt64.max

    private var keys = [UInt64](repeating: free, count: 16)
    private var values = [UInt32](repeating: 0, count: 16)
    private(set) var count = 0

    init() {}

    /// A key may be anything but the largest number.
    subscript(key: UInt64) -> UInt32? {
        let slot = slot(of: key)
        return keys[slot] == key ? values[slot] : nil
    }

    /// Adds a key that may be there already; then its value is replaced.
    mutating func set(_ key: UInt64, to value: UInt32) {
        if (count + 1) * 3 > keys.count * 2 { grow() }
        let slot = slot(of: key)
        if keys[slot] != key {
            keys[slot] = key
            count += 1
        }
        values[slot] = value
    }

    private func slot(of key: UInt64) -> Int {
        let mask = keys.count - 1
        // Both halves of the product, so that every bit of the key tells: parts of keys lie far apart in them.
        let product = key.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        var slot = Int(truncatingIfNeeded: product.high ^ product.low) & mask
        while keys[slot] != key, keys[slot] != Self.free { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func grow() {
        let old = zip(keys, values).filter { $0.0 != Self.free }
        keys = [UInt64](repeating: Self.free, count: keys.count * 2)
        values = [UInt32](repeating: 0, count: keys.count)
        for (key, value) in old {
            let slot = slot(of: key)
            keys[slot] = key
            values[slot] = value
        }
    }
}
