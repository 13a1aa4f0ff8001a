/// A map from 64-bit keys to row numbers: open addressing with linear probing, sixteen bytes a slot, at most half full.
///
/// The upper half of a key says where in the table its neighbours begin, the lower half how far from there it lies: the
/// names of one device, whose numbers follow each other, lie beside each other.
struct IntegerMap: Sendable {
    private static let free = UInt64.max

    private struct Slot {
        var key = IntegerMap.free
        var value: UInt32 = 0
    }

    private var slots = [Slot](repeating: Slot(), count: 16)
    private(set) var count = 0

    init() {}

    /// A key may be anything but the largest number.
    subscript(key: UInt64) -> UInt32? {
        let slot = slots[place(of: key)]
        return slot.key == key ? slot.value : nil
    }

    /// Makes room for as many keys in all.
    mutating func reserve(_ count: Int) {
        var room = slots.count
        while count * 2 > room { room *= 2 }
        if room > slots.count { grow(to: room) }
    }

    /// Adds a key that may be there already; then its value is replaced.
    mutating func set(_ key: UInt64, to value: UInt32) {
        if insert(key, value) != nil { slots[place(of: key)].value = value }
    }

    /// Adds a key where it is not there yet; where it is, its value stays and is returned.
    mutating func insert(_ key: UInt64, _ value: UInt32) -> UInt32? {
        if (count + 1) * 2 > slots.count { grow(to: slots.count * 2) }
        let place = place(of: key)
        guard slots[place].key == Self.free else { return slots[place].value }
        slots[place] = Slot(key: key, value: value)
        count += 1
        return nil
    }

    private func place(of key: UInt64) -> Int {
        let mask = slots.count - 1
        let product = (key >> 32).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        var place = Int(truncatingIfNeeded: (product.high ^ product.low >> 20) &+ key & 0xFFFF_FFFF) & mask
        while slots[place].key != key, slots[place].key != Self.free { place = (place + 1) & mask }
        return place
    }

    private mutating func grow(to room: Int) {
        let old = slots
        slots = [Slot](repeating: Slot(), count: room)
        for slot in old where slot.key != Self.free { slots[place(of: slot.key)] = slot }
    }
}
