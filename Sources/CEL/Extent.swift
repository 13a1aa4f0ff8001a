/// How deep a list or map is nested, and how many bytes it takes when nothing in it is shared.
///
/// Values share what they hold, so that a short expression can name a tree of any size. The extent stands beside each
/// list and map and is bounded, so that nothing that walks over a value (comparison, texts, trees for the host) can take
/// more time, room or stack than the limits allow.
struct Extent {
    /// 1 for a list of scalars; optionals around a value count too.
    private(set) var depth = 1
    private(set) var bytes = 0
    /// No list or map is nested deeper, whatever the limits.
    static let deepest = 250
    /// Extents are kept in units of so many bytes, rounded up.
    private static let unit = 64

    /// Counts one more value that the list or map holds.
    @inline(__always)
    mutating func add(_ value: Value) {
        bytes &+= 16
        if value.wraps != 0 { depth = max(depth, Int(value.wraps) + 1) }
        switch value.tag {
        case .string, .bytes: bytes &+= Int(value.high)
        case .list, .map:
            depth = max(depth, Int(value.extra & 0xFF) + Int(value.wraps) + 1)
            bytes &+= Int(value.extra >> 8) * Self.unit
        default: break
        }
    }

    /// In 32 bits; a depth of 255 or more and sizes beyond a gigabyte are not told apart, and no limit lies there.
    var packed: UInt32 {
        UInt32(min(depth, 0xFF)) | UInt32(min((bytes + Self.unit - 1) / Self.unit, 0xFF_FFFF)) << 8
    }
}
