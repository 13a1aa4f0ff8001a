import Synchronization

/// The process's one table of symbols: texts in blocks that never move, found through an open-addressed table.
///
/// A slot holds 32 bits of the hash above the number of the text plus one; zero is a free slot. Linear probing, at most
/// two thirds full. The seed is random, so that a file cannot be written to make all its names collide; numbers do not
/// depend on it.
///
/// Unchecked, because its pointers are its own and it is only reached through the lock.
@safe struct SymbolTable: ~Copyable, @unchecked Sendable {
    static let shared = Mutex(SymbolTable())

    private(set) var count = 0

    private var slots: UnsafeMutablePointer<UInt64>
    private var slotCount = 4_096
    private var texts: UnsafeMutablePointer<Text>
    private var textRoom = 2_048
    private let seed = UInt64.random(in: .min ... .max)

    /// The block that takes the next text, and how much of it is taken.
    private var block: UnsafeMutablePointer<UInt8>
    private var blockFilled = 0
    private static let blockSize = 1 << 16

    @unsafe private struct Text {
        var start: UnsafeMutablePointer<UInt8>
        var count: Int
    }

    private init() {
        unsafe slots = .allocate(capacity: slotCount)
        unsafe slots.initialize(repeating: 0, count: slotCount)
        unsafe texts = .allocate(capacity: textRoom)
        unsafe block = .allocate(capacity: Self.blockSize)
        // The empty text is number 0.
        _ = unsafe id(of: UnsafeBufferPointer(start: nil, count: 0))
    }

    /// The bytes of a text; they stay where they are as long as the process runs.
    func bytes(of id: UInt32) -> UnsafeBufferPointer<UInt8> {
        precondition(Int(id) < count, "a symbol of another process")
        let text = unsafe texts[Int(id)]
        return unsafe UnsafeBufferPointer(start: text.start, count: text.count)
    }

    /// The number of a text, which it is given where it has none.
    mutating func id(of bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let hash = unsafe hash(of: bytes)
        var index = Int(hash) & (slotCount - 1)
        while true {
            let slot = unsafe slots[index]
            if slot == 0 { break }
            if slot >> 32 == hash, unsafe isText(Int(slot & 0xFFFF_FFFF) - 1, equalTo: bytes) { return UInt32(slot & 0xFFFF_FFFF) - 1 }
            index = (index + 1) & (slotCount - 1)
        }
        let id = unsafe keep(bytes)
        unsafe slots[index] = UInt64(hash) << 32 | UInt64(id + 1)
        if count * 3 > slotCount * 2 { growSlots() }
        return id
    }

    private func isText(_ number: Int, equalTo bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let text = unsafe texts[number]
        guard unsafe text.count == bytes.count else { return false }
        guard let other = bytes.baseAddress else { return true }
        let (left, right) = unsafe (UnsafeRawPointer(text.start), UnsafeRawPointer(other))
        var offset = 0
        while offset + 8 <= bytes.count {
            let isSame =
                unsafe left.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                == right.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            guard isSame else { return false }
            offset += 8
        }
        while offset < bytes.count {
            guard unsafe text.start[offset] == other[offset] else { return false }
            offset += 1
        }
        return true
    }

    /// 32 bits made of the bytes eight at a time by folded multiplication, as wyhash does
    /// (https://github.com/wangyi-fudan/wyhash, public domain).
    private func hash(of bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var state = seed ^ UInt64(truncatingIfNeeded: bytes.count)
        // An empty text may come with an address or without.
        if !bytes.isEmpty, let start = unsafe UnsafeRawPointer(bytes.baseAddress) {
            var offset = 0
            while offset + 8 <= bytes.count {
                state = unsafe Self.folded(state ^ start.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
                offset += 8
            }
            var tail: UInt64 = 0
            while offset < bytes.count {
                tail = unsafe tail << 8 | UInt64(start.load(fromByteOffset: offset, as: UInt8.self))
                offset += 1
            }
            state = Self.folded(state ^ tail)
        }
        return UInt32(truncatingIfNeeded: state ^ state >> 32)
    }

    private static func folded(_ value: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        return product.high ^ product.low
    }

    private mutating func keep(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
        precondition(count < UInt32.max - 1, "more symbols than numbers for them")
        if count == textRoom { growTexts() }
        let start = unsafe room(for: bytes.count)
        if let source = bytes.baseAddress { unsafe start.initialize(from: source, count: bytes.count) }
        unsafe (texts + count).initialize(to: Text(start: start, count: bytes.count))
        count += 1
        return UInt32(count - 1)
    }

    private mutating func room(for byteCount: Int) -> UnsafeMutablePointer<UInt8> {
        // A long text has a block of its own; what is left of the shared one is not lost to it.
        if byteCount > Self.blockSize / 4 { return .allocate(capacity: byteCount) }
        if blockFilled + byteCount > Self.blockSize {
            unsafe block = .allocate(capacity: Self.blockSize)
            blockFilled = 0
        }
        defer { blockFilled += byteCount }
        return unsafe block + blockFilled
    }

    private mutating func growTexts() {
        let larger = UnsafeMutablePointer<Text>.allocate(capacity: textRoom * 2)
        unsafe larger.moveInitialize(from: texts, count: count)
        unsafe texts.deallocate()
        unsafe texts = larger
        textRoom *= 2
    }

    private mutating func growSlots() {
        let mask = slotCount * 2 - 1
        let larger = UnsafeMutablePointer<UInt64>.allocate(capacity: mask + 1)
        unsafe larger.initialize(repeating: 0, count: mask + 1)
        for index in 0..<slotCount {
            let slot = unsafe slots[index]
            guard slot != 0 else { continue }
            var place = Int(slot >> 32) & mask
            while unsafe larger[place] != 0 { place = (place + 1) & mask }
            unsafe larger[place] = slot
        }
        unsafe slots.deallocate()
        unsafe slots = larger
        slotCount = mask + 1
    }
}
